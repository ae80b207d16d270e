"""What a learner can choose about scheduling, as plain values: the engine reads no configuration."""

from __future__ import annotations

from dataclasses import dataclass

from sctui.model.preset import Preset


@dataclass(frozen=True, slots=True)
class StudySettings(Preset):
    """How cards are scheduled, as `Preset` says, and how many of them a day brings.

    Args:
        new_per_day: cards shown for the first time, per study day and per deck (with the decks below it).
        reviews_per_day: reviews of learned cards, counted the same way.
        learn_ahead: seconds by which a learning card may be shown early when nothing else is left.
    """

    new_per_day: int = 20
    reviews_per_day: int = 200
    learn_ahead: int = 1200
