"""A document as it stands: immutable lines, their classes, and the places where text was lost."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count, zip_longest
from typing import overload

from sctui.model.language import Language
from sctui.model.quick import quick
from sctui.model.reference import Reference

__all__ = ["Damage", "Document", "Language", "Line", "LineKind", "Lines", "Piece", "Reference", "Span"]


class LineKind(StrEnum):
    """What a line is for a reader of the document."""

    BLANK = "blank"
    FRONT_MATTER = "front-matter"
    HEADING = "heading"
    RUN_IN = "run-in"  # a label and its text on one line: `label: text`, `1. label: text`
    NUMBERED = "numbered"
    BULLET = "bullet"
    TABLE_ROW = "table-row"  # or one cell, where a table was flattened to one cell a line
    TABLE_RULE = "table-rule"  # |---|---|
    CAPTION = "caption"
    BYLINE = "byline"
    REFERENCE = "reference"
    ABBREVIATIONS = "abbreviations"  # `RA, long name; MS, long name`
    BOILERPLATE = "boilerplate"
    RECORD = "record"  # a JSON record around the text
    REPEATED = "repeated"  # says again what another line says in full
    PARAGRAPH = "paragraph"

    @property
    def carries_facts(self) -> bool:
        """Whether cards may be made from a line of this kind."""
        return self in _CARRIES_FACTS


_CARRIES_FACTS = frozenset(
    {
        LineKind.RUN_IN,
        LineKind.NUMBERED,
        LineKind.BULLET,
        LineKind.TABLE_ROW,
        LineKind.ABBREVIATIONS,
        LineKind.PARAGRAPH,
        LineKind.HEADING,
    }
)


@quick
@dataclass(frozen=True, slots=True)
class Span:
    """A place in a document: line from 1, columns in characters, `start` inclusive, `end` exclusive."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Where a line of the document begins in a paragraph: at column `at` stands its column `start`."""

    at: int
    line: int
    start: int


@dataclass(frozen=True, slots=True)
class Damage:
    """A place where characters were lost or changed before the text reached us.

    `kind` is the class (`lost-exponent`, `flattened-exponent`, `mojibake`, `lost-sign`, `stray-mark`, …);
    `rule` the rule that found it (`D1` … in docs); `repair` what should stand there, when that is proved;
    `safe` whether the repair is shown (always with a mark) or only proposed.
    """

    span: Span
    kind: str
    rule: str
    repair: str | None = None
    safe: bool = False

    @property
    def flag(self) -> str:
        """How a card that touches this place is flagged."""
        return f"repaired:{self.kind}" if self.safe else f"damage:{self.kind}"


@quick
@dataclass(frozen=True, slots=True)
class Line:
    """One decoded line, exactly as it stands (without its line break), and its class."""

    number: int
    text: str
    kind: LineKind


class Lines(Sequence[Line]):
    """The lines of a document: texts and classes, from which each `Line` is made when it is asked for.

    Lines kept as objects would take more memory than the text of a document whose lines are short.
    """

    __slots__ = ("_kinds", "_texts")

    def __init__(self, texts: Iterable[str], kinds: Iterable[LineKind]) -> None:
        self._texts = tuple(texts)
        self._kinds = tuple(kinds)

    def __len__(self) -> int:
        return len(self._texts)

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Line, ...]: ...
    def __getitem__(self, index: int | slice) -> Line | tuple[Line, ...]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        at = index if index >= 0 else len(self) + index
        return Line(at + 1, self._texts[index], self._kinds[index])

    def __iter__(self) -> Iterator[Line]:
        return map(Line, count(1), self._texts, self._kinds)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Lines):
            return (self._texts, self._kinds) == (other._texts, other._kinds)
        return tuple(self) == other

    def __hash__(self) -> int:
        return hash((self._texts, self._kinds))

    def __repr__(self) -> str:
        return f"Lines({list(self)!r})"


@dataclass(frozen=True, slots=True)
class Document:
    """A decoded document.

    `name` is the file name, `sha256` the hash of the file's bytes, `metadata` what the document says of
    itself (title, deck, authors, journal, doi, date, url …), as text. `pages` holds the first line of each
    page of a document that has pages. `references` are the entries of its reference lists, in their order.
    `joined` says of what lines its paragraphs are, where lines broken by their width were put together.
    """

    name: str
    sha256: str
    language: Language
    lines: Sequence[Line]
    damage: tuple[Damage, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)
    encoding: str = "utf-8"
    pages: tuple[int, ...] = ()
    references: tuple[Reference, ...] = ()
    joined: Mapping[int, tuple[Piece, ...]] = field(default_factory=dict)
    _damaged: dict[int, list[Damage]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        damaged: dict[int, list[Damage]] = {}
        for one in self.damage:
            damaged.setdefault(one.span.line, []).append(one)
        object.__setattr__(self, "_damaged", damaged)

    def reference(self, number: int) -> Reference | None:
        """The entry that `[number]` cites: the first with this number; None when no list has it."""
        return next((entry for entry in self.references if entry.number == number), None)

    def page_of(self, line: int) -> int | None:
        """The page, from 1, on which a line begins; None without pages, and for lines before the first."""
        return bisect_right(self.pages, line) or None

    def text(self, span: Span) -> str:
        """What stands at `span`."""
        return self.lines[span.line - 1].text[span.start : span.end]

    def pieces(self, span: Span) -> tuple[tuple[Span, str], ...]:
        """The places of `span` in the lines as they stand in the file, one a line, with what stands there."""
        parts = self.joined.get(span.line)
        if parts is None:
            return ((span, self.text(span)),)
        found: list[tuple[Span, str]] = []
        text = self.lines[span.line - 1].text
        for part, behind in zip_longest(parts, parts[1:]):
            begin, end = max(span.start, part.at), min(span.end, behind.at if behind else len(text))
            quote = text[begin:end].rstrip() if behind else text[begin:end]
            if quote.strip():
                first = begin - part.at + part.start
                found.append((Span(part.line, first, first + len(quote)), quote))
        return tuple(found) or ((Span(parts[0].line, 0, 0), ""),)

    def in_paragraph(self, line: int, column: int) -> tuple[int, int]:
        """Where a place of a line as it stands in the file is in its paragraph."""
        for first, parts in self.joined.items():
            for part in parts:
                if part.line == line:
                    return first, max(0, part.at + column - part.start)
        return line, column

    def damage_at(self, span: Span) -> tuple[Damage, ...]:
        """The damaged places that `span` touches; in the order of `damage`."""
        damaged = self._damaged.get(span.line)
        if damaged is None:
            return ()
        return tuple(one for one in damaged if one.span.start < span.end and span.start < one.span.end)
