"""Relief after a break: in which order and on which days to ask what is due loses least.

A card that waits is forgotten a little more each day. Those that lose most by waiting come first; what is as
good as forgotten, or hardly fades, can wait. What is lost is counted in cards: the sum of the probabilities
of recall that waiting costs until each card is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass

from sctui.model.change import Change
from sctui.model.review import MemoryState
from sctui.scheduler import acts
from sctui.scheduler.fsrs6 import elapsed_days
from sctui.scheduler.memory import memory_of
from sctui.scheduler.settings import StudySettings
from sctui.scheduler.study_day import StudyDay, number_of_day

_Key = Callable[[MemoryState], float]


@dataclass(frozen=True, slots=True)
class Relief:
    """A backlog spread over days.

    Args:
        days: for each day from today, the cards of the backlog to ask on it.
        others: for each of these days, how many cards fall due on it by themselves.
        recalled: cards expected to be recalled when they are asked.
        otherwise: the same with the longest overdue first and as many a day.
    """

    days: tuple[tuple[MemoryState, ...], ...]
    others: tuple[int, ...]
    recalled: float
    otherwise: float

    @property
    def size(self) -> int:
        """How many cards are in the backlog."""
        return sum(map(len, self.days))

    def changes(self, now: int, today: StudyDay) -> list[Change]:
        """The plan as acts on cards: each is due on its day.

        Together they are one act, to be undone as one.
        """
        return [
            acts.made_due(state, now, today, day) for day, states in enumerate(self.days) for state in states
        ]


def relieve(
    backlog: Sequence[MemoryState],
    coming: Mapping[int, int],
    room: int,
    now: int,
    settings: StudySettings,
) -> Relief:
    """Spread a backlog over the days that have room for it.

    Four orders are tried, and the one is taken with which most is recalled: the longest overdue first, what
    loses most until the last of these days, what loses most until tomorrow, and the most likely to be
    recalled.

    Args:
        backlog: the cards in review that are due today or were before.
        coming: how many other cards fall due 1, 2, … days from now.
        room: for how many due cards a day has room; one of the backlog is asked each day at the least.
        now: UTC ms.
        settings: parameters, study day and planned breaks, whose days are left out.
    """
    today = number_of_day(now, settings.utc_offset_minutes, settings.rollover_hour)
    shut = {day - today for first, last in settings.pauses for day in range(first, last + 1)}
    rooms = _rooms(len(backlog), coming, max(1, room), shut)
    fading = _Fading(now, settings)
    keys: tuple[_Key, ...] = (
        lambda state: state.due or 0,
        lambda state: -fading.loss(state, len(rooms)),
        lambda state: -fading.loss(state, 1),
        lambda state: -fading.recall(state, 0),
    )
    plans = [_dealt(sorted(backlog, key=lambda state: (key(state), state.card)), rooms) for key in keys]
    best = max(plans, key=fading.recalled)
    others = tuple(coming.get(day, 0) for day in range(len(rooms)))
    return Relief(best, others, fading.recalled(best), fading.recalled(plans[0]))


class _Fading:
    """How cards fade from today on."""

    def __init__(self, now: int, settings: StudySettings) -> None:
        self._memory = memory_of(settings.parameters)
        self._now, self._settings = now, settings

    def recall(self, state: MemoryState, days: int) -> float:
        elapsed = elapsed_days(state, self._now, self._settings) + days
        return self._memory.retrievability(state.stability or 0.1, elapsed)

    def loss(self, state: MemoryState, days: int) -> float:
        return self.recall(state, 0) - self.recall(state, days)

    def recalled(self, days: Sequence[Sequence[MemoryState]]) -> float:
        return sum(self.recall(state, day) for day, states in enumerate(days) for state in states)


def _rooms(size: int, coming: Mapping[int, int], room: int, shut: Container[int]) -> list[int]:
    """How many cards of the backlog each day takes; none of a planned break does."""
    rooms: list[int] = []
    while size > 0:
        day = len(rooms)
        free = 0 if day in shut else min(size, max(1, room - coming.get(day, 0)))
        rooms.append(free)
        size -= free
    return rooms


def _dealt(states: Sequence[MemoryState], rooms: Sequence[int]) -> tuple[tuple[MemoryState, ...], ...]:
    days, at = [], 0
    for room in rooms:
        days.append(tuple(states[at : at + room]))
        at += room
    return tuple(days)
