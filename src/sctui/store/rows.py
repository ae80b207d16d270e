"""Rows and nouns: how a state and a review lie in the tables."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sctui.model.change import Change, ChangeKind, Marks
from sctui.model.preset import Preset
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


def review_values(review: Review, preset: int | None) -> tuple[Any, ...]:
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
        preset,
    )


def review_from(row: tuple[Any, ...], presets: Mapping[int | None, Preset]) -> Review:
    """A review from a row of `standing_reviews`."""
    card, at, rating, duration = row[1:5]
    before = MemoryState(card, Phase(row[5]), *row[6:13])
    phase, step, stability, difficulty, due, lapses, preset = row[13:]
    after = MemoryState(card, Phase(phase), step, stability, difficulty, due, at, before.reps + 1, lapses)
    return Review(card, at, Rating(rating), duration, before, after, presets.get(preset))


def marks_values(marks: Marks) -> tuple[Any, ...]:
    """The columns of `marks` behind the card's key, in the order of the schema."""
    return int(marks.suspended), marks.buried_until, marks.flag, int(marks.leech)


def marks_from(row: tuple[Any, ...]) -> Marks:
    """Marks from those columns."""
    suspended, buried_until, flag, leech = row
    return Marks(bool(suspended), buried_until, flag, bool(leech))


def side_text(side: Marks | MemoryState) -> str:
    """One side of a change, as its column holds it."""
    values = marks_values(side) if isinstance(side, Marks) else state_values(side)
    return json.dumps(values, separators=(",", ":"))


def change_from(row: tuple[Any, ...]) -> Change:
    """A change from the last five columns of `standing_changes`."""
    card, at, kind, before, after = row
    sides = (json.loads(before), json.loads(after))
    if kind in (ChangeKind.DUE, ChangeKind.RESET):
        states = [MemoryState(card, Phase(values[0]), *values[1:]) for values in sides]
        return Change(card, at, ChangeKind(kind), *states)
    return Change(card, at, ChangeKind(kind), *(marks_from(values) for values in sides))
