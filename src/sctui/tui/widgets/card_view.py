"""A card: topic, badges and question; with the answer also its proof."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll

from sctui.model.card import Card
from sctui.tui import card_text
from sctui.tui.desk import Desk
from sctui.tui.widgets.prose import Prose


class CardView(VerticalScroll, can_focus=False):
    """Shows one card, question only or with the answer; scrolls when it is long."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def compose(self) -> ComposeResult:
        """From the topic down to the proof."""
        yield Prose(name="headline")
        yield Prose(name="front")
        with Vertical(id="answer"):
            yield Prose(name="back")
            yield Vertical(id="proof")

    async def show(self, card: Card, *, revealed: bool) -> None:
        """Show a card."""
        desk = self._desk
        self.query_one("#headline", Prose).show(card_text.headline(card, desk, revealed=revealed))
        self.query_one("#front", Prose).show(card_text.question(card, desk))
        self.query_one("#answer").display = revealed
        proof = self.query_one("#proof", Vertical)
        await proof.remove_children()
        if not revealed:
            self.scroll_home(animate=False)
            return
        self.query_one("#back", Prose).show(card_text.answer(card, desk))
        for source in card.note.sources:
            await proof.mount(
                Prose(card_text.quote(card, source), classes="quote"),
                Prose(card_text.reference(source), classes="reference"),
            )
        self.call_after_refresh(self.query_one("#answer").scroll_visible, animate=False, top=False)
