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
    """Rows of any kind; a subclass draws them in `render_line`.

    A line that would be drawn as it is already is left as it is: to draw a table takes longer than all else
    that is done between a key and its frame.
    """

    cursor: reactive[int] = reactive(0, repaint=False)

    ground = Style.null()  # what lines are drawn on

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[RowT] = ()
        self._drawn: dict[int, object] = {}  # what each line was drawn of

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines; their ground takes long to work out, and is the same for all."""
        self.ground = self.rich_style
        lines = super().render_lines(crop)
        above, top = self.content_offset.y, self.scroll_offset.y
        self._drawn |= {y - above: self.drawn_of(y - above + top) for y in crop.line_range}
        return lines

    def drawn_of(self, at: int) -> object:
        """What a row is drawn of, besides script and styles; a subclass tells what else it depends on."""
        return (self._rows[at] if at < len(self._rows) else None), at == self.cursor

    def draw_changes(self) -> None:
        """Draw those lines anew that would be others, were they hidden now."""
        top = self.scroll_offset.y
        changed = [y for y, of in self._drawn.items() if of != self.drawn_of(y + top)]
        if changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    @property
    def current(self) -> RowT | None:
        """The row the cursor is on."""
        return self._rows[self.cursor] if self.cursor < len(self._rows) else None

    def show(self, rows: Sequence[RowT]) -> None:
        """Show other rows, with the cursor on one of them."""
        at = self.place_in(rows)
        self.take(rows)
        if at != self.cursor:
            self.cursor = at
        else:
            self.draw_changes()

    def place_in(self, _rows: Sequence[RowT]) -> int:
        """Where the cursor is to stand among other rows."""
        return self.cursor

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
        self.draw_changes()


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
        at = self.cursor
        super().show(rows)
        if at == self.cursor:
            self.watch_cursor(at)

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
