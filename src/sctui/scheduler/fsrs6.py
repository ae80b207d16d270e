"""FSRS-6 through py-fsrs: the only module that knows that library.

py-fsrs reads the clock and sleeps when a `Card` is made without id and due time, and draws its fuzz from a
global generator; here all of these are arguments. It counts elapsed days in spans of 24 hours, so a review
at breakfast of a card learned last evening would be a same-day review; it is given study days instead.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from sctui.model.review import MemoryState, Phase, Rating
from sctui.scheduler.fuzz import fuzz_factor, fuzzed
from sctui.scheduler.settings import StudySettings
from sctui.scheduler.study_day import study_day

if TYPE_CHECKING:
    import fsrs

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rating leads to on a study day; `interval` is the seconds until the card is due again."""

    rating: Rating
    phase: Phase
    step: int | None
    stability: float
    difficulty: float
    interval: int

    def apply(self, state: MemoryState, now: int) -> MemoryState:
        """The state of the card once it was rated so at `now` (UTC ms)."""
        lapsed = self.rating is Rating.AGAIN and state.phase is Phase.REVIEW
        return MemoryState(
            state.card,
            self.phase,
            self.step,
            self.stability,
            self.difficulty,
            due=now + self.interval * 1000,
            last_review=now,
            reps=state.reps + 1,
            lapses=state.lapses + lapsed,
        )


def previews(state: MemoryState, now: int, settings: StudySettings) -> tuple[Outcome, ...]:
    """The outcomes of Again, Hard, Good and Easy at `now` (UTC ms); no interval is below the one before.

    They hold for the whole study day, so that a card's next interval is the one its button showed.
    """
    factor = fuzz_factor(state.card, state.reps)
    outcomes: list[Outcome] = []
    shortest = 0
    for rating in Rating:
        outcome = _rate(state, rating, now, settings)
        interval = outcome.interval
        if outcome.phase is Phase.REVIEW:
            interval = 86400 * fuzzed(interval // 86400, factor, settings.maximum_interval)
        shortest = max(shortest, interval)
        outcomes.append(replace(outcome, interval=shortest))
    return tuple(outcomes)


def review(state: MemoryState, rating: Rating, now: int, settings: StudySettings) -> MemoryState:
    """The state of a card after it was rated at `now` (UTC ms)."""
    return previews(state, now, settings)[rating - 1].apply(state, now)


def _rate(state: MemoryState, rating: Rating, now: int, settings: StudySettings) -> Outcome:
    """What py-fsrs makes of the rating, without fuzz."""
    import fsrs  # noqa: PLC0415 -- loads with the first question, not with the program

    at = _date(now, settings)
    card = fsrs.Card(
        card_id=0,
        state=fsrs.State(state.phase or Phase.LEARNING),
        step=state.step,
        stability=state.stability,
        difficulty=state.difficulty,
        due=at,
        last_review=None if state.last_review is None else _date(state.last_review, settings),
    )
    rated, _ = _scheduler(settings).review_card(card, fsrs.Rating(rating), at)
    assert rated.stability is not None
    assert rated.difficulty is not None
    interval = int((rated.due - at).total_seconds())
    return Outcome(rating, Phase(rated.state), rated.step, rated.stability, rated.difficulty, interval)


def _date(moment: int, settings: StudySettings) -> datetime:
    day = study_day(moment, settings.utc_offset_minutes, settings.rollover_hour)
    return _EPOCH + day.number * _DAY


@lru_cache(maxsize=8)
def _scheduler(settings: StudySettings) -> fsrs.Scheduler:
    import fsrs  # noqa: PLC0415 -- as above

    return fsrs.Scheduler(
        desired_retention=settings.desired_retention,
        learning_steps=[timedelta(seconds=step) for step in settings.learning_steps],
        relearning_steps=[timedelta(seconds=step) for step in settings.relearning_steps],
        maximum_interval=settings.maximum_interval,
        enable_fuzzing=False,
    )
