"""One grade, durable: a session's `grade` against a bare write and fdatasync of one page in the same run."""

from __future__ import annotations

import os
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter_ns

from benchmarks.report import Row, show
from sctui.collection import Collection
from sctui.decks.library import Library, LoadedDeck
from sctui.model.card import Note
from sctui.model.deck import Deck
from sctui.model.document import Language
from sctui.model.review import Rating
from sctui.store.room import make_room
from sctui.store.store import Store
from sctui.study.session import StudySession
from sctui.study.settings import StudySettings

_CARDS = 2000
_GRADES = 1000
_PAGE = b"\0" * 4096
_START = 1_750_000_000_000
_DAY = 86_400_000
_SETTINGS = StudySettings(new_per_day=200)  # as many cards in the queue as there are reviews by default
_GATE = 3.0
_sync = getattr(os, "fdatasync", os.fsync)  # macOS has no fdatasync


@dataclass(frozen=True, slots=True)
class Result:
    """Microseconds, median and 95th percentile, of a grade and of the floor; `ratio` is of the medians."""

    grade_p50: float
    grade_p95: float
    floor_p50: float
    floor_p95: float

    @property
    def ratio(self) -> float:
        """How many bare syncs a grade costs."""
        return self.grade_p50 / self.floor_p50


def measure(grades: int = _GRADES, folder: Path | None = None) -> Result:
    """Grade `grades` cards, one bare write and sync after each, so that noise meets both alike.

    `folder` says on which disk; a temporary folder by default, which may lie in memory.
    """
    with (
        tempfile.TemporaryDirectory(dir=folder) as place,
        _session(Path(place)) as session,
        _bare_file(Path(place)) as bare,
    ):
        taken, floor = [], []
        now = _START
        for _ in range(grades):
            now += 10_000
            if session.next(now) is None:  # the day is done
                now += _DAY
                session.next(now)
            taken.append(_timed_grade(session, now))
            floor.append(_timed_sync(bare))
    return Result(*_percentiles(taken), *_percentiles(floor))


def main() -> list[Row]:
    """Measure; what was found, as a line of the report."""
    found = measure()
    figures = (
        f"grade p50 {found.grade_p50:.0f} µs, p95 {found.grade_p95:.0f} µs; "
        f"bare write and sync p50 {found.floor_p50:.0f} µs, p95 {found.floor_p95:.0f} µs"
    )
    return [Row("one durable grade", figures, found.ratio, _GATE)]


@contextmanager
def _session(folder: Path) -> Iterator[StudySession]:
    notes = tuple(Note(f"card-number-{i}", front=f"question {i}", back=f"answer {i}") for i in range(_CARDS))
    deck = Deck("benchmark", Language.ENGLISH, notes)
    library = Library((LoadedDeck(folder / "deck.yaml", folder, deck, {}),))
    collection = Collection(library, Store.open(folder / "collection.db"))
    try:
        session = StudySession(collection, None, _SETTINGS)
        make_room(collection.store.path)  # as the app does at its start
        yield session
    finally:
        collection.close()


@contextmanager
def _bare_file(folder: Path) -> Iterator[int]:
    descriptor = os.open(folder / "bare", os.O_RDWR | os.O_CREAT)
    try:
        os.pwrite(descriptor, _PAGE, 0)
        yield descriptor
    finally:
        os.close(descriptor)


def _timed_grade(session: StudySession, now: int) -> float:
    started = perf_counter_ns()
    session.grade(Rating.GOOD, now, 2500)
    return (perf_counter_ns() - started) / 1000


def _timed_sync(descriptor: int) -> float:
    started = perf_counter_ns()
    os.pwrite(descriptor, _PAGE, 0)
    _sync(descriptor)
    return (perf_counter_ns() - started) / 1000


def _percentiles(times: list[float]) -> tuple[float, float]:
    cuts = statistics.quantiles(times, n=20)
    return statistics.median(times), cuts[18]


if __name__ == "__main__":
    show(main())
