"""Labels with their values, drawn line by line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from sctui.tui.cells import fitted
from sctui.tui.settings.rows import SettingRow
from sctui.tui.widgets.headed_list import HeadedList

_LABEL, _LEAST = 28, 14  # cells for a label; cells that a value is left at least
_VALUE = 30  # cells that a label leaves to a value where both want more


class SettingList(HeadedList[SettingRow], can_focus=False):
    """A row a setting; a dot marks those that are not as they came."""

    _longest = _widest = 0  # cells of labels and of values

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"setting-list--{name}" for name in ("cursor", "heading", "value", "own")
    }

    def show(self, rows: Sequence[SettingRow]) -> None:
        """Show other rows."""
        self._longest = max((cell_len(row.label) + 3 for row in rows if not row.heading), default=0)
        self._widest = (
            min(_VALUE, max((cell_len(row.value) for row in rows if not row.heading), default=0)) + 2
        )
        super().show(rows)

    def drawn_of(self, at: int) -> object:
        """The same, and the widths of all."""
        return super().drawn_of(at), self._longest, self._widest

    def renew(self, rows: list[SettingRow]) -> None:
        """Show the same settings with other values; the cursor stays."""
        at = self.cursor
        self.show(rows)
        self.cursor = at

    def go_to(self, key: str) -> None:
        """Put the cursor on a setting."""
        self.cursor = next((at for at, row in enumerate(self._rows) if row.key == key), self.cursor)

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        at, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if at >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        row = self._rows[at]
        base = self.rich_style
        if at == self.cursor:
            base += self.get_component_rich_style("setting-list--cursor", partial=True)
        segments = self._heading(row) if row.heading else self._cells(row, width - 4, at == self.cursor)
        return Strip(segments).adjust_cell_length(width).apply_style(base)

    def _heading(self, row: SettingRow) -> list[Segment]:
        style = self.get_component_rich_style("setting-list--heading", partial=True)
        return [Segment("  "), Segment(row.label, style)]

    def _cells(self, row: SettingRow, width: int, current: bool) -> list[Segment]:
        label = max(min(_LABEL, width - _LEAST), min(self._longest, width - self._widest))
        style = self.get_component_rich_style(f"setting-list--{'own' if row.own else 'value'}", partial=True)
        mark = "• " if row.own else "  "
        return [
            Segment("› " if current else "  "),
            Segment(fitted("  " + row.label, label)),
            Segment(mark, style),
            Segment(fitted(row.value, width - label - 2), style),
        ]
