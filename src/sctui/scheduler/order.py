"""The orders in which new and due cards come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sctui.model.review import MemoryState
from sctui.scheduler.fuzz import fuzz_factor
from sctui.scheduler.memory import memory_of
from sctui.scheduler.settings import DueOrder, NewOrder, StudySettings
from sctui.scheduler.study_day import DAY, HOUR, MINUTE

_Key = Callable[[MemoryState], tuple[float, float]]


def in_due_order(states: Sequence[MemoryState], today: int, settings: StudySettings, seed: int) -> list[str]:
    """Cards due for review in the order the learner wants; chance settles what that leaves open.

    `today` is the number of the study day; `seed` makes the chance another one.
    """
    shift = settings.utc_offset_minutes * MINUTE - settings.rollover_hour * HOUR

    def chance(state: MemoryState) -> float:
        return fuzz_factor(state.card, today, seed)

    def due_day(state: MemoryState) -> int:
        return ((state.due or 0) + shift) // DAY

    def recall(state: MemoryState) -> float:
        elapsed = today - ((state.last_review or 0) + shift) // DAY
        return memory_of(settings.parameters).retrievability(state.stability or 1.0, max(0, elapsed))

    keys: dict[DueOrder, _Key] = {
        DueOrder.DAY: lambda state: (due_day(state), chance(state)),
        DueOrder.SHUFFLED: lambda state: (0, chance(state)),
        DueOrder.RETRIEVABILITY: lambda state: (recall(state), chance(state)),
        DueOrder.SAVEABLE: lambda state: (-recall(state), chance(state)),
        DueOrder.DIFFICULTY: lambda state: (-(state.difficulty or 0), chance(state)),
        DueOrder.SHORT: lambda state: ((state.due or 0) - (state.last_review or 0), chance(state)),
    }
    return [state.card for state in sorted(states, key=keys[settings.due_order])]


def in_new_order(
    cards: Iterable[str], order: NewOrder, topic_of: Callable[[str], str], seed: int
) -> Iterable[str]:
    """New cards, given as they stand in the decks, in the order the learner wants."""
    if order is NewOrder.SHUFFLED:
        return sorted(cards, key=lambda card: fuzz_factor(card, 0, seed))
    if order is NewOrder.TOPICS:
        seen: dict[str, int] = {}
        turns: list[tuple[int, str]] = []
        for card in cards:
            topic = topic_of(card)
            seen[topic] = seen.get(topic, -1) + 1
            turns.append((seen[topic], card))
        return [card for _, card in sorted(turns, key=lambda turn: turn[0])]
    return cards


def interleaved(cards: Sequence[str], topic_of: Callable[[str], str]) -> list[str]:
    """The same cards with those of each topic spread evenly, each topic's in their own order."""
    topics: dict[str, list[str]] = {}
    for card in cards:
        topics.setdefault(topic_of(card), []).append(card)
    places = [
        ((place + 0.5) / len(group), number, card)
        for number, group in enumerate(topics.values())
        for place, card in enumerate(group)
    ]
    return [card for _, _, card in sorted(places)]
