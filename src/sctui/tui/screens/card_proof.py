"""What can be looked at besides the card that is asked: its source, the lines after it, its history."""

from __future__ import annotations

from sctui.errors import SctuiError
from sctui.i18n import _
from sctui.model.card import Card
from sctui.tui.desk import Desk
from sctui.tui.screens.base import say
from sctui.tui.screens.card_acts import CardActs
from sctui.tui.widgets.card_view import CardView

_LINES = 5  # of the source, each time that it is read on


class CardProof(CardActs):
    """A screen that asks cards of a session, and shows what they rest on once the answer is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._revealed = False
        self._read_lines = 0

    def action_source(self) -> None:
        """Show the passage that the card comes from, once its answer may be seen."""
        from sctui.tui.screens.source import SourceScreen  # noqa: PLC0415 -- keeps the first card early

        card = self._proved_card()
        if card:
            self.app.push_screen(self.ready(SourceScreen).begin(card))

    def action_picture(self) -> None:
        """Open the card's pictures on the desktop."""
        from sctui.tui.viewer import show_pictures  # noqa: PLC0415 -- few cards have any

        if self._question is None:
            return
        try:
            say(self.app, show_pictures(self.desk, self._question.card, revealed=self._revealed))
        except SctuiError as error:
            self.tell(error)

    def action_document(self) -> None:
        """Read the first document at hand that the card quotes, at the quote."""
        from sctui.tui.passage import find_document  # noqa: PLC0415 -- keeps the first card early
        from sctui.tui.screens.document import DocumentScreen  # noqa: PLC0415 -- loaded where it is used

        card = self._proved_card()
        if card is None:
            return
        deck = self.desk.collection.deck_of(card.id)
        for source in card.note.sources:
            file = find_document(self.desk.collection, deck, source)
            if file:
                quotes = [other for other in card.note.sources if other.document == source.document]
                self.app.push_screen(self.ready(DocumentScreen).begin(file, quotes))
                return
        say(self.app, _("The document itself is not at hand."))

    def _proved_card(self) -> Card | None:
        """The card whose source may be seen now; says why there is none."""
        if self._question is None:
            return None
        if not self._revealed:
            say(self.app, _("The passage holds the answer: show the answer first."))
        elif not self._question.card.note.sources:
            say(self.app, _("This card names no source."))
        else:
            return self._question.card
        return None

    async def action_read(self) -> None:
        """Show the next lines of the source beneath the quote."""
        from sctui.tui.passage import find_document, lines_after  # noqa: PLC0415 -- keeps the first card early

        card = self._proved_card()
        if card is None:
            return
        source = card.note.sources[0]
        file = find_document(self.desk.collection, self.desk.collection.deck_of(card.id), source)
        if file is None:
            say(self.app, _("The document itself is not at hand."))
            return
        try:
            lines = lines_after(file, source, self._read_lines, _LINES)
        except SctuiError as error:
            self.tell(error)
            return
        if not lines:
            say(self.app, _("The document ends here."))
            return
        self._read_lines = lines[-1][0] - source.line
        self.query_one(CardView).read_on(lines)

    def action_history(self) -> None:
        """Show how the card was answered, and how it is being forgotten."""
        from sctui.tui.screens.history import HistoryScreen  # noqa: PLC0415 -- loaded where it is used

        if self._question is None:
            return
        if self._revealed:
            self.app.push_screen(self.ready(HistoryScreen).begin(self._question.card))
        else:
            say(self.app, _("Show the answer first."))
