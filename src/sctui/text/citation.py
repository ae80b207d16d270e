"""Citation marks in a text (`[4,23,25,]`, `[16-18]`): the numbers of the entries they cite."""

from __future__ import annotations

import re

from sctui.text.patterns import CITATION

_RANGE = re.compile(r"(\d{1,3})\s*[-–—~～]\s*(\d{1,3})|(\d{1,3})(?!\d)")
_LONGEST = 30  # a wider range is no citation: `[1-100]`


def cited_numbers(text: str) -> tuple[int, ...]:
    """The numbers that a text cites, each once, in their order; ranges are written out."""
    found: dict[int, None] = {}
    for mark in CITATION.finditer(text):
        for first, last, one in _RANGE.findall(mark[0]):
            start, end = int(first or one), int(last or one)
            if start <= end <= start + _LONGEST:
                found |= dict.fromkeys(range(start, end + 1))
    return tuple(found)
