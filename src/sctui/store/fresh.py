"""Which cards of a library were never studied, without reading the ids of all studied cards at every start.

Ids are entered once and keep their keys. So it is kept which cards of a library were not among the first ids;
where library and first ids are still the same, only the ids entered since are read.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Collection, Iterable, Sized
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path


@dataclass(frozen=True, slots=True)
class _Known:
    """The cards of a `library` that are `missing` among the `ids` up to the key `last`."""

    last: int
    missing: list[str]
    library: bytes
    ids: bytes


def studied_ids(connection: sqlite3.Connection) -> set[str]:
    """The ids of all cards that have a state, whether a deck has them or not."""
    ((ids,),) = connection.execute(_IDS)
    found = set(ids.split(_MARK))
    found.difference_update([""], _stateless(connection))
    return found


def count_studied(connection: sqlite3.Connection) -> int:
    """How many cards have a state."""
    ((count,),) = connection.execute("SELECT count(*) FROM states")
    return int(count)


def fresh_cards(connection: sqlite3.Connection, cards: Collection[str], memory: Path | None) -> set[str]:
    """The cards of a library that have no state.

    `memory` is a file that may be deleted at any time; one that is not there, or cannot be written, does no
    harm.
    """
    last = _last(connection)
    if memory is None or last <= _FEW:
        return set(cards) - studied_ids(connection)
    library = _MARK.join(cards).encode("utf-8", "surrogatepass")
    known = _read(memory, library, connection)
    if known is None or last - known.last > _FEW:
        known = _found(connection, cards, library, last)
        _keep(memory, known)
    later = connection.execute("SELECT id FROM cards WHERE key > ?", (known.last,))
    fresh = set(known.missing).difference(card for (card,) in later)
    without = set(_stateless(connection))
    return fresh.union(card for card in cards if card in without) if without else fresh


def few_and_all_studied(connection: sqlite3.Connection, cards: Iterable[str]) -> bool:
    """Whether these are few enough to be looked up one by one, and all have a state."""
    if isinstance(cards, Sized) and len(cards) > _FEW:
        return False
    some = list(islice(cards, _FEW + 1))
    if len(some) > _FEW:
        return False
    (answer,) = connection.execute(_ALL_STUDIED, (json.dumps(some),)).fetchone()
    return bool(answer)


def _last(connection: sqlite3.Connection) -> int:
    ((last,),) = connection.execute("SELECT coalesce(max(key), 0) FROM cards")
    return int(last)


def _stateless(connection: sqlite3.Connection) -> list[str]:
    """The ids that are known and have no state; no look at each where there are as many states as numbers."""
    if count_studied(connection) == _last(connection):
        return []
    return [card for (card,) in connection.execute(_STATELESS)]


def _found(connection: sqlite3.Connection, cards: Iterable[str], library: bytes, last: int) -> _Known:
    ids = _ids(connection, last)
    there = set(ids.decode().split(_MARK))
    return _Known(last, [card for card in cards if card not in there], library, ids)


def _read(memory: Path, library: bytes, connection: sqlite3.Connection) -> _Known | None:
    """What was kept, if library and database still begin with the same."""
    try:
        with memory.open("rb") as file:
            last, missing, length = json.loads(file.readline())
            known = _Known(last, missing, file.read(length), file.read())
        same = known.library == library and known.ids == _ids(connection, known.last)
    except (OSError, TypeError, ValueError, sqlite3.InterfaceError):  # damaged, or not there
        return None
    return known if same else None


def _keep(memory: Path, known: _Known) -> None:
    """A line of JSON, library and ids."""
    part = memory.with_suffix(f".{os.getpid()}")
    head = json.dumps([known.last, known.missing, len(known.library)])
    try:
        memory.parent.mkdir(exist_ok=True)
        part.write_bytes(b"".join((head.encode(), b"\n", known.library, known.ids)))
        part.replace(memory)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _ids(connection: sqlite3.Connection, last: int) -> bytes:
    ((ids,),) = connection.execute(_FIRST_IDS, (last,))
    return bytes(ids)


_FEW = 20_000  # reading all takes less time than looking up more
_MARK = "\x1f"
# one text of all: a row for each takes five times as long
_IDS = "SELECT coalesce(group_concat(id, '\x1f'), '') FROM cards"
_FIRST_IDS = "SELECT CAST(coalesce(group_concat(id, '\x1f'), '') AS BLOB) FROM cards WHERE key <= ?"
_STATELESS = "SELECT id FROM cards LEFT JOIN states ON states.card = key WHERE states.card IS NULL"
_ALL_STUDIED = """
    SELECT NOT EXISTS (
        SELECT 1 FROM json_each(?) AS one LEFT JOIN cards ON cards.id = one.value
            LEFT JOIN states ON states.card = cards.key
        WHERE states.card IS NULL
    )
"""
