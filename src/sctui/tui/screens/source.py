"""The passage that a card comes from, as it stands in the document."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget

from sctui.errors import SctuiError
from sctui.i18n import _
from sctui.model.card import Card, Source
from sctui.text.printable import printable
from sctui.tui.card_text import quote, reference
from sctui.tui.desk import Desk
from sctui.tui.passage import Passage, find_document, read_passage
from sctui.tui.screens.reader import ReaderScreen
from sctui.tui.widgets.prose import Prose

_QUOTE = "on $accent-muted"


class SourceScreen(ReaderScreen):
    """The passages of all sources of a card, with the quoted words marked."""

    def __init__(self, desk: Desk, card: Card) -> None:
        super().__init__(desk)
        self._card = card
        self.heading = " · ".join([_("Source"), *(reference(source).plain for source in card.note.sources)])

    def content(self) -> list[Widget]:
        """Document and line, what stands before, the quoted line, what stands after; for every source."""
        return [widget for source in self._card.note.sources for widget in self._passage(source)]

    def on_mount(self) -> None:
        """Begin at the quote."""
        quoted = self.query(".quoted")
        if quoted:
            self.call_after_refresh(self._begin_at, quoted.first())

    def _begin_at(self, quoted: Widget) -> None:
        text = self.query_one("#text")
        text.scroll_to(y=max(0, quoted.virtual_region.y - text.size.height // 3), animate=False)

    def _passage(self, source: Source) -> Iterator[Widget]:
        if len(self._card.note.sources) > 1:
            yield Prose(reference(source), classes="heading")
        deck = self.desk.collection.deck_of(self._card.id)
        file = find_document(self.desk.collection, deck, source)
        if file is None:
            yield Prose(quote(self._card, source), classes="quoted")
            yield Prose(_("The document itself is not at hand."), classes="around gap")
            return
        try:
            passage = read_passage(file, source)
        except SctuiError as error:
            yield Prose(quote(self._card, source), classes="quoted")
            yield Prose(printable(str(error)), classes="around gap")
            return
        yield from self._lines(passage, source)

    def _lines(self, passage: Passage, source: Source) -> Iterator[Widget]:
        before = [text for number, text in passage.lines if number < passage.line]
        quoted = "".join(text for number, text in passage.lines if number == passage.line)
        after = [text for number, text in passage.lines if number > passage.line]
        if before:
            yield Prose("\n".join(before), classes="around")
        if passage.place is None:
            yield Prose(quote(self._card, source), classes="quoted")
            yield Prose(
                _("The document has changed: these words no longer stand in this line."), classes="around"
            )
        else:
            yield Prose(Content(quoted).stylize(_QUOTE, *passage.place), classes="quoted")
        if after:
            yield Prose("\n".join(after), classes="around gap")
