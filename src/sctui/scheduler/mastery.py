"""Mastery of a topic or deck: the share of its cards that would be recalled today; new cards would not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from sctui.model.review import MemoryState
from sctui.scheduler.memory import memory_of
from sctui.scheduler.study_day import DAY, HOUR, MINUTE

if TYPE_CHECKING:
    from sctui.model.change import Change
    from sctui.model.preset import Preset
    from sctui.model.review import Review

ScopeT = TypeVar("ScopeT")


@dataclass(frozen=True, slots=True)
class Mastery:
    """How many cards there are, how many were studied, and how many would be recalled now."""

    cards: int = 0
    studied: int = 0
    recalled: float = 0.0

    @property
    def share(self) -> float:
        """The share that would be recalled, 0 to 1."""
        return self.recalled / self.cards if self.cards else 0.0


def summed(parts: Iterable[tuple[Iterable[ScopeT], Mastery]]) -> dict[ScopeT, Mastery]:
    """The mastery of every scope (deck, topic …) from that of parts, each with the scopes that it lies in."""
    total: dict[ScopeT, list[float]] = {}
    for scopes, part in parts:
        for scope in scopes:
            sums = total.get(scope)
            if sums is None:
                total[scope] = [part.cards, part.studied, part.recalled]
            else:
                sums[0] += part.cards
                sums[1] += part.studied
                sums[2] += part.recalled
    return {
        scope: Mastery(int(cards), int(studied), recalled)
        for scope, (cards, studied, recalled) in total.items()
    }


def mastery(
    groups_of: Mapping[str, Sequence[str]], states: Iterable[MemoryState], today: int, preset: Preset
) -> dict[str, Mastery]:
    """The mastery of every group on a study day.

    Args:
        groups_of: for every card its groups: its deck and the decks above, say, or its topics.
        states: what is known of cards; of others, nothing is known yet.
        today: the number of the study day.
        preset: whose parameters and study day count.
    """
    recall = _recall(today, preset)
    cards: dict[str, int] = defaultdict(int)
    studied: dict[str, int] = defaultdict(int)
    recalled: dict[str, float] = defaultdict(float)
    for groups in groups_of.values():
        for group in groups:
            cards[group] += 1
    for state in states:
        if state.last_review is None:
            continue
        probability = recall(state)
        for group in groups_of.get(state.card, ()):
            studied[group] += 1
            recalled[group] += probability
    return {group: Mastery(number, studied[group], recalled[group]) for group, number in cards.items()}


def mastery_history(
    groups_of: Mapping[str, Sequence[str]],
    log: Iterable[Review | Change],
    days: Sequence[int],
    preset: Preset,
) -> Iterator[dict[str, Mastery]]:
    """The mastery of every group at the end of each of `days` (numbers of study days, rising), from the log.

    The log tells what was known on each day; what the cards are is taken from today.
    """
    states: dict[str, MemoryState] = {}
    entries = iter(log)
    entry = next(entries, None)
    shift = preset.utc_offset_minutes * MINUTE - preset.rollover_hour * HOUR
    for day in days:
        while entry is not None and (entry.at + shift) // DAY <= day:
            if isinstance(entry.after, MemoryState):
                states[entry.card] = entry.after
            entry = next(entries, None)
        yield mastery(groups_of, states.values(), day, preset)


def _recall(today: int, preset: Preset) -> Callable[[MemoryState], float]:
    memory = memory_of(preset.parameters)
    shift = preset.utc_offset_minutes * MINUTE - preset.rollover_hour * HOUR

    def recall(state: MemoryState) -> float:
        elapsed = today - ((state.last_review or 0) + shift) // DAY
        return memory.retrievability(state.stability or 0.1, max(0, elapsed))

    return recall
