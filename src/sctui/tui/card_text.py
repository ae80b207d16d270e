"""A card as styled content: where it stands, what it is about, its question, answer and proof."""

from __future__ import annotations

from textual.content import Content

from sctui.model.card import Card, CardType, Source
from sctui.text.printable import printable
from sctui.tui.desk import Desk
from sctui.tui.highlight import answer_places

_ANSWER_IN_QUOTE = "bold $text-success on $success-muted"
_CLOZE_GAP = r"\[[^\[\]\n]*\]"

# how a flag is said, and how grave it is: what a card's flag begins with -> words, style
_FLAGS = {
    "preclinical": ("preclinical", "warning"),
    "hedged": ("not certain", "warning"),
    "doubtful": ("doubtful", "error"),
    "repaired": ("repaired", "accent"),
    "damage": ("damaged", "error"),
    "conflict": ("sources disagree", "error"),
    "orphan": ("no longer in the document", "warning"),
}
_ON_THE_FRONT = frozenset({"preclinical", "orphan"})  # these say nothing about the answer


def headline(card: Card, desk: Desk, *, revealed: bool) -> Content:
    """The titles from the document's first heading down to the card's own, and the badges."""
    path = " › ".join(desk.line(title) for title in card.note.topic)
    return Content.assemble((path, "dim"), "  " if path else "", _badges(card, desk, revealed=revealed))


def _badges(card: Card, desk: Desk, *, revealed: bool) -> Content:
    """The card's kind and flags; what could give the answer away only when it is shown."""
    chips = [_chip(card.note.kind.value, "primary")]
    for flag in card.note.flags:
        name, _, detail = flag.partition(":")
        words, tone = _FLAGS.get(name, (name, "secondary"))
        if name in _ON_THE_FRONT or revealed:
            said = f"{words}: {detail.replace('-', ' ')}" if detail else words
            chips.append(_chip(desk.line(said), tone))
    return Content(" ").join(chips)


def question(card: Card, desk: Desk) -> Content:
    """The front; the gap of a cloze text stands out."""
    content = Content(desk.text(card.front))
    if card.note.type is CardType.CLOZE:
        content = content.highlight_regex(_CLOZE_GAP, style="bold $text-accent")
    return content


def answer(card: Card, desk: Desk) -> Content:
    """The back."""
    return Content(desk.text(card.back))


def quote(card: Card, source: Source) -> Content:
    """The exact words of the source, in the source's own script, with the answer marked in them."""
    shown = printable(source.quote)
    content = Content(shown)
    for start, end in answer_places(printable(card.back), shown):
        content = content.stylize(_ANSWER_IN_QUOTE, start, end)
    return content


def reference(source: Source) -> Content:
    """Document and line."""
    return Content.assemble((printable(source.document), "$text-accent"), (f"  line {source.line}", "dim"))


def _chip(words: str, tone: str) -> Content:
    return Content.styled(f" {words} ", f"$text-{tone} on ${tone}-muted")
