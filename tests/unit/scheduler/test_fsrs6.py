import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sctui.model.preset import DEFAULT_PARAMETERS
from sctui.model.review import MemoryState, Phase, Rating
from sctui.scheduler.fsrs6 import previews, review
from sctui.scheduler.settings import StudySettings
from sctui.scheduler.study_day import study_day
from tests.small_collection import DAY, MINUTE, NOON
from tests.unit.scheduler.learner import OTHER

SETTINGS = StudySettings()

ratings = st.sampled_from(list(Rating))
histories = st.lists(st.tuples(ratings, st.integers(min_value=0, max_value=400 * DAY)), max_size=12)
steps = st.lists(st.integers(min_value=1, max_value=2 * 86_400), max_size=3).map(tuple)
settings_of_any_kind = st.builds(
    StudySettings,
    parameters=st.sampled_from([DEFAULT_PARAMETERS, OTHER]),
    pauses=st.sampled_from([(), ((20_260, 20_290),)]),
    desired_retention=st.floats(min_value=0.7, max_value=0.99),
    learning_steps=steps,
    relearning_steps=steps,
    maximum_interval=st.integers(min_value=1, max_value=36_500),
    utc_offset_minutes=st.integers(min_value=-720, max_value=840),
)


def studied(history: list[tuple[Rating, int]], settings: StudySettings) -> tuple[MemoryState, int]:
    state, now = MemoryState("card"), NOON
    for rating, wait in history:
        now += wait
        state = review(state, rating, now, settings)
    return state, now


def days(seconds: int) -> float:
    return seconds / 86_400


def test_a_new_card_goes_through_one_and_ten_minutes() -> None:
    again, hard, good, easy = previews(MemoryState("card"), NOON, SETTINGS)
    assert [again.interval, hard.interval, good.interval] == [60, 330, 600]
    assert 7 <= days(easy.interval) <= 10  # initial stability of Easy: 8.2956 days
    assert (good.phase, good.step) == (Phase.LEARNING, 1)
    assert (easy.phase, easy.step) == (Phase.REVIEW, None)


def test_good_twice_makes_a_review_card() -> None:
    state, now = studied([(Rating.GOOD, 0), (Rating.GOOD, 10 * MINUTE)], SETTINGS)
    assert (state.phase, state.reps, state.lapses) == (Phase.REVIEW, 2, 0)
    assert state.last_review == now
    assert state.due == study_day(now, 0, 4).start + 2 * DAY + DAY // 2


def test_a_forgotten_review_card_lapses_and_relearns() -> None:
    learned, _ = studied([(Rating.EASY, 0)], SETTINGS)
    assert learned.due is not None
    state = review(learned, Rating.AGAIN, learned.due, SETTINGS)
    assert (state.phase, state.step, state.lapses) == (Phase.RELEARNING, 0, 1)
    assert state.due == learned.due + 10 * MINUTE


def test_a_lapse_is_not_counted_while_learning() -> None:
    state, _ = studied([(Rating.AGAIN, 0), (Rating.AGAIN, MINUTE)], SETTINGS)
    assert (state.reps, state.lapses) == (2, 0)


@given(histories, settings_of_any_kind, st.integers(min_value=0, max_value=400 * DAY))
def test_a_better_rating_never_brings_the_card_back_sooner(
    history: list[tuple[Rating, int]], settings: StudySettings, wait: int
) -> None:
    state, now = studied(history, settings)
    outcomes = previews(state, now + wait, settings)
    intervals = [outcome.interval for outcome in outcomes]
    assert [outcome.rating for outcome in outcomes] == list(Rating)
    assert intervals == sorted(intervals)
    assert intervals[0] > 0


@given(histories, settings_of_any_kind, ratings)
def test_what_a_button_shows_is_what_happens(
    history: list[tuple[Rating, int]], settings: StudySettings, rating: Rating
) -> None:
    state, now = studied(history, settings)
    after = review(state, rating, now, settings)
    outcome = previews(state, now, settings)[rating - 1]
    assert after == outcome.apply(state, now)
    assert after.due == outcome.due(now)
    assert after.due > now
    if after.phase is Phase.REVIEW:
        days = study_day(after.due, settings.utc_offset_minutes, settings.rollover_hour).number
        days -= study_day(now, settings.utc_offset_minutes, settings.rollover_hour).number
        assert days == math.ceil(outcome.interval / 86_400)
    else:
        assert after.due == now + 1000 * outcome.interval
    assert after.reps == state.reps + 1
    assert after.lapses == state.lapses + (rating is Rating.AGAIN and state.phase is Phase.REVIEW)


def test_breakfast_after_an_evening_is_another_day() -> None:
    learned, evening = studied([(Rating.EASY, 8 * 60 * MINUTE)], SETTINGS)  # 20:00
    breakfast = evening + 12 * 60 * MINUTE
    midnight = evening + 4 * 60 * MINUTE  # the study day ends at four
    again_today = review(learned, Rating.GOOD, midnight, SETTINGS)
    next_day = review(learned, Rating.GOOD, breakfast, SETTINGS)
    assert learned.stability is not None
    assert again_today.stability is not None
    assert next_day.stability is not None
    assert next_day.stability > 1.5 * learned.stability
    assert again_today.stability < 1.1 * learned.stability


def test_previews_hold_for_the_whole_study_day() -> None:
    learned, now = studied([(Rating.EASY, 0)], SETTINGS)
    morning = now - 8 * 60 * MINUTE + 9 * DAY
    assert previews(learned, morning, SETTINGS) == previews(learned, morning + DAY - 1, SETTINGS)
    assert previews(learned, morning, SETTINGS) != previews(learned, morning + DAY, SETTINGS)


@pytest.mark.parametrize("wait", [-DAY, -400 * DAY])
def test_a_clock_that_was_set_back_breaks_nothing(wait: int) -> None:
    learned, now = studied([(Rating.EASY, 0)], SETTINGS)
    state = review(learned, Rating.GOOD, now + wait, SETTINGS)
    assert state.due is not None
    assert state.due > now + wait
