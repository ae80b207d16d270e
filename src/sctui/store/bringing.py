"""Answers and states of another program, brought into the log as one act beside edits of files."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

from sctui.model.change import Change, ChangeKind, FileEdit, Marks
from sctui.model.review import MemoryState, Review
from sctui.store.database import connect, telling, transaction
from sctui.store.files import write_edits
from sctui.store.log import LogEntry, read_log
from sctui.store.presets import PresetIds
from sctui.store.rows import (
    INSERT_REVIEW,
    STATE_KINDS,
    marks_values,
    review_row,
    side_text,
    state_from,
    state_values,
)
from sctui.store.stamps import DEVICE_BITS, next_key
from sctui.store.states import PUT_STATE, StaleStateError, card_key


def log_of(path: Path, cards: Iterable[str]) -> list[LogEntry]:
    """What stands in the log about cards (by their ids), in its order; nothing without a file.

    Raises:
        CollectionError: when the database cannot be read.
    """
    if not path.exists():
        return []
    wanted = set(cards)
    with telling(path), closing(connect(path)) as connection:
        rows = connection.execute("SELECT key, id FROM cards").fetchall()
        keys = [key for key, name in rows if name in wanted]
        return read_log(connection, keys) if keys else []


def bring(
    path: Path, edits: Sequence[FileEdit], reviews: Sequence[Review], changes: Sequence[Change], now: int
) -> None:
    """Log answers in the order given, then changes, and edits of files: one act, which undo takes back.

    The answers to a card begin with the state it has, and each goes on from the one before; the changes of
    its state go on from the last answer. What is in the files is the caller's to write afterwards.

    Raises:
        StaleStateError: when a card was studied meanwhile; nothing was written.
        CollectionError: when it cannot be written; nothing was.
    """
    with telling(path), closing(connect(path)) as connection, transaction(connection):
        first, _ = next_key(connection, max((now, *(review.at for review in reviews))))
        writer = _Writer(connection, first)
        writer.reviews(reviews)
        batch = writer.next
        if reviews:
            span = [first >> DEVICE_BITS, (batch >> DEVICE_BITS) - 1]
            writer.entry(batch, None, None, now, str(ChangeKind.IMPORT), ("null", json.dumps(span)))
        writer.changes(changes, batch)
        writer.flush()
        write_edits(connection, edits, now, batch if reviews or changes else 0)


def states_of(path: Path) -> dict[str, MemoryState]:
    """The states of all cards that have one; none without a file.

    Raises:
        CollectionError: when the database cannot be read.
    """
    if not path.exists():
        return {}
    with telling(path), closing(connect(path)) as connection:
        rows = connection.execute("SELECT * FROM card_states")
        return {row[0]: state_from(row) for row in rows}


class _Writer:
    """Gives out keys one after the other, and keeps what each card's last entry and state are."""

    def __init__(self, connection: sqlite3.Connection, first: int) -> None:
        self._connection, self.next = connection, first
        self._keys: dict[str, int] = {}
        rows = connection.execute(_STATES)
        self._states: dict[int, tuple[MemoryState, int | None]] = {
            row[0]: (state_from(row[1:-1]), row[-1]) for row in rows
        }
        self._marks: dict[int, Marks] = {}
        self._touched: set[int] = set()
        self._entries: list[tuple[object, ...]] = []

    def reviews(self, reviews: Sequence[Review]) -> None:
        """Log answers."""
        presets = PresetIds()
        rows = []
        preset, number = None, None
        for review in reviews:
            if review.preset is not preset:  # to tell equal ones costs more than all else here
                preset, number = review.preset, presets.of(self._connection, review.preset)
            card, key = self._card(review.card), self._key()
            entry = self._go_on(card, review.before, review.after, key)
            previous = None if entry is None or not review.before.reps else key - entry
            rows.append(review_row(review, key, card, previous, number))
        self._connection.executemany(INSERT_REVIEW, rows)

    def changes(self, changes: Sequence[Change], batch: int) -> None:
        """Log changes, as parts of the act `batch`."""
        for change in changes:
            card, key = self._card(change.card), self.next
            previous = None
            if change.kind in STATE_KINDS:
                assert isinstance(change.before, MemoryState)
                assert isinstance(change.after, MemoryState)
                entry = self._go_on(card, change.before, change.after, key)
                previous = None if entry is None else key - entry
            else:
                assert isinstance(change.after, Marks)
                self._marks[card] = change.after
            sides = side_text(change.before), side_text(change.after)
            self.entry(batch, card, previous, change.at, str(change.kind), sides)

    def entry(
        self, batch: int, card: int | None, previous: int | None, at: int, kind: str, sides: tuple[str, str]
    ) -> None:
        """Add a row to the journal."""
        key = self._key()
        self._entries.append((key, batch, card, (key >> DEVICE_BITS) - at, previous, kind, *sides))

    def flush(self) -> None:
        """Write the journal, and what states and marks have become."""
        many = self._connection.executemany
        many("INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?, ?)", self._entries)
        states = [(card, *self._states[card]) for card in self._touched]
        many("DELETE FROM states WHERE card = ?", ((card,) for card, state, _ in states if not state.reps))
        many(
            PUT_STATE,
            ((card, *state_values(state), entry) for card, state, entry in states if state.reps),
        )
        unmarked = ((card,) for card, marks in self._marks.items() if marks == Marks())
        many("DELETE FROM marks WHERE card = ?", unmarked)
        marked = ((card, *marks_values(marks)) for card, marks in self._marks.items() if marks != Marks())
        many("INSERT OR REPLACE INTO marks VALUES (?, ?, ?, ?, ?)", marked)

    def _go_on(self, card: int, before: MemoryState, after: MemoryState, key: int) -> int | None:
        """Let a card's state become `after`; gives the entry that it goes on from."""
        stored, entry = self._states.get(card, (None, None))
        known = stored.reps if stored else 0, stored.last_review if stored else None
        if known != (before.reps, before.last_review):
            raise StaleStateError(before.card)
        self._states[card] = after, key
        self._touched.add(card)
        return entry

    def _card(self, name: str) -> int:
        if name not in self._keys:
            self._keys[name] = card_key(self._connection, name)
        return self._keys[name]

    def _key(self) -> int:
        key = self.next
        self.next += 1 << DEVICE_BITS
        return key


_STATES = """
    SELECT s.card, c.id, phase, step, stability, difficulty, due, last_review, reps, lapses, entry
    FROM states AS s JOIN cards AS c ON c.key = s.card
"""
