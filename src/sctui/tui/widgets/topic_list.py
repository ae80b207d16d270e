"""The topic tree of a document, with a cursor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from sctui.tui.cells import fitted
from sctui.tui.widgets.cursor_list import CursorList

_DEEPEST = 6  # further levels are drawn no further to the right


class TopicList(CursorList[tuple[str, int]], can_focus=False):
    """Titles with their depths, from top to bottom. Posts `TopicList.Chosen` when one is clicked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"topic-list--cursor", "topic-list--first-level"}

    @dataclass
    class Chosen(Message):
        """A topic was chosen with the mouse."""

        index: int

    def on_click(self, event: events.Click) -> None:
        """Choose the topic."""
        at = event.y + self.scroll_offset.y
        if at < len(self._rows):
            self.cursor = at
            self.post_message(self.Chosen(at))

    def render_line(self, y: int) -> Strip:
        """Draw one row of the widget."""
        at, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if at >= len(self._rows):
            return Strip.blank(width, self.ground)
        title, depth = self._rows[at]
        text = " " + "  " * min(depth, _DEEPEST) + title
        base = self.ground
        if depth == 0:
            base += self.get_component_rich_style("topic-list--first-level", partial=True)
        if at == self.cursor:
            base += self.get_component_rich_style("topic-list--cursor", partial=True)
        return Strip([Segment(fitted(text, width - 1))]).adjust_cell_length(width).apply_style(base)
