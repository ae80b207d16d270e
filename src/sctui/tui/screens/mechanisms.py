"""Mechanisms: who acts on what, opened step by step from a cell to what it brings about in the end."""

from __future__ import annotations

import asyncio
from pathlib import PurePath
from typing import ClassVar, Self

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content

from sctui.errors import SctuiError
from sctui.i18n import N_, _
from sctui.text.plural import counted
from sctui.tui import actions
from sctui.tui.card_text import flag_chips
from sctui.tui.desk import Desk
from sctui.tui.knowledge.mechanism_tree import MechanismTree, Node, Path, Step
from sctui.tui.knowledge.words import Words, read_words
from sctui.tui.screens.knowledge import BESIDE, FilterScreen
from sctui.tui.widgets.detail_pane import DetailPane
from sctui.tui.widgets.filter_bar import FilterBar
from sctui.tui.widgets.key_bar import KeyBar
from sctui.tui.widgets.mechanism_list import SIGNS, MechanismList
from sctui.tui.widgets.prose import Prose
from sctui.tui.widgets.too_small import TooSmall
from sctui.tui.widgets.top_bar import TopBar

_HINT = N_("words in a step: who, what it does, to what, in which disease")


class MechanismsScreen(FilterScreen):
    """The tree, and the sentences that prove the step under the cursor."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["knowledge.tcss", "mechanisms.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("mechanisms")
    HORIZONTAL_BREAKPOINTS = BESIDE
    nothing = N_("No mechanism is known yet.")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._tree = MechanismTree(())
        self._turned: set[Path] = set()
        self._text = ""

    def begin(self, text: str = "") -> Self:
        """Show the steps that fit, each subject closed."""
        self._turned.clear()
        for rows in self.query(MechanismList):
            rows.cursor = 0
        return super().begin(text)

    def compose(self) -> ComposeResult:
        """The bar, the tree, the proof, the filter."""
        yield TopBar(id="where")
        yield Prose(_("Reading …"), name="message")
        with Container(id="known", classes="beside"):
            yield MechanismList(self.desk.line)
            yield Prose(_("Nothing fits. Escape takes the filter away."), name="none", classes="-absent")
            yield DetailPane()
        yield FilterBar(_(_HINT))
        yield KeyBar()
        yield TooSmall()

    @property
    def _list(self) -> MechanismList:
        return self.query_one(MechanismList)

    async def know(self) -> None:
        """Nothing before it is opened: the words of the lexicon take as much memory as all screens."""

    async def prepare(self) -> bool:
        """Join the steps."""
        words = Words()
        if self.known.links:
            try:
                words = await asyncio.to_thread(read_words, self.desk.home.lexicon)
            except SctuiError as error:  # the steps are there all the same
                self.tell(error)
        name_of = words.namer(self.known.documents)
        self._tree = MechanismTree(self.known.links, name_of, words.diseases)
        return len(self._tree) > 0

    def filtered(self, text: str) -> None:
        """Show the steps that fit, each below its subject."""
        if text.split() != self._text.split():
            self._turned.clear()
        self._text = text
        rows = list(self._tree.rows(self._turned, text))
        self._list.show(rows)
        self.show_found(self._list, found=bool(rows))
        where = self.query_one("#where", TopBar)
        where.left = Content.styled(_("Mechanisms"), "bold $text-accent")
        found = sum(row.below for row in rows if row.step is None) if text.split() else len(self._tree)
        steps, subjects = counted(found, "step"), sum(row.step is None for row in rows)
        told = _("{steps} of {subjects}").format(steps=steps, subjects=counted(subjects, "subject"))
        where.right = Content.styled(told, "dim")
        where.right_narrow = Content.styled(steps, "dim")

    def on_pick_list_moved(self) -> None:
        """Show the proof of another step."""
        node = self._list.current
        if node is None:
            self.query_one(DetailPane).show(Content(""))
        elif node.step is None:
            self.query_one(DetailPane).show(self._told_of(node))
        else:
            proof = {link.evidence: (link.evidence, link.object) for link in node.step.links}
            self.query_one(DetailPane).show(self._told(node.step), list(proof.values()))

    def _told_of(self, node: Node) -> Content:
        notes = len(self._tree.notes_below(node))
        return Content.assemble(
            (self.desk.line(node.name), "bold"),
            "\n"
            + _("{steps} here; {cards} on all that they lead to.").format(
                steps=counted(node.below, "step"), cards=counted(notes, "card")
            )
            + "\n\n",
            (f"{SIGNS['+']} {_('more of it')}   {SIGNS['-']} {_('less of it')}   ", "dim"),
            (f"{SIGNS['not']} {_('not so')}   ?  {_('not certain')}   ↺ {_('stands further up')}", "dim"),
        )

    def _told(self, step: Step) -> Content:
        first = step.links[0]
        relation = (_("does not: ") if "negated" in step.flags else "") + self.desk.line(step.says)
        chips = flag_chips(step.flags, self.desk)
        context = self.desk.line(" · ".join(step.contexts))
        return Content.assemble(
            (self.desk.line(first.subject), "bold"),
            (f"  {relation}  ", "$text-accent"),
            (self.desk.line(step.object), "bold"),
            "  " if chips else "",
            Content(" ").join(chips),
            ("\n" + _("in: {context}").format(context=context) if context else "", "dim"),
        )

    async def script_changed(self) -> None:
        """Names change; quotes stay as written."""
        self._list.refresh()
        self.on_pick_list_moved()

    def on_pick_list_chosen(self) -> None:
        """A row was chosen with the mouse."""
        self.action_turn()

    def _turned_over(self, node: Node) -> None:
        self._turned ^= {node.path}
        self.filtered(self.query_one(FilterBar).value)

    def action_turn(self) -> None:
        """Open the row, or close it."""
        node = self._list.current
        if node and node.open is not None:
            self._turned_over(node)

    def action_open(self) -> None:
        """Open the row; an open one is gone into."""
        node = self._list.current
        if node and node.open is False:
            self._turned_over(node)
        elif node and node.open:
            self._list.move(1)

    def action_close(self) -> None:
        """Close the row; from one that is not open, go to the row it was opened from."""
        node = self._list.current
        if node and node.open:
            self._turned_over(node)
        elif node:
            self._list.move(self._list.parent_of(node))

    def action_source(self) -> None:
        """Go to the document of the step."""
        node = self._list.current
        if node and node.step:
            self.go_to_source([link.evidence for link in node.step.links])

    def action_study(self) -> None:
        """Study the cards of the step and of all that it leads to."""
        node = self._list.current
        if node:
            self.study(self._tree.notes_below(node))

    def action_scroll(self, lines: int) -> None:
        """Scroll a long proof."""
        self.query_one(DetailPane).scroll_relative(y=lines, animate=False)
