"""The learner's database: states of cards, the review log, and undoing. One answer is one transaction.

The log is its own undo record: each review holds the state before it. Taking an answer back restores that
state and adds a row to `undone`; the review stays. The states are at all times what the reviews that stand
(those not undone) led to, so that any number of answers can be taken back, also those of earlier days.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Set
from pathlib import Path
from typing import Any, Self

from sctui.errors import CollectionError
from sctui.model.review import MemoryState, Phase, Review
from sctui.store.database import (
    check_folder,
    check_writable,
    connect,
    make_folder,
    telling,
    transaction,
    use_wal,
)
from sctui.store.migrations import is_current, is_empty, migrate
from sctui.store.rows import review_from, review_values, state_from, state_values


class StaleStateError(Exception):
    """The card was studied elsewhere since its state was read; nothing was written."""


class Store:
    """A database file. One that does not exist reads as empty, and is made by the first `ensure`."""

    def __init__(self, path: Path, before_migration: Callable[[], None] | None = None) -> None:
        self._path = path
        self._before_migration = before_migration
        self._connection: sqlite3.Connection | None = None
        self._version: list[Any] = []
        self._studied: set[str] = set()
        self._studied_at: list[Any] = []

    @classmethod
    def open(cls, path: Path, before_migration: Callable[[], None] | None = None) -> Self:
        """Open the database if there is one; make sure that there could be one otherwise.

        `before_migration` is called before the tables of an older database are changed; what it raises
        leaves them as they are.

        Raises:
            HomeError: when the folder cannot be created or written to.
            CollectionError: when the file is newer than we know, locked, write-protected or no database.
        """
        store = cls(path, before_migration)
        check_folder(path)
        if path.exists():
            store.ensure()
        return store

    def ensure(self) -> None:
        """Create the folder and the database where there is none, and bring an older one up to date.

        Raises:
            HomeError, CollectionError: as `open`.
        """
        if self._connection is not None:
            return
        make_folder(self._path)
        with telling(self._path):
            connection = connect(self._path)
            try:
                if not is_current(connection, self._path):
                    if self._before_migration and not is_empty(connection):
                        self._before_migration()
                    migrate(connection)
                use_wal(connection)
                check_writable(connection)
            except BaseException:
                connection.close()
                raise
        self._connection = connection

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def changed(self) -> bool:
        """Whether another process wrote to the database since this was last asked."""
        version = self._read("PRAGMA data_version")
        changed = version != self._version
        self._version = version
        return changed

    def due_before(self, moment: int) -> list[MemoryState]:
        """States of all cards that fall due before `moment` (UTC ms), earliest first."""
        rows = self._read("SELECT * FROM card_states WHERE due < ? ORDER BY due", moment)
        return [state_from(row) for row in rows]

    def studied(self) -> Set[str]:
        """The ids of all cards that have a state, whether a deck still has them or not.

        Read once, then kept in step with our own answers; read again when another process wrote.
        """
        version = self._read("PRAGMA data_version")
        if version != self._studied_at:
            self._studied = {row[0] for row in self._read("SELECT id FROM card_states")}
            self._studied_at = version
        return self._studied

    def state(self, card: str) -> MemoryState:
        """The state of one card; that of a new card when it was never studied."""
        rows = self._read("SELECT * FROM card_states WHERE id = ?", card)
        return state_from(rows[0]) if rows else MemoryState(card)

    def answers_since(self, moment: int) -> list[tuple[str, Phase]]:
        """The answers that stand from `moment` (UTC ms) on: card, and its phase before the answer."""
        rows = self._read("SELECT card, phase_before FROM standing_reviews WHERE at >= ?", moment)
        return [(card, Phase(phase)) for card, phase in rows]

    def reviews(self) -> list[Review]:
        """The review log in the order of the answers, without those taken back."""
        return [review_from(row) for row in self._read("SELECT * FROM standing_reviews ORDER BY number")]

    def record(self, review: Review) -> int:
        """Write an answer: state and log together, on the disk when this returns. Gives the review's number.

        Raises:
            StaleStateError: when the stored state is not `review.before`; nothing was written.
            CollectionError: when it cannot be written; nothing was.
        """
        connection = self._writable()
        with telling(self._path), transaction(connection):
            row = connection.execute("SELECT key FROM cards WHERE id = ?", (review.card,)).fetchone()
            if row is None:
                row = connection.execute(_INSERT_CARD, (review.card,)).fetchone()
            _replace(connection, row[0], review.before, review.after)
            cursor = connection.execute(_INSERT_REVIEW, (row[0], *review_values(review)))
        self._studied.add(review.card)
        return int(cursor.lastrowid or 0)

    def undo(self, may_undo: Callable[[str], bool], now: int) -> tuple[int, Review] | None:
        """Take back the last answer to a card that `may_undo` allows: its number and review, or None.

        The state goes back to what it was before that answer; the log keeps the answer, marked as undone.

        Raises:
            CollectionError: when it cannot be written; nothing was.
        """
        connection = self._writable()
        with telling(self._path), transaction(connection):
            answers = connection.execute("SELECT number, card FROM standing_reviews ORDER BY number DESC")
            number = next((number for number, card in answers if may_undo(card)), None)
            answers.close()
            if number is None:
                return None
            row = connection.execute("SELECT * FROM standing_reviews WHERE number = ?", (number,)).fetchone()
            review = review_from(row)
            (key,) = connection.execute("SELECT key FROM cards WHERE id = ?", (review.card,)).fetchone()
            try:
                _replace(connection, key, review.after, review.before)
            except StaleStateError:
                message = f"{self._path}: the state of `{review.card}` is not the one its last answer left"
                raise CollectionError(message, hint="Was the file edited by another program?") from None
            connection.execute("INSERT INTO undone (review, at) VALUES (?, ?)", (number, now))
        if review.before.phase is Phase.NEW:
            self._studied.discard(review.card)
        return number, review

    def _writable(self) -> sqlite3.Connection:
        self.ensure()
        assert self._connection is not None
        return self._connection

    def _read(self, query: str, *values: object) -> list[Any]:
        if self._connection is None:
            return []
        with telling(self._path):
            return self._connection.execute(query, values).fetchall()


def _replace(connection: sqlite3.Connection, key: int, before: MemoryState, after: MemoryState) -> None:
    """Change a state, provided that it still is `before`; a new card has no row."""
    if before.phase is Phase.NEW:
        changed = connection.execute(_INSERT_STATE, (key, *state_values(after)))
    elif after.phase is Phase.NEW:
        changed = connection.execute(_DELETE_STATE, (key, before.reps, before.last_review))
    else:
        values = (*state_values(after), key, before.reps, before.last_review)
        changed = connection.execute(_UPDATE_STATE, values)
    if changed.rowcount != 1:
        raise StaleStateError(before.card)


_INSERT_CARD = "INSERT INTO cards (id) VALUES (?) RETURNING key"
_INSERT_STATE = "INSERT INTO states VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (card) DO NOTHING"
# reps and last_review together name one moment of a card's life: reps rises with every answer that stands
_UPDATE_STATE = """
    UPDATE states SET phase = ?, step = ?, stability = ?, difficulty = ?,
        due = ?, last_review = ?, reps = ?, lapses = ?
    WHERE card = ? AND reps = ? AND last_review = ?
"""
_DELETE_STATE = "DELETE FROM states WHERE card = ? AND reps = ? AND last_review = ?"
_INSERT_REVIEW = "INSERT INTO reviews VALUES (NULL" + ", ?" * 18 + ")"
