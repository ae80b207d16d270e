"""What a learner can choose about scheduling, as plain values: the engine reads no configuration."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StudySettings:
    """How cards are scheduled and how many of them a day brings.

    Args:
        new_per_day: cards shown for the first time, per study day and per deck (with the decks below it).
        reviews_per_day: reviews of learned cards, counted the same way.
        desired_retention: probability of recall (0 to 1) at which a card falls due.
        learning_steps: seconds between the showings of a new card.
        relearning_steps: seconds between the showings of a forgotten card.
        maximum_interval: days.
        rollover_hour: local hour at which a study day begins (0 to 23).
        utc_offset_minutes: what local time is ahead of UTC at the moment that is asked about.
        learn_ahead: seconds by which a learning card may be shown early when nothing else is left.
    """

    new_per_day: int = 20
    reviews_per_day: int = 200
    desired_retention: float = 0.9
    learning_steps: tuple[int, ...] = (60, 600)
    relearning_steps: tuple[int, ...] = (600,)
    maximum_interval: int = 36500
    rollover_hour: int = 4
    utc_offset_minutes: int = 0
    learn_ahead: int = 1200
