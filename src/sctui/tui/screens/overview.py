"""Overview: what a document claims, and on what evidence, on one screen."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import PurePath
from typing import ClassVar, Self

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content

from sctui.decks.origins import origin_told
from sctui.errors import SctuiError
from sctui.i18n import _
from sctui.model.knowledge import DocumentKnowledge
from sctui.model.overview import Overview
from sctui.records.overview import evidence_of, overview_of
from sctui.text.plural import counted
from sctui.text.printable import one_line
from sctui.tui import actions
from sctui.tui.card_text import flag_chips
from sctui.tui.cited_documents import file_named
from sctui.tui.desk import Desk
from sctui.tui.knowledge.record_items import item_of_claim
from sctui.tui.reading import read
from sctui.tui.screens.base import say
from sctui.tui.screens.knowledge import BESIDE, KnowledgeScreen
from sctui.tui.widgets.detail_pane import DetailPane
from sctui.tui.widgets.item_list import ItemList
from sctui.tui.widgets.key_bar import KeyBar
from sctui.tui.widgets.prose import Prose
from sctui.tui.widgets.too_small import MIN_HEIGHT, TooSmall
from sctui.tui.widgets.top_bar import TopBar

_ROOMY = 34  # lines from which the proof of a claim has room below the claims


class OverviewScreen(KnowledgeScreen):
    """One document of some, and from it the next; see `begin`."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["knowledge.tcss", "overview.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("overview")
    HORIZONTAL_BREAKPOINTS = BESIDE
    nothing = _("Nothing is known of this document yet.")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (MIN_HEIGHT, "-low"), (_ROOMY, "-roomy")]
        self._names: Sequence[str] = ()
        self._documents: list[DocumentKnowledge] = []
        self._at = 0
        self._overview: Overview | None = None
        self._overview_of: DocumentKnowledge | None = None
        self._damage: dict[str, str] = {}

    def begin(self, names: Sequence[str]) -> Self:
        """Show documents by their file names, the first at first."""
        self._names, self._at = names, 0
        self._choose()
        for claims in self.query(ItemList):
            claims.cursor = 0
        return self.anew()

    def compose(self) -> ComposeResult:
        """The bar, what the document is, its claims, and the proof of the one under the cursor."""
        yield TopBar(id="where")
        yield Prose(_("Reading …"), name="message")
        with Vertical(id="known"):
            yield Prose(name="about")
            with Container(classes="beside"):
                yield ItemList(self.desk.line, only_lines=True)
                yield DetailPane()
        yield KeyBar()
        yield TooSmall()

    async def know(self) -> None:
        """Likewise, whatever document it will be about."""
        await super().know()
        self.set_class(bool(self.known.documents), "-read")

    async def prepare(self) -> bool:
        """Whether something is known of any of the documents."""
        self._choose()
        return bool(self._documents)

    def _choose(self) -> None:
        self._documents = [document for document in self.known.documents if document.file in self._names]

    def show_known(self) -> None:
        """Show the first document."""
        if self._documents:
            self._show()
        else:
            self._tell_instead(self._said_of_nothing())

    @property
    def _document(self) -> DocumentKnowledge:
        return self._documents[self._at]

    def _show(self) -> None:
        """Show what is known at once, and what is damaged by now once the document has been read."""
        where, document = self.query_one("#where", TopBar), self._document
        where.left = Content.styled(_("Overview"), "bold $text-accent")
        number = _("{number} of {all}").format(number=self._at + 1, all=len(self._documents))
        where.right = Content.styled(number if len(self._documents) > 1 else "", "dim")
        if self._overview is None or self._overview_of is not document:
            self._overview_of, self._overview = document, overview_of(document)
        self._show_about()
        self.query_one(ItemList).show([item_of_claim(claim) for claim in self._overview.claims])
        self.run_worker(self._find_damage(document.file), exclusive=True)

    async def _find_damage(self, name: str) -> None:
        await self.painted()
        self._damage[name] = await asyncio.to_thread(self._damage_of, name)
        self._show_about()

    def _show_about(self) -> None:
        document, file = self._document, self._document.file
        evidence = ", ".join(evidence_of(self._overview) if self._overview else ()) or _(
            "It tells of no study."
        )
        origin = self.desk.line(origin_told(document.date, document.kind, document.language))
        self.query_one("#about", Prose).show(
            Content.assemble(
                (self.desk.line(document.title), "bold $text-primary"),
                f"\n{one_line(file)}  ·  {counted(len(document.cards), 'card')}",
                f"  ·  {self._damage.get(file, '…')}{f'  ·  {origin}' if origin else ''}\n",
                (evidence, "bold"),
                *self._told_elsewhere(),
            )
        )

    def _told_elsewhere(self) -> list[tuple[str, str]]:
        """What other documents of the library say of its studies."""
        known = [record for record in self.known.records if self._document.file in record.documents]
        shared = sum(len(record.documents) > 1 for record in known)
        disputed = sum(bool(record.disagreements) for record in known)
        told = [(_("{count} told by other documents as well").format(count=shared), "dim")] if shared else []
        if disputed:
            told.append(
                ("≠ " + _("{count} told differently elsewhere").format(count=disputed), "$text-error")
            )
        return [(f"{'   ' if at else chr(10)}{words}", style) for at, (words, style) in enumerate(told)]

    def _damage_of(self, name: str) -> str:
        """What is damaged in a document, in words."""
        file = file_named(self.desk.collection, name)
        if file is None:
            return _("the document itself is not at hand")
        try:
            damage = read(file, self.desk.home.lexicon).document.damage
        except SctuiError as error:
            return one_line(str(error))
        if not damage:
            return _("nothing in it is known to be damaged")
        mended = sum(found.safe for found in damage)
        return _("{places}, {count} of them repaired").format(
            places=counted(len(damage), "damaged place"), count=mended
        )

    def on_pick_list_moved(self) -> None:
        """Show the proof of another claim."""
        item, pane = self.query_one(ItemList).current, self.query_one(DetailPane)
        if item is None:
            pane.show(Content(""))
            return
        chips = Content(" ").join(flag_chips(item.flags, self.desk))
        said = Content.assemble((self.desk.text(item.value), "bold"), "  " if item.flags else "", chips)
        pane.show(said, [(one, "") for one in item.proof])

    async def script_changed(self) -> None:
        """Names and claims change; quotes stay as written."""
        if self._documents:
            self._show_about()
            self.query_one(ItemList).refresh()
            self.on_pick_list_moved()

    def on_pick_list_chosen(self) -> None:
        """A claim was chosen with the mouse."""
        self.action_source()

    def action_source(self) -> None:
        """Go to the document, at the line of the claim."""
        item = self.query_one(ItemList).current
        self.go_to_source(item.proof if item else ())

    def action_document(self) -> None:
        """Read the document."""
        from sctui.tui.screens.document import DocumentScreen  # noqa: PLC0415 -- loaded where it is used

        file = file_named(self.desk.collection, self._document.file)
        if file:
            self.app.push_screen(self.ready(DocumentScreen).begin(file))
        else:
            say(self.app, _("The document itself is not at hand."))

    def action_trials(self) -> None:
        """The studies that the document tells of."""
        from sctui.tui.screens.trials import TrialsScreen  # noqa: PLC0415 -- loaded where it is used

        self.app.push_screen(self.ready(TrialsScreen).begin(f'document:"{self._document.file}"'))

    def action_study(self) -> None:
        """Study the cards of the document."""
        self.study(self._document.cards)

    def action_other(self, step: int) -> None:
        """The next document (1), or the one before (-1)."""
        if 0 <= self._at + step < len(self._documents):
            self._at += step
            self._show()
        else:
            say(self.app, _("There is no other document in this direction."))

    def action_scroll(self, lines: int) -> None:
        """Scroll a long proof."""
        self.query_one(DetailPane).scroll_relative(y=lines, animate=False)
