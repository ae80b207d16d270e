"""A list that is drawn line by line, with a cursor that stays in view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView

RowT = TypeVar("RowT")


class CursorList(ScrollView, Generic[RowT], can_focus=False):
    """Rows of any kind; a subclass draws them in `render_line`."""

    cursor: reactive[int] = reactive(0)

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[RowT] = ()

    def show(self, rows: Sequence[RowT]) -> None:
        """Show other rows."""
        self._rows = rows
        self.virtual_size = Size(self.size.width, len(rows))
        self.refresh()

    def move(self, steps: int) -> None:
        """Move the cursor down, or up for a negative number; it stops at the ends."""
        self.cursor = max(0, min(self.cursor + steps, len(self._rows) - 1))

    def watch_cursor(self, cursor: int) -> None:
        """Keep the cursor in view."""
        self.scroll_to_region(Region(0, cursor, 1, 1), animate=False, force=True)
        self.refresh()
