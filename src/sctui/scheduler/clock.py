"""A clock that jumped: answers from its future come back, and a clock that is behind is noticed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sctui.model.review import MemoryState
from sctui.scheduler.study_day import DAY

# a journey or a change of the clocks moves local time by a day at most, and UTC not at all
_TOLERANCE = DAY


def future_from(now: int) -> int:
    """The moment (UTC ms) from which on an answer that was given cannot have been given yet."""
    return now + _TOLERANCE


def is_behind(ahead: int, studied: int) -> bool:
    """Whether the clock is wrong now, since most of what was studied was answered in its future.

    Args:
        ahead: how many cards were answered last in the future.
        studied: how many cards were studied.
    """
    return ahead * 2 > studied


def brought_back(ahead: Sequence[MemoryState], studied: int, now: int) -> list[MemoryState]:
    """Cards that were answered while the clock was ahead, as due now: else they would be lost for as long.

    None when the clock is behind now, for then they are right and it is wrong.
    """
    if is_behind(len(ahead), studied):
        return []
    return [replace(state, due=now) for state in ahead]
