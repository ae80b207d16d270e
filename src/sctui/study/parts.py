"""A collection cut into the places that its cards lie at, so that SQLite can sum by place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from sctui.collection import Collection
from sctui.scheduler.limits import TOPIC_SEPARATOR, Place

_Where = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Parts:
    """`places` in the order of the decks, and how many `cards` lie at each; a part is a place's number."""

    places: tuple[Place, ...]
    sizes: tuple[int, ...]
    cards: Iterable[str]
    _collection: Collection = field(repr=False)
    _numbers: dict[_Where, int] = field(repr=False)

    def pairs(self) -> Iterator[tuple[str, int]]:
        """Each card with the number of its part; made as they are asked for, there can be many."""
        for card in self.cards:
            where = _where(self._collection, card)
            if where is not None:
                yield card, self._numbers[where]

    def among(self, cards: Iterable[str]) -> Parts:
        """The same places, with some of the cards only."""
        chosen = replace(self, cards=tuple(cards))
        return replace(chosen, sizes=_sizes(chosen))


def parts_of(collection: Collection) -> Parts:
    """Every card's deck and topic; a tenth of a second for 100,000 cards."""
    numbers: dict[_Where, int] = {}
    for card in collection.cards:
        where = _where(collection, card)
        if where is not None:
            numbers.setdefault(where, len(numbers))
    places = tuple(Place(deck, TOPIC_SEPARATOR.join(topic)) for deck, topic in numbers)
    parts = Parts(places, (), collection.cards, collection, numbers)
    return replace(parts, sizes=_sizes(parts))


def _where(collection: Collection, card: str) -> _Where | None:
    found = collection.cards.get(card)
    return None if found is None else (collection.deck_of(card), found.note.topic)


def _sizes(parts: Parts) -> tuple[int, ...]:
    counted = [0] * len(parts.places)
    for _card, part in parts.pairs():
        counted[part] += 1
    return tuple(counted)
