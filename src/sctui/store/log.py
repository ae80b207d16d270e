"""The log read back: answers and changes that stand, in the one order that they have on every device."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from sctui.model.change import Change
from sctui.model.review import Review
from sctui.store.presets import read_presets
from sctui.store.rows import change_from, review_from
from sctui.store.stamps import DEVICE_BITS

LogEntry = tuple[int, Review | Change]


def read_reviews(connection: sqlite3.Connection) -> list[Review]:
    """Every answer that stands, in the order of the answers."""
    presets = read_presets(connection)
    rows = connection.execute("SELECT * FROM standing_reviews ORDER BY number")
    return [review_from(row, presets) for row in rows]


def read_log(connection: sqlite3.Connection, cards: Iterable[int] | None = None) -> list[LogEntry]:
    """Answers and changes of marks and states that stand, with their keys; of some cards (by key) or all.

    They are sorted by stamp, and by the name of the device where two have the same, so that devices that
    number each other differently sort alike. What a device worked out for itself is left out.
    """
    only = ""
    if cards is not None:
        connection.execute("CREATE TEMP TABLE IF NOT EXISTS asked (card INTEGER PRIMARY KEY)")
        connection.execute("DELETE FROM asked")
        connection.executemany("INSERT OR IGNORE INTO asked VALUES (?)", ((card,) for card in cards))
        only = _ONLY_ASKED
    presets = read_presets(connection)
    entries: list[LogEntry] = [
        (row[0], review_from(row, presets))
        for row in connection.execute(f"SELECT * FROM standing_reviews {only.format(table='reviews')}")  # noqa: S608 -- two fixed texts
    ]
    changes = connection.execute(_CHANGES + only.replace("WHERE", "AND", 1).format(table="changes"))
    entries += ((row[0], change_from(row[1:])) for row in changes)
    names = dict(connection.execute("SELECT number, name FROM devices"))
    mask = (1 << DEVICE_BITS) - 1
    return sorted(entries, key=lambda entry: (entry[0] >> DEVICE_BITS, names.get(entry[0] & mask, "")))


_CHANGES = """
    SELECT number, card, at, kind, before, after FROM standing_changes
    WHERE kind NOT IN ('map', 'file', 'merged', 'deck', 'parameters', 'import')
"""
_ONLY_ASKED = "WHERE number IN (SELECT key FROM {table} WHERE card IN (SELECT card FROM asked))"
