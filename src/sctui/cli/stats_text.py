"""Statistics as lines of text. Names stand last, so that their width in the terminal does not matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sctui.cli.columns import left, right
from sctui.i18n import _
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
    yield from _histogram(_("Stability (days from)"), told.memories.stability, "{:g}")
    yield from _histogram(_("Difficulty (from)"), told.memories.difficulty, "{:g}")
    yield from _histogram(_("Recalled today (from)"), told.memories.retrievability, "{:.0%}")
    yield from _topics(told)


def _days(told: Report) -> Iterator[str]:
    if not told.days:
        yield _("Nothing was studied yet.")
        return
    shown = told.shown_days
    answers, ms = sum(day.answers for day in shown), sum(day.ms for day in shown)
    yield _("{answers} in {spent} on {days}").format(
        answers=counted(answers, "answer"), spent=spent(ms), days=counted(len(shown), "day")
    )
    yield _("since {day}; {new} new cards begun").format(
        day=date_of(told.since), new=sum(day.begun for day in shown)
    )
    yield _("streak: {days}; the longest: {longest}").format(
        days=counted(told.streak, "day"), longest=counted(told.longest_streak, "day")
    )


def _retention(weeks: Sequence[Week]) -> Iterator[str]:
    young = sum((week.young for week in weeks), Recall())
    mature = sum((week.mature for week in weeks), Recall())
    yield from ("", _("True retention"), left(_("week of"), 12) + _two(_("young"), _("mature")))
    for week in weeks[-_WEEKS:]:
        yield f"{date_of(week.monday).isoformat():<12}" + _two(_share(week.young), _share(week.mature))
    yield left(_("together"), 12) + _two(_share(young), _share(mature))


def _two(young: str, mature: str) -> str:
    return right(young, 14) + right(mature, 14)


def _calibration(calibration: Calibration) -> Iterator[str]:
    total = calibration.total
    yield from ("", _("Recall, predicted and actual"))
    if not total.answers:
        yield _("No card was asked again on a later day yet.")
        return
    yield "".join(right(word, 10) for word in (_("predicted"), _("actual"), _("answers")))
    for one in calibration.bins:
        if one.answers:
            yield f"{one.foretold:>10.1%}{one.share:>10.1%}{one.answers:>10}"
    yield f"{total.foretold:>10.1%}{total.share:>10.1%}{total.answers:>10}  {_('together')}"
    yield _("log loss {log_loss:.4f}, RMSE (bins) {rmse:.4f}").format(
        log_loss=total.log_loss, rmse=calibration.rmse
    )


def _forecast(told: Report) -> Iterator[str]:
    yield from ("", _("Cards that fall due (on the first day with what is overdue)"))
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
        right(_("retention"), 9)
        + right(_("predicted"), 10)
        + "".join(right(word, 9) for word in (_("answers"), _("minutes"), _("mastery")))
        + "  "
        + _("weakest topics"),
    )
    for topic in told.topics[:_TOPICS]:
        recall = topic.recall
        share, predicted = (f"{recall.share:.0%}", f"{recall.foretold:.0%}") if recall.answers else ("-", "-")
        yield (
            f"{share:>9}{predicted:>10}{topic.answers:>9}{topic.ms / 60_000:>9.0f}{topic.mastery:>9.0%}"
            f"  {one_line(topic.topic)}"
        )
    if len(told.topics) > _TOPICS:
        yield _("… and {topics} more; --json has all.").format(topics=len(told.topics) - _TOPICS)


def _share(recall: Recall) -> str:
    return (
        _("{share:.0%} of {answers}").format(share=recall.share, answers=recall.answers)
        if recall.answers
        else "-"
    )


def _bar(number: int, most: int) -> str:
    return "█" * round(number / most * _WIDTH) if most else ""
