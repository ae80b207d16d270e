from sctui.scheduler.costs import costs_of
from sctui.scheduler.exam import Costs
from sctui.scheduler.histories import Answer
from tests.small_collection import NOON


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
