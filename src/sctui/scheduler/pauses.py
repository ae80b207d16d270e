"""Planned breaks: a card that would fall due on a day without study falls due before or after it."""

from __future__ import annotations

from collections.abc import Iterable


def around(days: int, today: int, pauses: Iterable[tuple[int, int]]) -> int:
    """An interval of `days` from the study day `today`, moved so that it does not end in a break.

    What falls into the first half of a break is spread over as many days before it, where cards due by
    themselves move closer together; what falls into the second half, over as many after it. So neither the
    last day before a break nor the first one after it gets all of its cards. More days in never give fewer
    days out.

    Args:
        days: at least 1.
        today: the number of the study day.
        pauses: numbers of the first and last study day of each break.
    """
    due = today + days
    for first, last in sorted(pauses):
        half = (last - first + 2) // 2
        middle = first + half - 1  # the last day of the first half
        start = max(first - half, today + 1)
        end = last + half
        if start <= due <= middle and start < first:
            due = start + (due - start) * (first - start) // (middle + 1 - start)
        elif first <= due <= end:
            shut = max(first, middle + 1) if start < first else first
            due = end - (end - due) * (end - last) // (end + 1 - shut)
    return due - today
