"""Tables whose cells stand apart by tabs, by wide blanks or by commas: which sign it is, and where it cuts.

Tables are pasted so from sheets and pages. Several lines must be cut into as many cells by the same sign;
commas, which stand in any text, must besides leave short cells, and a column of numbers or grades.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from sctui.text.flat_table import kind_of
from sctui.text.match_view import match_view
from sctui.text.numbering import parse_numbering
from sctui.text.patterns import SENTENCE_END

_TAB = re.compile(r" *\t *")
_WIDE_BLANK = re.compile(r"[ \u3000]{2,}")
_COMMA = re.compile(r"\s?[,，]\s?")
_CUTTERS = ((_TAB, 2), (_WIDE_BLANK, 2), (_COMMA, 3))  # with the fewest columns that tell a table
LEAST_ROWS = 3  # with the head
_LONGEST = 40  # characters of the longest cell
_LONGEST_BY_COMMA = 16
_LONGEST_ROW = 400
_SIGN = re.compile(r"\t|\S[ \u3000]{2,}\S|[,，].*[,，]")


def cutter_of(lines: Sequence[str]) -> re.Pattern[str] | None:
    """What cuts the lines, a head and its rows, into the cells of a table; None when they are none."""
    if not lines:
        return None
    return next(
        (cutter for cutter, least in _CUTTERS if rows_from(lines, 0, cutter, least) == len(lines)), None
    )


def rows_of_table(lines: Sequence[str], start: int) -> int:
    """How many lines from `start` on are a table; 0 for none."""
    return max(rows_from(lines, start, cutter, least) for cutter, least in _CUTTERS)


def may_be_row(line: str) -> bool:
    """Whether a line has what could cut it into cells: quick, for most lines have not."""
    return len(line) <= _LONGEST_ROW and "|" not in line and _SIGN.search(line) is not None


def rows_from(lines: Sequence[str], start: int, cutter: re.Pattern[str], least: int) -> int:
    """How many lines from `start` on `cutter` cuts into as many cells, at least `least`; 0 for too few."""
    head = _cells(lines[start], cutter)
    if not head or len(head) < least or not all(head[1:]):
        return 0
    measures = set(range(len(head)))
    end = start + 1
    while end < len(lines):
        row = _cells(lines[end], cutter)
        if not row or len(row) != len(head) or not any(row):
            break
        left = {column for column in measures if _is_measure(row[column])}
        if cutter is _COMMA and not left:
            break
        measures, end = left, end + 1
    return end - start if end - start >= LEAST_ROWS else 0


def _cells(line: str, cutter: re.Pattern[str]) -> list[str]:
    """The cells of a row; none for a line that is no row: a sentence, or a cell too long."""
    if not may_be_row(line) or SENTENCE_END.search(line.rstrip(" )]）")):
        return []
    places = cells_of(line, cutter)
    if len(places) == 2 and _is_list_mark(line, places[1][0]):
        return []
    cells = [line[start:end] for start, end in places]
    longest = _LONGEST_BY_COMMA if cutter is _COMMA else _LONGEST
    return cells if max(map(len, cells)) <= longest else []


def cells_of(line: str, cutter: re.Pattern[str]) -> list[tuple[int, int]]:
    """Where the cells of a row begin and end in the line, without the blanks around them."""
    # a tab at either end leaves an empty cell; blanks there leave none
    start = 0 if cutter is _TAB else len(line) - len(line.lstrip())
    end = len(line) if cutter is _TAB else len(line.rstrip())
    edges = [start, *(edge for match in cutter.finditer(line, start, end) for edge in match.span()), end]
    return [_without_blanks(line, left, right) for left, right in list(pairwise(edges))[::2]]


def _without_blanks(line: str, start: int, end: int) -> tuple[int, int]:
    text = line[start:end]
    left = start + len(text) - len(text.lstrip())
    return left, left + len(text.strip())


def _is_list_mark(line: str, text_at: int) -> bool:
    """Whether what stands before `text_at` only counts or marks an item: `1.`, a tab, and the item."""
    numbering = parse_numbering(line)
    before = line[:text_at].strip()
    return (numbering is not None and numbering.end >= text_at) or not any(map(str.isalnum, before))


def _is_measure(cell: str) -> bool:
    """Whether a cell is a number or a grade."""
    return kind_of(match_view(cell)) in {"number", "grade"}
