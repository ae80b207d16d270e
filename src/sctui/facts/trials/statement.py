"""Sentences of a document, with their clauses, quantities and terms: what frames are made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import TypeVar

from sctui.lexicon.lexicon import Lexicon, Mention
from sctui.lexicon.term import Term, TermKind
from sctui.lexicon.words import Words
from sctui.model.document import Document, Line, LineKind, Span
from sctui.model.quick import quick
from sctui.model.topic import Topic
from sctui.text.match_view import match_view
from sctui.text.quantity import Quantity, QuantityKind, quantities
from sctui.text.sentence import GLUED_PART, Piece, clauses, sentences

_NO_NAMES: Mapping[str, Term] = {}
_TELLING = frozenset({LineKind.PARAGRAPH, LineKind.RUN_IN, LineKind.NUMBERED, LineKind.BULLET})
_BULLET = re.compile(r"\s*(?:[•·●▪◆]|[-*](?!\d))\s*")
_SIGN = re.compile(r"\s*(?:(?P<sign>[※★☆■□◎▲△▶►▍▌❖◇○✓✔])|(?P<ring>[①-⑳]))\s*")
_NUMBER = re.compile(
    r"\s*(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.、．](?!\d)|\d{1,2}(?:\.\d{1,2}){1,3}(?=\s+\D))\s*"
)
_INLINE = re.compile(r"\(\d{1,2}\)\s?|[①-⑳]\s?")
# looked up one after another: a route such as `stem cell transplantation` must not hide the cell in it
_TERMS = ((TermKind.CELL, TermKind.TREATMENT, TermKind.SOURCE), (TermKind.DISEASE,), (TermKind.ROUTE,))
# words about the text itself (`the source says`, `doubtful`): what they stand with is nobody's result
_REMARK = re.compile("存疑|原文|本文|误植|勘误|更正启事|编者|推算|相符|无法查证|数字核对")
_ASKS = re.compile(
    r"\s*[【\[]?(?:[^:,。]{0,6}(?:提问|追问)|问|网友|病友|患者家属|家属|q\d{0,2}|question)[】\]]?\s?:"
)
_RENAMED = re.compile(r"[》”]\s?\([^()]*$")
_BRACKETS = re.compile(r"\([^()]*\)")
_OPEN, _CLOSE = "([{【《〈「『“‘", ")]}】》〉」』”’"
_LEAST_REPEATED, _NEARBY = 16, 2  # characters of a line that is told twice, and lines beside it
_KEPT = 256  # sentences of which it is known what was found in them
_Found = TypeVar("_Found")


@quick
@dataclass(frozen=True, slots=True, eq=False)  # equal to itself alone: see `kept`
class Statement:
    """A sentence. `view` is its match view; every column counts from the start of the line.

    `first` says that it begins its line, `bullet` that the line is an item of a list, `section` is the path
    of headings above it, `broken` that the line begins a numbered item of its own; `words` are the field's;
    `heading` that it is a heading itself, `mark` of which item of a list it begins.
    """

    line: int
    start: int
    text: str
    view: str
    clauses: tuple[Piece, ...]
    quantities: tuple[Quantity, ...]
    mentions: tuple[Mention, ...]
    section: tuple[str, ...]
    first: bool
    bullet: bool
    broken: bool
    words: Words
    heading: bool = False
    mark: str = ""

    @property
    def end(self) -> int:
        """The column behind the sentence."""
        return self.start + len(self.text)

    def raw(self, start: int, end: int) -> str:
        """What stands at columns of the line, as written."""
        return self.text[start - self.start : end - self.start]

    def seen(self, start: int, end: int) -> str:
        """What stands at columns of the line, in the match view."""
        return self.view[start - self.start : end - self.start]

    def span(self, start: int, end: int) -> Span:
        """The place of columns of the line in the document."""
        return Span(self.line, start, end)

    def clause_at(self, column: int) -> Piece:
        """The clause that owns a column."""
        owners = [c for c in self.clauses if c.start <= column < c.end]
        return owners[0] if owners else Piece(self.view, self.start, self.end)

    def titled(self, column: int) -> bool:
        """Whether a column stands inside quotation or title marks."""
        before = self.seen(self.start, column)
        return self.renames(column) or any(
            before.count(a) > before.count(b) for a, b in (("《", "》"), ("“", "”"))
        )

    def renames(self, column: int) -> bool:
        """Whether a column stands in brackets behind a title: that title in another language."""
        before = self.seen(self.start, column)
        return ("》" in before or "”" in before) and bool(_RENAMED.search(before))

    def labels(self, clause: Piece) -> bool:
        """Whether a clause is the label in front of the sentence (`safety: …`), no claim of its own."""
        return clause == self.clauses[0] and self.seen(clause.end, clause.end + 1) == ":"

    def terms(self, *kinds: TermKind) -> list[Mention]:
        """The terms of these kinds, from the left."""
        return [m for m in self.mentions if m.term.kind in kinds]

    def counted(self, *kinds: QuantityKind) -> list[Quantity]:
        """The quantities of these kinds, from the left."""
        return [q for q in self.quantities if q.kind in kinds]


def kept(find: Callable[[Statement], Iterable[_Found]]) -> Callable[[Statement], Sequence[_Found]]:
    """A finder that keeps what it found in the latest sentences: many ask the same of one by turns."""

    @lru_cache(maxsize=_KEPT)
    @wraps(find)
    def found(statement: Statement) -> tuple[_Found, ...]:
        return tuple(find(statement))

    return found


def statements(
    document: Document, tree: Topic, lexicon: Lexicon, own: Mapping[str, Term] = _NO_NAMES
) -> Iterator[Statement]:
    """Every sentence of the lines that tell something, and of headings; no tables, no references.

    `own` are short forms that the document defines.
    """
    terms = tuple(
        lexicon.of(*kinds).naming({name: term for name, term in own.items() if term.kind in kinds})
        for kinds in _TERMS
    )
    again = set(repeated(document.lines))
    for line in document.lines:
        if line.number in again or line.text.count("‖") > 1 or _ASKS.match(match_view(line.text)):
            continue  # who asks tells of one person, and of nobody's study
        if line.kind in _TELLING or line.kind is LineKind.HEADING:
            section = tree.path_of(line.number)
            if not any(_REMARK.search(match_view(title)) for title in section):
                yield from _of_line(line, section, terms, lexicon.words)


def repeated(lines: Sequence[Line]) -> Iterator[int]:
    """The numbers of lines whose text stands in a line nearby as well, as scraped pages often have it."""
    written = [line for line in lines if line.text.strip()]
    for at, line in enumerate(written):
        text = line.text.strip(" ,，;；")
        if line.kind not in _TELLING or len(text) < _LEAST_REPEATED:
            continue
        before, behind = written[max(0, at - _NEARBY) : at], written[at + 1 : at + 1 + _NEARBY]
        if any(text in one.text for one in before) or any(
            text in one.text and len(one.text) > len(line.text) for one in behind
        ):
            yield line.number


def _of_line(
    line: Line, section: tuple[str, ...], terms: tuple[Lexicon, ...], words: Words
) -> Iterator[Statement]:
    view = match_view(line.text)
    bullet = bool(_BULLET.match(view))
    number, sign = _NUMBER.match(view), _SIGN.match(view)
    mark = "-" if bullet else "1" if number else (sign["sign"] or "①") if sign else ""
    first = True
    for piece in sentences(line.text):
        start = piece.start
        if first:
            lead = _BULLET.match(view) or number or sign
            start = max(start, lead.end()) if lead else start
        inline = None if first else _INLINE.match(view, start)
        start = inline.end() if inline else start
        glued = GLUED_PART.match(line.text, start)
        start = glued.end() if glued else start
        text = line.text[start : _before_remark(view, start, piece.end)].rstrip()
        end = start + len(text)
        if not text.strip():
            first = first and bool(number) and piece.end <= start  # `1.`, which is cut off as a sentence
            continue
        part = view[start:end]
        yield Statement(
            line=line.number,
            start=start,
            text=text,
            view=part,
            clauses=tuple(_clauses(part, start)),
            quantities=tuple(_moved(q, start) for q in quantities(text)),
            mentions=tuple(_mentions(line.text, start, end, terms)),
            section=section,
            first=first,
            bullet=bullet,
            broken=bool(first and number and not bullet),
            words=words,
            heading=line.kind is LineKind.HEADING,
            mark=mark if first else "(" if inline else "",
        )
        first = False


def _mentions(line: str, start: int, end: int, terms: tuple[Lexicon, ...]) -> Iterator[Mention]:
    """The terms of a sentence, kind after kind; no disease in a treatment's name (`hepatitis B vaccine`)."""
    given: list[Mention] = []
    for kind in terms:
        for found in kind.mentions_within(line, start, end):
            within = any(
                one.start <= found.start and found.end <= one.end and one.term is not found.term
                for one in given
                if one.end - one.start > found.end - found.start
            )
            if found.term.kind is TermKind.TREATMENT:
                given.append(found)
            elif found.term.kind is TermKind.DISEASE and within:
                continue
            yield Mention(found.start + start, found.end + start, found.term)


