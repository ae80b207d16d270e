"""Lines as they were printed on pages -> paragraphs: no running heads, no hyphens, no breaks by width."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile
from typing import Protocol

from sctui.documents.line_shapes import BULLET
from sctui.documents.sheet import weight
from sctui.text import literal
from sctui.text.numbering import parse_numbering

_EDGE = 2  # lines at either end of a page that can be a running head or foot
_MOST_EDGE = 6  # and so many that are, one right after another: some programs print both ahead of the text
_OFTEN = 0.3  # share of the pages on which a line stands that is one
_FULL = 0.8  # a line that goes on reaches this share of the usual width
_HALF = 0.5  # and this share when the next begins in the middle of a sentence
_WIDTH_AT = 0.9  # the usual width is that of the line at this share of all, by width
_ENDS = re.compile(r"[。！？!?.:：;；][\"”』」)\]）】\d,]*$")
_PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[-–—·\s]*(?:第\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?(?:\s*[页頁])?[-–—·\s]*",
    re.IGNORECASE,
)
_HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad\u2010]$")
_HAN = re.compile("[\u2e80-\u9fff\uff00-\uffef]")
_MARKED = re.compile(r"#{1,6} |\|")  # headings and rows of tables stand alone
LARGE, SMALL = "\ufdd0", "\ufdd1"  # in front of lines that are printed much larger, or smaller, than the text
_SIZES = LARGE + SMALL
_SPACE = re.compile(r"[ \t\u00a0]+")


class Pages(Protocol):
    """The lines of each page, as often as they are asked for."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[Sequence[str]]: ...


def paragraphs_of(pages: Pages) -> tuple[list[str], list[int]]:
    """Paragraphs with an empty line between, and the line (from 1) with which each page begins.

    A paragraph that runs over the end of a page belongs to the page it begins on; the next page begins with
    the first line behind it. A page without text begins where the next one does. The pages are gone through
    three times, so that no more than one of them need be in memory.
    """
    often = _often_at_edges(pages)
    width = _usual_width(_inner(page, often) for page in pages)
    paper = _Paragraphs()
    starts: list[int] = []
    before = size = ""
    for page in pages:
        starts.append(paper.begun)
        for sized in _inner(page, often):
            line = sized.lstrip(_SIZES)
            if before and sized[: -len(line)] == size and _goes_on(before, line, width):
                paper.go_on(line)
            else:
                paper.begin(line)
            before, size = line, sized[: -len(line)]
    paper.end()
    places = paper.places
    return paper.lines, [places[min(start, len(places) - 1)] if places else 1 for start in starts]


class _Paragraphs:
    """Paragraphs that are put together one after the other."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.places = array("L")  # the line of each paragraph that has ended
        self._parts: list[str] = []  # of the one that has not

    @property
    def begun(self) -> int:
        """How many paragraphs there are, the one that has not ended among them."""
        return len(self.places) + bool(self._parts)

    def begin(self, line: str) -> None:
        """A line that begins a paragraph."""
        self.end()
        self._parts = [line]

    def go_on(self, line: str) -> None:
        """A line that goes on with the paragraph."""
        self._parts[-1:] = _joined(self._parts[-1], line)

    def end(self) -> None:
        """What has begun is whole."""
        if not self._parts:
            return
        paragraph = "".join(self._parts)
        if self.lines and not (paragraph.startswith("|") and self.lines[-1].startswith("|")):
            self.lines.append("")
        self.lines.append(paragraph)
        self.places.append(len(self.lines))
        self._parts = []


def _tidied(page: Iterable[str]) -> list[str]:
    return [line for text in page if (line := _SPACE.sub(" ", text).strip()).strip(_SIZES)]


def _usual_width(pages: Iterable[Iterable[str]]) -> float:
    widths = Counter(weight(line) for page in pages for line in page)
    at, before = int(widths.total() * _WIDTH_AT), 0
    for width, number in sorted(widths.items()):
        before += number
        if before > at:
            return width
    return 0.0


def _often_at_edges(pages: Pages) -> frozenset[int]:
    """The shapes of lines that stand at the edge of many pages, by their hashes: most stand but once."""
    counts: Counter[int] = Counter()
    for page in map(_tidied, pages):
        counts.update({_shape(page[i]) for i in _edges(page, _MOST_EDGE) if "|" not in page[i][:2]})
    least = max(3, _OFTEN * len(pages))
    return frozenset(shape for shape, count in counts.items() if count >= least)


def _edges(page: Sequence[str], most: int = _EDGE) -> set[int]:
    return {*range(min(most, len(page))), *range(max(0, len(page) - most), len(page))}


def _inner(page: Iterable[str], often: frozenset[int]) -> Iterator[str]:
    """The lines of a page without page numbers, and without those that stand at the edge of many pages."""
    lines = _tidied(page)
    around = {i for i, line in enumerate(lines) if _shape(line) in often or _is_number(line)}
    edges = _edges(lines)
    for ends in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        edges.update(islice(takewhile(around.__contains__, ends), _MOST_EDGE))
    yield from (line for i, line in enumerate(lines) if i not in edges or i not in around)


def _is_number(line: str) -> bool:
    return _PAGE_NUMBER.fullmatch(line.lstrip(_SIZES)) is not None


def _shape(line: str) -> int:
    return hash(literal.sub(r"\d+", "#", line.lstrip(_SIZES)))


def _goes_on(line: str, following: str, width: float) -> bool:
    """Whether a paragraph runs from one printed line into the next."""
    if BULLET.match(following) or any(map(_MARKED.match, (line, following))):
        return False
    if _HYPHEN.search(line) and following[:1].islower():
        return True
    if _ENDS.search(line):
        return weight(line) >= width and parse_numbering(following) is None
    inside = following[:1].islower() or (following[:1].isdigit() and parse_numbering(following) is None)
    return weight(line) >= (_HALF if inside else _FULL) * width


def _joined(part: str, line: str) -> tuple[str, str]:
    """The last part of a paragraph and the next, so that they can stand side by side."""
    if _HYPHEN.search(part) and line[:1].islower():
        return part[:-1], line
    if part.endswith("-") or (_HAN.match(part[-1]) and _HAN.match(line)):
        return part, line
    return f"{part} ", line
