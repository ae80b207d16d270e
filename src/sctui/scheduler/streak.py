"""How many study days in a row something was answered."""

from __future__ import annotations

from collections.abc import Collection


def streak(days: Collection[int], today: int) -> int:
    """The days in a row up to today, or up to yesterday while today is still to come (`days` by number)."""
    day = today if today in days else today - 1
    length = 0
    while day - length in days:
        length += 1
    return length


def longest(days: Collection[int]) -> int:
    """The longest that there ever was."""
    return max((streak(days, day) for day in days if day + 1 not in days), default=0)
