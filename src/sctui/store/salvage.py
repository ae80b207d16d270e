"""Reading what can still be read of a damaged database, page by page, into a sound one.

Which table a page belongs to says the table's own tree, as far as it holds together; a page that no tree
leads to is told by the shape of its rows. Tables that only repeat what the logs say are left out: they are
made anew from the logs.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sctui.store.database import connect, telling, transaction
from sctui.store.migrations import CURRENT, migrate
from sctui.store.pages import INTERIOR, LEAF, Pages, Row, Value

_TYPES: Mapping[str, tuple[type, ...]] = {
    "INTEGER": (int,),
    "REAL": (float, int),
    "TEXT": (str,),
    "BLOB": (bytes,),
}


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was read: rows by table, of which version, and how many pages gave nothing, or are cut off."""

    version: int
    rows: Mapping[str, int]
    pages: int
    unreadable: int


@dataclass(frozen=True, slots=True)
class _Table:
    name: str
    columns: tuple[str, ...]
    types: tuple[tuple[type, ...], ...]
    required: tuple[bool, ...]
    rowid: int | None

    def values(self, row: Row) -> tuple[Value, ...] | None:
        """The values of a row of this table; None when it cannot be one."""
        values = list(row.values) + [None] * (len(self.columns) - len(row.values))
        if len(values) != len(self.columns):
            return None
        if self.rowid is not None:
            if values[self.rowid] is not None:
                return None
            values[self.rowid] = row.rowid
        for value, types, required in zip(values, self.types, self.required, strict=True):
            if required if value is None else not isinstance(value, types):
                return None
        if isinstance(values[1], str) and (self.name == "presets") != values[1].startswith("{"):
            return None  # a card's id and a preset would look alike
        return tuple(values)


def salvage(damaged: Path, target: Path) -> Salvaged:
    """Put every row of `damaged` (and of the write-ahead log beside it) that can be read into a new database.

    `target` gets the version that the damaged file had, and no states: they are to be made from the log.

    Raises:
        OSError: when the damaged file cannot be read at all.
        CollectionError: when `target` cannot be written.
    """
    log = damaged.with_name(damaged.name + "-wal")
    pages = Pages.of(damaged.read_bytes(), log.read_bytes() if log.exists() else b"")
    owners = dict(_owners(pages))
    candidates = [_read(pages, owners, version) for version in _versions(pages)]
    version, rows, unreadable = max(candidates, key=lambda found: sum(map(len, found[1].values())))
    with telling(target), closing(connect(target)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        migrate(connection, version)
        with transaction(connection):
            for table in _tables(connection):
                _insert(connection, table, rows.get(table.name, {}))
        counts = {table: len(found) for table, found in rows.items() if found}
    return Salvaged(version, counts, pages.count + pages.cut_off, unreadable + pages.cut_off)


def _versions(pages: Pages) -> range:
    """The schema versions that the file may have: the one its header says, or any."""
    said = int.from_bytes(pages.page(1)[60:64], "big")
    return range(said, said + 1) if 1 <= said <= CURRENT else range(1, CURRENT + 1)


def _owners(pages: Pages) -> Iterator[tuple[int, str]]:
    """The leaf pages that trees lead to, with the names of their tables."""
    for leaf in _leaves(pages, 1):
        yield leaf, "sqlite_schema"
        for row in pages.rows(leaf):
            match row.values:
                case ("table", str(name), _, int(root), _) if 0 < root <= pages.count:
                    yield from ((below, name) for below in _leaves(pages, root))


def _leaves(pages: Pages, root: int) -> Iterator[int]:
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        number = waiting.pop()
        if number in seen or not 0 < number <= pages.count:
            continue
        seen.add(number)
        kind = pages.kind(number)
        if kind == LEAF:
            yield number
        elif kind == INTERIOR:
            waiting += pages.children(number)


def _read(
    pages: Pages, owners: Mapping[int, str], version: int
) -> tuple[int, dict[str, dict[int, tuple[Value, ...]]], int]:
    """The rows of all leaf pages by table and rowid, as a database of `version` would have them."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as model:
        migrate(model, version)
        tables = {table.name: table for table in _tables(model)}
    found: dict[str, dict[int, tuple[Value, ...]]] = {name: {} for name in tables}
    unreadable = 0
    for number in range(1, pages.count + 1):
        if pages.kind(number) != LEAF:
            unreadable += number in owners or not any(pages.page(number))
            continue
        rows = list(pages.rows(number))
        name = owners.get(number) or _likeliest(rows, tables.values())
        if name in tables:
            read = {row.rowid: tables[name].values(row) for row in rows}
            found[name] |= {rowid: values for rowid, values in read.items() if values}
    return version, found, unreadable


def _likeliest(rows: Iterable[Row], tables: Iterable[_Table]) -> str:
    """The table whose rows these look like most; "" when they look like none's."""
    fitting = Counter({table.name: sum(table.values(row) is not None for row in rows) for table in tables})
    name, count = fitting.most_common(1)[0]
    return name if count else ""


def _tables(connection: sqlite3.Connection) -> Iterator[_Table]:
    names = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT wr"
        " AND name NOT LIKE 'sqlite_%' AND name NOT IN ('states', 'marks')"
    ).fetchall()
    for (name,) in names:
        columns = connection.execute(f"PRAGMA table_info({name})").fetchall()
        yield _Table(
            name,
            tuple(column[1] for column in columns),
            tuple(_TYPES[column[2]] for column in columns),
            tuple(bool(column[3]) for column in columns),
            next(
                (place for place, column in enumerate(columns) if column[5] and column[2] == "INTEGER"), None
            ),
        )


def _insert(connection: sqlite3.Connection, table: _Table, rows: Mapping[int, tuple[Value, ...]]) -> None:
    marks = ", ".join("?" * len(table.columns))
    connection.executemany(
        f"INSERT OR IGNORE INTO {table.name} ({', '.join(table.columns)}) VALUES ({marks})",  # noqa: S608 -- names of our own schema
        (rows[rowid] for rowid in sorted(rows)),
    )
