"""The answers that an import brought: a run of keys of this device, whose ends the journal tells."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from sctui.store.changes import Entry
from sctui.store.stamps import DEVICE_BITS

_MASK = (1 << DEVICE_BITS) - 1


def first_of_import(connection: sqlite3.Connection, answer: int) -> int | None:
    """The first key of the run that an import brought and an answer is in; None for one that was given here.

    The entry of an import stands right behind its answers: it is the next one of the answer's device.
    """
    row = connection.execute(_NEXT_IMPORT, (answer, answer & _MASK)).fetchone()
    return int(row[0]) if row and row[0] <= answer else None


def answers_brought(connection: sqlite3.Connection, entry: Entry) -> list[int]:
    """The keys of the answers that the import of a journal's entry brought."""
    first, last = (int(stamp) << DEVICE_BITS | entry.key & _MASK for stamp in json.loads(entry.after))
    rows = connection.execute(
        f"SELECT key FROM reviews WHERE key BETWEEN ? AND ? AND key & {_MASK} = ?",  # noqa: S608 -- as above
        (first, last, entry.key & _MASK),
    )
    return [key for (key,) in rows]


def cards_of(connection: sqlite3.Connection, answers: Iterable[int]) -> set[int]:
    """The keys of the cards that answers were given to."""
    query = "SELECT card FROM reviews WHERE key = ?"
    return {int(connection.execute(query, (key,)).fetchone()[0]) for key in answers}


_NEXT_IMPORT = f"""
    SELECT (json_extract(after, '$[0]') << {DEVICE_BITS}) | (key & {_MASK}) FROM changes
    WHERE kind = 'import' AND key > ? AND key & {_MASK} = ? ORDER BY key LIMIT 1
"""  # noqa: S608 -- numbers of ours
