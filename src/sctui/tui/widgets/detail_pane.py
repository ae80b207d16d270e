"""What is known of the row under the cursor: its words in full, and the proof of them."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from sctui.model.card import Source
from sctui.model.knowledge import Evidence
from sctui.tui import card_text
from sctui.tui.widgets.prose import Prose


class DetailPane(VerticalScroll, can_focus=False):
    """Content above, quotes with their documents and lines below; scrolls when there is more than fits."""

    def compose(self) -> ComposeResult:
        """Both parts."""
        yield Prose(name="told")
        yield Prose(name="quotes", classes="-absent")

    def show(self, told: Content, proof: Sequence[tuple[Evidence | Source, str]] = ()) -> None:
        """Show other content; each quote, in the script of its source, with the value to be marked in it."""
        self.query_one("#told", Prose).show(told)
        quotes = self.query_one("#quotes", Prose)
        quotes.set_class(not proof, "-absent")
        quotes.show(Content("\n").join(card_text.proof((one, value, "") for one, value in proof)))
        self.scroll_home(animate=False)
