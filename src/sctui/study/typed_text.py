"""Text that a learner types, compared with the answer: blind to script, width, case and punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from sctui.model.card import Card, CardType
from sctui.study.answer import Checked, Verdict, same_text
from sctui.text.match_view import match_view

TYPED = "typed"  # the tag of a card that asks for its answer to be typed
_GLOSS = re.compile(
    r"([^，。；：、？！,;:?!（）()\s]+(?: [^，。；：、？！,;:?!（）()\s]+)*)\s?[（(]([^（）()]+)[)）]"
)
_SHORT = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Za-z][A-Za-z0-9αβγ/-]{1,11}")  # an abbreviation
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
    """Compare typed text with the back of a card, or with what the card says in other letters."""
    if any(same_text(typed, answer) for answer in (card.back, *_called_otherwise(card))):
        return Checked(Verdict.EXACT, typed)
    alike = _matcher(typed, card.back).ratio()
    return Checked(Verdict.CLOSE if alike >= _CLOSE else Verdict.WRONG, typed)


def _called_otherwise(card: Card) -> Iterator[str]:
    """Names that card or quote give for the answer: `MSC` for `间充质干细胞（MSC）`, and the reverse."""
    for name, short in _GLOSS.findall(card.back):
        if same_text(card.back, name + short) and _SHORT.fullmatch(short):
            yield from (name, short)
    for text in (card.front, *(source.quote for source in card.note.sources)):
        for name, short in _GLOSS.findall(text):
            if not _SHORT.fullmatch(short):
                continue
            for full in _full_names(name, short):
                if same_text(card.back, short):
                    yield full
                elif same_text(card.back, full):
                    yield short


def _full_names(name: str, short: str) -> Iterator[str]:
    """The name as it stands before its short form, and its last words where these begin with its letters."""
    yield name
    words = name.split()
    for start in range(1, len(words)):
        if "".join(word[0] for word in words[start:]).casefold() == short.casefold():
            yield " ".join(words[start:])


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
