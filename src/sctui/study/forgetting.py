"""How a card is forgotten and brought back: its probability of recall over time, from its history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sctui.model.change import Change
from sctui.model.preset import Preset
from sctui.model.review import MemoryState, Review
from sctui.scheduler.memory import memory_of
from sctui.scheduler.study_day import DAY

_POINTS = 40  # of a stretch between two answers


@dataclass(frozen=True, slots=True)
class Curve:
    """Moments (UTC ms) and the probability of recall at each."""

    moments: tuple[float, ...]
    recall: tuple[float, ...]


def forgetting(log: Iterable[Review | Change], now: int, preset: Preset) -> Sequence[Curve]:
    """A curve from each answer to the next, the last from now on beyond the day on which the card is due.

    Args:
        log: the card's history.
        now: the moment, UTC ms.
        preset: whose parameters the last stretch goes by; the others go by those of their answers.
    """
    states = [(entry.at, entry.after, getattr(entry, "preset", None)) for entry in log]
    known = [
        (at, state, of) for at, state, of in states if isinstance(state, MemoryState) and state.stability
    ]
    curves = []
    for place, (at, state, of) in enumerate(known):
        due = max(now, state.due or now)
        end = known[place + 1][0] if place + 1 < len(known) else due + (due - at) // 2
        if end > at:
            curves.append(_curve(at, end, state.stability or 1.0, of or preset))
    return curves


def _curve(start: int, end: int, stability: float, preset: Preset) -> Curve:
    memory = memory_of(preset.parameters)
    moments = [start + (end - start) * point / _POINTS for point in range(_POINTS + 1)]
    recall = (memory.retrievability(stability, (moment - start) / DAY) for moment in moments)
    return Curve(tuple(moments), tuple(recall))
