"""Where a part stands in a text; for parts that differ from call to call, as patterns must be compiled."""

from __future__ import annotations

from collections.abc import Iterator


def occurrences(text: str, part: str) -> Iterator[int]:
    """The columns where `part` begins, from the left and without overlaps; none for an empty one."""
    at = text.find(part) if part else -1
    while at >= 0:
        yield at
        at = text.find(part, at + len(part))
