"""A consistent copy of a database, also while it is being written to; and the proof that one is sound."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sctui.errors import DamagedError
from sctui.store.database import connect, telling
from sctui.store.migrations import refuse_unknown


@dataclass(frozen=True, slots=True)
class Contents:
    """What a sound database holds: its schema version, the cards ever studied, and the answers ever given."""

    version: int
    cards: int
    reviews: int


def copy_database(source: Path, target: Path) -> None:
    """Copy a database through SQLite's backup interface; `target` is replaced in one transaction.

    Others may read and write `source` meanwhile: the copy is of one moment. The interpreter is free while
    SQLite copies.

    Raises:
        CollectionError: when either cannot be used; `target` is then as it was.
    """
    with telling(source), closing(connect(source)) as reading, closing(connect(target)) as writing:
        reading.backup(writing)


def examine(path: Path) -> Contents:
    """Open a database and see that it is whole.

    Raises:
        CollectionError: when it is no database of ours, newer than we know, damaged, or breaks its own rules.
    """
    with telling(path), closing(connect(path)) as connection:
        refuse_unknown(connection, path)
        found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if found != "ok":
            raise DamagedError(f"{path}: is damaged: {found}", hint="Run `sctui doctor`.")
        return contents(connection)


def holds(path: Path) -> Contents:
    """What a database holds, taken at its word.

    Raises:
        CollectionError: when it cannot be read.
    """
    with telling(path), closing(connect(path)) as connection:
        return contents(connection)


def contents(connection: sqlite3.Connection) -> Contents:
    """What an open database holds; an empty file holds nothing.

    Raises:
        sqlite3.Error: call it within `telling`.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if not version:
        return Contents(0, 0, 0)
    (cards,) = connection.execute("SELECT count(*) FROM cards").fetchone()
    (reviews,) = connection.execute("SELECT count(*) FROM reviews").fetchone()
    return Contents(version, cards, reviews)
