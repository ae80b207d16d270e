"""The lines of a study record, drawn line by line, under headings that the cursor passes over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from sctui.text.printable import one_line
from sctui.tui.cells import fitted
from sctui.tui.knowledge.record_items import Item
from sctui.tui.widgets.cursor_list import PickList

_LABEL = 14
_PLACE, _LINE = 20, 5  # cells for document and line, where there is room; for a line alone
_WIDE = 60


class ItemList(PickList[Item], can_focus=False):
    """Label, value, and where it stands: document and line, or `only_lines` where there is one document."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"item-list--{name}"
        for name in ("cursor", "heading", "label", "place", "error", "warning", "success", "accent")
    }

    def __init__(self, shown: Callable[[str], str], *, only_lines: bool = False) -> None:
        super().__init__()
        self._shown = shown
        self._only_lines = only_lines

    def show(self, rows: Sequence[Item]) -> None:
        """Show other lines, from the first on that is no heading."""
        super().show(rows)
        self.cursor = 0
        self.move(0)

    def move(self, steps: int) -> None:
        """Move the cursor; from a heading it goes on in the same direction, or back at the ends."""
        at = max(0, min(self.cursor + steps, len(self._rows) - 1))
        way = -1 if steps < 0 else 1
        order = [
            *range(at, len(self._rows) if way > 0 else -1, way),
            *range(at, -1 if way > 0 else len(self._rows), -way),
        ]
        self.cursor = next((i for i in order if not self._rows[i].heading), 0)

    def can_be_picked(self, at: int) -> bool:
        """Headings are passed over."""
        return not self._rows[at].heading

    def watch_cursor(self, cursor: int) -> None:
        """Keep the cursor in view, with the first heading."""
        super().watch_cursor(0 if cursor == 1 and self._rows[0].heading else cursor)

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
