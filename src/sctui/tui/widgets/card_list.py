"""The cards that were found, drawn line by line under the columns there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from sctui.tui.browsing.views import Views, columns
from sctui.tui.desk import Desk
from sctui.tui.widgets.table_list import TableList


class CardList(TableList[int], can_focus=False):
    """Rows of an index; `selected` holds the ids of those that are chosen."""

    def __init__(self, desk: Desk, views: Views) -> None:
        self.views = views
        self.selected: set[str] = set()
        super().__init__(columns(views, self.selected), desk.line)

    @property
    def found(self) -> Sequence[int]:
        """The rows that are shown."""
        return self._rows

    @property
    def current_card(self) -> str:
        """The id of the card under the cursor; empty where there is none."""
        row = self.current
        return "" if row is None else self.views.ids[row]

    def show_rows(self, rows: Sequence[int], *, stay: bool = False) -> None:
        """Show other rows, from the first on, or `stay` with the card under the cursor where it can.

        Chosen cards that are no longer among those that one stays with are not chosen any more: the next act
        would be done to them unseen.
        """
        row = self.current
        if stay and self.selected:
            self.selected &= {self.views.ids[one] for one in rows}
        self.take(rows)
        at = 0
        if stay and row is not None:
            at = rows.index(row) if row in rows else min(self.cursor, max(0, len(rows) - 1))
        if self.cursor != at:
            self.cursor = at
        else:
            self.watch_cursor(at)

    def drawn_of(self, at: int) -> object:
        """The same, and what is known of all cards."""
        return self.views.edition, super().drawn_of(at)

    def go_to(self, row: int) -> None:
        """Put the cursor on a row, if it is shown."""
        if row in self._rows:
            self.cursor = self._rows.index(row)

    def is_chosen(self, row: int) -> bool:
        """Whether a row is among those that are chosen."""
        return self.views.ids[row] in self.selected
