"""What can be studied when nothing is due: ahead, more new cards, weak topics, and cramming."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

from sctui.collection import Collection, Scope
from sctui.model.review import MemoryState, Phase
from sctui.scheduler.gather import hidden_cards
from sctui.scheduler.memory import memory_of
from sctui.scheduler.settings import StudySettings
from sctui.scheduler.study_day import DAY, number_of_day, study_day
from sctui.store.store import Store

_AHEAD_DAYS = 7
_TOPICS = 6  # of a kind
_NEW = 10  # more new cards at once
_FAR = 1 << 60


class Way(StrEnum):
    """How to go on."""

    HELD = "held"  # what is due, and held back by the day's limits or as a sibling
    AHEAD = "ahead"  # what falls due within the next days, soonest first
    NEW = "new"  # new cards that the day's limit, or that they are not core, holds back
    WEAK = "weak"  # a topic's studied cards, weakest first
    CRAM = "cram"  # all studied cards, weakest first, without a trace in log or schedule


@dataclass(frozen=True, slots=True)
class Offer:
    """Cards to go on with, in their order; `topic` is empty for all topics.

    `recall` is the mean probability that one of them is recalled today; 0 for new ones.
    """

    way: Way
    topic: str
    cards: tuple[str, ...]
    recall: float


def offers(
    collection: Collection, store: Store, scope: Scope, now: int, settings: StudySettings
) -> list[Offer]:
    """All that can be gone on with in a deck, a topic, or everything for None, once its queue is empty.

    Args:
        collection: the decks.
        store: their database, on a connection of this thread's own.
        scope: what is studied.
        now: the moment, UTC ms.
        settings: parameters, days.
    """
    today = study_day(now, settings.utc_offset_minutes, settings.rollover_hour)
    hidden = hidden_cards(store.marks(), today)
    lies_here = collection.within(scope)
    states = [s for s in store.due_before(_FAR) if s.card not in hidden and lies_here(s.card)]
    recall = _recalls(states, today.number, settings)
    held = [s for s in states if s.phase is Phase.REVIEW and (s.due or 0) < today.end]
    coming = [s for s in states if today.end <= (s.due or 0) < today.end + _AHEAD_DAYS * DAY]
    found = list(_offered(Way.HELD, [s.card for s in held], collection, recall))
    found += _offered(Way.AHEAD, [s.card for s in coming], collection, recall)
    fresh = tuple(card for card in collection.new_cards(scope) if card not in hidden)[:_NEW]
    if fresh:
        found.append(Offer(Way.NEW, "", fresh, 0.0))
    weakest_first = sorted((s.card for s in states), key=lambda card: (recall[card], card))
    _all, *topics = _offered(Way.WEAK, weakest_first, collection, recall) if states else [None]
    found += sorted((topic for topic in topics if topic), key=lambda offer: offer.recall)[:_TOPICS]
    if states:
        found.append(Offer(Way.CRAM, "", tuple(weakest_first), fmean(recall.values())))
    return found


def _offered(
    way: Way, cards: Sequence[str], collection: Collection, recall: dict[str, float]
) -> Iterator[Offer]:
    """All of the cards, then those of each topic, the largest first; of weak topics, every one."""
    if not cards:
        return
    yield Offer(way, "", tuple(cards), fmean(recall[card] for card in cards))
    by_topic: defaultdict[str, list[str]] = defaultdict(list)
    for card in cards:
        if topic := collection.place_of(card).topic:
            by_topic[topic].append(card)
    largest = sorted(by_topic, key=lambda topic: (-len(by_topic[topic]), topic))
    for topic in largest if way is Way.WEAK else largest[:_TOPICS]:
        own = by_topic[topic]
        yield Offer(way, topic, tuple(own), fmean(recall[card] for card in own))


def _recalls(states: Iterable[MemoryState], today: int, settings: StudySettings) -> dict[str, float]:
    memory = memory_of(settings.parameters)
    offset, hour = settings.utc_offset_minutes, settings.rollover_hour
    return {
        state.card: memory.retrievability(
            state.stability or 0.1, max(0, today - number_of_day(state.last_review or 0, offset, hour))
        )
        for state in states
    }
