"""The database of an unpacked package -> `ForeignCollection`. Nothing in it is trusted.

Two generations of tables: until schema 14 note types and decks are JSON in `col`, since then tables of their
own with protobuf in them. Source: Anki's `rslib/src/storage/schema11.sql` and `upgrades/`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sctui.anki.foreign import ForeignCard, ForeignCollection, ForeignNote, ForeignReview, NoteType
from sctui.anki.protobuf import fields
from sctui.anki.unpacking import refused, telling_of, unpack
from sctui.i18n import _

_LONGEST_TEXT = 64 << 20  # bytes of one field or list
_STEPS, _MOST_STEPS = 10_000_000, 2_000  # a hundred times what a million cards need
_FILTERED, _MANUAL = 3, 4  # kinds of entries in Anki's log
_CRAMMED = 0  # the factor of an answer in a filtered deck that moved nothing
_TABLES = ("col", "notes", "cards")
_DECK_SEPARATOR = "\x1f"


def read_package(package: Path, folder: Path) -> ForeignCollection:
    """Read an `.apkg` or `.colpkg`, unpacked into `folder`, which is the caller's to clear away.

    Raises:
        ImportPackageError: when it cannot be read, is no package, is damaged, or would come out too large.
    """
    unpacked = unpack(package, folder)
    with telling_of(package), _telling_of_database(package):
        found = _read(package, unpacked.database)
    found.media, found.lost_media = unpacked.media, unpacked.lost
    return found


def _read(package: Path, database: Path) -> ForeignCollection:
    with closing(_opened(database)) as connection:
        tables = {name for (name,) in connection.execute(_REAL_TABLES)}
        if not tables.issuperset(_TABLES):
            raise refused(package, _("has no collection in it that Anki would know"), _("Export it again."))
        try:
            return _Reader(connection, tables).collection()
        except sqlite3.OperationalError as error:
            if "decode" not in str(error):
                raise
        # a text in it is no UTF-8; to look out for that takes a third of the time that the texts take
        connection.text_factory = partial(str, encoding="utf-8", errors="replace")
        return _Reader(connection, tables).collection()


@contextmanager
def _telling_of_database(package: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise refused(
            package,
            _("its collection is damaged: {error}").format(error=error),
            _("Export it again from Anki."),
        ) from error
    except (AttributeError, KeyError, TypeError, RecursionError) as error:
        raise refused(
            package, _("its collection makes no sense: {error!r}").format(error=error), _("Export it again.")
        ) from error


def _opened(database: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{database.as_uri()}?mode=ro&immutable=1", uri=True)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_TEXT)
    connection.create_collation("unicase", lambda one, other: (one > other) - (one < other))
    steps = iter(range(_MOST_STEPS))
    connection.set_progress_handler(lambda: next(steps, None) is None, _STEPS)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


class _Reader:
    def __init__(self, connection: sqlite3.Connection, tables: set[str]) -> None:
        self._connection, self._tables = connection, tables

    def collection(self) -> ForeignCollection:
        (created,) = self._connection.execute("SELECT crt FROM col LIMIT 1").fetchone() or (0,)
        found = ForeignCollection(_int(created))
        cards, deck_of = self._every_card()
        kinds = self._kinds()
        guids: dict[int, str] = {}
        notes, ords, none = found.notes, found.ords, dict[int, int]()
        for key, guid, kind, tags, texts in self._connection.execute(_NOTES):
            if kind not in kinds or not isinstance(guid, str) or guid in notes:
                continue
            guids[key] = guid
            parts = tuple(str(texts).split("\x1f"))
            words = tuple(str(tags).split()) if tags else ()
            notes[guid] = ForeignNote(guid, kinds[kind], parts, words, deck_of.get(key, ""))
            there = cards.get(key, none)
            ords[guid] = there if len(there) < 2 else dict(sorted(there.items()))
        self._touched(guids, found)
        if "revlog" in self._tables:
            self._reviews(guids, found)
        return found

    def _every_card(self) -> tuple[dict[int, dict[int, int]], dict[int, str]]:
        """When each card was changed, by note and ord; and the deck of each note's first card."""
        decks = self._decks()
        cards: dict[int, dict[int, int]] = {}
        deck_of: dict[int, str] = {}
        for note, ord_, changed, deck, original in self._connection.execute(_EVERY_CARD):
            there = cards.get(note)
            if there is None:
                there = cards[note] = {}
                deck_of[note] = decks.get(original or deck, "")
            if isinstance(ord_, int):
                there[ord_] = _int(changed)
        return cards, deck_of

    def _touched(self, guids: dict[int, str], found: ForeignCollection) -> None:
        """Put in the cards that are not as new ones are."""
        query = _TOUCHED_IN_LOG if "revlog" in self._tables else _TOUCHED
        seen: set[tuple[str, int]] = set()
        for note, ord_, data, *numbers in self._connection.execute(query):
            name = guids.get(note, ""), ord_
            if name[0] and ord_ in found.ords[name[0]] and name not in seen:
                seen.add(name)
                found.cards.append(_card(name, [_int(number) for number in numbers], str(data)))

    def _reviews(self, guids: dict[int, str], found: ForeignCollection) -> None:
        for note, ord_, *numbers in self._connection.execute(_REVIEWS):
            name = guids.get(note, ""), ord_
            if not name[0]:
                continue
            at, rating, duration, factor, kind = map(_int, numbers)
            crammed = kind == _FILTERED and factor == _CRAMMED
            if not 1 <= rating <= 4 or kind >= _MANUAL or crammed or at <= 0:
                found.other_reviews += 1
                continue
            found.reviews.setdefault(name, []).append(ForeignReview(at, rating, max(0, duration)))

    def _kinds(self) -> dict[int, NoteType]:
        if "notetypes" not in self._tables:
            (text,) = self._connection.execute("SELECT models FROM col LIMIT 1").fetchone()
            return {int(key): _kind_of(model) for key, model in json.loads(text).items()}
        names: dict[int, list[str]] = {}
        for kind, name in self._connection.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
            names.setdefault(kind, []).append(str(name))
        questions: dict[int, list[str]] = {}
        for kind, config in self._connection.execute("SELECT ntid, config FROM templates ORDER BY ntid, ord"):
            questions.setdefault(kind, []).append(_text_of(config, 1))
        return {
            key: NoteType(
                str(name),
                tuple(names.get(key, ())),
                tuple(questions.get(key, ())),
                any(number == 1 and value == 1 for number, value in fields(bytes(config))),
            )
            for key, name, config in self._connection.execute("SELECT id, name, config FROM notetypes")
        }

    def _decks(self) -> dict[int, str]:
        if "decks" in self._tables:
            rows = self._connection.execute("SELECT id, name FROM decks")
            return {key: str(name).replace(_DECK_SEPARATOR, "::") for key, name in rows}
        (text,) = self._connection.execute("SELECT decks FROM col LIMIT 1").fetchone()
        return {int(key): str(deck["name"]) for key, deck in json.loads(text).items()}


