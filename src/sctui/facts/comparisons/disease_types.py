"""Two types of one disease side by side: `1型糖尿病…体型消瘦…。2型糖尿病…体脂含量高,起病缓慢`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.document import Document, Line, LineKind, Span
from sctui.model.fact import Fact, FactKind
from sctui.text.match_view import match_view
from sctui.text.sentence import Piece, clauses, sentences

# before anything is looked up: two sentences of a line that begin with a type
_TYPES = re.compile(
    r"^[^。]{0,12}[型性][^。]*。\s?[^。]{0,12}[型性]|。\s?[^。,，]{1,10}[型性][^。]*。\s?[^。,，]{1,10}[型性]"
)
_LEAST_SHARED = 2  # characters at the end of both names
_OF_THEM = re.compile(r"(?:[其而则且]|患者|病人|病情|一般|通常|多|往往|the patients|patients)*")
_HOW = r"(?:多|常|较为?|更|相对|通常|往往|比较|很)*"
_DEGREE = (
    r"(?:消瘦|肥胖|偏[胖瘦高低]|正常|缓慢|急骤?|急剧|隐匿|迅速|不?典型|良好|不良|[高低好差快慢轻重长短]|明显|隐袭|凶险"
    r"|(?:隐匿|明显|轻微)?不?典型)"
)


def find_disease_types(document: Document, lexicon: Lexicon) -> Iterator[Fact]:
    """Facts of the slot `of-type` (`体型消瘦`) of types side by side."""
    diseases = lexicon.of(TermKind.DISEASE)
    for line in document.lines:
        if not line.kind.carries_facts or line.kind in {LineKind.TABLE_ROW, LineKind.HEADING}:
            continue
        if not _TYPES.search(line.text):
            continue
        told = [
            (piece, mention.end)
            for piece in sentences(line.text)
            if (mention := diseases.leading(piece.text))
        ]
        for (one, a), (other, b) in pairwise(told):
            if one.end == other.start and _are_types(one.text[:a], other.text[:b]):
                yield from _told(line, one, a, lexicon)
                yield from _told(line, other, b, lexicon)


def _are_types(one: str, other: str) -> bool:
    """Whether two names differ in what stands before the same noun."""
    a, b = match_view(one), match_view(other)
    shared = 0
    while shared < min(len(a), len(b)) and a[-1 - shared] == b[-1 - shared]:
        shared += 1
    return a != b and _LEAST_SHARED <= shared < min(len(a), len(b))


def _told(line: Line, sentence: Piece, named: int, lexicon: Lexicon) -> Iterator[Fact]:
    """What a type's sentence, with its name before the column `named`, tells of it."""
    attribute = lexicon.words.pattern(rf"(?P<m><:course>)(?P<v>{_HOW}{_DEGREE})")
    for clause in clauses(sentence.text, sentence.start):
        view = match_view(clause.text).rstrip(",;。 ")
        start = named if clause.start == sentence.start else 0
        lead = _OF_THEM.match(view, start)
        found = attribute.fullmatch(view, lead.end() if lead else start)
        if found is None:
            continue
        left, right = (clause.start + at for at in found.span())
        yield Fact(
            FactKind.COMPARISON,
            "of-type",
            f"{sentence.text[:named]}患者",
            line.text[left:right],
            Span(line.number, sentence.start, right),
            Span(line.number, left, right),
            measure=clause.text[slice(*found.span("m"))],
        )
