"""The pages of the statistics, in their order: name, what they need, and how they are drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.content import Content

from sctui.i18n import N_
from sctui.tui.statistics.calendar import calendar
from sctui.tui.statistics.coming import forecast, time_spent
from sctui.tui.statistics.figures import Figures
from sctui.tui.statistics.memory import memory
from sctui.tui.statistics.retention import calibration, retention


@dataclass(frozen=True, slots=True)
class Page:
    """`needs` names fields of `Figures`; `draw` takes them, columns and lines; None: the list of topics."""

    name: str
    needs: tuple[str, ...]
    draw: Callable[[Figures, int, int], Content] | None


PAGES = (
    Page(N_("Days"), ("days",), calendar),
    Page(N_("Retention"), ("recall",), retention),
    Page(N_("Forecast"), ("forecast", "pace"), forecast),
    Page(N_("Time"), ("days",), time_spent),
    Page(N_("Memory"), ("memories",), memory),
    Page(N_("Calibration"), ("recall",), calibration),
    Page(N_("Topics"), ("topics",), None),
)
PERIODS = (
    (30, N_("30 days")),
    (90, N_("90 days")),
    (365, N_("a year")),
    (0, N_("all time")),
)
