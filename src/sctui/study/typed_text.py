"""Text that a learner types, compared with the answer: blind to script, width, case and punctuation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from sctui.model.card import Card, CardType
from sctui.study.answer import Checked, Verdict, same_text
from sctui.text.match_view import match_view

TYPED = "typed"  # the tag of a card that asks for its answer to be typed
_CLOSE = 0.8  # the share of characters that agree, from which an answer is close


class Part(StrEnum):
    """What a piece of a comparison is."""

    SAME = "same"
    MISSING = "missing"  # stands in the answer alone
    EXTRA = "extra"  # was typed, and does not stand in the answer


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a comparison."""

    part: Part
    text: str


def wants_typing(card: Card) -> bool:
    """Whether the answer is to be typed: the card has the tag `typed`, and one question with one answer."""
    return TYPED in card.note.tags and card.note.type not in (CardType.NUMBER, CardType.CHOICE)


def check_text(card: Card, typed: str) -> Checked:
    """Compare typed text with the back of a card."""
    if same_text(typed, card.back):
        return Checked(Verdict.EXACT, typed)
    alike = _matcher(typed, card.back).ratio()
    return Checked(Verdict.CLOSE if alike >= _CLOSE else Verdict.WRONG, typed)


def difference(typed: str, answer: str) -> Iterator[Piece]:
    """The answer with what is missing in the typed text, and what was typed besides, in their order."""
    for kind, start, end, other_start, other_end in _matcher(typed, answer).get_opcodes():
        if kind == "equal":
            yield Piece(Part.SAME, answer[other_start:other_end])
            continue
        if end > start:
            yield Piece(Part.EXTRA, typed[start:end])
        if other_end > other_start:
            yield Piece(Part.MISSING, answer[other_start:other_end])


def _matcher(typed: str, answer: str) -> SequenceMatcher[str]:
    """Compares character by character; the match view keeps the length of a text."""
    return SequenceMatcher(None, match_view(typed).casefold(), match_view(answer).casefold(), autojunk=False)
