"""Cards spread over days, to look at before it is done: a backlog, and what falls due in breaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from sctui.i18n import N_, _
from sctui.model.change import Change
from sctui.scheduler.backlog import Relief
from sctui.scheduler.breaks import Breaks
from sctui.scheduler.plans import date_of
from sctui.scheduler.settings import StudySettings
from sctui.scheduler.study_day import StudyDay, study_day
from sctui.store.store import Store
from sctui.study.spreading import Holds, in_breaks, relief_of
from sctui.text.plural import counted
from sctui.tui.formatting import day_and_year

RELIEF_HEADS = (N_("backlog"), N_("others"), N_("together"))
BREAK_HEADS = (N_("now"), N_("then"))


@dataclass(frozen=True, slots=True)
class SpreadDay:
    """A day, and the numbers of cards that stand in its row."""

    day: str
    cards: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """What would be done: its days, what it brings in words, and the acts on cards, if there are any."""

    days: tuple[SpreadDay, ...]
    told: str
    changes: tuple[Change, ...] = ()


# works one out, in a thread: of the cards that are held, with room for so many a day, at a moment (UTC ms)
Find: TypeAlias = Callable[[Store, Holds, int, int, StudySettings], Spread]


def relief_spread(store: Store, holds: Holds, room: int, now: int, settings: StudySettings) -> Spread:
    """How to work off what is due, with `room` for so many due cards a day.

    Raises:
        CollectionError: when the database cannot be read.
    """
    due, relief = relief_of(store, holds, room, now, settings)
    if relief is None:
        told = _("{due} due: that fits into a day of {room}. There is nothing to relieve.")
        return Spread((), told.format(due=due, room=room))
    today = study_day(now, settings.utc_offset_minutes, settings.rollover_hour)
    days = tuple(
        SpreadDay(day_and_year(date_of(today.number + at)), (len(states), others, len(states) + others))
        for at, (states, others) in enumerate(zip(relief.days, relief.others, strict=True))
    )
    return Spread(days, _brings(relief), tuple(relief.changes(now, today)))


def _brings(relief: Relief) -> str:
    recalled = _("Expected to be recalled when asked: {recalled:.0f} of {size};")
    more = _("{saved:.1f} more than with the longest overdue first and as many a day.")
    return "\n".join(
        (
            _("{size} cards are due. Over {days} days:").format(size=relief.size, days=len(relief.days)),
            recalled.format(recalled=relief.recalled, size=relief.size),
            more.format(saved=relief.recalled - relief.otherwise),
        )
    )


def break_spread(store: Store, holds: Holds, _room: int, now: int, settings: StudySettings) -> Spread:
    """What falls due in the planned breaks, moved to the days before and after them.

    Raises:
        CollectionError: when the database cannot be read.
    """
    found = in_breaks(store, holds, now, settings)
    if found is None or not found.moved:
        return Spread((), _("Nothing falls due in a planned break."))
    today = study_day(now, settings.utc_offset_minutes, settings.rollover_hour)
    return _moved(found, now, today)


def _moved(found: Breaks, now: int, today: StudyDay) -> Spread:
    """Each day on which something changes."""
    out, into = Counter(one.due for one in found.moved), Counter(one.instead for one in found.moved)
    days = tuple(
        SpreadDay(day_and_year(date_of(day)), (found.others[day] + out[day], found.others[day] + into[day]))
        for day in sorted({*out, *into})
    )
    before = sum(one.instead < one.due for one in found.moved)
    told = (
        _("{cards} due in a break:").format(cards=counted(len(found.moved), "card")),
        _("{before} earlier, {moved} later.").format(before=before, moved=len(found.moved) - before),
    )
    return Spread(days, "\n".join(told), tuple(found.changes(now, today)))
