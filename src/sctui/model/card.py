"""What is asked: notes as they stand in a deck's YAML, and the cards that come out of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_GAP = re.compile(r"\{\{c(?P<number>\d+)::(?P<answer>.*?)(?:::(?P<hint>.*?))?\}\}", re.DOTALL)


def gaps(text: str) -> Iterator[re.Match[str]]:
    """The gaps of a cloze text, as matches with the groups `number`, `answer` and `hint` (or None)."""
    return _GAP.finditer(text)


class CardKind(StrEnum):
    """What a card is about."""

    MECHANISM = "mechanism"
    TRIAL = "trial"
    COMPARISON = "comparison"
    TERM = "term"
    FIGURE = "figure"
    NOTE = "note"


class CardType(StrEnum):
    """How a card asks."""

    BASIC = "basic"
    CLOZE = "cloze"


@dataclass(frozen=True, slots=True)
class Source:
    """The proof of a card: the document's file name, the line (from 1) and the exact words in that line."""

    document: str
    line: int
    quote: str


@dataclass(frozen=True, slots=True)
class Card:
    """One thing asked. `id` is the note's id, with `#n` behind it for gap n of a cloze note."""

    id: str
    note: Note
    front: str
    back: str


@dataclass(frozen=True, slots=True)
class Note:
    """One entry of a deck: a question with its answer, or a text with gaps (`{{c1::answer::hint}}`)."""

    id: str
    kind: CardKind = CardKind.NOTE
    topic: tuple[str, ...] = ()
    front: str = ""
    back: str = ""
    text: str = ""
    sources: tuple[Source, ...] = ()
    flags: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def type(self) -> CardType:
        """Cloze when the note has a text with gaps."""
        return CardType.CLOZE if self.text else CardType.BASIC

    def cards(self) -> Iterator[Card]:
        """The cards of the note: one, or one for each gap number of a cloze text."""
        if not self.text:
            yield Card(self.id, self, self.front, self.back)
            return
        for number in sorted({int(gap["number"]) for gap in _GAP.finditer(self.text)}):
            yield Card(f"{self.id}#{number}", self, self._with_gap(number), " / ".join(self._hidden(number)))

    def _hidden(self, number: int) -> list[str]:
        return [gap["answer"] for gap in _GAP.finditer(self.text) if int(gap["number"]) == number]

    def _with_gap(self, number: int) -> str:
        def shown(gap: re.Match[str]) -> str:
            if int(gap["number"]) == number:
                return f"[{gap['hint'] or '…'}]"
            return gap["answer"]

        return _GAP.sub(shown, self.text)
