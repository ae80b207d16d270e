"""Planning from the library: the next exam's part of today, and fitting parameters in the background."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sctui.scheduler.plans import Exam, day_number
from sctui.scheduler.study_day import number_of_day
from sctui.tui.errand import own_command

if TYPE_CHECKING:
    from sctui.tui.desk import Desk


@dataclass(frozen=True, slots=True)
class TodaysPart:
    """The next exam, the study days until it, and the cards to study for it today."""

    exam: Exam
    days_left: int
    cards: tuple[str, ...]


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
    study = ExamStudy(desk.collection, exam, now, settings)
    cards = await asyncio.to_thread(study.today)
    return TodaysPart(exam, study.days_left, cards)


async def optimised(desk: Desk) -> str:
    """Run `sctui optimise` in a process of its own, since fitting stops all threads; what it says.

    Where this is cancelled, the process ends as well: what it finds is kept in one transaction or not at all.
    """
    command = own_command(desk.home, "optimise")
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*command, stdout=pipe, stderr=asyncio.subprocess.STDOUT)
    try:
        said, _ = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
    return said.decode("utf-8", "replace").strip()
