"""How many rows each line of a long text takes, known without wrapping all before the first is shown."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate


class RowHeights:
    """Heights that are guessed from the lengths of lines, and exact wherever `settle` has been.

    Lines and rows are counted from 0.

    Args:
        lengths: about how many cells each line has.
        width: cells of a row.
        height: wraps a line, and gives its rows.
    """

    def __init__(self, lengths: Sequence[int], width: int, height: Callable[[int], int]) -> None:
        self._heights = [max(1, -(-length // width)) for length in lengths]
        self._starts = list(accumulate(self._heights, initial=0))
        self._exact = bytearray(len(lengths))
        self._height = height
        self._guessed_wrong = 0

    @property
    def rows(self) -> int:
        """The rows of all lines."""
        return self._starts[-1]

    def start(self, line: int) -> int:
        """The first row of a line."""
        return self._starts[line]

    def line_at(self, row: int) -> int:
        """The line that a row belongs to; the first or last for rows beyond."""
        return max(0, bisect_right(self._starts, row, hi=len(self._heights)) - 1)

    def settle(self, line: int, above: int, below: int) -> None:
        """Make the heights exact of `line`, and of those within so many rows above and below its first."""
        first = last = line
        guessed = self._guessed_wrong
        while first > 0 and above > 0:
            first -= 1
            above -= self._settled(first)
        while last < len(self._heights) and (below > 0 or last == line):
            below -= self._settled(last)
            last += 1
        if self._guessed_wrong > guessed:
            self._starts[first:] = accumulate(self._heights[first:], initial=self._starts[first])

    def _settled(self, line: int) -> int:
        if not self._exact[line]:
            height = self._height(line)
            self._guessed_wrong += height != self._heights[line]
            self._heights[line] = height
            self._exact[line] = True
        return self._heights[line]
