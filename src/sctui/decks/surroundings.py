"""Where in its document a card's evidence stands, told by the lines around it.

By them a card is known whose own line was reworded: they are still there, and so is its answer.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from sctui.decks.anchor import words
from sctui.decks.sidecar import short_hash
from sctui.model.card import CardKind, Note
from sctui.model.document import Document

BESIDE = 6  # characters for each of these lines
NO_LINE = "-" * BESIDE  # beyond the ends of the document
# the line before, the one behind, and those beyond them, should these be reworded too
_STEPS = (-1, 1, -2, 2)
Surroundings = Callable[[Note], str]


def nowhere(_note: Note) -> str:
    """What is known of the surroundings of cards whose document nobody has."""
    return ""


def surroundings(document: Document) -> Surroundings:
    """What gives hashes of the lines around the evidence of a note, each with the note's kind.

    Lines without a word do not count.
    """

    def near(line: int, step: int) -> str:
        """The words of a line so many lines further on; empty beyond the ends of the document."""
        at, direction, left = line - 1, 1 if step > 0 else -1, abs(step)
        found = ""
        while left and 0 <= (at := at + direction) < len(document.lines):
            found = words(document.lines[at].text)
            left -= bool(found)
        return "" if left else found

    @cache  # many cards of one kind stand in one line
    def around(line: int, kind: CardKind) -> str:
        found = (near(line, step) for step in _STEPS)
        return "".join(short_hash(f"{kind.value}\n{text}", BESIDE) if text else NO_LINE for text in found)

    def beside(note: Note) -> str:
        line = next((source.line for source in note.sources if source.document == document.name), 0)
        return around(line, note.kind) if line else ""

    return beside
