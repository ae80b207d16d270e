"""Rows and nouns: how a state and a review lie in the tables."""

from __future__ import annotations

from typing import Any

from sctui.model.review import MemoryState, Phase, Rating, Review


def state_values(state: MemoryState) -> tuple[Any, ...]:
    """The columns of `states` behind the card's key, in the order of the schema."""
    return (
        int(state.phase),
        state.step,
        state.stability,
        state.difficulty,
        state.due,
        state.last_review,
        state.reps,
        state.lapses,
    )


def state_from(row: tuple[Any, ...]) -> MemoryState:
    """A state from a row of `card_states`."""
    return MemoryState(row[0], Phase(row[1]), *row[2:])


def review_values(review: Review) -> tuple[Any, ...]:
    """The columns of `reviews` behind the card's key; what both states share with the review is kept once."""
    after = review.after
    return (
        review.at,
        int(review.rating),
        review.duration,
        *state_values(review.before),
        int(after.phase),
        after.step,
        after.stability,
        after.difficulty,
        after.due,
        after.lapses,
    )


def review_from(row: tuple[Any, ...]) -> Review:
    """A review from a row of `standing_reviews`."""
    card, at, rating, duration = row[1:5]
    before = MemoryState(card, Phase(row[5]), *row[6:13])
    phase, step, stability, difficulty, due, lapses = row[13:]
    after = MemoryState(card, Phase(phase), step, stability, difficulty, due, at, before.reps + 1, lapses)
    return Review(card, at, Rating(rating), duration, before, after)
