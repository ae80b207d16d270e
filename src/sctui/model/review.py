"""A learner's state with a card, and one entry of the review log. Times are UTC milliseconds since 1970."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from sctui.model.preset import Preset


class Rating(IntEnum):
    """How well the answer was recalled."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Phase(IntEnum):
    """Where a card stands in its life."""

    NEW = 0
    LEARNING = 1
    REVIEW = 2
    RELEARNING = 3


@dataclass(frozen=True, slots=True)
class MemoryState:
    """What is known of one card and one learner: FSRS stability (days) and difficulty (1 to 10), due time."""

    card: str
    phase: Phase = Phase.NEW
    step: int | None = None
    stability: float | None = None
    difficulty: float | None = None
    due: int | None = None
    last_review: int | None = None
    reps: int = 0
    lapses: int = 0


@dataclass(frozen=True, slots=True)
class Review:
    """One entry of the review log (revlog): when, how rated, how long (ms), state before and after.

    `preset` is what decided the state after; None for answers from before presets were kept.
    """

    card: str
    at: int
    rating: Rating
    duration: int
    before: MemoryState
    after: MemoryState
    preset: Preset | None = None
