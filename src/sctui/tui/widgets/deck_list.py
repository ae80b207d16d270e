"""The decks as a tree with their counts, drawn line by line: as fast with a thousand decks as with ten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from sctui.i18n import _
from sctui.tui.cells import fitted, fitted_right
from sctui.tui.outline_rows import Row
from sctui.tui.widgets.cursor_list import CursorList

_COLUMNS = ("new", "learning", "due")
_WIDTH = 7
_MARGIN = 2


def head() -> str:
    """The titles above the counts."""
    return "".join(fitted_right(title, _WIDTH) for title in (_("New"), _("Learn"), _("Due")))


class DeckList(CursorList[Row], can_focus=False):
    """Rows with a cursor. `name_of` turns a deck's name into what is shown.

    Posts `DeckList.Chosen` when a row is clicked that the cursor is on, `DeckList.Folded` when the mark
    before its name is.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "deck-list--cursor",
        "deck-list--parent",
        "deck-list--mark",
        "deck-list--new",
        "deck-list--learning",
        "deck-list--due",
        "deck-list--none",
    }

    @dataclass
    class Chosen(Message):
        """A row was chosen with the mouse."""

        row: Row

    @dataclass
    class Folded(Message):
        """A deck is to be folded or unfolded."""

        row: Row

    def __init__(self, name_of: Callable[[str], str]) -> None:
        super().__init__()
        self._name_of = name_of

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown."""
        return self._rows

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows; the cursor stays with its deck where it can."""
        scope = self.current.scope if self.current else None
        super().show(rows)
        at = next((i for i, row in enumerate(rows) if row.scope == scope), self.cursor)
        self.cursor = max(0, min(at, len(rows) - 1))

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the row; choose it when it was there already, fold it when its mark was hit."""
        at = event.y + self.scroll_offset.y
        if at >= len(self._rows):
            return
        mark = _MARGIN + 2 * self._rows[at].depth
        if self._rows[at].open is not None and mark <= event.x < mark + 2:
            self.post_message(self.Folded(self._rows[at]))
        elif at == self.cursor:
            self.post_message(self.Chosen(self._rows[at]))
        self.cursor = at

    def render_line(self, y: int) -> Strip:
        """Draw one line of the widget."""
        at = y + self.scroll_offset.y
        width = self.size.width
        if at >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        row = self._rows[at]
        base = self.rich_style
        if at == self.cursor:
            base += self.get_component_rich_style("deck-list--cursor", partial=True)
        strip = Strip([*self._title(row), *self._numbers(row), Segment(" " * _MARGIN)])
        return strip.crop(0, width).apply_style(base)

    def _title(self, row: Row) -> list[Segment]:
        mark = {None: "  ", True: "▾ ", False: "▸ "}[row.open]
        space = max(0, self.size.width - _MARGIN * 2 - _WIDTH * len(_COLUMNS))
        indent = " " * _MARGIN + "  " * row.depth
        name = self._name_of(row.title)
        width = space - 2 * row.depth - 2
        bold = row.open is not None or row.scope is None
        style = self.get_component_rich_style("deck-list--parent", partial=True) if bold else None
        marked = self.get_component_rich_style("deck-list--mark", partial=True)
        return [Segment(indent + mark, marked), Segment(fitted(name, width), style)]

    def _numbers(self, row: Row) -> list[Segment]:
        segments = []
        for name in _COLUMNS:
            number = getattr(row.counts, name)
            style = self.get_component_rich_style(f"deck-list--{name if number else 'none'}", partial=True)
            segments.append(Segment(str(number or "·").rjust(_WIDTH), style))
        return segments
