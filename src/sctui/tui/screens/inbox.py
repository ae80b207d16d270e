"""The inbox: new cards one by one, the passage they come from beside them; accept, edit or reject."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import ClassVar, Self

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content

from sctui.decks.inbox import Decision
from sctui.decks.triage import RuleRecord, Waiting, decided, rule_records, waiting
from sctui.errors import SctuiError
from sctui.i18n import _
from sctui.model.card import Note
from sctui.safety.edits import edit_own
from sctui.text.plural import counted
from sctui.tui import actions
from sctui.tui.card_text import headline
from sctui.tui.desk import Desk
from sctui.tui.note_text import note_text
from sctui.tui.passage_view import begin_at_quote, show_passages
from sctui.tui.screens.base import say
from sctui.tui.screens.edit_acts import EditActs
from sctui.tui.screens.last_act import LastAct
from sctui.tui.widgets.key_bar import KeyBar
from sctui.tui.widgets.prose import Prose
from sctui.tui.widgets.too_small import TooSmall
from sctui.tui.widgets.top_bar import TopBar

_BESIDE = 110  # columns from which the passage stands beside the card


class InboxScreen(EditActs, LastAct):
    """The cards that wait, in the order of their decks."""

    CSS_PATH = "inbox.tcss"
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("inbox")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._cards: list[Waiting] = []
        self._rules: dict[str, RuleRecord] = {}
        self._at = 0

    def begin(self) -> Self:
        """Show the first card that waits."""
        self._at, self._cards = 0, []
        return self.anew()

    def compose(self) -> ComposeResult:
        """Bar, card, passage."""
        yield TopBar(id="where")
        with Container(id="both"):
            with VerticalScroll(id="card", can_focus=False):
                yield Prose(name="headline")
                yield Prose(name="note")
                yield Prose(name="rule")
            yield VerticalScroll(id="passage", can_focus=False)
        yield Prose(_("Nothing waits in the inbox."), name="none", classes="-absent")
        yield KeyBar()
        yield TooSmall()

    async def opened(self) -> None:
        """Show the first card."""
        await self.decks_changed()

    def on_resize(self, event: events.Resize) -> None:
        """Put the passage beside the card where there is room."""
        self.set_class(event.size.width >= _BESIDE, "-beside")

    async def decks_changed(self) -> None:
        """Show what waits now; the same card as before, or the one that has its place."""
        library = self.desk.collection.library
        before = self._card
        self._cards = waiting(library)
        places = [one.note.id for one in self._cards]
        if before and before.note.id in places:
            self._at = places.index(before.note.id)
        self._at = max(0, min(self._at, len(places) - 1))
        try:
            self._rules = {record.rule: record for record in rule_records(library)}
        except SctuiError as error:
            self.tell(error)
        await self._show()

    @property
    def _card(self) -> Waiting | None:
        return self._cards[self._at] if self._at < len(self._cards) else None

    async def _show(self) -> None:
        one, desk = self._card, self.desk
        where = self.query_one("#where", TopBar)
        name = desk.line(one.loaded.deck.name).replace("::", " › ") if one else ""
        where.left = Content.assemble(
            (_("Inbox"), "bold $text-accent"), (f"  ·  {name}" if name else "", "dim")
        )
        of = _("{number} of {count}").format(number=self._at + 1, count=len(self._cards))
        where.right = Content.styled(of if one else "", "dim")
        self.query_one("#both").set_class(one is None, "-absent")
        self.query_one("#none").set_class(one is not None, "-absent")
        passage = self.query_one("#passage")
        if one is None:
            return
        card = next(one.note.cards())
        self.query_one("#headline", Prose).show(headline(card, desk, revealed=True))
        self.query_one("#note", Prose).show(note_text(one.note, desk))
        self.query_one("#rule", Prose).show(self._rule_told(one.rule))
        self.query_one("#card").scroll_home(animate=False)
        await show_passages(passage, desk, card, one.loaded.deck.name)
        self.before_paint(partial(begin_at_quote, passage))

    def _rule_told(self, rule: str) -> Content:
        """The rule that made the card, and how its cards fared so far."""
        record = self._rules.get(rule)
        told = ""
        if record and record.rate is not None:
            told = _("{accepted} of {decided} accepted ({rate})").format(
                accepted=record.accepted + record.edited, decided=record.decided, rate=f"{record.rate:.0%}"
            )
        waits = counted(record.waiting, "card") if record else ""
        return Content.assemble(
            (_("Rule {rule}").format(rule=self.desk.line(rule)), "dim"),
            (f"  ·  {told}", "dim") if told else "",
            ("  ·  " + _("{cards} waiting").format(cards=waits), "dim") if waits else "",
        )

    async def action_undo(self) -> None:
        """Take the last act back, and show the card that waits again by it."""
        before = {one.note.id for one in self._cards}
        await super().action_undo()
        back = next((at for at, one in enumerate(self._cards) if one.note.id not in before), None)
        if back is not None:
            self._at = back
            await self._show()

    async def action_accept(self) -> None:
        """The card is studied from now on."""
        if self._card:
            await self._decide([self._card], Decision.ACCEPTED)

    async def action_reject(self) -> None:
        """The card is taken out of its deck, for good."""
        if self._card:
            await self._decide([self._card], Decision.REJECTED)

    async def action_accept_rule(self) -> None:
        """All cards of the rule are studied from now on."""
        await self._decide(self._of_the_rule(), Decision.ACCEPTED)

    async def action_reject_rule(self) -> None:
        """All cards of the rule are taken out of their decks, for good."""
        await self._decide(self._of_the_rule(), Decision.REJECTED)

    def _of_the_rule(self) -> list[Waiting]:
        return [one for one in self._cards if self._card and one.rule == self._card.rule]

    async def _decide(self, cards: Iterable[Waiting], decision: Decision) -> None:
        cards = list(cards)
        ids = [one.note.id for one in cards]
        if not ids:
            return
        desk = self.desk
        try:
            files = decided(desk.collection.library, dict.fromkeys(ids, decision))
            edit_own(desk.home, desk.collection.store, files, desk.now())
        except SctuiError as error:
            self.tell(error)
            return
        told = {
            Decision.ACCEPTED: _("{cards} accepted; u takes it back."),
            Decision.EDITED: _("{cards} edited and accepted; u takes it back."),
            Decision.REJECTED: _("{cards} of rule {rule} rejected, not to be made again; u takes it back."),
        }
        rule = self.desk.line(cards[0].rule)
        say(self.app, told[decision].format(cards=counted(len(ids), "card"), rule=rule))
        await self.app.run_action("app.take_in")

    @property
    def note_to_edit(self) -> Note | None:
        """The card that is shown."""
        return self._card.note if self._card else None

    async def note_edited(self, before: Note, /) -> None:
        """A card that was changed is accepted."""
        await self.decks_changed()
        now = self._card
        if now and now.note.id == before.id and now.note != before:
            await self._decide([now], Decision.EDITED)

    async def action_move(self, steps: int) -> None:
        """Another card; this one goes on waiting."""
        self._at = max(0, min(self._at + steps, len(self._cards) - 1))
        await self._show()

    def action_scroll(self, pages: int) -> None:
        """Scroll the passage."""
        passage = self.query_one("#passage")
        passage.scroll_relative(y=pages * max(1, passage.size.height // 2), animate=False)

    def action_leave(self) -> None:
        """Back to the library."""
        self.app.pop_screen()

    async def script_changed(self) -> None:
        """Show the card in the other script."""
        await self._show()
