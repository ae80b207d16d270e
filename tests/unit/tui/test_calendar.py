"""The calendar shows a whole year wherever there is room for it, beside or below each other."""

import pytest
from rich.cells import cell_len

from sctui.model.statistics import DayCount
from sctui.tui.statistics.calendar import calendar
from sctui.tui.statistics.figures import Figures

TODAY = 20_780
DAYS = [DayCount(day, day % 7, 0, 0, 1000) for day in range(TODAY - 400, TODAY + 1) if day % 7]


def shown(width: int, height: int) -> list[str]:
    return calendar(Figures(TODAY, TODAY - 364, DAYS), width, height).plain.split("\n")


@pytest.mark.parametrize(
    ("width", "height", "weeks", "blocks"),
    [(160, 30, 53, 1), (110, 20, 53, 1), (76, 20, 53, 1), (57, 20, 53, 1), (40, 30, 53, 2), (40, 20, 36, 1)],
)
def test_so_many_weeks_are_shown(width: int, height: int, weeks: int, blocks: int) -> None:
    mondays = [line for line in shown(width, height) if line.startswith("Mon")]
    assert len(mondays) == blocks
    assert sum(len(line[4:].replace(" ", "")) for line in mondays) == weeks


@pytest.mark.parametrize("width", range(36, 200, 7))
def test_no_line_of_the_weeks_is_wider_than_the_screen(width: int) -> None:
    for height in (16, 40):
        weeks = [line for line in shown(width, height) if line[:3] in ("Mon", "   ", "Wed", "Fri", "Sun")]
        assert len(weeks) >= 8
        assert all(cell_len(line) <= width for line in weeks)
