"""Overview: what a document claims, and on what evidence, on one screen."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Footer

from sctui.errors import SctuiError
from sctui.model.knowledge import DocumentKnowledge
from sctui.text.plural import counted
from sctui.text.printable import one_line
from sctui.tui import actions
from sctui.tui.desk import Desk
from sctui.tui.knowledge.overview import Claim, Overview, notes_of, overview_of
from sctui.tui.reading import file_named, read
from sctui.tui.screens.base import say
from sctui.tui.screens.knowledge import KnowledgeScreen
from sctui.tui.widgets.prose import Prose
from sctui.tui.widgets.too_small import MIN_HEIGHT, TooSmall
from sctui.tui.widgets.top_bar import TopBar

_ROOMY = 34  # lines from which there is a blank line between the parts


class OverviewScreen(KnowledgeScreen):
    """One document of some, and from it the next.

    Args:
        desk: what screens work with.
        names: the file names of the documents.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["knowledge.tcss", "overview.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("overview")
    nothing = "Nothing is known of this document yet."

    def __init__(self, desk: Desk, names: Sequence[str]) -> None:
        super().__init__(desk)
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (MIN_HEIGHT, "-low"), (_ROOMY, "-roomy")]
        self._names = names
        self._documents: list[DocumentKnowledge] = []
        self._at = 0
        self._damage: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """The bar and the text."""
        yield TopBar(id="where")
        yield Prose("Reading …", name="message")
        yield VerticalScroll(id="known", can_focus=False)
        yield Footer(show_command_palette=False)
        yield TooSmall()

    async def prepare(self) -> bool:
        """Find the documents that something is known of."""
        self._documents = [document for document in self.known.documents if document.file in self._names]
        return bool(self._documents)

    def begin(self) -> None:
        """Show the first document."""
        self._show()

    @property
    def _document(self) -> DocumentKnowledge:
        return self._documents[self._at]

    def _show(self) -> None:
        self.run_worker(self._show_document(), exclusive=True)

    async def _show_document(self) -> None:
        """Show what is known at once, and the damage once the document has been read."""
        where = self.query_one("#where", TopBar)
        where.left = Content.styled("Overview", "bold $text-accent")
        if len(self._documents) > 1:
            where.right = Content.styled(f"{self._at + 1} of {len(self._documents)}", "dim")
        document = self._document
        await self._fill(document)
        if document.file not in self._damage:
            self._damage[document.file] = await asyncio.to_thread(self._damage_of, document.file)
            await self._fill(document)

    async def _fill(self, document: DocumentKnowledge) -> None:
        text = self.query_one("#known", VerticalScroll)
        overview = overview_of(document, self.known)
        damage = Content(self._damage.get(document.file, "…"))
        parts = (("Evidence", _evidence(overview)), ("Damage", damage), *_parts(overview, self.desk))
        async with self.batch():
            await text.remove_children()
            await text.mount(
                Prose(self.desk.line(document.title), classes="title"),
                Prose(f"{one_line(document.file)}  ·  {counted(overview.cards, 'card')}", classes="file"),
                *(_row(term, told) for term, told in parts),
            )

    def _damage_of(self, name: str) -> str:
        """What is damaged in a document, in words."""
        file = file_named(self.desk.collection, name)
        if file is None:
            return "The document itself is not at hand."
        try:
            damage = read(file, self.desk.home.lexicon).document.damage
        except SctuiError as error:
            return str(error)
        if not damage:
            return "Nothing in it is known to be damaged."
        mended = sum(found.safe for found in damage)
        return f"{counted(len(damage), 'damaged place')}, {mended} of them repaired"

    async def script_changed(self) -> None:
        """Everything here is text of the library."""
        if self._documents:
            await self._fill(self._document)

    def action_document(self) -> None:
        """Read the document."""
        from sctui.tui.screens.document import DocumentScreen  # noqa: PLC0415 -- loaded where it is used

        file = file_named(self.desk.collection, self._document.file)
        if file:
            self.app.push_screen(DocumentScreen(self.desk, file))
        else:
            say(self.app, "The document itself is not at hand.")

    def action_trials(self) -> None:
        """The studies that the document tells of."""
        from sctui.tui.screens.trials import TrialsScreen  # noqa: PLC0415 -- loaded where it is used

        self.app.push_screen(TrialsScreen(self.desk, f'document:"{self._document.file}"'))

    def action_study(self) -> None:
        """Study the cards of the document."""
        self.study(notes_of(self._document))

    def action_other(self, step: int) -> None:
        """The next document (1), or the one before (-1)."""
        if 0 <= self._at + step < len(self._documents):
            self._at += step
            self._show()
        else:
            say(self.app, "There is no other document in this direction.")

    def action_scroll(self, lines: int) -> None:
        """Scroll."""
        self.query_one("#known", VerticalScroll).scroll_relative(y=lines, animate=False)


def _row(term: str, told: Content) -> Widget:
    return Horizontal(Prose(term, classes="term"), Prose(told), classes="row")


def _parts(overview: Overview, desk: Desk) -> Iterator[tuple[str, Content]]:
    """The parts that there is something to say in."""
    if overview.largest:
        yield (
            "Largest",
            Content("\n").join(
                Content.assemble(
                    (f"n = {row.n}".ljust(10), "bold"),
                    desk.line(" · ".join(part for part in (row.condition, row.cells) if part)),
                    (f"  {row.kind}", "dim"),
                )
                for row in overview.largest
            ),
        )
    if overview.diseases:
        yield "Diseases", Content(desk.line("、".join(overview.diseases)))
    if overview.claims:
        yield "Claims", Content("\n").join(_claim(claim, desk) for claim in overview.claims)
    if overview.compared:
        attributes = Content.styled(f"\nby {desk.line('、'.join(overview.attributes))}", "dim")
        yield "Compares", Content.assemble(desk.line("、".join(overview.compared)), attributes)


def _evidence(overview: Overview) -> Content:
    kinds = ", ".join(counted(number, kind) for kind, number in overview.kinds)
    first, last = overview.years or (0, 0)
    years = "" if not overview.years else f"; {first}" if first == last else f"; {first} to {last}"
    told = Content.assemble((kinds or "It tells of no study.", "bold"), years)
    if overview.shared:
        told = Content.assemble(told, f"\n{overview.shared} told by other documents as well")
    if overview.disputed:
        told = Content.assemble(
            told, "\n", (f"≠ {overview.disputed} told differently elsewhere", "$text-error")
        )
    if overview.doubtful:
        said = f"\n? {counted(overview.doubtful, 'number')} that its checks doubt"
        told = Content.assemble(told, (said, "$text-warning"))
    if overview.steps:
        seen = f", {overview.preclinical} of them in animals or cells only" if overview.preclinical else ""
        told = Content.assemble(told, (f"\n{counted(overview.steps, 'step')} of mechanisms{seen}", "dim"))
    return told


def _claim(claim: Claim, desk: Desk) -> Content:
    says = [
        Content.assemble((f"{relation.replace('-', ' ')} ", "$text-accent"), desk.line("、".join(objects)))
        for relation, objects in claim.says
    ]
    return Content.assemble((f"{desk.line(claim.subject)}  ", "bold"), Content("; ").join(says))
