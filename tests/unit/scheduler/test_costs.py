from sctui.model.preset import Preset
from sctui.scheduler.costs import costs_of, minutes_a_day
from sctui.scheduler.exam import Costs
from sctui.scheduler.histories import Answer
from tests.small_collection import DAY, MINUTE, NOON


def answer(rating: int, elapsed: int, seconds: int) -> Answer:
    return Answer(rating, elapsed, NOON, seconds * 1000, 4)


def test_times_are_the_learner_s_own_medians() -> None:
    # 30 seconds on the first day, 5 for a recalled card, 9 and 11 more for a forgotten one
    history = (
        answer(3, 0, 20),
        answer(3, 0, 10),
        answer(3, 2, 5),
        answer(1, 9, 5),
        answer(3, 0, 9),
        answer(3, 0, 2),
    )
    assert costs_of([history] * 20) == Costs(review=5, lapse=11, new=30)


def test_few_answers_leave_the_usual_times_and_a_long_absence_does_not_count() -> None:
    assert costs_of([]) == Costs()
    assert costs_of([(answer(3, 0, 5000),)] * 20).new == 120


def test_minutes_a_day_are_those_of_days_with_study_in_the_last_month() -> None:
    def day(ago: int, minutes: int) -> list[Answer]:
        return [Answer(3, 1, NOON - ago * DAY + MINUTE * at, MINUTE, 4) for at in range(-minutes, 0)]

    few = [(*day(0, 10), *day(2, 20))]
    assert minutes_a_day(few, NOON, Preset()) == 0
    assert minutes_a_day([*few, (*day(29, 60), *day(40, 500))], NOON, Preset()) == 20
