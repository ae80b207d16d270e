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
_ROOMY, _CLOSE = 2, 1  # columns a week
_EDGE = 4  # columns for the days of the week
_YEAR = 53  # weeks
_BLOCK = 8  # lines that weeks side by side take: the months, and the days
_BESIDE = 7  # lines of all else


def calendar(figures: Figures, width: int, height: int) -> Content:
    """Streak, the calendar of a year, and sums of the period.

    Where a year does not fit side by side, its halves stand one above the other; where these are too high,
    the weeks that fit are shown.
    """
    weeks = [line for block in _blocks(figures, width, height) for line in (*block, Content(""))]
    return Content("\n").join((*_streaks(figures), Content(""), *weeks, *_sums(figures)))


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


def _blocks(figures: Figures, width: int, height: int) -> Iterator[Iterator[Content]]:
    """The weeks in blocks of which each fits into the width."""
    monday = figures.today - date_of(figures.today).weekday()
    room = max(4, width - _EDGE)
    cell = _ROOMY if room >= _YEAR * _ROOMY else _CLOSE
    halves = room < _YEAR and height >= 2 * (_BLOCK + 1) + _BESIDE
    shown = _YEAR if halves else min(_YEAR, room // cell)
    mondays = [monday - 7 * back for back in range(shown - 1, -1, -1)]
    half = -(-shown // 2) if halves else shown
    for begin in range(0, shown, half):
        yield _weeks(figures, mondays[begin : begin + half], cell)


def _weeks(figures: Figures, mondays: list[int], cell: int) -> Iterator[Content]:
    answers = {day.day: day.answers for day in figures.days or ()}
    full = _usual([number for day, number in answers.items() if day > figures.today - 7 * _YEAR])
    yield Content.styled(" " * _EDGE + _months(mondays, cell), "dim")
    for weekday, name in enumerate((_("Mon"), "", _("Wed"), "", _("Fri"), "", _("Sun"))):
        days = [monday + weekday for monday in mondays]
        marks = [_mark(answers.get(day, 0), full, cell) for day in days if day <= figures.today]
        yield Content.assemble((fitted(name, _EDGE), "dim"), *marks)


def _months(mondays: list[int], cell: int) -> str:
    """The number of each month over the first week that begins in it."""
    line = ""
    for place, monday in enumerate(mondays):
        first: date = date_of(monday)
        if first.day <= 7 and len(line) <= place * cell:
            line = line.ljust(place * cell) + str(first.month)
    return line


def _usual(answers: list[int]) -> float:
    """What counts as a full day: twice the mean of the days on which something was answered."""
    studied = [number for number in answers if number]
    return 2 * sum(studied) / len(studied) if studied else 1.0


def _mark(answers: int, full: float, cell: int) -> tuple[str, str]:
    level = min(4, 1 + int(4 * answers / full)) if answers else 0
    mark, style = _MARKS[level]
    return mark.ljust(cell), style


def _sums(figures: Figures) -> Iterator[Content]:
    shown = figures.shown_days()
    answers, ms = sum(day.answers for day in shown), sum(day.ms for day in shown)
    begun = sum(day.begun for day in shown)
    days = ngettext("{count} day", "{count} days", len(shown)).format(count=len(shown))
    yield Content.assemble((_answers(answers), "bold"), f"  {spent(ms)}  {days}")
    if shown:
        new = ngettext("{count} new card begun", "{count} new cards begun", begun).format(count=begun)
        usual = round(answers / len(shown))
        each = ngettext(
            "{count} answer on a day of study", "{count} answers on a day of study", usual
        ).format(count=usual)
        yield Content.styled(f"{new}   {each}", "dim")


def _answers(count: int) -> str:
    return ngettext("{count} answer", "{count} answers", count).format(count=count)
