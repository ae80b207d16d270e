"""Topics with what the log tells of them, drawn line by line."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from sctui.model.statistics import TopicStatistics
from sctui.scheduler.limits import TOPIC_SEPARATOR
from sctui.tui.cells import fitted, fitted_right
from sctui.tui.widgets.cursor_list import PickList

_WIDE = 60
_WEAK, _FAIR = 0.8, 0.9


class TopicStatisticsList(PickList[TopicStatistics], can_focus=False):
    """Recalled, predicted, answers, minutes, recalled today, name; a narrow one leaves out the middle."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"topic-statistics-list--{name}" for name in ("cursor", "weak", "fair", "firm", "dim")
    }

    def __init__(self, shown: Callable[[str], str]) -> None:
        super().__init__()
        self._shown = shown

    @staticmethod
    def widths(width: int) -> tuple[int, ...]:
        """Columns for recalled, predicted, answers, minutes, mastery, in a list of some width."""
        return (9, 10, 9, 9, 8) if width >= _WIDE else (9, 0, 8, 0, 0)

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        at, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if at >= len(self._rows):
            return Strip.blank(width, self.ground)
        row = self._rows[at]
        base = self.ground
        if at == self.cursor:
            base += self.get_component_rich_style("topic-statistics-list--cursor", partial=True)
        recall = row.recall
        cells = (
            f"{recall.share:.0%}" if recall.answers else "-",
            f"{recall.foretold:.0%}" if recall.answers else "-",
            str(row.answers),
            f"{row.ms / 60_000:.0f}",
            f"{row.mastery:.0%}",
        )
        styles = (self._grade(row), "dim", "dim", "dim", "dim")
        columns = self.widths(width)
        segments = [
            Segment(
                fitted_right(cell, columns[at_column]),
                self.get_component_rich_style(f"topic-statistics-list--{styles[at_column]}", partial=True),
            )
            for at_column, cell in enumerate(cells)
            if columns[at_column]
        ]
        above, _, title = row.topic.rpartition(TOPIC_SEPARATOR)
        shown = "  " + self._shown(title)
        name = fitted(shown, min(cell_len(shown), max(0, width - sum(columns))))
        path = f"   ‹ {self._shown(above).replace(TOPIC_SEPARATOR, ' › ')}" if above else ""
        dim = self.get_component_rich_style("topic-statistics-list--dim", partial=True)
        left = max(0, width - sum(columns) - cell_len(name))
        segments += [Segment(name), Segment(fitted(path, left), dim)]
        return Strip(segments).adjust_cell_length(width).apply_style(base)

    def _grade(self, row: TopicStatistics) -> str:
        if not row.recall.answers:
            return "dim"
        return "weak" if row.recall.share < _WEAK else "fair" if row.recall.share < _FAIR else "firm"
