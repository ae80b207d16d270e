"""A list that is drawn line by line, with a cursor that stays in view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

RowT = TypeVar("RowT")


class CursorList(ScrollView, Generic[RowT], can_focus=False):
    """Rows of any kind; a subclass draws them in `render_line`."""

    cursor: reactive[int] = reactive(0)

    ground = Style.null()  # what lines are drawn on

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[RowT] = ()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines; their ground takes long to work out, and is the same for all."""
        self.ground = self.rich_style
        return super().render_lines(crop)

    @property
    def current(self) -> RowT | None:
        """The row the cursor is on."""
        return self._rows[self.cursor] if self.cursor < len(self._rows) else None

    def show(self, rows: Sequence[RowT]) -> None:
        """Show other rows."""
        self.take(rows)
        self.refresh()

    def take(self, rows: Sequence[RowT]) -> None:
        """Hold other rows; whoever takes them lets them be drawn, where they are others than those seen."""
        self._rows = rows
        size = Size(self.size.width, len(rows))
        if (
            size != self.virtual_size
        ):  # no other widget has to be laid out for it, unless a scroll bar comes or goes
            self.set_reactive(Widget.virtual_size, size)
            self._scroll_update(size)

    def move(self, steps: int) -> None:
        """Move the cursor down, or up for a negative number; it stops at the ends."""
        self.cursor = max(0, min(self.cursor + steps, len(self._rows) - 1))

    def watch_cursor(self, cursor: int) -> None:
        """Keep the cursor in view."""
        self.scroll_to_region(Region(0, cursor, 1, 1), animate=False, force=True)
        self.refresh()


class PickList(CursorList[RowT], can_focus=False):
    """A list whose rows are picked with the mouse: one click goes there, another one chooses.

    Posts `PickList.Moved` when the cursor may stand on another row, `PickList.Chosen` when a row is clicked
    that it is on.
    """

    class Moved(Message):
        """Another row may be under the cursor."""

    class Chosen(Message):
        """The row under the cursor was chosen."""

    def show(self, rows: Sequence[RowT]) -> None:
        """Show other rows; the cursor is in view, however far the others were scrolled."""
        super().show(rows)
        self.watch_cursor(self.cursor)

    def watch_cursor(self, cursor: int) -> None:
        """Keep the cursor in view, and tell that it moved."""
        super().watch_cursor(cursor)
        self.post_message(self.Moved())

    def can_be_picked(self, _at: int) -> bool:
        """Whether the cursor may stand on a row."""
        return True

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the row; choose it when it was there already."""
        at = event.y + self.scroll_offset.y
        if at >= len(self._rows) or not self.can_be_picked(at):
            return
        if at == self.cursor:
            self.post_message(self.Chosen())
        self.cursor = at
