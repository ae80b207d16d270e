"""Tables whose cells stand apart by tabs, blanks, commas, bars or slashes: which sign, and where it cuts.

Tables are pasted so from sheets and pages. Several lines must be cut into as many cells by the same sign.
Commas and single blanks, which stand in any text, must besides leave short cells, and a column of numbers or
grades, or below a corner that names what the rows are. Where a row has more blanks than its head, they belong
to its name, if all behind are numbers or grades.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from sctui.text.flat_table import kind_of, names_rows
from sctui.text.match_view import match_view
from sctui.text.numbering import parse_numbering
from sctui.text.patterns import HAN, SENTENCE_END

LEAST_ROWS = 3  # with the head
_LONGEST = 40  # characters of the longest cell
_LONGEST_BY_COMMA, _LONGEST_BY_TAB = 16, 80
_LONGEST_BY_BAR = 60
_INDENT = 2  # blanks in front of a head without its first cell
_LONGEST_ROW = 400
_LONGEST_BY_BLANK = 80  # characters of a row with blanks between its cells
_LEAST_COLUMNS, _MOST_BY_BLANK = 3, 8  # cells of it, unless its head says more
_SIGN = re.compile(
    r"\t|\S[ \u3000]{2,}\S|[,，].*[,，]|[|｜‖∥]|[/／].*[/／]|┬.*┬|[;；].*[;；]|(?:──|——|\s[-–—]\s).*(?:──|——"
    r"|\s[-–—]\s)"
)
_ONE_BLANK = re.compile(r"\S[ \u3000]\S")
_UNIT = (
    "(?:%|m[lLgm]|[µμ][lLgm]|k?g|cm|mmol/L|[例名次倍岁歲天日周週年]|[个個]?月|months?|years?|weeks?|days?)"
)
_IN_SENTENCE = re.compile(r"[，。；：！？、;:]|,(?!\d)")
_IN_NAME = re.compile(r"[\u3400-\u9fff] [A-Za-z]")  # from the sign before a blank on


@dataclass(frozen=True, slots=True)
class Cutter:
    """What cuts a row: a sign, wherever it stands, or only `most` times, counted from the row's end.

    `loose` lets cells have commas, and a Latin word stay with the Chinese one before it (`脐带 MSC`).
    """

    sign: re.Pattern[str]
    most: int = 0
    longest: int = _LONGEST  # characters of a cell
    loose: bool = False

    def cuts(self, line: str, start: int, end: int) -> list[tuple[int, int]]:
        """Where the signs begin and end between two columns of a line."""
        found = [match.span() for match in self.sign.finditer(line, start, end)]
        if self.loose and len(found) > self.most:
            apart = [(left, right) for left, right in found if not _IN_NAME.match(line, left - 1)]
            found = apart if len(apart) == self.most else found
        return found[-self.most :] if self.most else found


_TAB = Cutter(re.compile(r" *\t *"), longest=_LONGEST_BY_TAB)
# in the head of a table drawn with lines (`┌ 项目 ┬ 静脉 ┬ 动脉 ┐`) they cut as wide blanks do in its rows
_WIDE_BLANK = Cutter(re.compile(r"[ \u3000]*[┬┼┴][ \u3000]*|[ \u3000]{2,}"), longest=_LONGEST_BY_TAB)
# the same where the head leaves its first cell empty, and stands in from the margin
_CORNERED = Cutter(_WIDE_BLANK.sign, longest=_LONGEST_BY_TAB)
_LEFT_EDGE, _RIGHT_EDGE = " \t\u3000┌├└", " \t\u3000┐┤┘"  # of such a row
_COMMA = Cutter(re.compile(r"\s?[,，]\s?"), longest=_LONGEST_BY_COMMA)
# a blank does not part a number from its unit, nor a mean from its deviation
_BLANK = Cutter(re.compile(rf"(?<!±)(?:(?<!\d)[ \u3000]+|[ \u3000]+(?!{_UNIT}(?:\s|$)|±))(?!±)"))
_BAR = Cutter(re.compile(r"\s*[|｜‖∥]\s*"), longest=_LONGEST_BY_BAR)
_DASH = Cutter(re.compile(r"\s*(?:──|——)\s*|\s[–—]\s"))
_SEMICOLON = Cutter(re.compile(r"\s?[;；]\s?"))
_SLASH = Cutter(re.compile(r"(?:\s+|(?<=[)）]))/\s+"))  # and right behind a bracket: `血浆(PRP)/ 灌注`
_HYPHEN = Cutter(re.compile(r"\s-\s"))
_ANY_SLASH = Cutter(re.compile(r"\s*[/／]\s*"))
# with the fewest columns that tell a table
_CUTTERS = (
    *((_TAB, 2), (_WIDE_BLANK, 2), (_CORNERED, 3), (_COMMA, 3), (_BAR, 2), (_SLASH, 3), (_DASH, 3)),
    *((_SEMICOLON, 3), (_ANY_SLASH, 3), (_HYPHEN, 3)),
)
# sentences and names have them as well: there the corner must say what the rows are
_NAMED = (_SEMICOLON, _ANY_SLASH, _HYPHEN)
_CLOSED = (_BAR.sign, _SLASH.sign, _DASH.sign)  # which no sentence has: a cell may be one


def table_at(lines: Sequence[str], start: int) -> tuple[int, Cutter | None]:
    """How many lines from `start` on are a table, and what cuts them; 0 for none."""
    if start + LEAST_ROWS > len(lines):
        return 0, None
    if _SIGN.search(lines[start]):
        cutters = [one for one in _CUTTERS if one[0].sign.search(lines[start])]
        found = [(_rows_from(lines, start, cutter, least), cutter) for cutter, least in cutters]
        rows, cutter = max(found, key=lambda told: told[0], default=(0, _BLANK))
        if rows:
            return rows, cutter
    rows, cutter = _rows_by_blank(lines, start) if _may_be_head(lines, start) else (0, _BLANK)
    return (rows, cutter) if rows else (0, None)


def may_be_row(line: str) -> bool:
    """Whether a line has what could cut it into cells: quick, for most lines have not."""
    if len(line) > _LONGEST_ROW or line.lstrip().startswith("|"):
        return False
    return bool(_SIGN.search(line)) or (len(line) <= _LONGEST_BY_BLANK and bool(_ONE_BLANK.search(line)))


def is_row_of_measures(line: str) -> bool:
    """Whether a line ends in two numbers or grades behind a name, as no heading does."""
    words = line.split()
    if len(words) < _LEAST_COLUMNS or not (_is_measure(words[-1]) or _is_measure("".join(words[-2:]))):
        return False
    cells = _cells(line, _BLANK)
    return len(cells) >= _LEAST_COLUMNS and not _is_measure(cells[0]) and all(map(_is_measure, cells[-2:]))


def is_head(line: str) -> bool:
    """Whether a line can be the head of a table whose cells stand apart by single blanks."""
    cells = _cells(line, _BLANK)
    return len(cells) > 1 and not any(map(_is_measure, cells))


def _rows_from(lines: Sequence[str], start: int, cutter: Cutter, least: int) -> int:
    """How many lines from `start` on `cutter` cuts into as many cells, at least `least`; 0 for too few."""
    head = _cells(lines[start], cutter)
    if not head or len(head) < least or not all(head[1:]):
        return 0
    if cutter in _NAMED and not names_rows(head[0]):
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


def _may_be_head(lines: Sequence[str], start: int) -> bool:
    """Whether a row of a table can follow a line: quick, for most lines are no heads."""
    if len(lines[start]) > _LONGEST_BY_BLANK:
        return False
    head, below = lines[start].split(), lines[start + 1].split()
    return len(head) > 1 and (any(map(_is_measure, below[-_MOST_BY_BLANK:])) or names_rows(head[0]))


def _rows_by_blank(lines: Sequence[str], start: int) -> tuple[int, Cutter]:
    head = _cells(lines[start], _BLANK)
    named = bool(head) and names_rows(head[0])
    words_alone = named and len(head) >= _LEAST_COLUMNS and all(map(HAN.search, head))
    cutter = Cutter(_BLANK.sign, len(head) - 1, loose=words_alone)
    if not 2 <= len(head) <= _MOST_BY_BLANK or len(set(head)) < len(head) or any(map(_is_measure, head)):
        return 0, cutter
    measures = set(range(1, len(head)))
    names: set[str] = set()
    rows = 1
    for row in _rows_below(lines[start + 1 :], cutter):
        measures = {column for column in measures if _is_measure(row[column])}
        if row[0] in names or not (measures or words_alone):
            break
        names.add(row[0])
        rows += 1
    if len(head) == 2 and not named:
        return 0, cutter
    return rows if rows >= LEAST_ROWS else 0, cutter


def _rows_below(lines: Sequence[str], cutter: Cutter) -> Iterator[list[str]]:
    """The cells of the rows below a head that has one cell more than `cutter` cuts."""
    for line in lines:
        row = _cells(line, cutter)
        if len(row) != cutter.most + 1 or _is_measure(row[0]):
            return
        named = len(row[0].split()) > 1 and not (cutter.loose and _IN_NAME.search(row[0]))
        if named and not all(map(_is_measure, row[1:])):
            return
        yield row


def _cells(line: str, cutter: Cutter) -> list[str]:
    """The cells of a row; none for a line that is no row: a sentence, or a cell too long."""
    ends = cutter.sign not in _CLOSED and SENTENCE_END.search(line.rstrip(" )]）"))
    if not may_be_row(line) or ends or not any(map(str.isalnum, line)):
        return []
    told = not cutter.loose and _IN_SENTENCE.search(line)
    if cutter.sign is _BLANK.sign and (len(line) > _LONGEST_BY_BLANK or told):
        return []
    places = cells_of(line, cutter)
    if len(places) == 2 and _is_list_mark(line, places[1][0]):
        return []
    cells = [line[start:end] for start, end in places]
    return cells if max(map(len, cells)) <= cutter.longest else []


def cells_of(line: str, cutter: Cutter) -> list[tuple[int, int]]:
    """Where the cells of a row begin and end in the line, without the blanks around them."""
    # a tab at either end leaves an empty cell; blanks there leave none
    blanks = len(line) - len(line.lstrip(_LEFT_EDGE if cutter is _WIDE_BLANK else None))
    start = 0 if cutter is _TAB or (cutter is _CORNERED and _width(line[:blanks]) >= _INDENT) else blanks
    end = len(line) if cutter is _TAB else len(line.rstrip(_RIGHT_EDGE))
    edges = [start, *(edge for cut in cutter.cuts(line, start, end) for edge in cut), end]
    return [_without_blanks(line, left, right) for left, right in list(pairwise(edges))[::2]]


def _width(blanks: str) -> int:
    """How far blanks reach; a wide one (`U+3000`) is as broad as two."""
    return len(blanks) + blanks.count("\u3000")


def _without_blanks(line: str, start: int, end: int) -> tuple[int, int]:
    text = line[start:end]
    left = start + len(text) - len(text.lstrip())
    return left, left + len(text.strip())


def _is_list_mark(line: str, text_at: int) -> bool:
    """Whether what stands before `text_at` only counts or marks an item: `1.`, a tab, and the item."""
    numbering = parse_numbering(line)
    before = line[:text_at].strip()
    return (numbering is not None and numbering.end >= text_at) or not any(map(str.isalnum, before))


@lru_cache(maxsize=4096)
def _is_measure(cell: str) -> bool:
    """Whether a cell is a number or a grade."""
    return kind_of(match_view(cell)) in {"number", "grade"}
