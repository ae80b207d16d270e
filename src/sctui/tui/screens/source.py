"""The passage that a card comes from, as it stands in the document."""

from __future__ import annotations

from functools import partial
from typing import Self

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from sctui.i18n import _
from sctui.model.card import Card
from sctui.tui.card_text import reference
from sctui.tui.desk import Desk
from sctui.tui.passage import origin
from sctui.tui.passage_view import begin_at_quote, show_passages
from sctui.tui.screens.reader import ReaderScreen
from sctui.tui.widgets.prose import Prose

_PARTS = 4  # that the passage of one source has at most


class SourceScreen(ReaderScreen):
    """The passages of all sources of a card, with the quoted words marked; see `begin`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._card: Card | None = None

    def content(self) -> list[Widget]:
        """Room for a passage, so that nothing is to be made when the first is shown."""
        return [Prose(classes="-absent") for _part in range(_PARTS)]

    def begin(self, card: Card) -> Self:
        """Show the sources of a card."""
        self._card = card
        return self.anew()

    async def opened(self) -> None:
        """Show them: document and line, what stands before, the quoted line, what stands after."""
        card = self._card
        if card is None:
            return
        collection, text = self.desk.collection, self.query_one("#text")
        deck = collection.deck_of(card.id)
        places = (
            reference(source, self.desk.line(origin(collection, deck, source))).plain
            for source in card.note.sources
        )
        with self.app.batch_update():  # what was shown before is not seen again
            self.query_one("#box", Vertical).border_title = Content(" · ".join([_("Source"), *places]))
            await show_passages(text, self.desk, card, deck)
        self.before_paint(partial(begin_at_quote, text))
