"""The calendar: one mark a day, the fuller the more was answered, weeks from left to right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.content import Content

from sctui.i18n import _, ngettext
from sctui.scheduler.plans import date_of
from sctui.scheduler.streak import longest, streak
from sctui.tui.cells import fitted
from sctui.tui.formatting import spent
from sctui.tui.statistics.figures import Figures

# told apart by shape and by colour: nothing, then up to a quarter of a full day, a half, three quarters, more
_MARKS = (
    ("·", "dim"),
    ("░", "$text-success 60%"),
    ("▒", "$text-success 75%"),
    ("▓", "$text-success 90%"),
    ("█", "$text-success"),
)
_CELL = 2  # columns a week
_EDGE = 4  # columns for the days of the week
_YEAR = 53  # weeks


def calendar(figures: Figures, width: int, _height: int) -> Content:
    """Streak, the calendar of a year at most, and sums of the period."""
    return Content("\n").join(
        (*_streaks(figures), Content(""), *_weeks(figures, width), Content(""), *_sums(figures))
    )


def _streaks(figures: Figures) -> Iterator[Content]:
    days = {day.day: day for day in figures.days or ()}
    now = streak(days, figures.today)
    told = ngettext("{count} day in a row", "{count} days in a row", now).format(count=now)
    best = _("the longest: {count}").format(count=longest(days))
    today = days.get(figures.today)
    done = (
        _("today {answers} in {time}").format(answers=_answers(today.answers), time=spent(today.ms))
        if today
        else _("nothing yet today")
    )
    yield Content.assemble((told, "bold $text-success"), (f"   {best}   {done}", "dim"))


def _weeks(figures: Figures, width: int) -> Iterator[Content]:
    answers = {day.day: day.answers for day in figures.days or ()}
    weeks = max(4, min(_YEAR, (width - _EDGE) // _CELL))
    monday = figures.today - date_of(figures.today).weekday()
    mondays = [monday - 7 * back for back in range(weeks - 1, -1, -1)]
    full = _usual([answers.get(day, 0) for day in range(mondays[0], figures.today + 1)])
    yield Content.styled(" " * _EDGE + _months(mondays), "dim")
    for weekday, name in enumerate((_("Mon"), "", _("Wed"), "", _("Fri"), "", _("Sun"))):
        marks = [
            _mark(answers.get(monday + weekday, 0), full) if monday + weekday <= figures.today else ("  ", "")
            for monday in mondays
        ]
        yield Content.assemble((fitted(name, _EDGE), "dim"), *marks)


def _months(mondays: list[int]) -> str:
    """The number of each month over the first week that begins in it."""
    line = ""
    for place, monday in enumerate(mondays):
        first: date = date_of(monday)
        if first.day <= 7 and len(line) <= place * _CELL:
            line = line.ljust(place * _CELL) + str(first.month)
    return line


def _usual(answers: list[int]) -> float:
    """What counts as a full day: twice the mean of the days on which something was answered."""
    studied = [number for number in answers if number]
    return 2 * sum(studied) / len(studied) if studied else 1.0


def _mark(answers: int, full: float) -> tuple[str, str]:
    level = min(4, 1 + int(4 * answers / full)) if answers else 0
    mark, style = _MARKS[level]
    return mark + " ", style


def _sums(figures: Figures) -> Iterator[Content]:
    shown = figures.shown_days()
    answers, ms = sum(day.answers for day in shown), sum(day.ms for day in shown)
    begun = sum(day.begun for day in shown)
    days = ngettext("{count} day", "{count} days", len(shown)).format(count=len(shown))
    yield Content.assemble((_answers(answers), "bold"), f"  {spent(ms)}  {days}")
    if shown:
        new = ngettext("{count} new card begun", "{count} new cards begun", begun).format(count=begun)
        each = _("{count} answers on a day of study").format(count=round(answers / len(shown)))
        yield Content.styled(f"{new}   {each}", "dim")


def _answers(count: int) -> str:
    return ngettext("{count} answer", "{count} answers", count).format(count=count)
