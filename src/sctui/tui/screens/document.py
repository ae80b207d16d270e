"""A document with its topic tree beside it: damaged places, lines that have cards, the quote of a card."""

from __future__ import annotations

import asyncio
from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Self

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content

from sctui.errors import SctuiError
from sctui.i18n import _
from sctui.markup.cards import plain_front
from sctui.model.card import Card, Source
from sctui.text.plural import counted
from sctui.text.printable import one_line, printable
from sctui.tui import actions
from sctui.tui.cited_documents import cards_by_line
from sctui.tui.desk import Desk
from sctui.tui.reading import Reading, read, shown_lines, topic_rows
from sctui.tui.screens.base import say
from sctui.tui.screens.damage_acts import DamageActs, told
from sctui.tui.widgets.document_view import DocumentView
from sctui.tui.widgets.key_bar import KeyBar
from sctui.tui.widgets.prose import Prose
from sctui.tui.widgets.too_small import MIN_WIDTH, TooSmall
from sctui.tui.widgets.top_bar import TopBar
from sctui.tui.widgets.topic_list import TopicList

_BESIDE = 100  # columns from which the topics stand beside the text


class DocumentScreen(DamageActs):
    """Reads the file in a thread, then shows it; see `begin`."""

    CSS_PATH = "document.tcss"
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("document")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (MIN_WIDTH, "-wide"), (_BESIDE, "-beside")]
        self._file = Path()
        self._quotes: Sequence[Source] = ()
        self._cards: dict[int, list[Card]] = {}
        self._shown: object = None  # what the lines on the screen were made of
        self._reading: Reading | None = None
        self._topic_lines: list[int] = []
        self._damage = -1

    def begin(self, file: Path, quotes: Sequence[Source] = ()) -> Self:
        """Show a document from where its text begins; with quotes marked in it, at the first of them."""
        self._file, self._quotes = file, quotes
        return self.anew()

    async def foresee(self, file: Path) -> None:
        """Have a document stand on the screen, which is not shown now, before it is opened."""
        self._file, self._quotes = file, ()
        if self._shown != self._to_show:
            self._clear()
        await self._read_and_show()

    def compose(self) -> ComposeResult:
        """The bar, topics and text, what the marks mean."""
        yield TopBar(id="where")
        yield Prose(name="message")
        with Horizontal(id="both"):
            yield TopicList()
            yield DocumentView()
        yield TopBar(id="legend")
        yield KeyBar()
        yield TooSmall()

    async def opened(self) -> None:
        """Begin to read."""
        self._damage = -1
        self.remove_class("-in-topics")
        if self._reading is not None and self._shown == self._to_show:
            self.show_legend()
            self._begin()
        else:
            self._clear()
        self.run_worker(self._open(), exclusive=True)

    def _clear(self) -> None:
        """Say that it is being read."""
        self._reading = self._shown = None
        self.remove_class("-read")
        name, where = one_line(self._file.name), self.query_one("#where", TopBar)
        where.left = Content.styled(name, "bold $text-accent")
        where.right = where.right_narrow = self.query_one("#legend", TopBar).left = Content("")
        self.query_one("#message", Prose).show(_("Reading {name} …").format(name=name))
        self.query_one(DocumentView).show(())
        self.query_one(DocumentView).go_home()

    @property
    def _to_show(self) -> object:
        """What the lines are made of, besides the document and its cards."""
        return self._file, self._quotes, self.desk.settings.script

    async def _open(self) -> None:
        await self.painted()
        await self._read_and_show()

    async def _read_and_show(self) -> None:
        asked = self._to_show
        try:
            reading, cards = await asyncio.to_thread(self._read, self._file)
        except SctuiError as error:
            told = f"{error}\n{error.hint}" if error.hint else str(error)
            self.query_one("#message", Prose).show(printable(told))
            return
        if asked != self._to_show:  # another was chosen meanwhile
            return
        as_before = reading is self._reading and self._cards.keys() == cards.keys()
        self._reading, self._cards = reading, cards
        if as_before and self._shown == self._to_show:
            return
        self._topic_lines = [topic.line for topic, _ in topic_rows(reading.tree)]
        await self._show()

    def _read(self, file: Path) -> tuple[Reading, dict[int, list[Card]]]:
        return read(file, self.desk.home.lexicon), cards_by_line(self.desk.collection, file)

    async def read_again(self) -> None:
        """Show the document with what was decided; the line at the top stays."""
        await self._open()

    async def _show(self) -> None:
        """Show everything in the reader's script; converting a long document takes a while as well."""
        if self._reading is None:
            return
        document, tree, to_show = self._reading.document, self._reading.tree, self._to_show
        lines = await asyncio.to_thread(
            shown_lines, document, self._cards, self._quotes, self.desk.settings.script
        )
        topics = self.query(TopicList)
        if not topics:  # it was left meanwhile
            return
        topics.first().show([(self.desk.line(topic.title), depth) for topic, depth in topic_rows(tree)])
        self.query_one(DocumentView).show(lines)
        self._shown = to_show
        self._show_place(self.query_one(DocumentView).top)
        self.show_legend()
        if not self.has_class("-read"):
            self.add_class("-read")
            self.refresh_bindings()
            self.call_after_refresh(self._begin)

    def _show_place(self, line: int) -> None:
        """On the right of the bar: the page that a line stands on, damaged places, lines."""
        assert self._reading is not None
        document = self._reading.document
        number = document.page_of(line) or 1
        page = (
            _("p. {page} of {pages}").format(page=number, pages=len(document.pages)) if document.pages else ""
        )
        damaged = counted(len(document.damage), "damaged place") if document.damage else ""
        told = " · ".join(filter(None, (page, damaged, counted(len(document.lines), "line"))))
        where = self.query_one("#where", TopBar)
        where.right, where.right_narrow = Content.styled(told, "dim"), Content.styled(page, "dim")

    def show_legend(self) -> None:
        """What the marks mean, or what is told of a damaged place."""
        assert self._reading is not None
        legend = self.query_one("#legend", TopBar)
        legend.left = _legend(quotes=bool(self._quotes))
        if self._damage >= 0:
            legend.left = told(self._reading.document.damage[self._damage], self._damage + 1)

    def _begin(self) -> None:
        """Go to the quote, else to where the text begins, now that the size is known."""
        if self._reading is None:
            return
        if not self._quotes:
            self.query_one(DocumentView).begin_at(self._reading.text_begins)
            return
        source, lines = self._quotes[0], self._reading.document.lines
        view = self.query_one(DocumentView)
        column = lines[source.line - 1].text.find(source.quote) if source.line <= len(lines) else -1
        view.go_to(source.line, max(0, column), above=view.size.height // 3)
        if column < 0:
            say(self.app, _("The document has changed: the quote no longer stands in this line."))

    async def script_changed(self) -> None:
        """Convert in the background; the line at the top stays."""
        if self._reading is not None:
            self.work_instead(self._show)

    def on_document_view_moved(self, event: DocumentView.Moved) -> None:
        """The page, and while the text is being read the cursor among the topics, follow the text."""
        if self._reading is not None:
            self._show_place(event.line)
        if not self._in_topics:
            self.query_one(TopicList).cursor = max(0, bisect_right(self._topic_lines, event.line) - 1)

    def on_topic_list_chosen(self, _event: TopicList.Chosen) -> None:
        """A topic was clicked."""
        self._jump()

    @property
    def _in_topics(self) -> bool:
        return self.has_class("-in-topics")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing but leaving before the document is read."""
        if self._reading is None and action in {"topics", "jump", "damage", "decide", "cards"}:
            return False
        return super().check_action(action, parameters)

    def action_topics(self) -> None:
        """Go to the topics, or back to the text."""
        self.toggle_class("-in-topics")

    def action_jump(self) -> None:
        """Go to the lines of the topic under the cursor."""
        if self._in_topics:
            self._jump()

    def _jump(self) -> None:
        cursor = self.query_one(TopicList).cursor
        self.remove_class("-in-topics")
        if cursor < len(self._topic_lines):
            self.call_after_refresh(self.query_one(DocumentView).go_to, self._topic_lines[cursor])

    def action_cards(self) -> None:
        """List the cards of the lines on the screen."""
        from sctui.tui.screens.ask import AskScreen  # noqa: PLC0415 -- loaded where it is used
        from sctui.tui.screens.browse import BrowseScreen  # noqa: PLC0415 -- likewise

        view = self.query_one(DocumentView)
        seen = range(view.top, view.bottom + 1)
        cards: dict[str, tuple[int, Card]] = {}
        for line, card in ((at, card) for at in seen for card in self._cards.get(at, ())):
            row = f"{line}  {self.desk.line(plain_front(card))}"
            cards[f"{row}  [{card.id}]" if row in cards else row] = line, card
        if not cards:
            say(self.app, _("No card comes from these lines."))
            return

        def browse(chosen: str | None) -> None:
            if chosen:
                line, card = cards[chosen]
                query = f'source:"{self._file.name}:{line}"'
                self.app.push_screen(self.ready(BrowseScreen).begin(query, card.id))

        ask = self.ready(AskScreen).begin(
            _("Cards of these lines"),
            _("By line; Enter shows one in Browse."),
            list(cards),
            only_choices=True,
        )
        self.app.push_screen(ask, browse)

    def action_move(self, steps: int) -> None:
        """A step in the topics, or a row of the text."""
        if self._in_topics:
            self.query_one(TopicList).move(steps)
        else:
            self.query_one(DocumentView).scroll_relative(y=steps, animate=False)

    def action_page(self, pages: int) -> None:
        """A page, less one row."""
        self.action_move(pages * max(1, self.query_one("#both").size.height - 1))

    def action_end(self, way: int) -> None:
        """The beginning (-1) or the end (1)."""
        if self._in_topics:
            self.query_one(TopicList).move(way * len(self._topic_lines))
        else:
            view = self.query_one(DocumentView)
            view.scroll_to(y=0 if way < 0 else view.max_scroll_y, animate=False)

    def action_leave(self) -> None:
        """Out of the topics where they hide the text, else back to where the document was opened."""
        if self._in_topics:
            self.remove_class("-in-topics")
        else:
            self.app.pop_screen()


def _legend(*, quotes: bool) -> Content:
    """What the marks mean."""
    legend = Content.assemble(
        (" 3 ", "$text-accent on $accent-muted"),
        f" {_('cards')}   ",
        (_("damaged"), "underline $text-error on $error-muted"),
        "   ",
        (_("repaired"), "underline $text-accent"),
    )
    return Content.assemble(legend, "   ", (_("quote"), "on $success-muted")) if quotes else legend
