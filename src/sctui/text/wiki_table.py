"""Tables of a wiki: a row between two `|-`, or on a line; cells on one line or each on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

Place = tuple[int, int, int]  # the index of a line, and where a text begins and ends in it

_OPENS = re.compile(r"\s*\{\|")
_CLOSES = re.compile(r"\s*\|\}")
_PARTS = re.compile(r"\s*\|-")
_CAPTION = re.compile(r"\s*\|\+\s*")
_CELL = re.compile(r"\s*[|!]")
_SIGN = re.compile(r"\|\||!!")
_STYLE = re.compile(r"\s*[a-z]+\s*=[^|]*\|(?!\|)")  # `style="width: 20%" | Cells`


class WikiTable(NamedTuple):
    """Where a table ends (the index behind its last line), its caption, and the cells of its rows."""

    end: int
    caption: Place | None
    rows: list[list[Place]]


def opens_wiki_table(line: str) -> bool:
    """Whether a line begins a table of a wiki."""
    return _OPENS.match(line) is not None


def wiki_table(lines: Sequence[str], at: int) -> WikiTable:
    """The table that begins at a line; one that is not closed ends with the last line that can be its own."""
    end = at + 1
    while end < len(lines) and not _CLOSES.match(lines[end]) and _may_be_part(lines[end]):
        end += 1
    found = ((i, _CAPTION.match(lines[i])) for i in range(at, end))
    caption = next((_trimmed(lines, i, told.end(), len(lines[i])) for i, told in found if told), None)
    rows = [row for row in _rows(lines, at, end) if row]
    closed = end < len(lines) and _CLOSES.match(lines[end]) is not None
    return WikiTable(end + closed, caption, rows)


def _may_be_part(text: str) -> bool:
    return bool(_CELL.match(text) or _SIGN.search(text))


def _rows(lines: Sequence[str], at: int, end: int) -> Iterator[list[Place]]:
    parted = any(_PARTS.match(lines[i]) for i in range(at, end))
    row: list[Place] = []
    for i in range(at, end):
        opens = _OPENS.match(lines[i])
        if _CAPTION.match(lines[i]) or (opens and not _SIGN.search(lines[i])):
            continue
        if _PARTS.match(lines[i]):
            yield row
            row = []
        elif opens or not (parted and _CELL.match(lines[i])):  # each line is a row
            yield row
            yield list(_cells(lines, i, opens.end() if opens else 0))
            row = []
        else:
            row += _cells(lines, i, 0)
    yield row


def _cells(lines: Sequence[str], i: int, start: int) -> Iterator[Place]:
    begun = _CELL.match(lines[i], start)
    left = begun.end() if begun else start
    for sign in _SIGN.finditer(lines[i], left):
        yield _cell(lines, i, left, sign.start())
        left = sign.end()
    yield _cell(lines, i, left, len(lines[i]))


def _cell(lines: Sequence[str], i: int, start: int, end: int) -> Place:
    style = _STYLE.match(lines[i], start, end)
    return _trimmed(lines, i, style.end() if style else start, end)


def _trimmed(lines: Sequence[str], i: int, start: int, end: int) -> Place:
    text = lines[i][start:end]
    left = start + len(text) - len(text.lstrip())
    return i, left, left + len(text.strip())
