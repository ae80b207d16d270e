"""The log replayed: the states that answers and changes led to, from log, presets and time alone."""

from __future__ import annotations

from collections.abc import Iterable

from sctui.model.change import Change
from sctui.model.review import MemoryState, Review
from sctui.scheduler.fsrs6 import review


def replay(log: Iterable[Review | Change]) -> dict[str, MemoryState]:
    """The state of every card that the entries leave behind, in the order they happened; new cards have none.

    Of an answer card, time, rating and preset are looked at; where no preset was kept, the state after it.
    """
    states: dict[str, MemoryState] = {}
    for entry in log:
        if isinstance(entry, Review):
            if entry.preset is None:
                states[entry.card] = entry.after
            else:
                before = states.get(entry.card) or MemoryState(entry.card)
                states[entry.card] = review(before, entry.rating, entry.at, entry.preset)
        elif isinstance(entry.after, MemoryState):
            states[entry.card] = entry.after
    return {card: state for card, state in states.items() if state.reps}