def _before_remark(view: str, start: int, end: int) -> int:
    """Where a sentence ends, or the clause begins that speaks of the text and not of its subject."""
    if not _REMARK.search(view, start, end):
        return end
    for clause in _clauses(view[start:end], start):
        if _REMARK.search(_BRACKETS.sub("", clause.text)):
            return clause.start
    return end


def _clauses(view: str, offset: int) -> Iterator[Piece]:
    """Clauses without their closing mark; a colon outside brackets separates as a comma does."""
    for clause in clauses(view):
        start, depth = clause.start, 0
        parts = ":" in clause.text
        for i in range(clause.start, clause.end) if parts else ():
            if view[i] in _OPEN:
                depth += 1
            elif view[i] in _CLOSE:
                depth = max(0, depth - 1)
            elif (
                view[i] == ":"
                and depth == 0
                and not (view[i + 1 : i + 2].isdigit() and view[start:i][-1:].isdigit())
            ):
                yield from _trimmed(view, start, i, offset)
                start = i + 1
        yield from _trimmed(view, start, clause.end, offset)


def _trimmed(view: str, start: int, end: int, offset: int) -> Iterator[Piece]:
    while start < end and view[start] in " \t":
        start += 1
    while end > start and view[end - 1] in " \t,，。.;；:!！？?":
        end -= 1
    if end > start:
        yield Piece(view[start:end], start + offset, end + offset)


def _moved(quantity: Quantity, by: int) -> Quantity:
    return Quantity(
        quantity.kind,
        quantity.start + by,
        quantity.number + by,
        quantity.end + by,
        quantity.low,
        quantity.high,
        quantity.damaged,
    )
