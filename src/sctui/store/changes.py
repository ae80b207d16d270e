"""The log of changes: acts besides answers, written and taken back within the caller's transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from itertools import groupby

from sctui.model.change import Change, Marks
from sctui.model.review import MemoryState
from sctui.store.rows import change_from, side_text
from sctui.store.states import card_key, replace_marks, replace_state


def write_changes(
    connection: sqlite3.Connection, changes: Sequence[Change], review: int | None = None
) -> int:
    """Do all of `changes` as one act, and log them; gives the batch's number (0 for none).

    `review` is the number of the answer that brought them about.

    Raises:
        StaleStateError: when a card is not as a change says it was.
    """
    batch = 0
    (last,) = connection.execute("SELECT max(id) FROM reviews").fetchone()
    for change in changes:
        key = card_key(connection, change.card)
        _replace(connection, key, change.before, change.after)
        sides = side_text(change.before), side_text(change.after)
        values = (batch, last or 0, review, key, change.at, str(change.kind), *sides)
        number = connection.execute(_INSERT_CHANGE, values).fetchone()[0]
        batch = batch or number
    return batch


def newest_batch(
    connection: sqlite3.Connection, may_undo: Callable[[str], bool]
) -> tuple[int, int, list[Change]] | None:
    """The last act that stands, came from no answer, and touched only cards that `may_undo` allows.

    Gives its number, the number of the answer it came after, and its changes; None when there is none.
    """
    rows = connection.execute(_SELECT_BATCHES)
    for (batch, after_review), entries in groupby(rows, key=lambda row: (row[0], row[1])):
        changes = [change_from(row[2:]) for row in entries]
        if all(may_undo(change.card) for change in changes):
            rows.close()
            return batch, after_review, changes
    return None


def changes_of(connection: sqlite3.Connection, review: int) -> list[Change]:
    """What an answer brought about besides its state."""
    return [change_from(row) for row in connection.execute(_SELECT_OF_REVIEW, (review,))]


def reverse(connection: sqlite3.Connection, changes: Sequence[Change]) -> None:
    """Put every card back to what it was before, the last change first.

    Raises:
        StaleStateError: when a card is not as the changes left it.
    """
    for change in reversed(changes):
        _replace(connection, card_key(connection, change.card), change.after, change.before)


def _replace(
    connection: sqlite3.Connection, key: int, before: Marks | MemoryState, after: Marks | MemoryState
) -> None:
    if isinstance(before, MemoryState):
        assert isinstance(after, MemoryState)
        replace_state(connection, key, before, after)
    else:
        assert isinstance(after, Marks)
        replace_marks(connection, key, before, after)


# the first change of a batch is named by its own id
_INSERT_CHANGE = """
    INSERT INTO changes (batch, after_review, review, card, at, kind, before, after)
    VALUES (coalesce(nullif(?, 0), (SELECT coalesce(max(id), 0) + 1 FROM changes)), ?, ?, ?, ?, ?, ?, ?)
    RETURNING id
"""
_SELECT_BATCHES = """
    SELECT batch, after_review, card, at, kind, before, after FROM standing_changes
    WHERE review IS NULL ORDER BY batch DESC, number
"""
_SELECT_OF_REVIEW = """
    SELECT card, at, kind, before, after FROM standing_changes WHERE review = ? ORDER BY number
"""
