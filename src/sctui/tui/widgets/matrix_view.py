"""A matrix with a cursor, drawn line by line: the heads of rows and columns stay where they are."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from sctui.tui.cells import fitted
from sctui.tui.knowledge.matrix import Matrix, Place, cell_text
from sctui.tui.knowledge.quiz import CellState, Quiz
from sctui.tui.line_break import break_offsets

_HIGH = 2  # lines of a row, and of the head
_LEAST = 15  # cells of a column, the gap before it included
_ROOMY, _WIDE = 100, 70  # cells from which columns, and the names of the rows, have more room


class MatrixView(Widget, can_focus=False):
    """Shows a `Matrix`; in a `Quiz`, only what may be seen of it.

    Posts `MatrixView.Moved` when the cursor goes to another cell, `MatrixView.Chosen` when that is clicked.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"matrix-view--{name}" for name in ("head", "name", "current", "cursor", "even", *CellState)
    }

    class Moved(Message):
        """Another cell is looked at."""

    class Chosen(Message):
        """The cell that the cursor is on was clicked."""

    def __init__(self, shown: Callable[[str], str]) -> None:
        super().__init__()
        self._shown = shown
        self._matrix = Matrix()
        self._top = self._left = 0
        self._ground, self._drawn_wide = Style.null(), 1
        self._drawn: object = None  # what it was drawn of
        self.row = self.column = 0
        self.quiz: Quiz | None = None

    def show(self, matrix: Matrix) -> None:
        """Show another matrix; the cursor stays with its source and attribute where it can."""
        here = self.place
        self._matrix = matrix
        rows, columns = [axis.key for axis in matrix.rows], [axis.key for axis in matrix.columns]
        self.row = rows.index(here[0]) if here and here[0] in rows else 0
        self.column = columns.index(here[1]) if here and here[1] in columns else 0
        self._top = self._left = 0
        self.move(0, 0)

    @property
    def place(self) -> Place | None:
        """The keys of the row and the column that the cursor is in."""
        if not self._matrix.rows:
            return None
        return self._matrix.rows[self.row].key, self._matrix.columns[self.column].key

    def go_to(self, place: Place) -> None:
        """Put the cursor on a place of the matrix."""
        self.row = [axis.key for axis in self._matrix.rows].index(place[0])
        self.column = [axis.key for axis in self._matrix.columns].index(place[1])
        self.move(0, 0)

    def go_home(self) -> None:
        """Put the cursor on the first cell."""
        self.row = self.column = 0
        self.move(0, 0)

    def move(self, down: int, right: int) -> None:
        """Move the cursor; it stops at the edges."""
        self.row = max(0, min(self.row + down, len(self._matrix.rows) - 1))
        self.column = max(0, min(self.column + right, len(self._matrix.columns) - 1))
        self._top = max(self.row - self.page + 1, min(self._top, self.row))
        last = max(0, len(self._matrix.columns) - self.across)
        self._left = min(last, max(self.column - self.across + 1, min(self._left, self.column)))
        self.post_message(self.Moved())
        if self.quiz or self._drawn_of != self._drawn:
            self.refresh()

    @property
    def _drawn_of(self) -> object:
        """What it is drawn of, outside of a quiz."""
        return self._matrix, self._top, self._left, self.row, self.column, self.quiz

    @property
    def page(self) -> int:
        """How many rows fit."""
        return max(1, (self.size.height - _HIGH) // _HIGH)

    @property
    def across(self) -> int:
        """How many columns fit, or are there."""
        least = _LEAST + 4 if self.size.width >= _ROOMY else _LEAST
        return max(1, min((self.size.width - self._head) // least, len(self._matrix.columns)))

    @property
    def _head(self) -> int:
        return 18 if self.size.width >= _WIDE else 13

    @property
    def _wide(self) -> int:
        """The width of a column, without the gap before it."""
        return max(1, (self.size.width - self._head) // self.across - 1)

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self.move(0, 0)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """A row down; to the right with Shift."""
        self.move(0 if event.shift else 1, 1 if event.shift else 0)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """A row up; to the left with Shift."""
        self.move(0 if event.shift else -1, -1 if event.shift else 0)

    def on_click(self, event: events.Click) -> None:
        """Go to the cell; choose it when the cursor was there already."""
        row = self._top + (event.y - _HIGH) // _HIGH
        column = self._left + (event.x - self._head) // (self._wide + 1)
        inside = event.y >= _HIGH and event.x >= self._head
        if not (
            inside
            and row < len(self._matrix.rows)
            and column < min(self._left + self.across, len(self._matrix.columns))
        ):
            return
        if (row, column) == (self.row, self.column):
            self.post_message(self.Chosen())
        self.move(row - self.row, column - self.column)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines; ground and width of columns take long to work out, and are the same for all."""
        self._ground, self._drawn_wide, self._drawn = self.rich_style, self._wide, self._drawn_of
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one line: of the head, or of a row."""
        at, part = self._top + (y - _HIGH) // _HIGH, y % _HIGH
        if not self._matrix.rows or (y >= _HIGH and at >= len(self._matrix.rows)):
            return Strip.blank(self.size.width, self._ground)
        segments = self._titles(part) if y < _HIGH else self._row(at, part)
        return Strip(segments).adjust_cell_length(self.size.width).apply_style(self._ground)

    @property
    def _columns_shown(self) -> range:
        return range(self._left, min(self._left + self.across, len(self._matrix.columns)))

    def _titles(self, part: int) -> list[Segment]:
        """The attributes, and arrows where there are more of them."""
        more = ("◂ " if self._left else "  ") + (
            "▸" if self._left + self.across < len(self._matrix.columns) else " "
        )
        head = self._style("head")
        segments = [Segment(fitted("" if part else f" {more}", self._head), head)]
        for column in self._columns_shown:
            style = head + self._style("current") if column == self.column else head
            name = self._lines(self._matrix.columns[column].name)[part]
            segments += [Segment(" ", head), Segment(fitted(name, self._drawn_wide), style)]
        return segments

    def _row(self, at: int, part: int) -> list[Segment]:
        ground = self._style("even") if at % 2 else Style.null()
        name = self._lines(self._matrix.rows[at].name, self._head - 2)[part]
        style = ground + self._style("current" if at == self.row else "name")
        if self._matrix.sources <= at != self.row:
            style += Style(dim=True)  # no source
        segments = [Segment(" ", ground), Segment(fitted(name, self._head - 1), style)]
        for column in self._columns_shown:
            text, style = self._cell(at, column)
            on = self._style("cursor") if (at, column) == (self.row, self.column) else Style.null()
            segments += [
                Segment(" ", ground),
                Segment(fitted(self._lines(text)[part], self._drawn_wide), ground + style + on),
            ]
        return segments

    def _cell(self, row: int, column: int) -> tuple[str, Style]:
        """What may be seen of a cell, and how."""
        cells = self._matrix.at(row, column)
        place = (self._matrix.rows[row].key, self._matrix.columns[column].key)
        state = self.quiz.state(place) if self.quiz else None
        if state is None:
            return cell_text(cells), Style.null()
        hidden = {CellState.HIDDEN: "· · ·", CellState.ASKED: "?"}.get(state)
        return hidden or cell_text(cells), self._style(state)

    def _lines(self, text: str, width: int = 0) -> list[str]:
        """The first lines of a text, the last of them cut where there is more."""
        width, shown = width or self._drawn_wide, self._shown(text)
        cuts = [0, *break_offsets(shown, width), len(shown)]
        lines = [shown[start:end].rstrip(" ") for start, end in pairwise(cuts)]
        if len(lines) > _HIGH:
            lines[_HIGH - 1] = fitted(lines[_HIGH - 1] + shown[cuts[_HIGH] :], width)
        return [*lines, *[""] * _HIGH][:_HIGH]

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"matrix-view--{name}", partial=True)
