"""The lines of a study record, drawn line by line, under headings that the cursor passes over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from sctui.text.printable import one_line
from sctui.tui.cells import fitted
from sctui.tui.knowledge.record_items import Item
from sctui.tui.widgets.headed_list import HeadedList

_LABEL = 14
_PLACE, _LINE = 20, 5  # cells for document and line, where there is room; for a line alone
_WIDE = 60


class ItemList(HeadedList[Item], can_focus=False):
    """Label, value, and where it stands: document and line, or `only_lines` where there is one document."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"item-list--{name}"
        for name in ("cursor", "heading", "label", "place", "error", "warning", "success", "accent")
    }

    def __init__(self, shown: Callable[[str], str], *, only_lines: bool = False) -> None:
        super().__init__()
        self._shown = shown
        self._only_lines = only_lines

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        at, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if at >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        item = self._rows[at]
        base = self.rich_style
        if at == self.cursor:
            base += self.get_component_rich_style("item-list--cursor", partial=True)
        segments = self._heading(item) if item.heading else list(self._cells(item, width - 2))
        return Strip([Segment(" "), *segments]).adjust_cell_length(width).apply_style(base)

    def _heading(self, item: Item) -> list[Segment]:
        return [
            Segment(item.label, self._style("heading") + (self._style(item.tone) if item.tone else Style()))
        ]

    def _cells(self, item: Item, width: int) -> Iterator[Segment]:
        place = 0 if width < _WIDE else _LINE if self._only_lines else _PLACE
        value = width - _LABEL - (place + 1 if place else 0) - 1
        yield Segment(fitted(" " + item.label, _LABEL) + " ", self._style(item.tone or "label"))
        yield Segment(fitted(self._shown(item.value), value))
        if place:
            yield Segment(" ")
            where = str(item.proof[0].line) if self._only_lines and item.proof else item.place
            yield Segment(fitted(one_line(where), place), self._style("place"))

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"item-list--{name}", partial=True)
