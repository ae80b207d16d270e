"""A consistent copy of a database, also while it is being written to; and the proof that one is sound."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sctui.errors import DamagedError
from sctui.i18n import _
from sctui.store.database import connect, telling
from sctui.store.migrations import is_current, refuse_unknown


@dataclass(frozen=True, slots=True)
class Contents:
    """What a sound database holds: its schema version, the cards ever studied, and the answers ever given."""

    version: int
    cards: int
    reviews: int


def copy_database(source: Path, target: Path, *, durable: bool = True) -> None:
    """Copy a database through SQLite's backup interface; `target` is replaced in one transaction.

    Others may read and write `source` meanwhile: the copy is of one moment. The interpreter is free while
    SQLite copies. A copy that is not `durable` is a new file, thrown away after a crash: nothing waits for
    the disk.

    Raises:
        CollectionError: when either cannot be used, or `source` is newer than we know; `target` is then as
            it was.
    """
    with telling(source), closing(connect(source)) as reading, closing(connect(target)) as writing:
        refuse_unknown(reading, source)
        if not durable:
            writing.execute("PRAGMA synchronous = OFF")
            writing.execute("PRAGMA journal_mode = OFF")
        reading.backup(writing)


def examine(path: Path) -> Contents:
    """Open a database and see that it is whole.

    Raises:
        CollectionError: when it is no database of ours, newer than we know, damaged, or breaks its own rules.
    """
    with telling(path), closing(connect(path)) as connection:
        refuse_unknown(connection, path)
        return _whole(connection, path, "integrity_check")


def prove(path: Path, original: Path, *, indexes: bool) -> Contents:
    """Open a copy that nobody else uses and see that it is whole; a sixth of the time that `examine` takes.

    What is wrong is told of the `original`, which the learner knows.

    All pages of tables and indexes, and the order and form of all rows are checked, and of every table but
    the log also the types and rules that SQLite kept when the rows were written (`examine` looks at those,
    too). `indexes` tells whether each index is compared with its table as well, which takes half as long
    again: for the copy it does not matter, since whoever uses one makes its indexes anew (`renew_indexes`).

    Raises:
        CollectionError: as `examine`.
    """
    with telling(original), closing(connect(path)) as connection:
        check = "integrity_check" if indexes else "quick_check"
        if not is_current(connection, original):
            return _whole(connection, original, check)
        # most of the time of a check goes into the types of a million answers: looked at as rows of any type,
        # within a transaction that is rolled back, so that not a byte of the file changes
        columns = connection.execute(_STORED_COLUMNS).fetchall()
        told = ", ".join(f"{name} INTEGER PRIMARY KEY" if is_key else name for name, is_key in columns)
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("BEGIN")
        connection.execute(_RETELL, (f"CREATE TABLE reviews ({told})",))
        connection.execute("PRAGMA writable_schema = RESET")
        try:
            return _whole(connection, original, check)
        finally:
            connection.execute("ROLLBACK")


def renew_indexes(path: Path) -> None:
    """Make the indexes of a copy anew from its tables.

    Raises:
        CollectionError: when that cannot be done, as when a card's id stands there twice.
    """
    with telling(path), closing(connect(path)) as connection:
        connection.execute("REINDEX")


def contents(connection: sqlite3.Connection) -> Contents:
    """What an open database holds; an empty file holds nothing.

    Raises:
        sqlite3.Error: call it within `telling`.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if not version:
        return Contents(0, 0, 0)
    (cards,) = connection.execute("SELECT count(*) FROM cards NOT INDEXED").fetchone()
    (reviews,) = connection.execute("SELECT count(*) FROM reviews NOT INDEXED").fetchone()
    return Contents(version, cards, reviews)


def _whole(connection: sqlite3.Connection, path: Path, check: str) -> Contents:
    found = connection.execute(f"PRAGMA {check}(1)").fetchone()[0]
    if found != "ok":
        raise DamagedError(
            _("{path}: is damaged: {found}").format(path=path, found=found), hint=_("Run `sctui doctor`.")
        )
    return contents(connection)


_STORED_COLUMNS = "SELECT name, pk FROM pragma_table_xinfo('reviews') WHERE hidden = 0"
_RETELL = "UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = 'reviews'"
