"""The learner's database: states of cards, the review log, and undoing. One answer is one transaction.

The log is its own undo record: each entry holds what was before it. Taking an act back restores that and logs
the reversal; the entry stays. States and marks are at all times what the entries that stand led to.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

from sctui.errors import CollectionError
from sctui.i18n import _
from sctui.model.change import Change, FileEdit, FittedParameters
from sctui.model.review import Review
from sctui.store import database
from sctui.store.changes import write_changes
from sctui.store.database import telling, transaction
from sctui.store.files import write_edits
from sctui.store.log import write_review
from sctui.store.migrations import is_current, is_empty, migrate
from sctui.store.presets import PresetIds, change_parameters
from sctui.store.reading import Reader
from sctui.store.rows import STATE_KINDS
from sctui.store.states import StaleStateError, file_again
from sctui.store.touched import Touched
from sctui.store.undo import Scope, Undone, do_again, take_back

_DAY = 86_400_000  # ms


class Store(Reader):
    """A database file. One that does not exist reads as empty, and is made by the first `ensure`."""

    def __init__(self, path: Path, before_migration: Callable[[], None] | None = None) -> None:
        super().__init__(path)
        self._before_migration = before_migration
        self._presets = PresetIds()
        self._touched = Touched()
        self._name = str(path)
        self._file: object = None
        self._answered_until = 0

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
        self._file = database.identity(self._name)
        self._opened += 1

    def close(self) -> None:
        """Let go of the file, having done what answers did not wait for."""
        if self._connection is None:
            return
        if self._answered_until and database.identity(self._name) == self._file:
            with suppress(sqlite3.Error):  # another program is writing, or the disk is full: next time, then
                self._connection.execute("PRAGMA busy_timeout = 0")
                with transaction(self._connection):
                    file_again(self._connection, self._answered_until + _DAY)
        self._connection.close()
        self._connection, self._answered_until = None, 0

    def change(self, changes: Sequence[Change]) -> None:
        """Change marks or states as one act, on the disk when this returns; it is undone as a whole.

        Raises:
            StaleStateError: when a card is not as a change says it was; nothing was written.
            CollectionError: when it cannot be written; nothing was.
        """
        connection, before = self._writable(), self._own_version()
        with telling(self._path), transaction(connection):
            write_changes(connection, changes)
        self._forget(changes)
        self._touched.add(before, self._own_version(), (change.card for change in changes))

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
        self._forget(changes)

    def record(self, review: Review, changes: Sequence[Change] = ()) -> int:
        """Write an answer: state and log together, on the disk when this returns. Gives the review's number.

        `changes` are what it brings about besides; they are undone with it.

        Raises:
            StaleStateError: when the stored state is not `review.before`; nothing was written.
            CollectionError: when it cannot be written; nothing was.
        """
        connection, before = self._writable(), self._own_version()
        hand = connection.cursor()
        try:  # as `telling` and `transaction` do, without their steps: an answer is waited for
            hand.execute("BEGIN IMMEDIATE")
            others = hand.execute("PRAGMA data_version").fetchall()
            known = self._foreseen.of(review.card, before, others)
            number = write_review(hand, self._presets, review, known)
            if changes:
                write_changes(connection, changes, number)
            hand.execute("COMMIT")
        except BaseException:
            self._presets.forget()
            with telling(self._path):
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        if self._fresh and not review.before.reps:
            self._fresh.answered(review.card)
        self._answered_until = review.at
        after = self._own_version()
        if changes:
            self._forget(changes)
        else:
            self._foreseen.answered(number, after, others)
        cards = (review.card, *[change.card for change in changes]) if changes else (review.card,)
        self._touched.add(before, after, cards)
        return number

    def touched_since(self, version: object) -> set[str] | None:
        """The cards whose states may have changed since a `version`, where only acts here can have done it.

        None where anything else was written, or where it is too long ago: they may be any.
        """
        cards = self._touched.since(version, self.version())
        if cards:  # what became of a card is told of under both its names
            both = ({now, before} for now, before in self.former_names().items())
            cards.update(*(names for names in both if names & cards))
        return cards

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
        connection, before = self._writable(), self._own_version()
        try:
            with telling(self._path), transaction(connection):
                undone = turn(connection, scope, now)
        except StaleStateError as stale:
            message = _("{path}: the state of `{stale}` is not the one its last answer left").format(
                path=self._path, stale=stale
            )
            raise CollectionError(message, hint=_("Was the file edited by another program?")) from None
        if undone and not (undone.restated or undone.brought or undone.mapped):
            self._touched.add(before, self._own_version(), undone.cards)
        if undone and (undone.changes or undone.restated):
            self._fresh, self._marks_at = None, []
        elif undone and undone.review and self._fresh:
            if turn is do_again or undone.review.before.reps:
                self._fresh.answered(undone.review.card)
            elif undone.review.card in self._fresh_of and undone.review.card not in self.former_names():
                self._fresh.taken_back(undone.review.card)
            else:
                self._fresh = None
        return undone

    def _forget(self, changes: Sequence[Change]) -> None:
        """Read again what these have changed: `data_version` does not tell of our own changes."""
        if not changes:
            return
        self._marks_at = []
        if any(change.kind in STATE_KINDS for change in changes):
            self._fresh = None

    def _writable(self) -> sqlite3.Connection:
        if self._connection is None:
            self.ensure()
        elif database.identity(self._name) != self._file:
            self._take_up_anew()
        assert self._connection is not None
        return self._connection

    def _take_up_anew(self) -> None:
        """Go on with the file that lies there now, and say so: SQLite would write into the former one.

        Raises:
            CollectionError: always. Where there is no file any more, none is made.
        """
        if not self._path.exists():
            raise CollectionError(
                _("{path}: is gone, and was open here").format(path=self._path),
                hint=_("Connect the disk or share again, or put the file back. Your last act was not saved."),
            )
        self.close()
        self._presets.forget()
        self._fresh, self._marks_at, self._version = None, [], []
        self.ensure()
        raise CollectionError(
            _("{path}: another file was put in its place while it was open here").format(path=self._path),
            hint=_("Your last act was not saved: do it once more. It then goes into the file that is there."),
        )
