"""A list of cards of which some can be chosen; what is done with them without changing any."""

from __future__ import annotations

from sctui.i18n import _
from sctui.model.card import Card
from sctui.tui.screens.base import say
from sctui.tui.screens.knowledge import EvidenceScreen
from sctui.tui.widgets.card_list import CardList

_MOST = 500  # cards that are studied at once


class CardChoiceScreen(EvidenceScreen):
    """A screen with a `CardList`."""

    _last_chosen = -1

    @property
    def cards(self) -> CardList:
        """The list."""
        return self.query_one(CardList)

    @property
    def chosen(self) -> list[str]:
        """The ids of the cards an act is for: those chosen, as they are shown, else that under the cursor."""
        cards = self.cards
        if cards.selected:
            shown = [name for row in cards.found if (name := cards.views.ids[row]) in cards.selected]
            return [*shown, *sorted(cards.selected.difference(shown))]
        return [cards.current_card] if cards.current_card else []

    def choice_changed(self) -> None:
        """Show which cards are chosen."""
        raise NotImplementedError

    def action_choose(self) -> None:
        """Choose the card under the cursor, or no longer; on to the next."""
        cards, card = self.cards, self.cards.current_card
        if card:
            cards.selected ^= {card}
            self._last_chosen = cards.cursor
            cards.move(1)
            self.choice_changed()

    def action_range(self) -> None:
        """Choose everything between the card chosen last and this one."""
        cards = self.cards
        start, end = sorted((max(0, self._last_chosen), cards.cursor))
        cards.selected.update(cards.views.ids[row] for row in cards.found[start : end + 1])
        self._last_chosen = cards.cursor
        self.choice_changed()

    def action_all(self) -> None:
        """Choose all cards that were found; none, where all are chosen."""
        cards = self.cards
        found = {cards.views.ids[row] for row in cards.found}
        if found <= cards.selected:
            cards.selected.difference_update(found)
        else:
            cards.selected.update(found)
        self.choice_changed()

    def action_study(self) -> None:
        """Study the chosen cards, or all that were found."""
        cards = self.cards
        found = [cards.views.ids[row] for row in cards.found[:_MOST]]
        self.study_cards(self.chosen[:_MOST] if cards.selected else found)

    def _current(self) -> Card | None:
        return self.desk.collection.cards.get(self.cards.current_card)

    def action_source(self) -> None:
        """Show the passage that the card under the cursor comes from."""
        from sctui.tui.screens.source import SourceScreen  # noqa: PLC0415 -- loaded where it is used

        card = self._current()
        if card is not None and card.note.sources:
            self.app.push_screen(self.ready(SourceScreen).begin(card))
        elif card is not None:
            say(self.app, _("This card names no source."))

    def action_document(self) -> None:
        """Read the document at the line of the card under the cursor."""
        card = self._current()
        if card is not None:
            self.go_to_source(card.note.sources)
