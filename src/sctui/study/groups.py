"""To which decks and topics cards belong, for statistics by group."""

from __future__ import annotations

from collections.abc import Iterable

from sctui.collection import Collection
from sctui.model.review import MemoryState
from sctui.scheduler.limits import TOPIC_SEPARATOR
from sctui.scheduler.settings import above

_FAR = 1 << 60  # after every due time


def by_deck(collection: Collection, cards: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each card its deck and the decks above."""
    return {card: tuple(above(collection.place_of(card).deck, "::")) for card in cards}


def by_topic(collection: Collection, cards: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each card its topic and the topics above; cards without a topic are left out."""
    topics = {card: collection.place_of(card).topic for card in cards}
    return {card: tuple(above(topic, TOPIC_SEPARATOR)) for card, topic in topics.items() if topic}


def known_states(collection: Collection) -> list[MemoryState]:
    """What is known of every card that was studied."""
    return collection.store.due_before(_FAR)
