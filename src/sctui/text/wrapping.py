"""Text whose lines were broken at a column, as mail, terminals and copies of printed pages have it.

A line was broken there when the first word of the next one would not have stood on it; text broken otherwise,
a list or a poem, seldom looks so.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from itertools import islice, pairwise

from sctui.text.patterns import SENTENCE_END

_WIDE = re.compile("[^\u0000-\u2e7f]")
_FIRST = re.compile(r"[^\u0000-\u2e7f][，。、；：！？）】」』”》,.;:!?)\]]*|[^\s\u2e80-\uffff]+")
_CELLS = re.compile(r"[|\t]|\S {3,}\S")  # what parts the cells of a table
_NARROWEST, _WIDEST = 36, 120  # columns at which text is broken; a Han character takes two
_LEAST = 4  # broken lines
_SHARE = 0.7  # of the lines that could have been broken
_REST = 0.97  # a few longer lines, such as an address, tell nothing
SAMPLE = 5_000  # lines that are looked at
_HAN_AT_END = re.compile("[^\u0000-\u2e7f]$")
_HAN_AT_START = re.compile("[^\u0000-\u2e7f]")


def wrap_column(lines: Sequence[str]) -> int:
    """The column at which the lines of a text were broken; 0 where they were not."""
    widths, needed = array("i"), array("i")
    for line, following in pairwise(islice(lines, SAMPLE)):
        if line and len(line) <= _WIDEST and following.strip() and _may_be_broken(line):
            width = _columns(line.rstrip())
            if width <= _WIDEST:
                widths.append(width)
                needed.append(width + _first_width(line, following))
    if len(widths) < _LEAST:
        return 0
    column = sorted(widths)[int(_REST * (len(widths) - 1))]
    broken = sum(wanted > column for wanted in needed)
    if column < _NARROWEST or broken < max(_LEAST, _SHARE * len(widths)):
        return 0
    return column


def is_broken(line: str, following: str, column: int) -> bool:
    """Whether `line` was broken at `column` and goes on in `following`."""
    if not line.strip() or not following.strip() or following.startswith(("　", "    ")):
        return False
    if _CELLS.search(line) or _CELLS.search(following):
        return False
    width = _columns(line.rstrip())
    return width <= column + 2 and width + _first_width(line, following) > column


def glue(line: str, following: str) -> str:
    """What stands between two lines when they are read as one: a blank, but none beside Han characters."""
    if line.endswith("-") or (_HAN_AT_END.search(line) or _HAN_AT_START.match(following)):
        return ""
    return " "


def _may_be_broken(line: str) -> bool:
    return not _CELLS.search(line) and not SENTENCE_END.search(line.rstrip())


def _first_width(line: str, following: str) -> int:
    """The columns that the first word of a line, with the blank before it, would have taken above."""
    following = following.lstrip()
    word = _FIRST.match(following)
    return _columns(word[0] if word else following[:1]) + len(glue(line.rstrip(), following))


def _columns(text: str) -> int:
    return len(text) + len(_WIDE.findall(text))
