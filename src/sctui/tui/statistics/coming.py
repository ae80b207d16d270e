"""What comes: the cards that fall due on the next days; and what went: the time spent."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from sctui.i18n import _
from sctui.scheduler.exam import Costs
from sctui.scheduler.plans import date_of
from sctui.tui.charts import Axes, bars, framed, whole
from sctui.tui.formatting import spent
from sctui.tui.statistics.figures import Figures

_MONTH = 30


def forecast(figures: Figures, width: int, height: int) -> Content:
    """A bar a day, today with what is overdue."""
    due = figures.forecast or []
    shown = due[: _MONTH if width < 100 else len(due)]
    pace = (figures.pace or Costs()).review
    ticks = {float(ahead): f"+{ahead}" if ahead else "0" for ahead in range(0, len(shown), 7)}
    axes = Axes(ticks, whole(shown))
    week, month = sum(due[:7]), sum(due[:_MONTH])
    head = Content.assemble(
        (_("{count} due today").format(count=due[0] if due else 0), "bold $text-success"),
        (
            "   "
            + _("{week} within a week, {month} within {days} days").format(
                week=week, month=month, days=_MONTH
            ),
            "dim",
        ),
    )
    daily = _("about {time} a day for these reviews; new cards come on top").format(
        time=spent(round(month / _MONTH * pace * 1000))
    )
    below = Content.styled(daily, "dim")
    return framed(head, lambda high: bars(shown, axes, "$text-success", width, high), below, width, height)


def time_spent(figures: Figures, width: int, height: int) -> Content:
    """Minutes a day, or a week where there are many."""
    shown = figures.shown_days()
    first = max(figures.since, shown[0].day) if shown else figures.today
    step = 1 if figures.today - first < min(60, width - 8) else 7
    minutes = list(_minutes(figures, first, step))
    ticks = {
        float(place): f"{date_of(first + place * step):%m-%d}"
        for place in range(0, len(minutes), max(1, -(-len(minutes) * 9 // width)))
    }
    axes = Axes(ticks, whole(minutes))
    ms, answers = sum(day.ms for day in shown), sum(day.answers for day in shown)
    head = Content.assemble(
        (spent(ms), "bold $text-primary"),
        (
            "   "
            + _("{day} on a day of study, {answer:.1f} s an answer").format(
                day=spent(round(ms / max(1, len(shown)))), answer=ms / 1000 / max(1, answers)
            ),
            "dim",
        ),
    )
    unit = _("minutes a day") if step == 1 else _("minutes a week")
    below = Content.styled(unit, "dim")
    return framed(head, lambda high: bars(minutes, axes, "$text-primary", width, high), below, width, height)


def _minutes(figures: Figures, first: int, step: int) -> Iterator[float]:
    ms = {day.day: day.ms for day in figures.shown_days()}
    for start in range(first, figures.today + 1, step):
        yield sum(ms.get(day, 0) for day in range(start, start + step)) / 60_000