def _card(name: tuple[str, int], numbers: list[int], data: str) -> ForeignCard:
    kind, queue, due, odue, odid, interval, factor, reps, lapses, left, flags, changed = numbers
    if odid and odue:
        due = odue
    memory = _memory(data)
    return ForeignCard(
        *name, kind, queue, due, interval, factor, reps, lapses, left, flags & 7, changed,
        memory.get("s"), memory.get("d"), int(memory["lrt"]) if "lrt" in memory else None,
    )  # fmt: skip


def _memory(data: str) -> dict[str, float]:
    """Stability, difficulty and the time of the last review, where the JSON has numbers for them."""
    if not data.startswith("{"):
        return {}
    try:
        values = json.loads(data)
    except ValueError:
        return {}
    bounds = {"s": (0.0, 100_000.0), "d": (0.99, 10.01), "lrt": (0.0, 1e11)}
    return {
        key: value
        for key, (low, high) in bounds.items()
        if isinstance(value := values.get(key), int | float) and low < value < high
    }


def _kind_of(model: dict[str, Any]) -> NoteType:
    return NoteType(
        str(model["name"]),
        tuple(str(field["name"]) for field in model["flds"]),
        tuple(str(template["qfmt"]) for template in model["tmpls"]),
        model.get("type") == 1,
    )


def _text_of(message: bytes, number: int) -> str:
    found = next((value for key, value in fields(bytes(message)) if key == number), b"")
    return found.decode("utf-8", "replace") if isinstance(found, bytes) else ""


def _int(value: object) -> int:
    return value if isinstance(value, int) else int(value) if isinstance(value, float) else 0


# a view or virtual table of such a name would be a program of the package's
_REAL_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
_NOTES = "SELECT id, guid, mid, tags, flds FROM notes ORDER BY id"
_EVERY_CARD = "SELECT nid, ord, mod, did, odid FROM cards"
_TOUCHED = """
    SELECT nid, ord, data, type, queue, due, odue, odid, ivl, factor, reps, lapses, left, flags, mod
    FROM cards WHERE type <> 0 OR queue <> 0 OR flags <> 0 ORDER BY nid, ord
"""
_TOUCHED_IN_LOG = _TOUCHED.replace("ORDER", "OR id IN (SELECT cid FROM revlog) ORDER")
_REVIEWS = """
    SELECT nid, ord, revlog.id, ease, time, revlog.factor, revlog.type
    FROM revlog CROSS JOIN cards ON cards.id = cid ORDER BY revlog.id
"""
