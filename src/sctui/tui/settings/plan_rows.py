"""What is planned, as rows: a backlog, exams, breaks, the desired retention; a heading for each kind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from sctui.i18n import _
from sctui.scheduler.plans import Break, Exam, day_number
from sctui.store.store import Store
from sctui.study.spreading import Holds, count_due, in_breaks
from sctui.text.plural import counted
from sctui.tui.formatting import day_and_year
from sctui.tui.settings.rows import SettingRow

if TYPE_CHECKING:
    from sctui.scheduler.settings import StudySettings
    from sctui.tui.desk import Desk

BACKLOG, NEW_EXAM, NEW_BREAK, MOVE, RETENTION = "backlog", "new exam", "new pause", "move", "retention"
Planned: TypeAlias = Exam | Break


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many cards are due, and how many fall due in a planned break."""

    due: int
    in_breaks: int


@dataclass(frozen=True, slots=True)
class PlanRow(SettingRow):
    """A row; `planned` is the exam or break that it stands for."""

    planned: Planned | None = None


def look(store: Store, holds: Holds, now: int, settings: StudySettings) -> Waiting:
    """Count what waits; in a thread.

    Raises:
        CollectionError: when the database cannot be read.
    """
    found = in_breaks(store, holds, now, settings)
    return Waiting(count_due(store, holds, now, settings), len(found.moved) if found else 0)


def look_at(desk: Desk, now: int, settings: StudySettings) -> Waiting:
    """The same with a connection of its own."""
    with closing(Store.open(desk.collection.store.path)) as store:
        return look(store, desk.collection.cards.__contains__, now, settings)


def plan_rows(desk: Desk, today: int, waiting: Waiting | None) -> list[SettingRow]:
    """All rows on the study day of the number `today`; what waits may not be known yet."""
    return [
        SettingRow(_("After a break")),
        SettingRow(_("Backlog"), _backlog(desk, waiting), BACKLOG),
        SettingRow(_("Exams")),
        *_exams(desk, today),
        SettingRow(_("Plan an exam …"), "", NEW_EXAM),
        SettingRow(_("Breaks")),
        *_breaks(desk, today),
        SettingRow(_("Plan a break …"), "", NEW_BREAK),
        *_to_move(desk, waiting),
        SettingRow(_("Memory")),
        SettingRow(
            _("Desired retention"),
            _("{retention:.0%}; suggest one …").format(retention=desk.settings.desired_retention),
            RETENTION,
        ),
    ]


def _backlog(desk: Desk, waiting: Waiting | None) -> str:
    if waiting is None:
        return "…"
    room = desk.settings.reviews_per_day
    told = (
        _("{due} due: more than a day of {room}") if waiting.due > room else _("{due} due: fits into a day")
    )
    return told.format(due=waiting.due, room=room)


def _exams(desk: Desk, today: int) -> Iterator[PlanRow]:
    for exam in sorted(desk.settings.exam, key=lambda one: one.day):
        minutes = _("{minutes} a day").format(minutes=counted(exam.minutes, "minute")) if exam.minutes else ""
        parts = (_until(exam.day, today), minutes, desk.line(exam.name))
        yield PlanRow(day_and_year(exam.day), "  ·  ".join(filter(None, parts)), f"exam {exam}", planned=exam)


def _breaks(desk: Desk, today: int) -> Iterator[PlanRow]:
    for pause in sorted(desk.settings.pause, key=lambda one: one.first):
        days = counted(len(pause.numbers()), "day")
        over = _("it is over") if pause.numbers().stop <= today else ""
        told = "  ·  ".join(filter(None, (_("until {day}").format(day=day_and_year(pause.last)), days, over)))
        yield PlanRow(day_and_year(pause.first), told, f"pause {pause}", planned=pause)


def _to_move(desk: Desk, waiting: Waiting | None) -> Iterator[SettingRow]:
    if desk.settings.pause and waiting and waiting.in_breaks:
        told = _("{cards}; move them …").format(cards=counted(waiting.in_breaks, "card"))
        yield SettingRow(_("Due in a break"), told, MOVE)


def _until(day: date, today: int) -> str:
    left = day_number(day) - today
    if left < 0:
        return _("it is over")
    return _("in {days}").format(days=counted(left, "day")) if left else _("today")
