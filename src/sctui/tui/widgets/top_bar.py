"""The first line of a screen: where one is on the left, how things stand on the right."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class TopBar(Widget):
    """Two pieces of content on one line; the left one is cut where they would meet."""

    left: reactive[Content] = reactive(Content(""))
    right: reactive[Content] = reactive(Content(""))

    def render(self) -> Content:
        """The line, as wide as the widget."""
        width = self.content_size.width
        right = self.right.truncate(width, ellipsis=True)
        space = max(0, width - cell_len(right.plain) - 2)
        return Content.assemble(self.left.truncate(space, ellipsis=True, pad=True), "  ", right)
