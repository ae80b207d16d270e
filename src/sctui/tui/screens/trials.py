"""Trials: every study that the documents of the library tell of, in one table."""

from __future__ import annotations

import asyncio
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar, Self

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from sctui.i18n import N_, _
from sctui.text.plural import counted
from sctui.tui import actions
from sctui.tui.desk import Desk
from sctui.tui.knowledge.record_query import parse
from sctui.tui.knowledge.record_rows import COLUMNS, RecordRow, rows_of, sorted_rows
from sctui.tui.screens.knowledge import FilterScreen, of_all
from sctui.tui.widgets.filter_bar import FilterBar
from sctui.tui.widgets.key_bar import KeyBar
from sctui.tui.widgets.prose import Prose
from sctui.tui.widgets.table_list import TableHead, TableList
from sctui.tui.widgets.too_small import TooSmall
from sctui.tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from sctui.tui.screens.record import RecordScreen

_HINT = N_("words · disease:狼疮 · cell:脐带 · phase:2 · n>50 · year>=2020 · is:disputed")


class TrialsScreen(FilterScreen):
    """The table, with a filter and a column to sort by."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["knowledge.tcss", "trials.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("trials")
    nothing = N_("No study is known yet.")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._all: list[RecordRow] = []
        self._shown: list[RecordRow] = []
        self._sorted_by, self._downwards = COLUMNS[0].name, False
        self._opened: RecordScreen | None = None

    def begin(self, text: str = "") -> Self:
        """Show the records that fit, in the order of the first column."""
        for table in self.query(TableList):
            table.cursor = 0
            self._sort_afresh()
        return super().begin(text)

    def compose(self) -> ComposeResult:
        """The bar, the table under its head, the filter."""
        yield TopBar(id="where")
        yield Prose(_("Reading …"), name="message")
        with Vertical(id="known"):
            yield TableHead(COLUMNS)
            yield TableList(COLUMNS, self.desk.line)
            yield Prose(_("Nothing fits. Escape takes the filter away."), name="none", classes="-absent")
        yield FilterBar(_(_HINT), self.looked_for)
        yield KeyBar()
        yield TooSmall()

    @property
    def _table(self) -> TableList[RecordRow]:
        return self.query_one(TableList)

    async def prepare(self) -> bool:
        """Make the rows, a slice at a time."""
        self._all = []
        for part in rows_of(self.known.records):
            self._all += part
            await asyncio.sleep(0)
        self._sort_afresh()
        return bool(self._all)

    def filtered(self, text: str) -> None:
        """Show the rows that fit."""
        query = parse(text)
        self._shown = [row for row in self._all if query.holds(row)]
        self._table.show(self._shown)
        self.show_found(self._table, found=bool(self._shown))
        self._say_where(query.faults)

    def _say_where(self, faults: tuple[str, ...]) -> None:
        where = self.query_one("#where", TopBar)
        where.left = Content.assemble((_("Trials"), "bold $text-accent"))
        number = of_all(len(self._shown), len(self._all), "record")
        documents = {name for row in self._shown for name in row.record.documents}
        where.right = Content.styled(f"{number}  ·  {counted(len(documents), 'document')}", "dim")
        where.right_narrow = Content.styled(number, "dim")
        if faults:
            where.right = where.right_narrow = Content.styled(
                _("not understood: {words}").format(words=self.desk.line(" ".join(faults))), "$text-warning"
            )

    def _sort_afresh(self) -> None:
        """By the first column, and what is the same there by date."""
        self._all = sorted_rows(self._all, "date", downwards=True)
        self._sort(COLUMNS[0].name)

    def _sort(self, column: str, *, downwards: bool = False) -> None:
        self._sorted_by, self._downwards = column, downwards
        self._all = sorted_rows(self._all, column, downwards=downwards)
        self.query_one(TableHead).mark(self._sorted_by, downwards=self._downwards)

    async def script_changed(self) -> None:
        """Names and values are text of the library."""
        self._table.refresh()

    def on_table_head_chosen(self, event: TableHead.Chosen) -> None:
        """A title was clicked: sort by it; by the one sorted by already, the other way round."""
        same = event.column == self._sorted_by
        self._sort(event.column, downwards=same and not self._downwards)
        self.show_known()

    def action_sort(self, step: int) -> None:
        """Sort by the next column (1), or the one before (-1)."""
        names = [column.name for column in COLUMNS]
        column = names[(names.index(self._sorted_by) + step) % len(names)]
        self._sort(column, downwards=column in ("people", "date", "sources", "marks"))  # the largest first
        self.show_known()

    def action_turn(self) -> None:
        """Sort the other way round."""
        self._sort(self._sorted_by, downwards=not self._downwards)
        self.show_known()

    def on_pick_list_chosen(self) -> None:
        """A row was chosen with the mouse."""
        self.action_open()

    def action_open(self) -> None:
        """Open the record under the cursor."""
        from sctui.tui.screens.record import RecordScreen  # noqa: PLC0415 -- loaded where it is used

        if self._shown:
            self._opened = self.ready(RecordScreen).begin(self._shown, self._table.cursor)
            self.app.push_screen(self._opened)

    def on_screen_resume(self) -> None:
        """Put the cursor on the record that was looked at last."""
        if self._opened is not None:
            self._table.cursor = self._opened.at
            self._opened = None

    def action_study(self) -> None:
        """Study the cards of the record under the cursor."""
        row = self._table.current
        if row:
            self.study(row.record.cards)
