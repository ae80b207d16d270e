"""What is known of the cards now: three histograms, side by side where there is room."""

from __future__ import annotations

from textual.content import Content

from sctui.i18n import _, ngettext
from sctui.model.statistics import Histogram
from sctui.tui.cells import fitted
from sctui.tui.charts import Axes, bars, whole
from sctui.tui.statistics.figures import Figures

_BESIDE = 72  # columns from which they stand side by side
_LINE = 10  # lines a histogram wants where they stand one above the other


def memory(figures: Figures, width: int, height: int) -> Content:
    """Stability, difficulty, probability of recall today; suspended cards are left out."""
    found = figures.memories
    cards = sum(found.stability.cards) if found else 0
    if found is None or not cards:
        return Content.styled(_("No card was studied yet."), "dim")
    head = ngettext("{count} studied card", "{count} studied cards", cards).format(count=cards)
    three = (
        (_("Stability, days"), found.stability, "$text-success", "{:g}"),
        (_("Difficulty, 1 to 10"), found.difficulty, "$text-warning", "{:g}"),
        (_("Recalled today"), found.retrievability, "$text-primary", "{:.0%}"),
    )
    beside = width >= _BESIDE
    each = (width - 4) // 3 if beside else width
    lines = height - 3 if beside else max(4, min(_LINE, (height - 2) // 3 - 1))
    charts = [_titled(*one, each, lines) for one in three]
    body = _beside(charts) if beside else Content("\n").join(charts)
    return Content("\n").join((Content.styled(head, "bold"), Content(""), body))


def _titled(title: str, histogram: Histogram, style: str, form: str, width: int, height: int) -> Content:
    # wide enough between two labels
    step = max(1, -(-len(histogram.lows) * 6 // max(1, width - 6)))
    ticks = {float(place): form.format(low) for place, low in enumerate(histogram.lows) if place % step == 0}
    chart = bars(histogram.cards, Axes(ticks, whole(histogram.cards)), style, width, height)
    return Content("\n").join((Content.styled(fitted(title, width), f"bold {style}"), chart))


def _beside(charts: list[Content]) -> Content:
    rows = zip(*(chart.split("\n", allow_blank=True) for chart in charts), strict=True)
    return Content("\n").join(Content("  ").join(row) for row in rows)
