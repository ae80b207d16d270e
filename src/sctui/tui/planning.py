"""Planning: the next exam's part of today, and what takes long, done by a command in its own process."""

from __future__ import annotations

import asyncio
import json
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sctui.scheduler.plans import Exam, day_number
from sctui.scheduler.study_day import number_of_day
from sctui.scheduler.workload import Workload
from sctui.tui.errand import own_command

if TYPE_CHECKING:
    from pathlib import Path

    from sctui.scheduler.exam import Costs
    from sctui.tui.desk import Desk


@dataclass(frozen=True, slots=True)
class TodaysPart:
    """The next exam, the study days until it, and the cards to study for it today."""

    exam: Exam
    days_left: int
    cards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Simulation:
    """A year with each desired retention, for so many cards, of which some are begun a day.

    `studied` are the minutes that the learner studied on a day of the last month; 0 where nothing is known.
    """

    cards: int
    new_per_day: int
    studied: float
    loads: tuple[Workload, ...]


async def todays_part(desk: Desk) -> TodaysPart | None:
    """What the next exam in the settings asks today; None when none is to come.

    Raises:
        HomeError, CollectionError: when the database cannot be read.
    """
    from sctui.study.exams import ExamStudy  # noqa: PLC0415 -- loaded where it is used

    settings, now = desk.study_settings(), desk.now()
    today = number_of_day(now, settings.utc_offset_minutes, settings.rollover_hour)
    coming = [exam for exam in desk.settings.exam if day_number(exam.day) > today]
    if not coming:
        return None
    exam = min(coming, key=lambda exam: exam.day)
    costs = desk.remembered("costs", today)  # a day's answers hardly change them
    if costs is None:
        costs = await asyncio.to_thread(_costs, desk.collection.store.path)
        desk.remember("costs", today, costs)
    study = ExamStudy(desk.collection, exam, now, settings, costs)
    cards = await asyncio.to_thread(study.today)
    return TodaysPart(exam, study.days_left, cards)


def _costs(database: Path) -> Costs:
    """What answers cost this learner; in a thread, with a connection of its own."""
    from sctui.scheduler.costs import costs_of  # noqa: PLC0415 -- loaded in the thread
    from sctui.scheduler.histories import histories  # noqa: PLC0415 -- likewise
    from sctui.store.store import Store  # noqa: PLC0415 -- likewise

    with closing(Store.open(database)) as store:
        return costs_of(histories(store.log()))


async def optimised(desk: Desk) -> str:
    """Run `sctui optimise`, since fitting stops all threads; what it says.

    Where this is cancelled, nothing is kept: what is found is kept in one transaction or not at all.
    """
    return (await _command(desk, "optimise"))[1]


async def outlook(desk: Desk, exam: Exam) -> str:
    """What `sctui exam` says of an exam: what to expect of the day with its plan, and without."""
    words = ["--date", exam.day.isoformat()]
    for option, value in (("--deck", exam.deck), ("--topic", exam.topic), ("--minutes", exam.minutes)):
        words += [option, str(value)] if value else []
    return (await _command(desk, "exam", *words))[1]


async def simulated(desk: Desk) -> tuple[Simulation | None, str]:
    """What each desired retention costs and brings, as `sctui retention` works it out; else what it says."""
    failed, said = await _command(desk, "retention", "--format", "json")
    if failed:
        return None, said
    told = json.loads(said)
    loads = tuple(Workload(**load) for load in told["workloads"])
    return Simulation(told["cards"], told["new_per_day"], told["minutes_studied"] or 0.0, loads), ""


async def _command(desk: Desk, *words: str) -> tuple[int, str]:
    """Run a command in a process of its own: its exit code, and what it says.

    Where this is cancelled, the process ends as well.
    """
    command = own_command(desk.home, *words)
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*command, stdout=pipe, stderr=asyncio.subprocess.STDOUT)
    try:
        said, _ = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
    return process.returncode or 0, said.decode("utf-8", "replace").strip()
