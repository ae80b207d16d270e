"""The first line of a screen: where one is on the left, how things stand on the right."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class TopBar(Widget):
    """Two pieces of content on one line; the left one is cut where they would meet.

    Where there is no room for both, `right_narrow` takes the place of the right one, if it is given.
    """

    left: reactive[Content] = reactive(Content(""))
    right: reactive[Content] = reactive(Content(""))
    right_narrow: reactive[Content | None] = reactive(None)

    def render(self) -> Content:
        """The line, as wide as the widget."""
        width = self.content_size.width
        full = cell_len(self.left.plain) + 2 + cell_len(self.right.plain)
        right = self.right if self.right_narrow is None or full <= width else self.right_narrow
        right = right.truncate(width, ellipsis=True)
        space = max(0, width - cell_len(right.plain) - 2)
        return Content.assemble(self.left.truncate(space, ellipsis=True, pad=True), "  ", right)
