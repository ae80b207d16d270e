"""The journal of changes: acts besides answers, written and taken back within the caller's transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sctui.model.change import Change, Marks
from sctui.model.review import MemoryState
from sctui.store.rows import STATE_KINDS, change_from, side_text
from sctui.store.stamps import OURS, next_key
from sctui.store.states import card_key, entry_of, replace_marks, replace_state


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the journal: its keys, and what was changed. `card` is None for what concerns no card."""

    key: int
    batch: int
    previous: int | None
    card: str | None
    at: int
    kind: str
    before: str
    after: str

    @property
    def change(self) -> Change:
        """What it says of a card's marks or state."""
        return change_from((self.card, self.at, self.kind, self.before, self.after))


def write_changes(connection: sqlite3.Connection, changes: Sequence[Change], batch: int | None = None) -> int:
    """Do all of `changes` as one act, and log them; gives the batch's key (0 for none).

    `batch` is the key of the answer that brought them about.

    Raises:
        StaleStateError: when a card is not as a change says it was.
    """
    for change in changes:
        card = card_key(connection, change.card)
        key, skew = next_key(connection, change.at)
        before = entry_of(connection, card) if change.kind in STATE_KINDS else None
        _replace(connection, card, change.before, change.after, key)
        batch = batch or key
        previous = None if before is None else key - before
        sides = side_text(change.before), side_text(change.after)
        write_entry(connection, (key, batch, card, skew, previous, str(change.kind), *sides))
    return batch or 0


def write_entry(connection: sqlite3.Connection, values: tuple[Any, ...]) -> None:
    """Add a row to the journal: key, batch, card's key, skew, previous, kind, before, after."""
    connection.execute("INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)


def newest_batch(
    connection: sqlite3.Connection, may_undo: Callable[[Sequence[Entry]], bool], above: int
) -> list[Entry]:
    """The entries of the last act that stands, came from no answer, and that `may_undo` allows; else none.

    Only acts with keys `above` that of the last answer are looked at.
    """
    rows = connection.execute(_SELECT_BATCHES, (above,))
    for _, batch in groupby(map(_entry, rows), key=lambda entry: entry.batch):
        entries = list(batch)
        if may_undo(entries):
            rows.close()
            return entries
    return []


def entries_of(connection: sqlite3.Connection, batch: int) -> list[Entry]:
    """All entries of an act, or those that an answer brought about, whether they stand or not."""
    return [_entry(row) for row in connection.execute(_SELECT_BATCH, (batch,))]


def reverse(connection: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    """Put every card back to what it was before, the last change first.

    Raises:
        StaleStateError: when a card is not as the changes left it.
    """
    for entry in reversed(entries):
        change = entry.change
        before = None if entry.previous is None else entry.key - entry.previous
        _replace(connection, card_key(connection, change.card), change.after, change.before, before)


def repeat(connection: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    """Do again what was taken back.

    Raises:
        StaleStateError: when a card is not as it was before the changes.
    """
    for entry in entries:
        change = entry.change
        _replace(connection, card_key(connection, change.card), change.before, change.after, entry.key)


def _replace(
    connection: sqlite3.Connection,
    card: int,
    before: Marks | MemoryState,
    after: Marks | MemoryState,
    entry: int | None,
) -> None:
    if isinstance(before, MemoryState):
        assert isinstance(after, MemoryState)
        replace_state(connection, card, before, after, entry)
    else:
        assert isinstance(after, Marks)
        replace_marks(connection, card, before, after)


def _entry(row: tuple[Any, ...]) -> Entry:
    return Entry(*row)


_SELECT_BATCHES = f"""
    SELECT number, batch, previous, card, at, kind, before, after FROM standing_changes
    WHERE batch > ? AND kind NOT IN ('merged', 'deck')
        AND NOT EXISTS (SELECT 1 FROM reviews WHERE reviews.key = batch)
        AND batch & 255 IN {OURS}
    ORDER BY batch DESC, number
"""  # noqa: S608 -- a text of ours
_SELECT_BATCH = """
    SELECT changes.key, batch, previous, coalesce(target.id, c.id), changes.at, kind, before, after
    FROM changes LEFT JOIN cards AS c ON c.key = changes.card
    LEFT JOIN cards AS target ON target.key = c.becomes
    WHERE batch = ? ORDER BY changes.key
"""
