"""A card: topic, badges and question; with the answer also its proof."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content

from sctui.markup.cards import plain_back
from sctui.model.card import Card, CardType, Source
from sctui.study.answer import Checked
from sctui.study.typed_text import wants_typing
from sctui.text.printable import one_line
from sctui.text.script import Script
from sctui.text.typed_number import read_number
from sctui.tui import card_text
from sctui.tui.card_markup import read_line
from sctui.tui.desk import Desk
from sctui.tui.widgets.answer_box import NumberInput, Options
from sctui.tui.widgets.prose import Prose

_QUOTE = "$foreground 85%"
_STAYS = 4  # lines above what is read on


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the answer of a card shows, in a script."""

    card: Card
    script: Script
    back: Content
    proof: Content


class CardView(VerticalScroll, can_focus=False):
    """Shows one card, question only or with the answer; scrolls when it is long."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._ahead: _Answer | None = None

    def compose(self) -> ComposeResult:
        """From the topic down to the proof."""
        yield Prose(name="headline")
        yield Prose(name="front")
        yield NumberInput()
        yield Options()
        with Vertical(id="answer"):
            yield Prose(name="verdict")
            yield Prose(name="back")
            yield Prose(name="proof")
            yield Prose(name="read")

    async def show(self, card: Card, *, revealed: bool, checked: Checked | None = None) -> None:
        """Show a card; with the answer, also what is to be said of the learner's own, if one was given."""
        desk = self._desk
        headline, shown = (
            self.query_one("#headline", Prose),
            card_text.headline(card, desk, revealed=revealed),
        )
        headline.show(shown)
        headline.display = bool(shown)  # a card of one's own often has neither topic nor kind
        self.query_one("#front", Prose).show(card_text.question(card, desk))
        self.query_one("#answer").display = revealed
        if not revealed:
            await self._ask(card)
            self.scroll_home(animate=False, immediate=True)
            return
        await self._settle(card, checked)
        made = self._ahead
        answer = (
            made if made and (made.card, made.script) == (card, desk.settings.script) else self._made(card)
        )
        self.query_one("#back", Prose).show(answer.back)
        self._prove(answer)

    def make_ahead(self, card: Card) -> None:
        """Make what the card's answer will show, while the learner thinks of it."""
        self._ahead = made = self._made(card)
        width, proof = self.query_one("#front").content_size.width, self.query_one("#proof", Prose)
        self.query_one("#back", Prose).foresee(made.back, width)
        proof.foresee(made.proof, width - proof.gutter.width)

    def _made(self, card: Card) -> _Answer:
        return _Answer(
            card, self._desk.settings.script, card_text.answer(card, self._desk), self._proof(card)
        )

    def go_to_answer(self) -> None:
        """Scroll as far down as it takes for the answer to be seen; once it has its place."""
        self.query_one("#answer").scroll_visible(animate=False, immediate=True)

    def _prove(self, answer: _Answer) -> None:
        """Show the sources, and nothing that was read on from them."""
        proof, read = self.query_one("#proof", Prose), self.query_one("#read", Prose)
        proof.show(answer.proof)
        proof.display, read.display = bool(answer.card.note.sources), False
        read.show("")

    def _proof(self, card: Card) -> Content:
        """The sources, all for one widget: each more would be laid out several times."""
        value = plain_back(card)
        told = ((source, value, self._told(card, source)) for source in card.note.sources)
        return Content("\n\n").join(card_text.proof(told, _QUOTE))

    def _told(self, card: Card, source: Source) -> str:
        """When a source appeared, and what kind it is."""
        from sctui.tui.passage import origin  # noqa: PLC0415 -- keeps the first card early

        collection = self._desk.collection
        return self._desk.line(origin(collection, collection.deck_of(card.id), source))

    def read_on(self, lines: Sequence[tuple[int, str]]) -> None:
        """Show more lines of the source, each with its number, beneath what is shown of it."""
        read = self.query_one("#read", Prose)
        seen = read.size.height if read.display else 0
        before = [read.content] if read.display else []
        shown = ((number, read_line(text, one_line)) for number, text in lines)
        more = (Content.assemble((f"{number}  ", "dim"), text) for number, text in shown if text)
        read.show(Content("\n").join((*before, *more)))
        read.display = True
        self.call_after_refresh(self._go_to_read, seen)

    def _go_to_read(self, seen: int) -> None:
        """Scroll to what was read on, below `seen` lines; what stands right above it stays in view."""
        first = self.query_one("#read").region.y - self.region.y + self.scroll_y + seen
        self.scroll_to(y=min(first - _STAYS, self.max_scroll_y), animate=False)

    async def _ask(self, card: Card) -> None:
        """Offer what the card is answered with."""
        await self.query_one(Options).ask(self._options(card))
        typed = self.query_one(NumberInput)
        if card.note.type is CardType.NUMBER:
            number = read_number(card.back)
            typed.ask(self._desk.line(number.unit) if number else "", card.note.tolerance)
        elif wants_typing(card):
            typed.ask_text()
        else:
            typed.put_away()

    async def _settle(self, card: Card, checked: Checked | None) -> None:
        """Set the learner's answer against the right one."""
        self.query_one(NumberInput).put_away()
        options = self.query_one(Options)
        if card.note.type is CardType.CHOICE:
            choices = card.note.choices()
            if not options.children:  # the card is shown again, in another script
                await options.ask(self._options(card))
            options.settle(choices.index(card.back), choices.index(checked.given) if checked else None)
        verdict = self.query_one("#verdict", Prose)
        typed = wants_typing(card)
        verdict.display = checked is not None and (typed or card.note.type is CardType.NUMBER)
        if checked is not None:
            told = card_text.typed_verdict(checked, card, self._desk) if typed else None
            verdict.show(told or card_text.verdict(checked, self._desk))

    def _options(self, card: Card) -> list[Content]:
        if not card.note.options:
            return []
        return [card_text.option(option, card, self._desk) for option in card.note.choices()]
