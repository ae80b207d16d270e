"""One study: all that its sources tell of it, each value with its quote and its place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import ClassVar, Self

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content

from sctui.i18n import _
from sctui.text.plural import counted
from sctui.tui import actions
from sctui.tui.card_text import flag_chips
from sctui.tui.desk import Desk
from sctui.tui.knowledge.record_items import Item, items_of
from sctui.tui.knowledge.record_rows import RecordRow, rows_of
from sctui.tui.screens.base import say
from sctui.tui.screens.knowledge import BESIDE, EvidenceScreen
from sctui.tui.widgets.detail_pane import DetailPane
from sctui.tui.widgets.item_list import ItemList
from sctui.tui.widgets.key_bar import KeyBar
from sctui.tui.widgets.prose import Prose
from sctui.tui.widgets.too_small import TooSmall
from sctui.tui.widgets.top_bar import TopBar


class RecordScreen(EvidenceScreen):
    """One record of those a table shows, and from it the next; see `begin`. `at` is which is shown now."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["knowledge.tcss", "record.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("record")
    HORIZONTAL_BREAKPOINTS = BESIDE

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._records: Sequence[RecordRow] = ()
        self.at = 0

    def begin(self, rows: Sequence[RecordRow], at: int) -> Self:
        """Show one of the records of a table, which stand in its order."""
        self._records, self.at = rows, at
        return self.anew()

    def compose(self) -> ComposeResult:
        """The bar, what the study is, its values, and the proof of the one under the cursor."""
        yield TopBar(id="where")
        yield Prose(name="study")
        with Container(id="values", classes="beside"):
            yield ItemList(self.desk.line)
            yield DetailPane()
        yield KeyBar()
        yield TooSmall()

    @property
    def _row(self) -> RecordRow:
        return self._records[self.at]

    async def opened(self) -> None:
        """Show the record."""
        self._show()

    def _show(self) -> None:
        record = self._row.record
        where = self.query_one("#where", TopBar)
        where.left = Content.assemble(
            (_("Trials"), "bold $text-accent"),
            ("  ·  " + _("{number} of {all}").format(number=self.at + 1, all=len(self._records)), "dim"),
        )
        told = f"{counted(len(record.documents), 'document')}  ·  {counted(len(record.cards), 'card')}"
        where.right = Content.styled(told, "dim")
        self._show_study()
        self.query_one(ItemList).show(items_of(record))

    def _show_study(self) -> None:
        row = self._row
        told = Content.assemble((self._called(row), "bold"), "\n", (self._facts(row), "dim"))
        if row.disputed:
            told = Content.assemble(told, "  ", _mark(f"≠ {counted(row.disputed, 'disagreement')}", "error"))
        if row.doubtful:
            told = Content.assemble(
                told, "  ", _mark(f"? {counted(row.doubtful, 'doubtful number')}", "warning")
            )
        if parent := self._taken_from(row):
            words = _("One case of: {study}").format(study=f"{self._called(parent)}  {self._facts(parent)}")
            told = Content.assemble(told, "\n", (words, "$text-accent"))
        self.query_one("#study", Prose).show(told)

    def _called(self, row: RecordRow) -> str:
        return " · ".join(self.desk.line(part) for part in (row.condition, row.cells) if part) or _("A study")

    def _facts(self, row: RecordRow) -> str:
        facts = (row.kind, row.phase, f"n = {row.n}" if row.n is not None else "", str(row.year or row.date))
        return "  ".join(self.desk.line(fact) for fact in facts if fact)

    def _taken_from(self, row: RecordRow) -> RecordRow | None:
        """The study that a case is taken from."""
        known = self.desk.known or self.desk.knowledge()
        parents = [record for record in known.records if record.key == row.record.parent]
        return next((parent for part in rows_of(parents) for parent in part), None)

    def on_pick_list_moved(self) -> None:
        """Show the proof of another value."""
        item = self.query_one(ItemList).current
        if item and not item.heading:
            self._show_proof(item)

    def _show_proof(self, item: Item) -> None:
        chips = flag_chips(item.flags, self.desk)
        if item.told and item.told.card:
            chips.append(Content.styled(f" {_('has a card')} ", "$text-primary on $primary-muted"))
        told = Content.assemble(
            (f"{item.label}  ", "dim"),
            (self.desk.text(item.value), "bold"),
            "  " if chips else "",
            Content(" ").join(chips),
        )
        value = item.told.value if item.told else ""
        self.query_one(DetailPane).show(told, [(one, value) for one in item.proof])

    async def script_changed(self) -> None:
        """Values change; quotes stay as written."""
        self.query_one(ItemList).refresh()
        self._show_study()
        self.on_pick_list_moved()

    def on_pick_list_chosen(self) -> None:
        """A value was chosen with the mouse."""
        self.action_source()

    def action_source(self) -> None:
        """Go to the document of the value under the cursor."""
        item = self.query_one(ItemList).current
        if item:
            self.go_to_source(item.proof)

    def action_scroll(self, lines: int) -> None:
        """Scroll a long proof."""
        self.query_one(DetailPane).scroll_relative(y=lines, animate=False)

    def action_study(self) -> None:
        """Study the cards of the record."""
        self.study(self._row.record.cards)

    def action_record(self, step: int) -> None:
        """The next record of the table (1), or the one before (-1)."""
        if 0 <= self.at + step < len(self._records):
            self.at += step
            self._show()
        else:
            say(self.app, _("There is no other record in this direction."))


def _mark(words: str, tone: str) -> Content:
    return Content.styled(f" {words} ", f"$text-{tone} on ${tone}-muted")
