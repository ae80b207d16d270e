"""Topics or decks with a bar each: how much of them would be recalled now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip

from sctui.scheduler.mastery import Mastery
from sctui.tui.cells import fitted
from sctui.tui.mastery_bar import bar, grade
from sctui.tui.widgets.cursor_list import PickList

_BAR = 20


@dataclass(frozen=True, slots=True)
class MasteryRow:
    """A topic or deck: its whole name, the last part of it, how deep it lies, and its mastery."""

    name: str
    title: str
    depth: int
    mastery: Mastery


class MasteryList(PickList[MasteryRow], can_focus=False):
    """Name, studied of all cards, share recalled, bar."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"mastery-list--{name}" for name in ("cursor", "parent", "weak", "fair", "firm", "none", "dim")
    }

    def __init__(self, shown: Callable[[str], str]) -> None:
        super().__init__()
        self._shown = shown

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        at, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if at >= len(self._rows):
            return Strip.blank(width, self.ground)
        row = self._rows[at]
        base = self.ground
        if row.depth == 0:
            base += self.get_component_rich_style("mastery-list--parent", partial=True)
        if at == self.cursor:
            base += self.get_component_rich_style("mastery-list--cursor", partial=True)
        filled = _BAR if width >= 60 else 0
        found = row.mastery
        space = max(0, width - 18 - filled)
        name = fitted(" " + "  " * min(row.depth, 6) + self._shown(row.title), space)
        dim = self.get_component_rich_style("mastery-list--dim", partial=True)
        colour = self.get_component_rich_style(f"mastery-list--{grade(found)}", partial=True)
        segments = [
            Segment(name),
            Segment(f"{found.studied}/{found.cards}".rjust(10), dim),
            Segment(f"{found.share:.0%}".rjust(6) + "  ", colour),
            Segment(bar(found.share, filled), colour),
        ]
        return Strip(segments).adjust_cell_length(width).apply_style(base)
