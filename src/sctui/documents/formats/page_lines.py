"""Lines as they were printed on pages -> paragraphs: no running heads, no hyphens, no breaks by width."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from sctui.documents.line_shapes import BULLET
from sctui.documents.sheet import weight
from sctui.text.numbering import parse_numbering

_EDGE = 2  # lines at either end of a page that can be a running head or foot
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
_SPACE = re.compile(r"[ \t\u00a0]+")


def paragraphs_of(pages: Sequence[Sequence[str]]) -> tuple[list[str], list[int]]:
    """Paragraphs with an empty line between, and the line (from 1) with which each page begins.

    A paragraph that runs over the end of a page belongs to the page it begins on; the next page begins with
    the first line behind it. A page without text begins where the next one does.
    """
    texts = [[_SPACE.sub(" ", line).strip() for line in page] for page in pages]
    kept = _without_edges([[line for line in page if line] for page in texts])
    widths = sorted(weight(line) for page in kept for line in page)
    width = widths[int(len(widths) * _WIDTH_AT)] if widths else 0.0
    paragraphs: list[list[str]] = []  # each as the parts it is joined from
    starts: list[int] = []
    before = ""
    for page in kept:
        first = len(paragraphs)
        for line in page:
            if before and _goes_on(before, line, width):
                paragraphs[-1][-1:] = _joined(paragraphs[-1][-1], line)
            else:
                paragraphs.append([line])
            before = line
        starts.append(first)
    lines: list[str] = []
    places: list[int] = []  # the line of each paragraph
    for paragraph in map("".join, paragraphs):
        if lines and not (paragraph.startswith("|") and lines[-1].startswith("|")):
            lines.append("")
        lines.append(paragraph)
        places.append(len(lines))
    return lines, [places[min(start, len(places) - 1)] if places else 1 for start in starts]


def _without_edges(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The pages without page numbers, and without lines that stand at the edge of many pages."""
    edges = [{*range(min(_EDGE, len(page))), *range(max(0, len(page) - _EDGE), len(page))} for page in pages]
    counts = Counter(
        shape for page, at in zip(pages, edges, strict=True) for shape in {_shape(page[i]) for i in at}
    )
    often = max(3, _OFTEN * len(pages))
    return [
        [
            line
            for i, line in enumerate(page)
            if i not in at or not (counts[_shape(line)] >= often or _PAGE_NUMBER.fullmatch(line))
        ]
        for page, at in zip(pages, edges, strict=True)
    ]


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", line)


def _goes_on(line: str, following: str, width: float) -> bool:
    """Whether a paragraph runs from one printed line into the next."""
    if BULLET.match(following) or any(map(_MARKED.match, (line, following))):
        return False
    if _HYPHEN.search(line) and following[:1].islower():
        return True
    if _ENDS.search(line):
        return weight(line) >= width and parse_numbering(following) is None
    return weight(line) >= (_HALF if following[:1].islower() else _FULL) * width


def _joined(part: str, line: str) -> tuple[str, str]:
    """The last part of a paragraph and the next, so that they can stand side by side."""
    if _HYPHEN.search(part) and line[:1].islower():
        return part[:-1], line
    if part.endswith("-") or (_HAN.match(part[-1]) and _HAN.match(line)):
        return part, line
    return f"{part} ", line
