"""What is remembered of cards, worked out anew from their answers when other parameters are taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sctui.model.change import Change, ChangeKind
from sctui.model.preset import Preset
from sctui.model.review import MemoryState, Review
from sctui.scheduler.fsrs6 import elapsed_days
from sctui.scheduler.memory import memory_of


def fitted(log: Iterable[Review | Change], parameters: tuple[float, ...], now: int) -> Iterator[Change]:
    """Every studied card's stability and difficulty as other parameters would have them, as changes at `now`.

    Due days, steps and counts stay. Cards on which the parameters agree are left out.
    """
    memory = memory_of(parameters)
    known: dict[str, tuple[float, float]] = {}
    states: dict[str, MemoryState] = {}
    for entry in log:
        card = entry.card
        if isinstance(entry, Review):
            elapsed = elapsed_days(entry.before, entry.at, entry.preset or Preset())
            before = known.get(card)
            rating = int(entry.rating)
            known[card] = memory.after(*before, elapsed, rating) if before else memory.first(rating)
            states[card] = replace(entry.after, card=card)  # it may have had another name then
        elif isinstance(entry.after, MemoryState):
            states[card] = entry.after
            if not entry.after.reps:
                known.pop(card, None)
    for card, (stability, difficulty) in known.items():
        after = replace(states[card], stability=stability, difficulty=difficulty)
        if after != states[card]:
            yield Change(card, now, ChangeKind.FITTED, states[card], after)
