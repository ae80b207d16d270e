"""A table that was worked out, with what is to be said of it below."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any, ClassVar

from textual.app import ComposeResult

from sctui.tui.columns import Column
from sctui.tui.desk import Desk
from sctui.tui.screens.list_screen import ListScreen
from sctui.tui.widgets.key_bar import KeyBar
from sctui.tui.widgets.prose import Prose
from sctui.tui.widgets.table_list import TableHead, TableList
from sctui.tui.widgets.too_small import TooSmall
from sctui.tui.widgets.top_bar import TopBar


class TableScreen(ListScreen):
    """The base of such screens; `columns` say what a row shows."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["trials.tcss", "plans.tcss"]

    def __init__(self, desk: Desk, columns: tuple[Column[Any], ...]) -> None:
        super().__init__(desk)
        self._columns = columns

    def compose(self) -> ComposeResult:
        """The bar, the rows under their heads, what is told of them."""
        yield TopBar(id="where")
        yield TableHead(self._columns)
        yield TableList(self._columns, str)
        yield Prose(name="told")
        yield KeyBar()
        yield TooSmall()
