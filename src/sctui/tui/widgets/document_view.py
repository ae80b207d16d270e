"""The lines of a document, drawn line by line: as fast for a book as for a page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from sctui.tui.line_break import break_offsets
from sctui.tui.reading import ShownLine
from sctui.tui.row_heights import RowHeights

_CARDS = 3  # cells for the number of cards
_LEAST = 8  # cells for the text at least
_AROUND = 2  # screens above and below what is seen that are wrapped as well: so far one scrolls in exact rows


class DocumentView(ScrollView, can_focus=False):
    """Numbered lines, wrapped; before each the number of its cards, and `!` where it is damaged.

    Posts `DocumentView.Moved` when it is scrolled. Lines are counted from 1.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"document-view--{name}"
        for name in ("number", "current", "cards", "damage", "repaired", "quote", "heading", "quiet")
    }

    @dataclass
    class Moved(Message):
        """Another line is being read: the one at the top, or the one that was gone to."""

        line: int

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[ShownLine] = ()
        self._wrapped_at = _LEAST  # the width that the rows are counted for
        self._heights = RowHeights((), _LEAST, self._height)
        self._current = 0

    @property
    def top(self) -> int:
        """The line at the top."""
        return self._lines[self._heights.line_at(self.scroll_offset.y)].number if self._lines else 1

    @property
    def bottom(self) -> int:
        """The last line that is seen, if only a part of it."""
        last = self.scroll_offset.y + self.size.height - 1
        return (
            self._lines[self._heights.line_at(min(last, self._heights.rows - 1))].number if self._lines else 1
        )

    def show(self, lines: Sequence[ShownLine]) -> None:
        """Show other lines; what stood at the top stays there where it can."""
        top, self._lines = self.top, lines
        self._lay_out(top)

    def go_to(self, line: int, column: int = 0, *, above: int = 0) -> None:
        """Make a line the current one, and show it below some rows of what is before it.

        Of a line that does not fit on the screen, the row with `column` (from 0) is shown there. It stops at
        the ends.
        """
        if self._lines:
            self._mark(max(1, min(line, self._lines[-1].number)))
            self._scroll_to_line(self._index(self._current, column), column, above=above)
            self.call_after_refresh(self.post_message, self.Moved(self._current))

    def go_home(self) -> None:
        """To the top, with no line the current one."""
        self._mark(0)
        self.scroll_to(y=0, animate=False, force=True)

    def begin_at(self, line: int) -> None:
        """Show a line at the top, or as far up as it can be, with no line the current one."""
        self._mark(0)
        if self._lines:
            self._scroll_to_line(self._index(line))

    def _mark(self, line: int) -> None:
        """Make a line the current one, none for 0."""
        if line != self._current:
            self._current = line
            self.refresh()

    def row_of(self, line: int, column: int = 0) -> int:
        """The row, from the top of the document, that a column of a line stands in; far away a guess."""
        index = self._index(line, column)
        start, end = self._heights.start(index), self._heights.start(index + 1)
        return min(start + self._part(index, column), end - 1)

    def sees(self, line: int, column: int = 0) -> bool:
        """Whether a column of a line is on the screen."""
        return 0 <= self.row_of(line, column) - self.scroll_offset.y < self.size.height

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap anew where the width has changed; the line at the top stays there."""
        if self.scrollable_content_region.width != self.virtual_size.width:
            self._lay_out(self.top)
        else:
            self._settle()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Wrap what has come near, and tell where the view is."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self._settle()
            self.post_message(self.Moved(self.top))

    @property
    def _gutter(self) -> int:
        return len(str(self._lines[-1].number if self._lines else 0)) + _CARDS + 4

    def _index(self, line: int, column: int = 0) -> int:
        """Where a line, or the stretch of it with a column, stands among those that are shown."""
        behind = bisect_right(self._lines, (line, column), key=lambda one: (one.number, one.columns[0]))
        return max(0, behind - 1)

    def _part(self, index: int, column: int) -> int:
        """In which row of a shown line a column of the document's line stands."""
        line = self._lines[index]
        return bisect_right(self._breaks(line), line.offset(column))

    def _lay_out(self, top: int) -> None:
        width = self.scrollable_content_region.width
        if width:  # a hidden view has none
            self._wrapped_at = max(_LEAST, width - self._gutter - 1)
        self._heights = RowHeights([line.length for line in self._lines], self._wrapped_at, self._height)
        if self._lines:
            self._scroll_to_line(self._index(top))
        self.refresh()

    def _scroll_to_line(self, index: int, column: int = 0, *, above: int = 0) -> None:
        around, part = _AROUND * max(1, self.size.height), self._part(index, column)
        self._heights.settle(index, above + around, part + self.size.height + around)
        self._measure()
        seen = above + part < self.size.height  # from the beginning of the line
        row = self._heights.start(index) + (0 if seen else part)
        self.scroll_to(y=max(0, row - above), animate=False, force=True)

    def _settle(self) -> None:
        """Wrap what is seen, with some screens around it; what is seen, or the end, stays where it is."""
        if not self._lines:
            return
        row, at_end = self.scroll_offset.y, self.scroll_offset.y >= self.max_scroll_y
        index = self._heights.line_at(row)
        part, around = row - self._heights.start(index), _AROUND * max(1, self.size.height)
        self._heights.settle(index, around, part + self.size.height + around)
        self._measure()
        stays = self._heights.start(index) + min(part, self._height(index) - 1)
        self.scroll_to(y=self.max_scroll_y if at_end and row else stays, animate=False, force=True)

    def _measure(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, self._heights.rows)

    def _height(self, index: int) -> int:
        return len(self._breaks(self._lines[index])) + 1

    def _breaks(self, line: ShownLine) -> tuple[int, ...]:
        return break_offsets(line.text, self._wrapped_at)

    def render_line(self, y: int) -> Strip:
        """Draw one row of the widget."""
        row = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if row >= self._heights.rows:
            return Strip.blank(width, self.rich_style)
        index = self._heights.line_at(row)
        line, part = self._lines[index], row - self._heights.start(index)
        cuts = (0, *self._breaks(line), len(line.text))
        if part + 2 > len(cuts):  # drawn between a change of size and its event
            return Strip.blank(width, self.rich_style)
        end = len(line.text[: cuts[part + 1]].rstrip(" "))
        strip = Strip(
            [*self._margin(line, first=part == 0 and line.begins), *self._text(line, cuts[part], end)]
        )
        return strip.adjust_cell_length(width).apply_style(self.rich_style)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"document-view--{name}", partial=True)

    def _margin(self, line: ShownLine, *, first: bool) -> Iterator[Segment]:
        if not first:
            yield Segment(" " * self._gutter)
            return
        style = self._style("current" if line.number == self._current else "number")
        yield Segment(f" {line.number:>{self._gutter - _CARDS - 4}}", style)
        yield Segment(" ")
        number = f"{line.cards if line.cards < 100 else '99+'} ".rjust(_CARDS)[:_CARDS] if line.cards else ""
        yield Segment(number or " " * _CARDS, self._style("cards") if number else None)
        yield Segment("!", self._style(line.damage)) if line.damage else Segment(" ")
        yield Segment(" ")

    def _text(self, line: ShownLine, start: int, end: int) -> Iterator[Segment]:
        """What stands between two offsets of a line."""
        tone = self._style(line.tone) if line.tone else Style.null()
        offset = 0
        for text, names in line.pieces:
            inside = text[max(0, start - offset) : max(0, end - offset)]
            offset += len(text)
            if inside:
                yield Segment(inside, Style.combine([tone, *map(self._style, reversed(names))]))
