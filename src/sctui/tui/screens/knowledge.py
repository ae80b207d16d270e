"""What the screens of studies, comparisons and mechanisms share: reading, moving, filtering, proof, cards."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Self

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from sctui.errors import SctuiError
from sctui.i18n import _
from sctui.model.card import Source
from sctui.model.knowledge import Evidence, LibraryKnowledge
from sctui.text.plural import counted
from sctui.text.printable import printable
from sctui.tui.cited_documents import file_named
from sctui.tui.desk import Desk
from sctui.tui.screens.base import say
from sctui.tui.screens.list_screen import ListScreen
from sctui.tui.widgets.filter_bar import FilterBar
from sctui.tui.widgets.prose import Prose
from sctui.tui.widgets.too_small import MIN_WIDTH

# from 110 columns the proof stands beside what it proves
BESIDE: list[tuple[int, str]] | None = [(0, "-narrow"), (MIN_WIDTH, "-wide"), (110, "-beside")]


class EvidenceScreen(ListScreen):
    """A screen of things that documents tell: from each one goes to its source, and to its cards."""

    def go_to_source(self, evidence: Sequence[Evidence | Source]) -> None:
        """Open the document of the first evidence that is at hand, at its line, with its quotes marked."""
        from sctui.tui.screens.document import DocumentScreen  # noqa: PLC0415 -- loaded where it is used

        for name in dict.fromkeys(one.document for one in evidence):
            file = file_named(self.desk.collection, name)
            if file is not None:
                quotes = [
                    Source(one.document, one.line, one.quote) for one in evidence if one.document == name
                ]
                self.app.push_screen(self.ready(DocumentScreen).begin(file, quotes))
                return
        say(self.app, _("The document itself is not at hand.") if evidence else _("There is no source here."))

    def study(self, notes: Sequence[str]) -> None:
        """Study the cards of some notes, whether they are due or not."""
        self.study_cards(self.desk.collection.cards_of(notes))

    def study_cards(self, cards: Sequence[str]) -> None:
        """Study cards, whether they are due or not."""
        from sctui.tui.screens.study import StudyScreen  # noqa: PLC0415 -- loaded where it is used

        if not cards:
            say(self.app, _("No card asks for this."))
            return
        try:
            self.app.push_screen(self.ready(StudyScreen).begin(tuple(cards)))
        except SctuiError as error:
            self.tell(error)


class KnowledgeScreen(EvidenceScreen):
    """A screen of what the library tells; reads it first, if no other screen has. It has a `#message`.

    A subclass has a `begin`. `nothing` is the first sentence where there is nothing to show.
    """

    nothing = ""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.known = LibraryKnowledge()

    async def opened(self) -> None:
        """Show at once what is known, and see whether more is known by now."""
        if self.has_class("-read"):
            self.show_known()
        self.run_worker(self._open(), exclusive=True, group="knowledge")

    async def know(self) -> None:
        """Know what has been read of the library, before it is opened; what was wrong is told then."""
        known = self.desk.known
        if known is not None and not known.problems and not self.has_class("-read"):
            self.known = known
            self.set_class(await self.prepare(), "-read")

    async def _open(self) -> None:
        await self.painted()
        try:
            known = await asyncio.to_thread(self.desk.knowledge)
        except SctuiError as error:
            self._tell_instead(printable(f"{error}\n{error.hint}" if error.hint else str(error)))
            return
        if known is self.known and self.has_class("-read"):
            return
        self.known = known
        if await self.prepare():
            self.add_class("-read")
            self.refresh_bindings()
            self.before_paint(self.show_known)
        else:
            self._tell_instead(self._said_of_nothing())
        if self.known.problems:
            say(self.app, "\n".join(self.known.problems))

    def _tell_instead(self, told: Content | str) -> None:
        self.remove_class("-read")
        self.query_one("#message", Prose).show(told)

    def _said_of_nothing(self) -> Content:
        return Content.assemble(
            (f"{_(self.nothing)}\n\n", "bold"),
            _("It comes from documents. Convert one, or once more those that an older version converted:")
            + "\n\n",
            ("    sctui convert notes.md", "$text-accent"),
        )

    async def prepare(self) -> bool:
        """Work out what is to be shown from `known`; False when there is nothing."""
        raise NotImplementedError

    def show_known(self) -> None:
        """Show it, now that there is room for it."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing but leaving before there is something to see."""
        if not self.has_class("-read") and action != "leave":
            return False
        return super().check_action(action, parameters)


class FilterScreen(KnowledgeScreen):
    """A screen with a `FilterBar`, in which one types what to look for."""

    looked_for = ""  # when it was opened

    def begin(self, text: str = "") -> Self:
        """Show what fits a text, everything for none, as if it had not been looked at yet."""
        self.looked_for = text
        for bar in self.query(FilterBar):
            bar.hold(text)
        return self.anew()

    def show_known(self) -> None:
        """Show what fits."""
        self.filtered(self.query_one(FilterBar).value)

    def filtered(self, text: str) -> None:
        """Show what fits the text typed; all for none."""
        raise NotImplementedError

    def show_found(self, rows: Widget, *, found: bool) -> None:
        """Show the rows, or the sentence that says that nothing fits."""
        rows.set_class(not found, "-absent")
        self.query_one("#none").set_class(found, "-absent")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Follow what is typed."""
        if self.has_class("-read"):
            self.filtered(event.value)

    def on_input_submitted(self) -> None:
        """Back to the rows; what was typed holds."""
        self.query_one(FilterBar).end(clear=False)

    def action_filter(self) -> None:
        """Type what to look for."""
        self.query_one(FilterBar).begin()

    def action_leave(self) -> None:
        """Take the filter away where there is one, else go back."""
        bar = self.query_one(FilterBar)
        if bar.value or bar.has_focus:
            bar.end(clear=True)
        else:
            super().action_leave()


def of_all(shown: int, number: int, noun: str) -> str:
    """`52 records`, or `9 of 52 records`."""
    return (
        counted(number, noun)
        if shown == number
        else _("{shown} of {all}").format(shown=shown, all=counted(number, noun))
    )
