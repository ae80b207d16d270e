"""Rows and nouns: how a state and a review lie in the tables."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sctui.model.change import Change, ChangeKind, Marks
from sctui.model.preset import Preset
from sctui.model.review import MemoryState, Phase, Rating, Review
from sctui.store.stamps import DEVICE_BITS

_PHASES = tuple(Phase)  # by number: calling the class takes longer than all else about a state
INSERT_REVIEW = "INSERT INTO reviews VALUES (?" + ", ?" * 11 + ")"
STATE_KINDS = (
    ChangeKind.DUE, ChangeKind.RESET, ChangeKind.FITTED, ChangeKind.MERGED, ChangeKind.BROUGHT
)  # fmt: skip


def state_values(state: MemoryState, *behind: int | None) -> tuple[Any, ...]:
    """The columns of `states` behind the card's key, in the order of the schema, and `behind` after them."""
    return (
        int(state.phase),
        state.step,
        state.stability,
        state.difficulty,
        state.due,
        state.last_review,
        state.reps,
        state.lapses,
        *behind,
    )


def state_from(row: Sequence[Any]) -> MemoryState:
    """A state from a row of `card_states`."""
    return MemoryState(row[0], _PHASES[row[1]], *row[2:])


def review_row(
    review: Review, key: int, card: int, previous: int | None, preset: int | None
) -> tuple[Any, ...]:
    """A row of `reviews`: all columns of the schema.

    `key` and `previous` are the entry's own key, and by how much that of the entry before lies below it.
    """
    at, phase, after = review.at, review.before.phase, review.after
    assert after.due is not None
    wait = after.due - at
    return (
        key,
        card,
        review.rating | phase << 3 | after.phase << 5 | (0 if after.step is None else after.step + 1) << 7,
        review.duration,
        (key >> DEVICE_BITS) - at,
        previous,
        wait << 1 | 1 if wait % 1000 else wait // 1000 << 1,
        after.stability,
        after.difficulty,
        after.reps,
        after.lapses,
        preset,
    )


def review_from(row: tuple[Any, ...], presets: Mapping[int | None, Preset]) -> Review:
    """A review from a row of `standing_reviews`; its states name the card as it was called then."""
    card, at, rating, duration, phase_before = row[1:6]
    phase, step, stability, difficulty, due, reps, lapses, preset, asked = row[14:23]
    after = MemoryState(asked, _PHASES[phase], step, stability, difficulty, due, at, reps, lapses)
    before = MemoryState(asked)
    if row[13] is not None:
        before = state_of_side(asked, row[13])
    elif phase_before:
        before = MemoryState(asked, _PHASES[phase_before], *row[6:13])
    return Review(card, at, Rating(rating), duration, before, after, presets.get(preset))


def state_of_side(card: str, text: str) -> MemoryState:
    """The state in one side of a change."""
    values = json.loads(text)
    return MemoryState(card, _PHASES[values[0]], *values[1:])


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
    """A change of a card from the last five columns of `standing_changes`."""
    card, at, kind, before, after = row
    if kind in STATE_KINDS:
        return Change(card, at, ChangeKind(kind), state_of_side(card, before), state_of_side(card, after))
    sides = (marks_from(json.loads(text)) for text in (before, after))
    return Change(card, at, ChangeKind(kind), *sides)
