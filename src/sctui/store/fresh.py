"""Which cards of a library were never studied, without reading the ids of all studied cards at every start.

Ids are entered once and keep their keys. So it is kept which cards of a library were not among the first ids;
where library and first ids are still the same, only the ids entered since are read.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sized
from dataclasses import astuple, dataclass
from itertools import islice
from pathlib import Path


@dataclass(frozen=True, slots=True)
class _Known:
    """The cards of a library that are `missing` among the ids up to the key `last`.

    `library` and `ids` are digests of all its cards and of those ids.
    """

    last: int
    missing: list[str]
    library: str
    ids: str


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
    if memory is None or not _FEW < last < _MOST:
        return set(cards) - studied_ids(connection)
    library = _digest(_joined(cards))
    known = _read(memory, library, connection)
    if known is None or last - known.last > _FEW:
        known = _found(connection, cards, library, last)
        from sctui.decks.atomic_file import keep  # noqa: PLC0415 -- seldom needed

        keep(memory, json.dumps(astuple(known)).encode("ascii"))
    later = connection.execute("SELECT id FROM cards WHERE key > ?", (known.last,))
    fresh = set(known.missing).difference(card for (card,) in later)
    without = set(_stateless(connection))
    return fresh.union(card for card in cards if card in without) if without else fresh


def former_names(connection: sqlite3.Connection) -> dict[str, str]:
    """For cards that another one became, by their ids, the id of that other one."""
    if count_studied(connection) == _last(connection):
        return {}  # such an id has a number and no state
    return dict(connection.execute(_FORMER).fetchall())


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


def _found(connection: sqlite3.Connection, cards: Iterable[str], library: str, last: int) -> _Known:
    there = {card for text in _ids(connection, last) for card in text.split(_MARK)}
    missing = [card for card in cards if card not in there]
    return _Known(last, missing, library, _digest(_ids(connection, last)))


def _read(memory: Path, library: str, connection: sqlite3.Connection) -> _Known | None:
    """What was kept, if library and database still begin with the same."""
    try:
        known = _Known(*json.loads(memory.read_bytes()))
        same = known.library == library and known.ids == _digest(_ids(connection, known.last))
    except (OSError, TypeError, ValueError, sqlite3.Error):  # damaged, or not there
        return None
    return known if same else None


def _ids(connection: sqlite3.Connection, last: int) -> Iterator[str]:
    """The ids up to a key, by their keys: some at a time in one text, for all of them are megabytes."""
    for start in range(0, last, _AT_ONCE):
        ((ids,),) = connection.execute(_SOME_IDS, (start, min(start + _AT_ONCE, last)))
        yield ids


def _joined(ids: Iterable[str]) -> Iterator[str]:
    left = iter(ids)
    while some := _MARK.join(islice(left, _AT_ONCE)):
        yield some


def _digest(texts: Iterable[str]) -> str:
    from hashlib import sha256  # noqa: PLC0415 -- loads OpenSSL; only where there are many cards

    found = sha256()
    for text in texts:
        found.update((text + _MARK).encode("utf-8", "surrogatepass"))
    return found.hexdigest()


_MOST = 10_000_000  # a number beyond that is no number of ours
_FEW = 20_000  # reading all takes less time than looking up more
_MARK = "\x1f"
# one text of all: a row for each takes five times as long
_IDS = "SELECT coalesce(group_concat(id, '\x1f'), '') FROM cards"
_SOME_IDS = "SELECT coalesce(group_concat(id, '\x1f'), '') FROM cards WHERE key > ? AND key <= ?"
_AT_ONCE = 4096
_STATELESS = """
    SELECT id FROM cards LEFT JOIN states ON states.card = coalesce(becomes, key) WHERE states.card IS NULL
"""
_FORMER = """
    SELECT target.id, cards.id FROM cards CROSS JOIN cards AS target ON target.key = cards.becomes
    WHERE cards.becomes IS NOT NULL
"""
_ALL_STUDIED = """
    SELECT NOT EXISTS (
        SELECT 1 FROM json_each(?) AS one LEFT JOIN cards ON cards.id = one.value
            LEFT JOIN states ON states.card = coalesce(becomes, cards.key)
        WHERE states.card IS NULL
    )
"""
