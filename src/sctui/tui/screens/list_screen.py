"""A screen whose keys move in one list of rows."""

from __future__ import annotations

from typing import Any

from sctui.tui.screens.base import DeskScreen
from sctui.tui.widgets.cursor_list import CursorList


class ListScreen(DeskScreen):
    """A screen with a `CursorList`, which `actions` gives the keys for."""

    @property
    def rows(self) -> CursorList[Any]:
        """The list that the keys move in."""
        return self.query_one(CursorList)

    def action_move(self, steps: int) -> None:
        """A row down, or up."""
        self.rows.move(steps)

    def action_page(self, pages: int) -> None:
        """A page, less one row."""
        self.rows.move(pages * max(1, self.rows.size.height - 1))

    def action_end(self, way: int) -> None:
        """The first row (-1) or the last (1)."""
        self.rows.move(way * self.rows.virtual_size.height)

    def action_leave(self) -> None:
        """Back to where one came from."""
        self.app.pop_screen()
