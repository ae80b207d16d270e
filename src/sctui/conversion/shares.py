"""Which process takes which document: whoever is free takes the next one."""

from __future__ import annotations

import os
import sys
from array import array
from collections.abc import Iterator, Sequence

_RUNS = 8_000  # in which documents are taken at most: what a pipe holds


class Numbers:
    """Numbers that several processes take by turns: they stand in a pipe, out of which each of them reads.

    Made before the other processes are, for at most so many documents.
    """

    def __init__(self, count: int) -> None:
        self._size = count // _RUNS + 1
        self._pipe, end = os.pipe()
        os.write(end, array("I", range(-(-count // self._size))).tobytes())
        os.close(end)

    def taken(self, sizes: Sequence[int]) -> Iterator[int]:
        """The places that this process takes among documents of these sizes.

        The longest documents come first, as what is begun last should not take long.
        """
        order = sorted(range(len(sizes)), key=lambda at: -sizes[at])
        while taken := os.read(self._pipe, 4):
            start = int.from_bytes(taken, sys.byteorder) * self._size
            yield from order[start : start + self._size]

    def close(self) -> None:
        """Give back what it takes; nothing can be taken any more."""
        if self._pipe >= 0:
            os.close(self._pipe)
            self._pipe = -1
