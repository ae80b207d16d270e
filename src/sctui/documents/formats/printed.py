"""Lines as a PDF prints them: their fonts, which tell headings, and their places, which tell tables."""

from __future__ import annotations

import re
import zlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, groupby, repeat
from typing import TYPE_CHECKING

from sctui.documents.bylines import is_byline
from sctui.documents.formats.page_lines import LARGE, SMALL
from sctui.documents.sheet import weight

if TYPE_CHECKING:
    from pypdf import PageObject

_BOLD = re.compile(r"bold|black|heavy|semibold|simhei|黑", re.IGNORECASE)
_LARGER = 1.08  # a heading's font is larger than the text's by this factor, or bold where the text is not
_OTHER = 1.2  # and what differs by this one belongs to another paragraph: a title, authors, a note
_LONGEST = 60.0  # weight of the longest line of a heading
_MOST = 0.4  # share of the lines that can be headings
_LEAST = 2  # headings besides the title that show that headings have a font of their own
_DEEPEST = 6
_ENDS = re.compile(r"[。；;，,、.!！]$")
_SAME_LINE = 2.0  # points by which the cells of a row may differ in height
_SAME_COLUMN = 6.0  # and those of a column at their left edge
_LEAST_ROWS = 3
_LEAST_LINES = 6  # rows from which columns can be told to be running text
_NARROWEST = 12.0  # weight of the widest line of such a column, at least
_FULL, _MOST_FULL = 0.8, 0.6  # its lines reach this share of the widest, this share of them


