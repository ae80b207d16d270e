"""A table with a cursor, drawn line by line, and its head: as fast with ten thousand rows as with ten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from sctui.i18n import _
from sctui.tui.columns import GAP, Column, laid_out
from sctui.tui.widgets.cursor_list import PickList

RowT = TypeVar("RowT")
_MARGIN = 1


class TableHead(Widget, Generic[RowT], can_focus=False):
    """The titles of the columns above a `TableList`, with a mark at the one that the rows are sorted by.

    Posts `TableHead.Chosen` when a title is clicked.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"table-head--sorted"}
    sorted_by: reactive[str] = reactive("")
    downwards: reactive[bool] = reactive(default=False)

    @dataclass
    class Chosen(Message):
        """The rows are to be sorted by a column."""

        column: str

    def __init__(self, columns: Sequence[Column[RowT]]) -> None:
        super().__init__()
        self._columns = columns

    @property
    def _layout_now(self) -> list[tuple[Column[RowT], int]]:
        return laid_out(self._columns, max(0, self.content_size.width - 2 * _MARGIN))

    def on_click(self, event: events.Click) -> None:
        """Find the column that was hit."""
        end = _MARGIN
        for column, width in self._layout_now:
            end += width + GAP
            if event.x < end:
                self.post_message(self.Chosen(column.name))
                return

    def render_line(self, y: int) -> Strip:
        """Draw the titles."""
        width = self.content_size.width
        if y:
            return Strip.blank(width, self.rich_style)
        marked = self.get_component_rich_style("table-head--sorted", partial=True)
        segments = [Segment(" " * _MARGIN)]
        for column, cells in self._layout_now:
            chosen = column.name == self.sorted_by
            title = f"{_(column.title)}{'▼' if self.downwards else '▲'}" if chosen else _(column.title)
            text = column.fitted(title, cells)
            segments += [Segment(text, marked if chosen else None), Segment(" " * GAP)]
        return Strip(segments).adjust_cell_length(width).apply_style(self.rich_style)

    def mark(self, sorted_by: str, *, downwards: bool) -> None:
        """Mark the column that the rows are sorted by."""
        self.sorted_by, self.downwards = sorted_by, downwards

    def shows(self, name: str) -> bool:
        """Whether there is room for a column."""
        return any(column.name == name for column, _cells in self._layout_now)


class TableList(PickList[RowT], can_focus=False):
    """Rows under the columns there is room for; `shown` makes what is written fit for the screen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"table-list--{name}" for name in ("cursor", "strong", "marks", "chosen")
    }

    def __init__(self, columns: Sequence[Column[RowT]], shown: Callable[[str], str]) -> None:
        super().__init__()
        self._columns = columns
        self._shown = shown
        self._laid_out: list[tuple[Column[RowT], int, Style | None]] = []

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines, for which the columns are laid out once."""
        width = max(0, self.scrollable_content_region.width - 2 * _MARGIN)
        columns = laid_out(self._columns, width)
        self._laid_out = [(column, cells, self._style_of(column)) for column, cells in columns]
        return super().render_lines(crop)

    def place_in(self, rows: Sequence[RowT]) -> int:
        """With the row that it is on, where it can, else on the first."""
        row = self.current
        return next((i for i, other in enumerate(rows) if other is row), 0)

    def is_chosen(self, _row: RowT) -> bool:
        """Whether a row is among those that an act is for, besides the one under the cursor."""
        return False

    def drawn_of(self, at: int) -> object:
        """The same, and whether it is chosen."""
        return super().drawn_of(at), at < len(self._rows) and self.is_chosen(self._rows[at])

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        at, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if at >= len(self._rows):
            return Strip.blank(width, self.ground)
        base = self.ground
        if self.is_chosen(self._rows[at]):
            base += self.get_component_rich_style("table-list--chosen", partial=True)
        if at == self.cursor:
            base += self.get_component_rich_style("table-list--cursor", partial=True)
        segments, gap = [], " " * _MARGIN
        for column, cells, style in self._laid_out:
            text = column.fitted(self._shown(column.cell(self._rows[at])), cells)
            segments += (
                [Segment(gap, base), Segment(text, base + style)] if style else [Segment(gap + text, base)]
            )
            gap = " " * GAP
        used = _MARGIN - GAP + sum(cells + GAP for _, cells, _ in self._laid_out)
        return Strip(segments, used).adjust_cell_length(width, base)

    def _style_of(self, column: Column[RowT]) -> Style | None:
        is_mark = column.name in ("marks", "flag", "chosen")
        name = "marks" if is_mark else "strong" if column.rank == 1 else ""
        return self.get_component_rich_style(f"table-list--{name}", partial=True) if name else None
