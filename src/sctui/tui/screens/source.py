"""The passage that a card comes from, as it stands in the document."""

from __future__ import annotations

from functools import partial

from textual.widget import Widget

from sctui.i18n import _
from sctui.model.card import Card
from sctui.tui.card_text import reference
from sctui.tui.desk import Desk
from sctui.tui.passage import origin
from sctui.tui.passage_view import begin_at_quote, passages
from sctui.tui.screens.reader import ReaderScreen


class SourceScreen(ReaderScreen):
    """The passages of all sources of a card, with the quoted words marked."""

    def __init__(self, desk: Desk, card: Card) -> None:
        super().__init__(desk)
        self._card = card
        deck = desk.collection.deck_of(card.id)
        places = (
            reference(source, desk.line(origin(desk.collection, deck, source))).plain
            for source in card.note.sources
        )
        self.heading = " · ".join([_("Source"), *places])

    def content(self) -> list[Widget]:
        """Document and line, what stands before, the quoted line, what stands after; for every source."""
        return list(passages(self.desk, self._card, self.desk.collection.deck_of(self._card.id)))

    def on_mount(self) -> None:
        """Begin at the quote."""
        self.before_paint(partial(begin_at_quote, self.query_one("#text")))
