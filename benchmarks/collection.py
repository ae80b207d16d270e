"""100,000 cards and 1,000,000 reviews beside Anki's, in the same run: every gate is Anki's time."""

from __future__ import annotations

import gc
import statistics
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any, TypeVar

from benchmarks import large
from benchmarks.large import Size
from benchmarks.report import Row, show
from sctui.collection import Collection
from sctui.decks.library import Library
from sctui.locations import Home
from sctui.model.review import Rating
from sctui.safety.backups import Reason, back_up
from sctui.scheduler.replay import replay
from sctui.store.database import connect
from sctui.store.room import make_room
from sctui.study.session import StudySession
from sctui.study.settings import StudySettings

_ROUNDS = 5
_ANSWERS = 25  # Anki takes back 30 acts at most
_SETTINGS = StudySettings()  # both have a limit of 200 reviews a day

T = TypeVar("T")
Times = dict[str, list[float]]


def main(size: Size | None = None, folder: Path | None = None) -> list[Row]:
    """Measure; `folder` says on which disk (a temporary one by default)."""
    size = size or Size()
    with tempfile.TemporaryDirectory(dir=folder) as place:
        ours, theirs = Path(place) / "ours", Path(place) / "anki"
        ours.mkdir()
        theirs.mkdir()
        now, home = large.now_ms(), Home(ours)
        large.fill_ours(home.database, size, now)
        large.fill_anki(theirs / "collection.anki2", size, now)
        library = large.library(size, ours)
        sizes = [*_sizes(home.database, size), _first_new(library, Home(Path(place) / "new"), now)]
        mine: Times = {}
        anki: Times = {}
        for _ in range(_ROUNDS):  # in turns, so that noise meets both alike
            _measure_ours(home, library, now, mine)
            _measure_anki(theirs, anki)
    return [_row(what, mine[what], anki[what]) for what in mine if what in anki] + [
        *sizes,
        Row("index the decks in memory", f"{_ms(mine['index'])}; Anki has them in its database", 0.0),
    ]


def _measure_ours(home: Home, library: Library, now: int, times: Times) -> None:
    from sctui.store.store import Store  # noqa: PLC0415 -- loaded here as in the program

    _timed(times, "open", lambda: Store.open(home.database).close())
    collection = _timed(times, "index", lambda: large.open_ours(home.database, library))
    _timed(times, "queue of one deck", lambda: collection.queue(large.ONE, now, _SETTINGS))
    collection.close()
    collection = large.open_ours(home.database, library)
    _timed(times, "queue of all decks", lambda: collection.queue(large.ABOVE, now, _SETTINGS))
    _timed(times, "count due by deck", lambda: collection.counts(now, _SETTINGS))
    session = StudySession(collection, None, _SETTINGS)
    make_room(home.database)  # as the app does at its start
    session.next(now)
    for number in range(_ANSWERS):
        _timed(times, "answer and fetch next", partial(_answer, session, now + number))
    for number in range(_ANSWERS):
        _timed(times, "undo and ask again", partial(session.undo, now + 1000 + number))
    for number in range(_ANSWERS):
        session.next(now)
        session.grade(Rating.GOOD, now + 2000 + number, 2500)
    everything = partial(collection.store.undo, lambda _: True, replay=replay)
    for number in range(_ANSWERS):
        _timed(times, "undo", partial(everything, now=now + 3000 + number))
    collection.close()
    with closing(connect(home.database)) as connection:  # a backup of nothing new is no backup
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    _timed(times, "backup", lambda: back_up(home, now, Reason.ASKED))


def _answer(session: StudySession, now: int) -> None:
    session.grade(Rating.GOOD, now, 2500)
    if session.next(now) is None:
        raise RuntimeError("nothing is due")


