"""One grade, durable: a session's `grade` against a bare write and fdatasync of one page in the same run.

Days of a learner as the default limits let them be: some two hundred cards that fall due and twenty that are
new, in a collection that has been studied for years.
"""

from __future__ import annotations

import os
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter_ns

from benchmarks import large
from benchmarks.large import Size
from benchmarks.report import Row, show
from sctui.collection import Collection
from sctui.model.review import Phase, Rating
from sctui.store.room import make_room
from sctui.store.store import Store
from sctui.study.session import StudySession
from sctui.study.settings import StudySettings

_STUDIED = Size(cards=20_000, reviews=200_000)  # one in a hundred falls due each day
_NEW = 1000
_GRADES = 1000
_PAGE = b"\0" * 4096
_START = 1_750_000_000_000
_DAY = 86_400_000
_SETTINGS = StudySettings()
_GATE = 3.0
_sync = getattr(os, "fdatasync", os.fsync)  # macOS has no fdatasync


@dataclass(frozen=True, slots=True)
class Result:
    """Microseconds, median and 95th percentile, of a grade and of the floor; `ratio` is of the medians.

    `new_p50` is the median of the first grades of cards, with which their names are written.
    """

    grade_p50: float
    grade_p95: float
    floor_p50: float
    floor_p95: float
    new_p50: float = 0.0

    @property
    def ratio(self) -> float:
        """How many bare syncs a grade costs."""
        return self.grade_p50 / self.floor_p50


def measure(grades: int = _GRADES, folder: Path | None = None, studied: Size = _STUDIED) -> Result:
    """Grade `grades` cards, one bare write and sync after each, so that noise meets both alike.

    `folder` says on which disk; a temporary folder by default, which may lie in memory.
    """
    with (
        tempfile.TemporaryDirectory(dir=folder) as place,
        _session(Path(place), studied) as session,
        _bare_file(Path(place)) as bare,
    ):
        taken: list[tuple[Phase, float]] = []
        floor: list[float] = []
        now = _START
        for _ in range(grades):
            now += 10_000
            question = session.next(now)
            if question is None:  # the day is done
                now += _DAY
                question = session.next(now)
            assert question
            taken.append((question.state.phase, _timed_grade(session, now)))
            floor.append(_timed_sync(bare))
    new = [time for phase, time in taken if phase is Phase.NEW]
    return Result(*_percentiles([time for _, time in taken]), *_percentiles(floor), statistics.median(new))


def main() -> list[Row]:
    """Measure; what was found, as a line of the report."""
    found = measure()
    figures = (
        f"grade p50 {found.grade_p50:.0f} µs, p95 {found.grade_p95:.0f} µs; "
        f"bare write and sync p50 {found.floor_p50:.0f} µs, p95 {found.floor_p95:.0f} µs"
    )
    first = f"p50 {found.new_p50:.0f} µs; its name is written as well"
    return [
        Row("one durable grade", figures, found.ratio, _GATE),
        Row("the first of a new card", first, found.new_p50 / found.floor_p50),
    ]


@contextmanager
def _session(folder: Path, studied: Size) -> Iterator[StudySession]:
    database = folder / "collection.db"
    large.fill_ours(database, studied, _START)
    library = large.library(Size(studied.cards + _NEW, 0), folder)
    collection = Collection(library, Store.open(database))
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
