"""The lines of a document, drawn line by line: as fast for a book as for a page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
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

_CARDS = 3  # cells for the number of cards
_LEAST = 8  # cells for the text at least


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
        self._starts: list[int] = [0]  # the first row of each line, and the number of rows
        self._current = 0
        self._wrapped_at = _LEAST  # the width that the rows were counted for

    @property
    def top(self) -> int:
        """The line at the top."""
        return max(1, bisect_right(self._starts, self.scroll_offset.y, hi=len(self._lines)))

    def show(self, lines: Sequence[ShownLine]) -> None:
        """Show other lines; what stood at the top stays there where it can."""
        top, self._lines = self.top, lines
        self._lay_out(top)

    def go_to(self, line: int, *, above: int = 0) -> None:
        """Make a line the current one, with some rows above it on the screen; it stops at the ends."""
        self._current = max(1, min(line, len(self._lines)))
        if self._lines:
            self.scroll_to(y=max(0, self._starts[self._current - 1] - above), animate=False, force=True)
            self.call_after_refresh(self.post_message, self.Moved(self._current))
        self.refresh()

    def sees(self, line: int) -> bool:
        """Whether a line begins on the screen."""
        row = self._starts[min(line, len(self._lines)) - 1]
        return self.scroll_offset.y <= row < self.scroll_offset.y + self.size.height

    def on_resize(self, _event: events.Resize) -> None:
        """Wrap anew where the width has changed; the line at the top stays there."""
        if self.scrollable_content_region.width != self.virtual_size.width:
            self._lay_out(self.top)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell where the view is."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Moved(self.top))

    @property
    def _gutter(self) -> int:
        return len(str(len(self._lines))) + _CARDS + 4

    def _lay_out(self, top: int) -> None:
        width = self.scrollable_content_region.width
        if width:  # a hidden view has none
            self._wrapped_at = max(_LEAST, width - self._gutter - 1)
        heights = (len(self._breaks(line)) + 1 for line in self._lines)
        self._starts = list(accumulate(heights, initial=0))
        self.virtual_size = Size(width, self._starts[-1])
        if self._lines:
            self.scroll_to(y=self._starts[min(top, len(self._lines)) - 1], animate=False, force=True)
        self.refresh()

    def _breaks(self, line: ShownLine) -> tuple[int, ...]:
        return break_offsets(line.text, self._wrapped_at)

    def render_line(self, y: int) -> Strip:
        """Draw one row of the widget."""
        row = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if row >= self._starts[-1]:
            return Strip.blank(width, self.rich_style)
        at = bisect_right(self._starts, row) - 1
        line, part = self._lines[at], row - self._starts[at]
        cuts = (0, *self._breaks(line), len(line.text))
        end = len(line.text[: cuts[part + 1]].rstrip(" "))
        strip = Strip([*self._margin(at, first=part == 0), *self._text(line, cuts[part], end)])
        return strip.adjust_cell_length(width).apply_style(self.rich_style)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"document-view--{name}", partial=True)

    def _margin(self, at: int, *, first: bool) -> Iterator[Segment]:
        line, digits = self._lines[at], len(str(len(self._lines)))
        if not first:
            yield Segment(" " * self._gutter)
            return
        yield Segment(f" {at + 1:>{digits}}", self._style("current" if at + 1 == self._current else "number"))
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
