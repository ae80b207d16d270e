"""Which process takes which document: whoever is free takes the next one."""

from __future__ import annotations

import os
import sys
from array import array
from collections.abc import Iterator, Sequence

_RUNS = 8_000  # in which documents are taken at most: what a pipe holds


class Numbers:
    """The places of documents, each taken by one of several processes.

    They stand in a pipe, out of which every process reads; the longest documents first, as what is begun last
    should not take long.
    """

    def __init__(self, sizes: Sequence[int], processes: int) -> None:
        order = list(range(len(sizes)))
        if processes > 1:
            order.sort(key=lambda at: -sizes[at])
        size = len(order) // _RUNS + 1
        self._runs = [order[at : at + size] for at in range(0, len(order), size)]
        self._pipe, end = os.pipe()
        os.write(end, array("I", range(len(self._runs))).tobytes())
        os.close(end)

    def __iter__(self) -> Iterator[int]:
        while taken := os.read(self._pipe, 4):
            yield from self._runs[int.from_bytes(taken, sys.byteorder)]
        os.close(self._pipe)
