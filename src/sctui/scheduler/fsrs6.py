"""What a rating leads to: FSRS-6 with learning and relearning steps, fuzz and study days.

Days are counted between study days, not in spans of 24 hours, so that a review at breakfast of a card learned
last evening is not a review of the same day.
"""

from __future__ import annotations

from typing import NamedTuple

from sctui.model.preset import Preset
from sctui.model.review import MemoryState, Phase, Rating
from sctui.scheduler.fuzz import fuzz_factor, fuzzed
from sctui.scheduler.memory import memory_of
from sctui.scheduler.pauses import around
from sctui.scheduler.steps import next_step
from sctui.scheduler.study_day import DAY, number_of_day, start_of_day

_SECONDS_A_DAY = 86_400


class Outcome(NamedTuple):
    """What a rating leads to on a study day; `interval` is the seconds until the card is due again.

    `day_start` is the first moment (UTC ms) of the study day the outcome was computed for.
    """

    rating: Rating
    phase: Phase
    step: int | None
    stability: float
    difficulty: float
    interval: int
    day_start: int

    def due(self, now: int) -> int:
        """When the card is due (UTC ms) if it is rated so at `now`.

        A card that waits for days is due in the middle of a study day: neither a change of the clocks nor a
        journey of some hours moves it to another day.
        """
        _, phase, _, _, _, interval, day_start = self
        if phase is not _REVIEW:
            return now + interval * 1000
        days = -(-interval // _SECONDS_A_DAY)  # rounded up: a long step may have raised it
        return day_start + days * DAY + DAY // 2

    def apply(self, state: MemoryState, now: int) -> MemoryState:
        """The state of the card once it was rated so at `now` (UTC ms)."""
        rating, phase, step, stability, difficulty, _, _ = self
        lapses = state.lapses + (rating is _AGAIN and state.phase is _REVIEW)
        due = self.due(now)
        return MemoryState(state.card, phase, step, stability, difficulty, due, now, state.reps + 1, lapses)


def previews(state: MemoryState, now: int, preset: Preset) -> tuple[Outcome, ...]:
    """The outcomes of Again, Hard, Good and Easy at `now` (UTC ms); no interval is below the one before.

    They hold for the whole study day, so that a card's next interval is the one its button showed.
    """
    return _outcomes(state, Rating.EASY, now, preset)


def review(state: MemoryState, rating: Rating, now: int, preset: Preset) -> MemoryState:
    """The state of a card after it was rated at `now` (UTC ms)."""
    return _outcomes(state, rating, now, preset, alone=state.phase is _REVIEW)[-1].apply(state, now)


def elapsed_days(state: MemoryState, now: int, preset: Preset) -> int:
    """Study days since the card's last answer; 0 as well when the clock was set back behind it."""
    if state.last_review is None:
        return 0
    offset, hour = preset.utc_offset_minutes, preset.rollover_hour
    return max(0, number_of_day(now, offset, hour) - number_of_day(state.last_review, offset, hour))


def _outcomes(
    state: MemoryState, highest: Rating, now: int, preset: Preset, *, alone: bool = False
) -> tuple[Outcome, ...]:
    """The outcomes from Again up to `highest`; a rating's interval depends on those below it alone.

    Of a card in review, that of `highest` may be asked for alone: within the bounds of FSRS-6's parameters
    Hard never gives more days than Good, nor Good than Easy, so that only Again's step can be longer.
    """
    memory = memory_of(preset.parameters)
    today = number_of_day(now, preset.utc_offset_minutes, preset.rollover_hour)
    start = start_of_day(today, preset.utc_offset_minutes, preset.rollover_hour)
    elapsed = elapsed_days(state, now, preset)
    known = (
        state.stability is not None and state.difficulty is not None and (state.stability, state.difficulty)
    )
    steps = preset.relearning_steps if state.phase in _FORGOTTEN else preset.learning_steps
    outcomes: list[Outcome] = []
    shortest = steps[0] if alone and steps and highest is not _AGAIN else 0
    chance: float | None = None
    for rating in (highest,) if alone else _RATINGS[:highest]:
        memorised = memory.after(*known, elapsed, rating) if known else memory.first(rating)
        phase, step, interval = _place(state, rating, steps)
        if phase is _REVIEW:
            days = round(memory.interval(memorised[0], preset.desired_retention))
            days = min(max(days, 1), preset.maximum_interval)
            if preset.fuzz_seed is not None:
                if chance is None:
                    chance = fuzz_factor(state.card, state.reps, preset.fuzz_seed)
                days = fuzzed(days, chance, preset.maximum_interval)
            if preset.pauses:
                days = around(days, today, preset.pauses)
            interval = _SECONDS_A_DAY * days
        shortest = max(shortest, interval)
        outcomes.append(Outcome(rating, phase, step, *memorised, shortest, start))
    return tuple(outcomes)


def _place(state: MemoryState, rating: Rating, steps: tuple[int, ...]) -> tuple[Phase, int | None, int]:
    """Phase and step after the rating, and the seconds that the step asks for (0 where days decide)."""
    if state.phase is _REVIEW:
        if rating is _AGAIN and steps:
            return _RELEARNING, 0, steps[0]
        return _REVIEW, None, 0
    place = next_step(steps, state.step, rating)
    if place is None:
        return _REVIEW, None, 0
    return _RELEARNING if state.phase is _RELEARNING else _LEARNING, *place


_RATINGS = tuple(Rating)
# Python 3.11 looks members of an enum up slowly
_AGAIN = Rating.AGAIN
_LEARNING, _REVIEW, _RELEARNING = Phase.LEARNING, Phase.REVIEW, Phase.RELEARNING
_FORGOTTEN = frozenset({_REVIEW, _RELEARNING})
