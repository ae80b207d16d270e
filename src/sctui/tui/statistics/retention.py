"""True retention week by week, and whether recall is foretold rightly."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from sctui.i18n import _, ngettext
from sctui.model.statistics import Calibration, Recall, Week
from sctui.scheduler.plans import date_of
from sctui.tui.charts import Axes, Series, framed, lines
from sctui.tui.statistics.figures import Figures

_YOUNG, _MATURE = "$text-warning", "$text-success"
_APART = 0.02  # what predicted and actual may differ by, before it is worth a word


def retention(figures: Figures, width: int, height: int) -> Content:
    """Young and mature cards, a line each."""
    weeks, _calibration = figures.recall or ([], None)
    if not weeks:
        return Content.styled(_nothing(), "dim")
    young = sum((week.young for week in weeks), Recall())
    mature = sum((week.mature for week in weeks), Recall())
    head = Content.assemble(
        (_("young {share}").format(share=_share(young)), f"bold {_YOUNG}"),
        "   ",
        (_("mature {share}").format(share=_share(mature)), f"bold {_MATURE}"),
        ("   " + _("put off for 21 days or more"), "dim"),
    )
    drawn = [_line(weeks, "young", _YOUNG), _line(weeks, "mature", _MATURE)]
    axes = Axes(_dates(weeks, width), _shares(_low(weeks)), _low(weeks), 1.0)
    told = _("Of the cards answered on an earlier day, the share recalled at the first answer of a day.")
    below = Content.styled(told, "dim")
    return framed(head, lambda high: lines(drawn, axes, width, high), below, width, height)


def calibration(figures: Figures, width: int, height: int) -> Content:
    """Predicted against actual recall; where FSRS is right, the points lie on the line."""
    found = figures.recall[1] if figures.recall else Calibration(())
    total = found.total
    if not total.answers:
        return Content.styled(_nothing(), "dim")
    bins = [one for one in found.bins if one.answers >= max(1, total.answers // 500)]
    low = min(0.5, *(min(one.foretold, one.share) for one in bins)) // 0.1 / 10
    ticks = _shares(low)
    places = [one.foretold for one in bins], [one.share for one in bins]
    drawn = [Series((low, 1.0), (low, 1.0), "dim"), Series(*places, "bold $text-accent", points=True)]
    axes = Axes(ticks, ticks, low, 1.0)
    head = Content.assemble(
        (_("predicted {share:.1%}").format(share=total.foretold), "bold"),
        ("   " + _("actual {share:.1%}").format(share=total.share), "bold $text-accent"),
        (
            "   " + _("log loss {loss:.3f}   RMSE {rmse:.3f}").format(loss=total.log_loss, rmse=found.rmse),
            "dim",
        ),
        (f"   {_answers(total.answers)}", "dim"),
    )
    below = Content.assemble(
        (_("across: what was predicted; up: what was recalled"), "dim"), "\n", _verdict(total)
    )
    return framed(head, lambda high: lines(drawn, axes, width, high), below, width, height)


def _verdict(total: Recall) -> str:
    apart = total.share - total.foretold
    if abs(apart) < _APART:
        return _("Recall is what FSRS expects.")
    if apart < 0:
        return _("You recall less than FSRS expects. O in the library fits it to your answers.")
    return _("You recall more than FSRS expects. O in the library fits it to your answers.")


def _line(weeks: Sequence[Week], side: str, style: str) -> Series:
    told: list[tuple[int, Recall]] = [(week.monday, getattr(week, side)) for week in weeks]
    known = [(monday, recall.share) for monday, recall in told if recall.answers]
    return Series([monday for monday, _share in known], [share for _monday, share in known], style)


def _low(weeks: Sequence[Week]) -> float:
    shares = [one.share for week in weeks for one in (week.young, week.mature) if one.answers]
    return min(0.5, *shares) // 0.1 / 10


def _shares(low: float) -> dict[float, str]:
    """Every tenth from a share up to all."""
    return {tenth / 10: f"{tenth * 10}%" for tenth in range(round(low * 10), 11)}


def _dates(weeks: Sequence[Week], width: int) -> dict[float, str]:
    shown = max(2, width // 16)
    step = max(1, -(-len(weeks) // shown))
    return {float(week.monday): f"{date_of(week.monday):%m-%d}" for week in weeks[::step]}


def _share(recall: Recall) -> str:
    return f"{recall.share:.0%} ({recall.answers})" if recall.answers else "-"


def _answers(count: int) -> str:
    return ngettext("{count} answer", "{count} answers", count).format(count=count)


def _nothing() -> str:
    return _("No card was asked again on a later day yet; this fills as you study.")
