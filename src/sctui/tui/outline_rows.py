"""Decks and their topics -> the rows of the library: a tree, drawn as lines."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from sctui.i18n import _
from sctui.scheduler.limits import TOPIC_SEPARATOR, Place
from sctui.scheduler.queue import Counts

RowScope: TypeAlias = str | Place | None
_NOTHING = Counts()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the library.

    Args:
        scope: the deck's whole name, or deck and topic; None stands for all decks.
        title: the last part of the name.
        depth: how many rows it lies below.
        counts: what is left to study in it and below; None where it is not known yet.
        open: whether what lies below is shown; None when there is nothing.
    """

    scope: RowScope
    title: str
    depth: int
    counts: Counts | None
    open: bool | None = None


class Outline:
    """The tree of a library.

    Args:
        decks: the names of the decks, those above them first.
        topics_in: the topics of a deck itself, those above them first.
    """

    def __init__(self, decks: Iterable[str], topics_in: Callable[[str], Iterable[str]]) -> None:
        self._children = _children(decks, "::")
        self._topics_in = topics_in
        self._topics: dict[str, dict[str, list[str]]] = {}

    def rows(
        self, counts: Mapping[RowScope, Counts], total: Counts, turned: Container[RowScope]
    ) -> Iterator[Row]:
        """From top to bottom: all decks first, then what lies in something open.

        A deck with decks below it is open at first, everything else is not; `turned` are those that are not
        as at first.
        """
        yield Row(None, _("All decks"), 0, total)
        yield from self._decks("", counts, turned)

    def _decks(
        self, parent: str, counts: Mapping[RowScope, Counts], turned: Container[RowScope]
    ) -> Iterator[Row]:
        for deck in self._children.get(parent, ()):
            parts = deck in self._children
            is_open = parts != (deck in turned) if parts or self._has_topics(deck) else None
            depth = deck.count("::")
            yield Row(deck, deck.rpartition("::")[2], depth, counts.get(deck, _NOTHING), is_open)
            if is_open:
                yield from self._decks(deck, counts, turned)
                yield from self._topic_rows(Place(deck), depth + 1, counts, turned)

    def _topic_rows(
        self, place: Place, depth: int, counts: Mapping[RowScope, Counts], turned: Container[RowScope]
    ) -> Iterator[Row]:
        topics = self._topics_of(place.deck)
        for topic in topics.get(place.topic, ()):
            scope = Place(place.deck, topic)
            is_open = scope in turned if topic in topics else None
            title = topic.rpartition(TOPIC_SEPARATOR)[2]
            yield Row(scope, title, depth, counts.get(scope), is_open)
            if is_open:
                yield from self._topic_rows(scope, depth + 1, counts, turned)

    def _has_topics(self, deck: str) -> bool:
        return next(iter(self._topics_in(deck)), None) is not None

    def _topics_of(self, deck: str) -> dict[str, list[str]]:
        if deck not in self._topics:
            self._topics[deck] = _children(self._topics_in(deck), TOPIC_SEPARATOR)
        return self._topics[deck]


def steps_to_parent(rows: Sequence[Row], at: int) -> int:
    """How far it is from a row to the one that it lies in; 0 where it lies in none."""
    return next((i for i in range(at - 1, 0, -1) if rows[i].depth < rows[at].depth), at) - at


def _children(names: Iterable[str], separator: str) -> dict[str, list[str]]:
    children: dict[str, list[str]] = {}
    for name in names:
        children.setdefault(name.rpartition(separator)[0], []).append(name)
    return children
