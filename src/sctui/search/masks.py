"""Sets of rows as masks: a byte for each row, 1 where it belongs to the set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import compress
from operator import and_, or_

Mask = bytes
_SPARSE = 8  # one row in so many, or fewer, are found one by one


def everything(rows: int) -> Mask:
    """All rows."""
    return b"\1" * rows


def of_rows(found: Iterable[int], rows: int) -> Mask:
    """The rows with some numbers, out of so many."""
    mask = bytearray(rows)
    for row in found:
        mask[row] = 1
    return bytes(mask)


def of_lists(lists: Iterable[Sequence[int]], rows: int) -> Mask:
    """The rows of lists that rise; quick where they lie one behind the other, as the cards of a deck do."""
    mask = bytearray(rows)
    for found in lists:
        if found and found[-1] - found[0] == len(found) - 1:
            mask[found[0] : found[-1] + 1] = b"\1" * len(found)
        else:
            for row in found:
                mask[row] = 1
    return bytes(mask)


def common(masks: Iterable[Mask], rows: int) -> Mask:
    """What lies in all of them."""
    found = list(masks)
    if len(found) < 2:
        return found[0] if found else everything(rows)
    return reduce(and_, map(_number, found)).to_bytes(rows, "little")


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
    first, end, number = mask.find(1), mask.rfind(1) + 1, size(mask)
    if number == end - max(0, first):
        return list(range(max(0, first), end))
    if number * _SPARSE > end - first:
        return list(compress(range(first, end), mask[first:end]))
    found: list[int] = []
    at = first
    while at >= 0:
        found.append(at)
        at = mask.find(1, at + 1)
    return found


def _number(mask: Mask) -> int:
    return int.from_bytes(mask, "little")
