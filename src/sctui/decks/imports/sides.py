"""Markdown -> drafts, where a line of `---` parts the sides of a card (Mochi).

A card is a whole file there. Where a file holds more, each begins with a heading, or `===` stands between.
The first side is the question, the others are its answer. What has no line of `---` is a topic if it is a
heading, and else passed over; but a heading that is a question has its answer below, as everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sctui.decks.imports.draft import Draft, Drafted
from sctui.decks.imports.markdown_lines import HEADING, QUESTION_MARKS, RULE, opens_code, passed_over, plain
from sctui.errors import DeckError
from sctui.i18n import _

_BETWEEN = re.compile(r"={3,}\s*")
_QUESTION_AND_ANSWER = 2


@dataclass(slots=True)
class _Part:
    """The lines up to the next heading or `===`: numbered, in sides. Level 0: no heading."""

    level: int
    title: str
    line: int
    bounded: bool
    sides: list[list[tuple[int, str]]] = field(default_factory=lambda: [[]])

    def card(self) -> tuple[str, str] | None:
        """Question and answer, where it has both; what a heading asks is answered before any `---`."""
        title, first = plain([self.title]), _said(self.sides[0])
        others = [text for text in map(_said, self.sides[1:]) if text]
        if title.endswith(QUESTION_MARKS) and first:
            return title, first
        front = "\n\n".join(text for text in (title, first) if text)
        return (front, "\n\n".join(others)) if front and others else None

    def unclear(self) -> bool:
        """Whether it has more than a question and an answer, and nothing says that it is one card."""
        return not self.bounded and sum(bool(_said(side)) for side in self.sides) > _QUESTION_AND_ANSWER

    def over(self) -> list[int]:
        """Where its text became part of no card."""
        card = self.card()
        if card and card != (plain([self.title]), _said(self.sides[0])):
            return []
        sides = self.sides[1:] if card else self.sides
        return [number for side in sides for number, line in side if line.strip()]


def read_sides(lines: list[tuple[int, str]], file: str) -> Drafted:
    """The cards in the numbered lines of a file; `file` is how messages name it."""
    drafted = Drafted()
    topic: list[tuple[int, str]] = []
    over: list[int] = []
    for part in _parts(lines):
        if part.level:
            topic = [one for one in topic if one[0] < part.level]
        card = part.card()
        if part.unclear():
            drafted.faults.append(_unclear(part, file))
        elif card:
            names = tuple(title for _level, title in topic)
            drafted.put(Draft(part.line, front=card[0], back=card[1], topic=names), file)
        elif len(part.sides) == 1:
            topic += ((part.level, one.strip()) for one in plain([part.title]).split(" / ") if one.strip())
        over += part.over()
    drafted.left_out += passed_over(over)
    return drafted


def _said(side: list[tuple[int, str]]) -> str:
    return plain([line for _number, line in side])


def _unclear(part: _Part, file: str) -> DeckError:
    return DeckError(
        _("`---` parts {sides} texts here: which are questions?").format(sides=len(part.sides)),
        file=file,
        line=part.line,
        hint=_("begin each card with a heading, or put a line of `===` between cards"),
    )


def _parts(lines: list[tuple[int, str]]) -> Iterator[_Part]:
    part = _Part(0, "", 0, bounded=False)
    fenced = False
    for number, line in lines:
        fenced ^= opens_code(line)
        heading = None if fenced else HEADING.fullmatch(line)
        if heading or (not fenced and _BETWEEN.fullmatch(line)):
            if not heading:
                part.bounded = True
            yield part
            level, title = (len(heading[1]), heading[2]) if heading else (0, "")
            part = _Part(level, title, number if heading else 0, bounded=True)
        elif not fenced and RULE.fullmatch(line):
            part.sides.append([])
        else:
            part.line = part.line or (number if line.strip() else 0)
            part.sides[-1].append((number, line))
    yield part
