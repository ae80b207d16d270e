"""Two large collections of the same shape, ours and Anki's: cards, decks, reviews, what is due."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from sctui.collection import Collection
from sctui.decks.library import Library, LoadedDeck
from sctui.model.card import Note
from sctui.model.deck import Deck
from sctui.model.document import Language
from sctui.scheduler.study_day import study_day
from sctui.store.database import connect
from sctui.store.states import PUT_STATE
from sctui.store.store import Store

DECKS = 20
ABOVE = "All"  # the deck above all of them, in both collections
ONE = f"{ABOVE}::Topic 00"
DAY = 86_400_000


@dataclass(frozen=True, slots=True)
class Size:
    """How many cards and reviews; all cards are in review, one in a hundred due on each of 100 days."""

    cards: int = 100_000
    reviews: int = 1_000_000


def library(size: Size, folder: Path) -> Library:
    """Decks in memory; reading their files is measured elsewhere."""
    decks = []
    for deck in range(DECKS):
        ids = range(deck, size.cards, DECKS)
        notes = tuple(Note(name(card), front=f"Question {card}", back=f"Answer {card}") for card in ids)
        loaded = Deck(f"{ABOVE}::Topic {deck:02}", Language.ENGLISH, notes)
        decks.append(LoadedDeck(folder / f"{deck}.yaml", folder, loaded, {}))
    return Library(tuple(decks))


def name(card: int) -> str:
    """A card's id, of usual length."""
    return f"trial-{card:06d}-response"


def fill_ours(path: Path, size: Size, now: int) -> None:
    """Write cards, states and log as the program would have, in one transaction."""
    store = Store(path)
    store.ensure()
    store.close()
    connection = connect(path)
    connection.execute("BEGIN")
    connection.execute("INSERT INTO presets (body) VALUES ('{}')")
    rows = ((card + 1, name(card)) for card in range(size.cards))
    connection.executemany("INSERT INTO cards (key, id) VALUES (?, ?)", rows)
    last: dict[int, tuple[int, int]] = {}
    connection.executemany("INSERT INTO reviews VALUES (?" + ", ?" * 11 + ")", _reviews(size, now, last))
    connection.executemany(PUT_STATE, _states(size, now, last))
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _reviews(size: Size, now: int, last: dict[int, tuple[int, int]]) -> Iterator[tuple[Any, ...]]:
    chance = Random(1)  # noqa: S311 -- a made-up log
    step = 900 * DAY // size.reviews
    for number in range(size.reviews):
        at = now - 901 * DAY + number * step + chance.randrange(step)
        card = 1 + (number if number < size.cards else chance.randrange(size.cards))
        key, (before, reps) = at << 8, last.get(card, (None, 0))
        last[card] = key, reps + 1
        outcome, wait = (
            (3 | 2 << 3 | 2 << 5, chance.randrange(1, 200) * 86_400) if before else (3 | 1 << 5 | 2 << 7, 600)
        )
        previous = key - before if before else None
        stability, difficulty = chance.random() * 200, 1 + chance.random() * 9
        duration, lapses = chance.randrange(1500, 60_000), chance.randrange(3)
        yield key, card, outcome, duration, 0, previous, wait << 1, stability, difficulty, reps + 1, lapses, 1


def _states(size: Size, now: int, last: dict[int, tuple[int, int]]) -> Iterator[tuple[Any, ...]]:
    today = study_day(now, 0, 4).start  # counted from there, as many are due at any hour, here as in Anki
    for card in range(1, size.cards + 1):
        key, reps = last.get(card, ((now - DAY) << 8, 1))
        due = today + DAY // 2 + (card * 7919 % 100) * DAY
        yield card, 2, None, 20.5 + card % 97, 5.25, due, key >> 8, reps, 0, key


def open_ours(path: Path, decks: Library) -> Collection:
    """Decks and database, and what the program keeps beside them from one start to the next."""
    return Collection(decks, Store.open(path), path.with_name("cache") / "order.json")


def fill_anki(path: Path, size: Size, now: int) -> None:
    """The same with the `anki` library: notes through its calls, log and due dates through its database."""
    from anki.collection import AddNoteRequest  # noqa: PLC0415 -- AGPL, and only installed for tests
    from anki.collection import Collection as Anki  # noqa: PLC0415 -- as above

    anki: Any = Anki(str(path))
    anki.set_config("fsrs", val=True)
    kind = anki.models.by_name("Basic")
    decks = [anki.decks.id(f"{ABOVE}::Topic {deck:02}") for deck in range(DECKS)]
    requests = []
    for card in range(size.cards):
        note = anki.new_note(kind)
        note["Front"], note["Back"] = f"Question {card}", f"Answer {card}"
        requests.append(AddNoteRequest(note, decks[card % DECKS]))
    anki.add_notes(requests)
    today = anki.sched.today
    anki.close()
    with closing(sqlite3.connect(path)) as connection, connection:  # its own calls commit each row by itself
        _fill_log(connection, size, now, today)


def _fill_log(connection: sqlite3.Connection, size: Size, now: int, today: int) -> None:
    ids = [card for (card,) in connection.execute("SELECT id FROM cards ORDER BY id")]
    chance = Random(1)  # noqa: S311 -- a made-up log
    connection.executemany(
        "UPDATE cards SET type = 2, queue = 2, ivl = 30, factor = 2500, due = ?, data = ? WHERE id = ?",
        (
            (today + place * 7919 % 100, '{"s":20.5,"d":5.25,"dr":0.9}', card)
            for place, card in enumerate(ids)
        ),
    )
    step = 900 * DAY // size.reviews
    connection.executemany(
        "INSERT INTO revlog VALUES (?, ?, -1, 3, ?, 10, 2500, ?, 1)",
        (
            (
                now - 901 * DAY + at * step,
                chance.choice(ids),
                chance.randrange(200),
                chance.randrange(1500, 60_000),
            )
            for at in range(size.reviews)
        ),
    )


def now_ms() -> int:
    """The time; the one thing that must be today's, for Anki reads the clock itself."""
    return time.time_ns() // 1_000_000
