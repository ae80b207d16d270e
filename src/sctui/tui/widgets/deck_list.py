"""The decks as a tree with their counts, drawn line by line: as fast with a thousand decks as with ten."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from sctui.i18n import _
from sctui.scheduler.mastery import Mastery
from sctui.tui.cells import fitted, fitted_right
from sctui.tui.mastery_bar import bar, grade
from sctui.tui.outline_rows import Row
from sctui.tui.widgets.cursor_list import CursorList

_COLUMNS = ("new", "learning", "due")
_WIDTH = 7
_MARGIN = 2
_BAR, _SHARE = 10, 6  # columns of the bar and of the share behind it
_WIDE = 70  # columns from which there is room for the bar
_UNKNOWN = Mastery()


def head(width: int) -> str:
    """The titles above the counts and, where there is room, above the bar."""
    counts = "".join(fitted_right(title, _WIDTH) for title in (_("New"), _("Learn"), _("Due")))
    return counts + (fitted_right(_("Mastery"), _right(width)) if _right(width) else "")


def _right(width: int) -> int:
    """The columns that mastery takes in a list of some width."""
    return 2 + _BAR + _SHARE if width >= _WIDE else 0


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
        "deck-list--weak",
        "deck-list--fair",
        "deck-list--firm",
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
        self._mastery: Mapping[Hashable, Mastery] = {}

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown."""
        return self._rows

    def place_in(self, rows: Sequence[Row]) -> int:
        """With the deck that it is on, where it can."""
        scope = self.current.scope if self.current else None
        at = next((i for i, row in enumerate(rows) if row.scope == scope), self.cursor)
        return max(0, min(at, len(rows) - 1))

    def show_mastery(self, mastery: Mapping[Hashable, Mastery]) -> None:
        """Show how much of each deck and topic would be recalled today."""
        self._mastery = mastery
        self.draw_changes()

    def drawn_of(self, at: int) -> object:
        """The same, and how much would be recalled."""
        row = self._rows[at] if at < len(self._rows) else None
        return super().drawn_of(at), row and self._mastery.get(row.scope)

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
            return Strip.blank(width, self.ground)
        row = self._rows[at]
        base = self.ground
        if at == self.cursor:
            base += self.get_component_rich_style("deck-list--cursor", partial=True)
        pieces = [*self._title(row), *self._numbers(row), *self._recalled(row), Segment(" " * _MARGIN)]
        strip = Strip(pieces)
        return strip.crop(0, width).apply_style(base)

    def _title(self, row: Row) -> list[Segment]:
        mark = {None: "  ", True: "▾ ", False: "▸ "}[row.open]
        width = self.size.width
        space = max(0, width - _MARGIN * 2 - _WIDTH * len(_COLUMNS) - _right(width))
        indent = " " * _MARGIN + "  " * row.depth
        # only names are put in the script of cards: "All decks" is a word of the program
        name = row.title if row.scope is None else self._name_of(row.title)
        width = space - 2 * row.depth - 2
        bold = row.scope is None or (isinstance(row.scope, str) and row.depth == 0)
        style = self.get_component_rich_style("deck-list--parent", partial=True) if bold else None
        marked = self.get_component_rich_style("deck-list--mark", partial=True)
        return [Segment(indent + mark, marked), Segment(fitted(name, width), style)]

    def _numbers(self, row: Row) -> list[Segment]:
        segments = []
        for name in _COLUMNS:
            number = getattr(row.counts, name, 0)
            style = self.get_component_rich_style(f"deck-list--{name if number else 'none'}", partial=True)
            segments.append(Segment(str(number or "·").rjust(_WIDTH), style))
        return segments

    def _recalled(self, row: Row) -> list[Segment]:
        if not _right(self.size.width):
            return []
        found = self._mastery.get(row.scope, _UNKNOWN)
        style = self.get_component_rich_style(f"deck-list--{grade(found)}", partial=True)
        shown = f"{bar(found.share, _BAR)}{found.share:>{_SHARE}.0%}" if found.cards else ""
        return [Segment("  " + shown.ljust(_BAR + _SHARE), style)]
