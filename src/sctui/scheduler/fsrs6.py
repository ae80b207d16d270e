"""FSRS-6 through py-fsrs: the only module that knows that library.

py-fsrs reads the clock and sleeps when a `Card` is made without id and due time, and draws its fuzz from a
global generator; here all of these are arguments. It counts elapsed days in spans of 24 hours, so a review
at breakfast of a card learned last evening would be a same-day review; it is given study days instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache

import fsrs

from sctui.model.review import MemoryState, Phase, Rating
from sctui.scheduler.fuzz import fuzz_factor, fuzzed
from sctui.scheduler.settings import StudySettings
from sctui.scheduler.study_day import study_day

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rating leads to: the state after it, and the seconds until the card is due again."""

    rating: Rating
    state: MemoryState
    interval: int


def previews(state: MemoryState, now: int, settings: StudySettings, seed: int = 0) -> tuple[Outcome, ...]:
    """The outcomes of Again, Hard, Good and Easy at `now` (UTC ms); no interval is below the one before."""
    return _outcomes(state, Rating.EASY, now, settings, seed)


def review(
    state: MemoryState, rating: Rating, now: int, settings: StudySettings, seed: int = 0
) -> MemoryState:
    """The state of a card after it was rated at `now` (UTC ms); what `previews` shows is what happens."""
    return _outcomes(state, rating, now, settings, seed)[-1].state


def _outcomes(
    state: MemoryState, highest: Rating, now: int, settings: StudySettings, seed: int
) -> tuple[Outcome, ...]:
    factor = fuzz_factor(state.card, state.reps, seed)
    outcomes: list[Outcome] = []
    shortest = 0
    for rating in list(Rating)[:highest]:
        rated, interval = _rate(state, rating, now, settings)
        if rated.state is fsrs.State.Review:
            days = fuzzed(interval // 86400, factor, settings.maximum_interval)
            interval = days * 86400
        shortest = max(shortest, interval)
        outcomes.append(Outcome(rating, _after(state, rated, rating, now, shortest), shortest))
    return tuple(outcomes)


def _rate(state: MemoryState, rating: Rating, now: int, settings: StudySettings) -> tuple[fsrs.Card, int]:
    """py-fsrs's card after the rating, and its interval in seconds, without fuzz."""
    at = _EPOCH + _day_number(now, settings) * _DAY
    last = state.last_review
    card = fsrs.Card(
        card_id=0,
        state=fsrs.State(state.phase or Phase.LEARNING),
        step=state.step,
        stability=state.stability,
        difficulty=state.difficulty,
        due=at,
        last_review=None if last is None else _EPOCH + _day_number(last, settings) * _DAY,
    )
    rated, _ = _scheduler(settings).review_card(card, fsrs.Rating(rating), at)
    return rated, int((rated.due - at).total_seconds())


def _day_number(moment: int, settings: StudySettings) -> int:
    return study_day(moment, settings.utc_offset_minutes, settings.rollover_hour).number


def _after(state: MemoryState, rated: fsrs.Card, rating: Rating, now: int, interval: int) -> MemoryState:
    lapsed = rating is Rating.AGAIN and state.phase is Phase.REVIEW
    return MemoryState(
        card=state.card,
        phase=Phase(rated.state),
        step=rated.step,
        stability=rated.stability,
        difficulty=rated.difficulty,
        due=now + interval * 1000,
        last_review=now,
        reps=state.reps + 1,
        lapses=state.lapses + lapsed,
    )


@lru_cache(maxsize=8)
def _scheduler(settings: StudySettings) -> fsrs.Scheduler:
    return fsrs.Scheduler(
        desired_retention=settings.desired_retention,
        learning_steps=[timedelta(seconds=step) for step in settings.learning_steps],
        relearning_steps=[timedelta(seconds=step) for step in settings.relearning_steps],
        maximum_interval=settings.maximum_interval,
        enable_fuzzing=False,
    )
