"""Statistics as lines of text. Names stand last, so that their width in the terminal does not matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sctui.model.statistics import Calibration, Histogram, Recall, Week
from sctui.scheduler.plans import date_of
from sctui.study.report import Report
from sctui.text.plural import counted
from sctui.text.printable import one_line
from sctui.tui.formatting import spent

_WIDTH = 30
_WEEKS = 8
_FORECAST = 14
_TOPICS = 10


def lines(told: Report) -> Iterator[str]:
    """The report, section by section."""
    yield from _days(told)
    if not told.days:
        return
    yield from _retention(told.weeks)
    yield from _calibration(told.calibration)
    yield from _forecast(told)
    yield from _histogram("Stability (days from)", told.memories.stability, "{:g}")
    yield from _histogram("Difficulty (from)", told.memories.difficulty, "{:g}")
    yield from _histogram("Recalled today (from)", told.memories.retrievability, "{:.0%}")
    yield from _topics(told)


def _days(told: Report) -> Iterator[str]:
    if not told.days:
        yield "Nothing was studied yet."
        return
    shown = told.shown_days
    answers, ms = sum(day.answers for day in shown), sum(day.ms for day in shown)
    yield f"{counted(answers, 'answer')} in {spent(ms)} on {counted(len(shown), 'day')}"
    yield f"since {date_of(told.since)}; {sum(day.begun for day in shown)} new cards begun"
    yield f"streak: {counted(told.streak, 'day')}; the longest: {counted(told.longest_streak, 'day')}"


def _retention(weeks: Sequence[Week]) -> Iterator[str]:
    young = sum((week.young for week in weeks), Recall())
    mature = sum((week.mature for week in weeks), Recall())
    yield from ("", "True retention", f"{'week of':<12}{'young':>14}{'mature':>14}")
    for week in weeks[-_WEEKS:]:
        yield f"{date_of(week.monday).isoformat():<12}{_share(week.young):>14}{_share(week.mature):>14}"
    yield f"{'together':<12}{_share(young):>14}{_share(mature):>14}"


def _calibration(calibration: Calibration) -> Iterator[str]:
    total = calibration.total
    yield from ("", "Recall, predicted and actual")
    if not total.answers:
        yield "No card was asked again on a later day yet."
        return
    yield f"{'predicted':>10}{'actual':>10}{'answers':>10}"
    for one in calibration.bins:
        if one.answers:
            yield f"{one.foretold:>10.1%}{one.share:>10.1%}{one.answers:>10}"
    yield f"{total.foretold:>10.1%}{total.share:>10.1%}{total.answers:>10}  together"
    yield f"log loss {total.log_loss:.4f}, RMSE (bins) {calibration.rmse:.4f}"


def _forecast(told: Report) -> Iterator[str]:
    yield from ("", "Cards that fall due (on the first day with what is overdue)")
    shown = told.forecast[:_FORECAST]
    for ahead, due in enumerate(shown):
        yield f"{date_of(told.today + ahead).isoformat()} {due:>6}  {_bar(due, max(shown))}".rstrip()


def _histogram(title: str, histogram: Histogram, form: str) -> Iterator[str]:
    yield from ("", title)
    most = max(histogram.cards)
    for low, cards in zip(histogram.lows, histogram.cards, strict=True):
        yield f"{form.format(low):>10} {cards:>6}  {_bar(cards, most)}".rstrip()


def _topics(told: Report) -> Iterator[str]:
    yield from (
        "",
        f"{'retention':>9}{'predicted':>10}{'answers':>9}{'minutes':>9}{'mastery':>9}  weakest topics",
    )
    for topic in told.topics[:_TOPICS]:
        recall = topic.recall
        share, predicted = (f"{recall.share:.0%}", f"{recall.foretold:.0%}") if recall.answers else ("-", "-")
        yield (
            f"{share:>9}{predicted:>10}{topic.answers:>9}{topic.ms / 60_000:>9.0f}{topic.mastery:>9.0%}"
            f"  {one_line(topic.topic)}"
        )
    if len(told.topics) > _TOPICS:
        yield f"… and {len(told.topics) - _TOPICS} more; --json has all."


def _share(recall: Recall) -> str:
    return f"{recall.share:.0%} of {recall.answers}" if recall.answers else "-"


def _bar(number: int, most: int) -> str:
    return "█" * round(number / most * _WIDTH) if most else ""
