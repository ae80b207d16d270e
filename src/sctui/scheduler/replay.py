"""The log replayed: the states that answers and changes led to, from log, presets and time alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

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
            states[entry.card] = _answered(states.get(entry.card), entry)
        elif isinstance(entry.after, MemoryState):
            states[entry.card] = entry.after
    return {card: state for card, state in states.items() if state.reps}


def _answered(before: MemoryState | None, entry: Review) -> MemoryState:
    """The state after an answer. Fuzz goes by the name that the card had when it was asked."""
    asked = entry.after.card
    if entry.preset is None:
        after = entry.after
    else:
        state = before or MemoryState(asked)
        state = state if state.card == asked else replace(state, card=asked)
        after = review(state, entry.rating, entry.at, entry.preset)
    return after if asked == entry.card else replace(after, card=entry.card)
