"""Sets of rows as masks: a byte for each row, 1 where it belongs to the set."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from itertools import compress
from operator import and_, or_

Mask = bytes
_SPARSE = 100  # one row in so many, or fewer, are found one by one


def everything(rows: int) -> Mask:
    """All rows."""
    return b"\1" * rows


def of_rows(found: Iterable[int], rows: int) -> Mask:
    """The rows with some numbers, out of so many."""
    mask = bytearray(rows)
    for row in found:
        mask[row] = 1
    return bytes(mask)


def common(masks: Iterable[Mask], rows: int) -> Mask:
    """What lies in all of them."""
    return reduce(and_, map(_number, masks), _number(everything(rows))).to_bytes(rows, "little")


def united(masks: Iterable[Mask], rows: int) -> Mask:
    """What lies in any of them."""
    return reduce(or_, map(_number, masks), 0).to_bytes(rows, "little")


def opposite(mask: Mask) -> Mask:
    """What does not lie in it."""
    return (_number(mask) ^ _number(everything(len(mask)))).to_bytes(len(mask), "little")


def size(mask: Mask) -> int:
    """How many rows lie in it."""
    return mask.count(1)


def rows_of(mask: Mask) -> list[int]:
    """The numbers of its rows, rising."""
    if size(mask) * _SPARSE > len(mask):
        return list(compress(range(len(mask)), mask))
    found: list[int] = []
    at = mask.find(1)
    while at >= 0:
        found.append(at)
        at = mask.find(1, at + 1)
    return found


def _number(mask: Mask) -> int:
    return int.from_bytes(mask, "little")
