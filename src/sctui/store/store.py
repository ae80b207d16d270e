"""The learner's database: states of cards, the review log, and undoing. One answer is one transaction.

The log is its own undo record: each entry holds what was before it. Taking an act back restores that and logs
the reversal; the entry stays. States and marks are at all times what the entries that stand led to.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Self, TypeVar

from sctui.errors import CollectionError
from sctui.i18n import _
from sctui.model.change import Change, FileEdit, FittedParameters, Marks
from sctui.model.review import MemoryState, Phase, Review
from sctui.store import database
from sctui.store.changes import write_changes
from sctui.store.database import telling, transaction
from sctui.store.files import write_edits
from sctui.store.log import read_log, read_reviews, write_review
from sctui.store.migrations import is_current, is_empty, migrate
from sctui.store.presets import PresetIds, change_parameters, read_parameters
from sctui.store.rows import marks_from, state_from
from sctui.store.stamps import DEVICE_BITS
from sctui.store.states import (
    ANSWERS_SINCE,
    ANY_AFTER,
    SELECT_IDS,
    SELECT_MARKS,
    SELECT_STATELESS,
    SELECT_STATES,
    StaleStateError,
    few_and_all_studied,
)
from sctui.store.undo import Scope, Undone, do_again, take_back

T = TypeVar("T")


class Store:
    """A database file. One that does not exist reads as empty, and is made by the first `ensure`."""

    def __init__(self, path: Path, before_migration: Callable[[], None] | None = None) -> None:
        self._path = path
        self._before_migration = before_migration
        self._connection: sqlite3.Connection | None = None
        self._version: list[Any] = []
        self._studied: set[str] = set()
        self._studied_at: list[Any] = []
        self._marks: dict[str, Marks] = {}
        self._marks_at: list[Any] = []
        self._presets = PresetIds()

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
        database.check_folder(path)
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
        database.make_folder(self._path)
        with telling(self._path):
            connection = database.connect(self._path)
            try:
                if not is_current(connection, self._path):
                    if self._before_migration and not is_empty(connection):
                        self._before_migration()
                    migrate(connection)
                database.use_wal(connection)
                database.check_writable(connection)
            except BaseException:
                connection.close()
                raise
        self._connection = connection

    @property
    def path(self) -> Path:
        """The file, whether there is one yet or not."""
        return self._path

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def changed(self) -> bool:
        """Whether another process wrote to the database since this was last asked."""
        before, self._version = self._version, self._read("PRAGMA data_version")
        return before != self._version

    def version(self) -> object:
        """What is another one as soon as we or another process wrote to the database."""
        ours = self._connection.total_changes if self._connection else 0
        return ours, self._read("PRAGMA data_version")

    def due_before(self, moment: int) -> list[MemoryState]:
        """States of all cards that fall due before `moment` (UTC ms), earliest first."""
        rows = self._read("SELECT * FROM card_states WHERE due < ? ORDER BY due", moment)
        return [state_from(row) for row in rows]

    def states_page(self, after: int, size: int) -> list[tuple[int, MemoryState]]:
        """Some states, by keys that rise; `after` is the last key of the page before, 0 for the first."""
        return [(row[0], state_from(row[1:])) for row in self._read(SELECT_STATES, after, size)]

    def answered_after(self, moment: int) -> list[MemoryState]:
        """States of cards whose last answer lies after `moment` (UTC ms)."""
        later = self._read(ANY_AFTER, moment << DEVICE_BITS, moment)
        rows = self._read("SELECT * FROM card_states WHERE last_review > ?", moment) if later else []
        return [state_from(row) for row in rows]

    def studied(self) -> set[str]:
        """The ids of all cards that have a state, whether a deck still has them or not; not to be changed.

        It grows with our own answers, and is another set when a card is new again or another process wrote.
        """
        version = self._read("PRAGMA data_version")
        if version != self._studied_at:
            self._studied = set("".join(ids for (ids,) in self._read(SELECT_IDS)).split("\x1f"))
            self._studied.difference_update([""], *self._read(SELECT_STATELESS))
            self._studied_at = version
        return self._studied

    def all_studied_at_a_glance(self, cards: Iterable[str]) -> bool:
        """Whether these are few and all studied; never once `studied` was read, which tells it sooner."""
        return not self._studied_at and self._listed(lambda at: [few_and_all_studied(at, cards)]) == [True]

    def state(self, card: str) -> MemoryState:
        """The state of one card; that of a new card when it was never studied."""
        rows = self._read("SELECT * FROM card_states WHERE id = ?", card)
        return state_from(rows[0]) if rows else MemoryState(card)

    def answers_since(self, moment: int) -> list[tuple[str, Phase]]:
        """The answers that stand from `moment` (UTC ms) on: card, and its phase before the answer."""
        # a stamp is never below the time, so that the keys narrow it down
        rows = self._read(ANSWERS_SINCE, moment << DEVICE_BITS, moment)
        return [(card, Phase(phase)) for card, phase in rows]

    def reviews(self) -> list[Review]:
        """The review log in the order of the answers, without those taken back."""
        return self._listed(read_reviews)

    def log(self) -> list[Review | Change]:
        """Everything that happened to cards and stands, answers and changes, in the order it happened."""
        return [entry for _, entry in self._listed(read_log)]

    def marks(self) -> Mapping[str, Marks]:
        """The marks of all cards that have some; read again when they may have changed."""
        version = self._read("PRAGMA data_version")
        if version != self._marks_at:
            rows = self._read(SELECT_MARKS)
            self._marks = {row[0]: marks_from(row[1:]) for row in rows}
            self._marks_at = version
        return self._marks

    def change(self, changes: Sequence[Change]) -> None:
        """Change marks or states as one act, on the disk when this returns; it is undone as a whole.

        Raises:
            StaleStateError: when a card is not as a change says it was; nothing was written.
            CollectionError: when it cannot be written; nothing was.
        """
        connection = self._writable()
        with telling(self._path), transaction(connection):
            write_changes(connection, changes)
        self._forget()

    def parameters(self) -> list[FittedParameters]:
        """Every set of fitted parameters, oldest first; the last is the one in use."""
        return self._listed(read_parameters)

    def keep_parameters(self, fitted: FittedParameters, changes: Sequence[Change] = ()) -> None:
        """Use fitted parameters from now on; those before stay in the history.

        `changes` are what is remembered with them; they are written, and undone, as one act with them.

        Raises:
            StaleStateError: when a card is not as a change says it was; nothing was written.
            CollectionError: when they cannot be written; nothing was.
        """
        connection = self._writable()
        with telling(self._path), transaction(connection):
            write_changes(connection, changes, change_parameters(connection, fitted))
        self._forget()

    def record(self, review: Review, changes: Sequence[Change] = ()) -> int:
        """Write an answer: state and log together, on the disk when this returns. Gives the review's number.

        `changes` are what it brings about besides; they are undone with it.

        Raises:
            StaleStateError: when the stored state is not `review.before`; nothing was written.
            CollectionError: when it cannot be written; nothing was.
        """
        connection = self._writable()
        try:
            with telling(self._path), transaction(connection):
                number = write_review(connection, self._presets, review)
                write_changes(connection, changes, number)
        except BaseException:
            self._presets.forget()
            raise
        self._studied.add(review.card)
        if changes:
            self._forget()
        return number

    def undo(self, may_undo: Callable[[str], bool], now: int, **means: Any) -> Undone | None:
        """Take back the last act on cards that `may_undo` allows; None when there is none.

        States and marks go back to what they were before it; the log keeps it, marked as undone. `means` are
        those of `sctui.store.undo.Scope`: `replay` and `put`.

        Raises:
            CollectionError: when it cannot be written; nothing was.
        """
        return self._turned(take_back, Scope(may_undo, **means), now)

    def redo(self, may_redo: Callable[[str], bool], now: int, **means: Any) -> Undone | None:
        """Do again what was undone last, as long as nothing was done since; None when there is nothing.

        Raises:
            CollectionError: as `undo`.
        """
        return self._turned(do_again, Scope(may_redo, **means), now)

    def keep_edits(self, edits: Sequence[FileEdit], now: int, batch: int = 0) -> int:
        """Log edits of files, before they are written, as an act or as more of `batch`; gives the act's key.

        Raises:
            CollectionError: when it cannot be written; nothing was.
        """
        connection = self._writable()
        with telling(self._path), transaction(connection):
            return write_edits(connection, edits, now, batch)

    def _turned(
        self, turn: Callable[[sqlite3.Connection, Scope, int], Undone | None], scope: Scope, now: int
    ) -> Undone | None:
        connection = self._writable()
        try:
            with telling(self._path), transaction(connection):
                undone = turn(connection, scope, now)
        except StaleStateError as stale:
            message = _("{path}: the state of `{stale}` is not the one its last answer left").format(
                path=self._path, stale=stale
            )
            raise CollectionError(message, hint=_("Was the file edited by another program?")) from None
        if undone and (undone.changes or undone.restated):
            self._forget()
        elif undone and undone.review and (turn is do_again or undone.review.before.reps):
            self._studied.add(undone.review.card)
        elif undone and undone.review:
            self._studied = self._studied - {undone.review.card}
        return undone

    def _forget(self) -> None:
        """Read marks and states again: `data_version` does not tell of our own changes."""
        self._studied_at, self._marks_at = [], []

    def _writable(self) -> sqlite3.Connection:
        self.ensure()
        assert self._connection is not None
        return self._connection

    def _listed(self, read: Callable[[sqlite3.Connection], Iterable[T]]) -> list[T]:
        if self._connection is None:
            return []
        with telling(self._path):
            return list(read(self._connection))

    def _read(self, query: str, *values: object) -> list[Any]:
        return self._listed(lambda connection: connection.execute(query, values))
