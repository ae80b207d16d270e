"""Ids that stay on the disk: of a hundred thousand, most are never asked for."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Protocol, overload

_AT_ONCE = 4096  # ids
_STARTS = "I"


class Readable(Protocol):
    """A file that can be read from anywhere."""

    def read(self, start: int, length: int) -> bytes:
        """Some bytes of it."""


class StoredIds(Sequence[str]):
    """Ids in a file, as `packed_ids` makes them.

    Args:
        file: where they stand.
        start: where what was packed begins.
        count: how many there are.
    """

    def __init__(self, file: Readable, start: int, count: int) -> None:
        self._file, self._start, self._count = file, start, count
        self._text = start + (count + 1) * array(_STARTS).itemsize

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[str, ...]: ...
    def __getitem__(self, at: int | slice) -> str | tuple[str, ...]:
        """One id, or some."""
        if isinstance(at, slice):
            return tuple(self[number] for number in range(*at.indices(self._count)))
        number = range(self._count)[at]
        return self._between(number, number + 1)[0]

    def __iter__(self) -> Iterator[str]:
        """All, with a few reads."""
        for first in range(0, self._count, _AT_ONCE):
            yield from self._between(first, min(self._count, first + _AT_ONCE))

    def __contains__(self, one: object) -> bool:
        if not isinstance(one, str) or not self._count:
            return False
        # no id holds a line break, which stands before and behind each
        (end,) = self._starts(self._count, self._count)
        return f"\n{one}\n".encode("utf-8", "replace") in self._file.read(self._text, end)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(str.__eq__, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def _between(self, first: int, last: int) -> list[str]:
        starts = self._starts(first, last)
        text = self._file.read(self._text + starts[0], starts[-1] - starts[0] - 1)
        if last - first == 1:
            return [text.decode()]
        return text.decode().split("\n")

    def _starts(self, first: int, last: int) -> array[int]:
        return numbers(self._file, self._start, _STARTS, first, last + 1)


def numbers(file: Readable, start: int, kind: str, first: int, end: int) -> array[int]:
    """Those from `first` to before `end` of an array that begins at `start`; `kind` is its type code."""
    found = array(kind)
    size = found.itemsize
    found.frombytes(file.read(start + first * size, (end - first) * size))
    return found


def packed_ids(ids: Sequence[str]) -> bytes:
    """Ids as they stand in a file: where each begins, then a line for each, behind a line break.

    Raises:
        ValueError: when one holds a line break, or cannot be written.
    """
    lines = [one.encode() for one in ids]
    if any(b"\n" in line for line in lines):
        raise ValueError("a line break in an id")
    starts = array(_STARTS, accumulate((len(line) + 1 for line in lines), initial=1))
    return starts.tobytes() + b"\n" + b"".join(line + b"\n" for line in lines)