Font = tuple[float, bool]  # size in points, whether bold


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed at one place of a page, in one font; `x` and `y` in points."""

    text: str
    font: Font
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """The lines of a page in the order of reading, kept small: the text packed, each font with a number."""

    packed: bytes
    runs: tuple[tuple[Font, int], ...]

    @classmethod
    def of(cls, lines: Sequence[tuple[str, Font]]) -> PrintedPage:
        """A page of these lines, which have no line feeds in them."""
        runs = tuple((font, len(list(run))) for font, run in groupby(font for _, font in lines))
        text = "\n".join(text for text, _ in lines)
        return cls(zlib.compress(text.encode(errors="surrogatepass"), level=1), runs)

    def lines(self) -> Iterator[tuple[str, Font]]:
        """Each line with its font."""
        if self.runs:
            text = zlib.decompress(self.packed).decode(errors="surrogatepass")
            fonts = (font for font, number in self.runs for font in repeat(font, number))
            yield from zip(text.split("\n"), fonts, strict=True)


def printed_page(page: PageObject) -> PrintedPage:
    """The lines of a page in the order of reading, each with its font; tables as rows of Markdown."""
    parts: list[Printed] = []

    def see(
        text: str, cm: Sequence[float], tm: Sequence[float], font: Mapping[str, object] | None, size: float
    ) -> None:
        if text:
            name = str(font.get("/BaseFont", "")) if font else ""
            x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[2]) or 1.0
            parts.append(Printed(text, _font(round(size * scale, 1), bool(_BOLD.search(name))), x, y))

    page.extract_text(visitor_text=see)
    return PrintedPage.of([(line.text, line.font) for line in _with_tables(list(_lines(parts)))])


@cache
def _font(size: float, bold: bool) -> Font:
    """A font, kept once for all lines that are printed in it."""
    return size, bold


def _lines(parts: Sequence[Printed]) -> Iterator[Printed]:
    """Cut what was printed with one font each into lines; a line has the font of most of its letters."""
    line: list[Printed] = []
    for part in parts:
        for number, text in enumerate(part.text.split("\n")):
            if number:
                yield _line(line)
                line = []
            if text:
                line.append(Printed(text, part.font, part.x, part.y))
    if line:
        yield _line(line)


def _line(parts: Sequence[Printed]) -> Printed:
    if not parts:
        return Printed("", _font(0.0, bold=False))
    main = max(parts, key=lambda part: len(part.text.strip()))
    return Printed("".join(part.text for part in parts), main.font, parts[0].x, parts[0].y)


@dataclass(frozen=True, slots=True)
class MarkedPages:
    """The lines of each page, headings with `#` by the rank of their fonts; made each time they are read."""

    pages: Sequence[PrintedPage]
    levels: Mapping[Font, int]
    body: float = 0.0  # the size of the text; 0: not known

    @classmethod
    def of(cls, pages: Sequence[PrintedPage]) -> MarkedPages:
        """The pages with the levels that the fonts of all of them tell."""
        letters: Counter[float] = Counter()
        for text, font in _filled(pages):
            letters[font[0]] += len(text)
        body = letters.most_common(1)[0][0] if letters else 0.0
        return cls(pages, _levels(pages), body)

    def __len__(self) -> int:
        return len(self.pages)

    def __iter__(self) -> Iterator[list[str]]:
        for number, page in enumerate(self.pages):
            lines = list(page.lines())
            others = _around_title(lines, self.levels) if not number else frozenset()
            marked = _marked(lines, self.levels, others)
            yield [line if line.startswith("#") else f"{self._size(font)}{line}" for line, font in marked]

    def _size(self, font: Font) -> str:
        if not self.body or 1 / _OTHER <= font[0] / self.body <= _OTHER:
            return ""
        return LARGE if font[0] > self.body else SMALL


def _levels(pages: Sequence[PrintedPage]) -> dict[Font, int]:
    """The fonts of headings with their levels: the larger above the smaller, the bold above the plain.

    None are told when but one line, which may be the title, has such a font, or too many lines have.
    """
    letters: Counter[Font] = Counter()
    used: Counter[Font] = Counter()
    for text, font in _filled(pages):
        letters[font] += len(text)
        used[font] += 1
    if not letters:
        return {}
    body = letters.most_common(1)[0][0]
    found = Counter(font for text, font in _filled(pages) if _may_be_heading(text, font, body))
    fonts = {font: count for font, count in found.items() if 2 * count >= used[font]}
    first = max(fonts, default=None)
    besides = sum(count for font, count in fonts.items() if font != first or count > 1)
    if besides < _LEAST or sum(fonts.values()) > _MOST * used.total():
        return {}
    return {font: min(rank, _DEEPEST) for rank, font in enumerate(sorted(fonts, reverse=True), start=1)}


def _filled(pages: Iterable[PrintedPage]) -> Iterator[tuple[str, Font]]:
    return (line for page in pages for line in page.lines() if line[0].strip())


def _may_be_heading(text: str, font: Font, body: Font) -> bool:
    larger = font[0] >= _LARGER * body[0] or (font[0] >= body[0] and font[1] and not body[1])
    return larger and weight(text) <= _LONGEST and any(map(str.isalpha, text)) and not _ENDS.search(text)


def _around_title(page: Sequence[tuple[str, Font]], levels: Mapping[Font, int]) -> frozenset[int]:
    """The places on the first page of what is printed large but heads nothing: authors, and a subtitle.

    A subtitle stands below a larger heading, and what follows it is a larger heading again, no text.
    """
    found: set[int] = set()
    below: int | None = None  # the level of what follows; None for text
    above = min((level for text, font in page if (level := _level(text, font, levels))), default=0)
    for place, (text, font) in reversed(list(enumerate(page))):
        level = _level(text, font, levels)
        if level and (is_byline(text.strip()) or (below and above < level > below)):
            found.add(place)
        elif text.strip():
            below = level
    return frozenset(found)


def _level(text: str, font: Font, levels: Mapping[Font, int]) -> int | None:
    line = text.strip()
    return levels.get(font) if line and weight(line) <= _LONGEST and not line.startswith("|") else None


def _marked(
    page: Iterable[tuple[str, Font]], levels: Mapping[Font, int], others: frozenset[int]
) -> list[tuple[str, Font]]:
    """The lines, headings marked, with their fonts; those at the places of `others` are no headings."""
    out: list[tuple[str, Font]] = []
    before: Font | None = None  # of the heading that may go on
    for place, (text, font) in enumerate(page):
        line = text.strip()
        level = _level(text, font, levels) if place not in others else None
        if level and before == font:
            heading = out[-1][0]
            out[-1] = heading + (f" {line}" if heading[-1:].isascii() else line), font
        else:
            out.append((f"{'#' * level} {line}" if level else text, font))
        before = font if level else None
    return out


def _with_tables(page: Sequence[Printed]) -> Iterator[Printed]:
    """The lines, those that stand side by side in columns over several rows put together as rows.

    Columns of running text, which some programs print row by row, are read one after the other.
    """
    rows = list(_rows([line for line in page if line.text.strip()]))
    runs = list(_runs(rows))
    texts = [(at, end) for at, end in runs if _is_running_text(rows[at:end])]
    if not texts:
        yield from _rows_as_tables(rows, runs)
        return
    first, last = texts[0][0], texts[-1][1]
    edges = [line.x - _SAME_COLUMN for line in rows[first]]
    yield from _rows_as_tables(rows, [(at, end) for at, end in runs if end <= first])
    columns: list[list[Printed]] = [[] for _ in edges]
    for line in chain.from_iterable(rows[first:last]):
        columns[max(0, bisect_right(edges, line.x) - 1)].append(line)
    yield from chain.from_iterable(columns)
    yield from _rows_as_tables(rows, [(at, end) for at, end in runs if at >= last])


def _runs(rows: Sequence[Sequence[Printed]]) -> Iterator[tuple[int, int]]:
    """Where the rows of one layout begin and end: several that are in the same columns, else one."""
    at = 0
    while at < len(rows):
        end = at
        while end < len(rows) and len(rows[end]) > 1 and _in_columns(rows[at], rows[end]):
            end += 1
        yield at, max(end, at + 1)
        at = max(end, at + 1)


def _is_running_text(rows: Sequence[Sequence[Printed]]) -> bool:
    """Whether the columns of some rows are text that runs on: most lines of each are about as wide."""
    if len(rows) < _LEAST_LINES:
        return False
    for column in zip(*rows, strict=True):
        widths = [weight(cell.text.strip()) for cell in column]
        full = sum(width >= _FULL * max(widths) for width in widths)
        if max(widths) < _NARROWEST or full < _MOST_FULL * len(widths):
            return False
    return True


def _rows_as_tables(rows: Sequence[Sequence[Printed]], runs: Iterable[tuple[int, int]]) -> Iterator[Printed]:
    for at, end in runs:
        if end - at < _LEAST_ROWS:
            yield from chain.from_iterable(rows[at:end])
            continue
        for number, row in enumerate(rows[at:end]):
            cells = " | ".join(cell.text.strip().replace("|", "\\|") for cell in row)
            yield Printed(f"| {cells} |", row[0].font)
            if not number:
                yield Printed("|" + " --- |" * len(row), row[0].font)


def _rows(lines: Sequence[Printed]) -> Iterator[list[Printed]]:
    """The lines by height: those that follow one another at one height, from left to right, are one row."""
    row: list[Printed] = []
    for line in lines:
        if row and (abs(line.y - row[-1].y) > _SAME_LINE or line.x <= row[-1].x):
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def _in_columns(head: Sequence[Printed], row: Sequence[Printed]) -> bool:
    return len(head) == len(row) and all(
        abs(one.x - other.x) <= _SAME_COLUMN for one, other in zip(head, row, strict=True)
    )
