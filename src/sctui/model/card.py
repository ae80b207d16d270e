"""What is asked: notes as they stand in a deck's YAML, and the cards that come out of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from sctui.model.quick import quick

_GAP = re.compile(r"\{\{c(?P<number>\d+)::(?P<answer>.*?)(?:::(?P<hint>.*?))?\}\}", re.DOTALL)
REVERSED = "reversed"  # what stands behind the `#` of the id of a reversible note's second card
CORE = "core"  # the tag of what a learner gets first


def gaps(text: str) -> Iterator[re.Match[str]]:
    """The gaps of a cloze text, as matches with the groups `number`, `answer` and `hint` (or None)."""
    return _GAP.finditer(text)


def gap_at(text: str, at: int) -> re.Match[str] | None:
    """The gap that begins at an offset of a cloze text."""
    return _GAP.match(text, at)


def filled(text: str) -> str:
    """A cloze text as it reads with all its gaps filled."""
    return _GAP.sub(lambda gap: gap["answer"], text)


def asking_gap(text: str, number: int) -> str:
    """A cloze text that asks for the gaps of one number; the others are filled."""
    return _asking(text, gaps(text), number)


def _asking(text: str, found: Iterable[re.Match[str]], number: int) -> str:
    pieces, at = [], 0
    for gap in found:
        shown = f"[{gap['hint'] or '…'}]" if int(gap["number"]) == number else gap["answer"]
        pieces += [text[at : gap.start()], shown]
        at = gap.end()
    return "".join((*pieces, text[at:]))


def _numbers(found: Iterable[re.Match[str]]) -> list[int]:
    """The numbers of gaps, each once, in their order."""
    return sorted({int(gap["number"]) for gap in found})


class CardKind(StrEnum):
    """What a card is about."""

    MECHANISM = "mechanism"
    TRIAL = "trial"
    COMPARISON = "comparison"
    TERM = "term"
    FIGURE = "figure"
    NOTE = "note"


class Markup(StrEnum):
    """How the text of a card is read."""

    MARKDOWN = "markdown"
    PLAIN = "plain"  # as it is typed


class CardType(StrEnum):
    """How a card asks."""

    BASIC = "basic"
    CLOZE = "cloze"
    NUMBER = "number"  # the learner types a number
    CHOICE = "choice"  # the learner picks one of several answers
    REVERSIBLE = "reversible"  # asked in both directions


@quick
@dataclass(frozen=True, slots=True)
class Source:
    """The proof of a card: the document's file name, the line (from 1) and the exact words in that line."""

    document: str
    line: int
    quote: str


@dataclass(frozen=True, slots=True)
class Reverse:
    """The same knowledge asked the other way round: another question, and its answer."""

    front: str
    back: str


@quick
@dataclass(frozen=True, slots=True)
class Card:
    """One thing asked. `id` is the note's id; gap n of a cloze note has `#n` behind it, the second direction
    of a reversible note `#reversed`. Cards of one note are siblings.
    """

    id: str
    note: Note
    front: str
    back: str


@quick
@dataclass(frozen=True, slots=True)
class Note:
    """One entry of a deck: a question with its answer, or a text with gaps (`{{c1::answer::hint}}`).

    Args:
        id: unique in the library.
        kind: what it is about.
        topic: the headings it stands under, from the outside in.
        front: the question; empty for a text with gaps.
        back: the answer; of a number card, the value with its unit (`约30%`, `1×10^6/kg`).
        text: the text with gaps; empty for all other types.
        sources: the proof.
        flags: what a learner must know of the claim (`preclinical`, `repaired:…`).
        tags: words to find it by; `core` is what a learner gets first.
        tolerance: makes a number card: how far a typed number may be off, as a number or a share (`5%`).
        options: makes a choice card: wrong answers.
        reverse: makes a reversible card: the question and answer of the other direction.
        markup: whether the texts are Markdown, or shown as they are typed.
        rule: the template it was made by, while it is being made; it stands in no deck.
    """

    id: str
    kind: CardKind = CardKind.NOTE
    topic: tuple[str, ...] = ()
    front: str = ""
    back: str = ""
    text: str = ""
    sources: tuple[Source, ...] = ()
    flags: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    tolerance: str = ""
    options: tuple[str, ...] = ()
    reverse: Reverse | None = None
    markup: Markup = Markup.MARKDOWN
    rule: str = field(default="", compare=False)

    @property
    def type(self) -> CardType:
        """How the note asks: what it holds decides."""
        if self.text:
            return CardType.CLOZE
        if self.tolerance:
            return CardType.NUMBER
        if self.options:
            return CardType.CHOICE
        return CardType.REVERSIBLE if self.reverse else CardType.BASIC

    @property
    def is_turned(self) -> bool:
        """Whether its second direction asks in the words of the first."""
        return self.reverse == Reverse(self.back, self.front)

    def cards(self) -> Iterator[Card]:
        """The cards of the note: one, two of a reversible note, one for each gap number of a cloze text."""
        if not self.text:
            yield Card(self.id, self, self.front, self.back)
            if self.reverse:
                yield Card(f"{self.id}#{REVERSED}", self, self.reverse.front, self.reverse.back)
            return
        found = list(gaps(self.text))
        for number in _numbers(found):
            hidden = " / ".join(gap["answer"] for gap in found if int(gap["number"]) == number)
            yield Card(f"{self.id}#{number}", self, _asking(self.text, found, number), hidden)

    def card_ids(self) -> tuple[str, ...]:
        """The ids of its cards, in their order."""
        if self.text:
            return tuple(f"{self.id}#{number}" for number in _numbers(gaps(self.text)))
        return (self.id, f"{self.id}#{REVERSED}") if self.reverse else (self.id,)

    def choices(self) -> tuple[str, ...]:
        """The right answer among the wrong ones, always in the same order for the same note.

        The place of the right answer follows from a hash, so that it tells nothing; an option that is added
        or taken away leaves the order of the others as it was.
        """
        import hashlib  # noqa: PLC0415 -- loads OpenSSL; only choice cards need it

        def place(option: str) -> bytes:
            return hashlib.sha256(f"{self.id}\x1f{option}".encode("utf-8", "replace")).digest()

        return tuple(sorted((self.back, *self.options), key=place))
