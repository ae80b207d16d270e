"""Notes as the database of a package: an Anki collection of schema 11, which every version of Anki reads."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from importlib.resources import files
from itertools import chain, islice
from operator import itemgetter
from types import MappingProxyType
from typing import Any

from sctui.anki.field_text import plain
from sctui.anki.ids import deck_id, identity
from sctui.anki.note_types import BASIC_ID, CLOZE_ID, note_types
from sctui.anki.notes_out import notes_out, row_of, usual_row
from sctui.anki.standing import Learned
from sctui.decks.origins import origins_of
from sctui.markup.html import no_picture
from sctui.model.card import Note
from sctui.model.deck import Deck
from sctui.text.collector_pause import collector_paused

_SCHEMA = 11
_DAY = 86_400
_NUMBER = itemgetter(0)
_ROWS = 50  # with a statement; of 14 values at most, and some SQLite takes no more than 999


# the names of a note's pictures among Anki's media, by the note's id and the pictures' paths
PictureNames = Mapping[str, Mapping[str, str]]


def collection_bytes(
    decks: Iterable[Deck],
    timestamp: float,
    learned: Learned | None = None,
    pictures: PictureNames = MappingProxyType({}),
    *,
    all_scripts: bool = False,
) -> bytes:
    """The database's bytes; the same decks, time and learning give the same.

    Args:
        decks: those of the same name become one.
        timestamp: seconds since 1970, for notes and cards. Anki updates a note when this is later than the
            time of its own.
        learned: what is known of the cards; nothing goes along without.
        pictures: see `PictureNames`.
        all_scripts: to write each text in all scripts, with a switch on the card.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        connection.executescript(_schema())
        connection.execute("BEGIN")
        known = learned or Learned(int(timestamp) // _DAY * _DAY)
        with collector_paused():
            _fill(connection, decks, _Rows(int(timestamp), known, pictures, all_scripts=all_scripts))
        connection.execute("COMMIT")
        return connection.serialize()


def _fill(connection: sqlite3.Connection, decks: Iterable[Deck], rows: _Rows) -> None:
    for deck in decks:
        rows.add(deck)
    rows.write(connection)


class _Rows:
    """The rows of all tables, as they come."""

    def __init__(self, now: int, learned: Learned, pictures: PictureNames, *, all_scripts: bool) -> None:
        self._now, self._learned, self._pictures = now, learned, pictures
        self._all_scripts = all_scripts
        self._decks: dict[str, int] = {}
        self._notes: list[tuple[int, str, int, str, bytes]] = []
        self._new: list[tuple[int, int, int, int, int]] = []
        self._studied: list[tuple[Any, ...]] = []
        self._log: list[tuple[Any, ...]] = []
        self._note_ids: set[int] = set()
        self._card_ids: set[int] = set()
        self._position = 0

    def add(self, deck: Deck) -> None:
        """Put in a deck's notes and cards."""
        name = plain(deck.name)
        number = self._decks.setdefault(name, deck_id(name))
        language, origins, all_scripts = deck.language, origins_of(deck), self._all_scripts
        for note in deck.notes:
            usual = None if all_scripts else usual_row(note, language, self._source_of, origins)
            if usual:
                self._add(note.id, BASIC_ID, usual, ((0, note.id),), number)
                continue
            source = self._source_of(note)
            for out in notes_out(note, language, source, all_scripts=all_scripts, origins=origins):
                self._add(out.key, CLOZE_ID if out.is_cloze else BASIC_ID, row_of(out), out.cards, number)

    def _source_of(self, note: Note) -> Callable[[str], str]:
        names = self._pictures.get(note.id)
        return _name_in(names) if names else no_picture

    def _add(
        self, known: str, kind: int, said: tuple[str, str], cards: Iterable[tuple[int, str]], deck: int
    ) -> None:
        self._position += 1
        name, key = identity(known)
        while key in self._note_ids:
            key += 1
        self._note_ids.add(key)
        tags, fields = said
        # in bytes: of a text, SQLite's binding would keep another copy beside it until the row is gone
        self._notes.append((key, name, kind, tags, fields.encode()))
        standings = self._learned.standings
        for ord_, card in cards:
            number = key + ord_
            while number in self._card_ids:
                number += 1
            self._card_ids.add(number)
            if card not in standings:
                self._new.append((number, key, deck, ord_, self._position))
                continue
            state, queue, due, *study, flag, data = standings[card]
            due = due if state else self._position
            self._studied.append((number, key, deck, ord_, state, queue, due, *study, flag, data))
            for row in self._learned.log.get(card, ()):
                self._log.append((row.at, number, *row[1:]))

    def write(self, connection: sqlite3.Connection) -> None:
        """Write them."""
        now = self._now
        _insert(connection, _NOTE.format(now=now), sorted(self._notes, key=_NUMBER))
        _insert(connection, _NEW_CARD.format(now=now), sorted(self._new, key=_NUMBER))
        _insert(connection, _STUDIED_CARD.format(now=now), self._studied)
        _insert(connection, _ANSWER, self._unique_log())
        learned, stamp = self._learned, self._now * 1000
        conf = {
            "activeDecks": [1],
            "curDeck": 1,
            "curModel": BASIC_ID,
            "nextPos": self._position + 1,
            "schedVer": 2,
            "sched2021": True,
            "creationOffset": learned.west,
            "rollover": learned.rollover,
        }
        decks = {"1": _deck(1, "Default", 0)} | {
            str(number): _deck(number, name, self._now) for name, number in self._decks.items()
        }
        texts = (json.dumps(one) for one in (conf, note_types(self._now), decks, {"1": _DECK_CONFIG}, {}))
        values = (learned.created, stamp, stamp, _SCHEMA, *texts)
        connection.execute("INSERT INTO col VALUES (1, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?, ?)", values)

    def _unique_log(self) -> Iterable[tuple[Any, ...]]:
        """The log in the order of time; Anki knows an answer by its millisecond, and so each gets one."""
        last = 0
        for row in sorted(self._log):
            last = max(row[0], last + 1)
            yield last, *row[1:]


def _insert(connection: sqlite3.Connection, statement: str, values: Iterable[tuple[Any, ...]]) -> None:
    """Put rows into a table, many with a statement: most of what a short row takes is its call."""
    rest = iter(values)
    several = statement + f", {statement.partition('VALUES ')[2]}" * (_ROWS - 1)
    while rows := list(islice(rest, _ROWS)):
        if len(rows) == _ROWS:
            connection.execute(several, list(chain.from_iterable(rows)))
        else:
            connection.executemany(statement, rows)


def _name_in(names: Mapping[str, str]) -> Callable[[str], str]:
    return lambda path: names.get(path, "")


def _deck(number: int, name: str, now: int) -> dict[str, Any]:
    today = {f"{what}Today": [0, 0] for what in ("new", "rev", "lrn", "time")}
    kept = {"desc": "", "dyn": 0, "conf": 1, "collapsed": False, "extendNew": 0, "extendRev": 0}
    return {"id": number, "name": name, "mod": now, "usn": -1, **kept, **today}


def _schema() -> str:
    return files("sctui.anki").joinpath("schema11.sql").read_text(encoding="utf-8")


# what does not differ from card to card need not be handed over for each
# (the field to sort by and its checksum are worked out by whichever Anki imports them)
_NOTE = "INSERT INTO notes VALUES (?, ?, ?, {now}, -1, ?, CAST(? AS TEXT), '', 0, 0, '')"
_NEW_CARD = "INSERT INTO cards VALUES (?, ?, ?, ?, {now}, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')"
_STUDIED_CARD = "INSERT INTO cards VALUES (?, ?, ?, ?, {now}, -1, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)"
_ANSWER = "INSERT INTO revlog VALUES (?, ?, -1, ?, ?, ?, ?, ?, ?)"
# Anki's own defaults
_DECK_CONFIG = {
    "id": 1,
    "name": "Default",
    "mod": 0,
    "usn": 0,
    "dyn": False,
    "maxTaken": 60,
    "autoplay": True,
    "timer": 0,
    "replayq": True,
    "new": {"bury": False, "delays": [1.0, 10.0], "initialFactor": 2500, "ints": [1, 4, 0], "order": 1}
    | {"perDay": 20},
    "rev": {"bury": False, "ease4": 1.3, "ivlFct": 1.0, "maxIvl": 36500, "perDay": 200, "hardFactor": 1.2},
    "lapse": {"delays": [10.0], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0.0},
}