def _measure_anki(folder: Path, times: Times) -> None:
    from anki.collection import Collection as Anki  # noqa: PLC0415 -- AGPL, and only installed for tests

    def opened() -> Any:
        return Anki(str(folder / "collection.anki2"))

    anki = _timed(times, "open", opened)
    for what, deck in (("queue of one deck", large.ONE), ("queue of all decks", large.ABOVE)):
        anki.decks.select(anki.decks.id(deck))
        anki.close()
        anki = opened()  # as ours: nothing is in memory from the queue before
        _timed(times, what, partial(anki.sched.get_queued_cards, fetch_limit=1))
    _timed(times, "count due by deck", anki.sched.deck_due_tree)
    for _ in range(_ANSWERS):
        _timed(times, "answer and fetch next", lambda: _answer_anki(anki))
    for _ in range(_ANSWERS):
        _timed(times, "undo and ask again", lambda: (anki.undo(), anki.sched.get_queued_cards(fetch_limit=1)))
    for _ in range(_ANSWERS):
        _answer_anki(anki)
    for _ in range(_ANSWERS):
        _timed(times, "undo", anki.undo)
    backups = folder / "backups"
    backups.mkdir(exist_ok=True)
    _timed(
        times,
        "backup",
        lambda: anki.create_backup(backup_folder=str(backups), force=True, wait_for_completion=True),
    )
    anki.close()


def _answer_anki(anki: Any) -> None:
    from anki.scheduler.v3 import CardAnswer  # noqa: PLC0415 -- as above

    queued = anki.sched.get_queued_cards(fetch_limit=1)
    card = anki.get_card(queued.cards[0].card.id)
    card.start_timer()
    anki.sched.answer_card(
        anki.sched.build_answer(card=card, states=queued.cards[0].states, rating=CardAnswer.GOOD)
    )
    anki.sched.get_queued_cards(fetch_limit=1)


def _timed(times: Times, what: str, call: Callable[[], T]) -> T:
    gc.disable()
    started = perf_counter()
    result = call()
    times.setdefault(what, []).append((perf_counter() - started) * 1000)
    gc.enable()
    return result


def _row(what: str, ours: list[float], anki: list[float]) -> Row:
    ratio = statistics.median(ours) / statistics.median(anki)
    return Row(what, f"{_ms(ours)}; Anki {_ms(anki)}", ratio, 1.0)


def _ms(times: list[float]) -> str:
    return f"{statistics.median(times):.3f} ms (max {max(times):.3f})"


def _sizes(database: Path, size: Size) -> list[Row]:
    with closing(connect(database)) as connection:
        (reviews,) = connection.execute(_PAGES.format("name = 'reviews'")).fetchone()
        (cards,) = connection.execute(_PAGES.format("name <> 'reviews'")).fetchone()
    return [
        Row("bytes a review", f"{reviews} bytes", reviews / size.reviews, 60, "B"),
        Row("bytes a card", f"{cards} bytes, all but the log", cards / size.cards, 300, "B"),
    ]


def _first_new(library: Library, home: Home, now: int) -> Row:
    """The first queue of a start at which every card is new, and what it takes when a deck was edited."""
    from sctui.store.store import Store  # noqa: PLC0415 -- as above

    home.folder.mkdir()
    for loaded in library.decks:
        loaded.file.write_text("only its size and time count here", "utf-8")
    times: Times = {}
    for what in ("edited", *["kept"] * _ROUNDS):
        collection = Collection(library, Store.open(home.database), home.order)
        _timed(times, what, partial(collection.queue, None, now, _SETTINGS))
        collection.close()
    figures = f"{_ms(times['kept'])}; after an edit of a deck {_ms(times['edited'])}"
    return Row("first queue, all cards new", figures, statistics.median(times["kept"]) / 1000, 0.3, "s")


_PAGES = "SELECT sum(pgsize) FROM dbstat WHERE {}"

if __name__ == "__main__":
    show(main(folder=Path(sys.argv[1]) if len(sys.argv) > 1 else None))
