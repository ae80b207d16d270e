"""The cards of a library that were never studied, in the order of learning; what is found out is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import filterfalse, islice
from typing import Protocol, TypeAlias

from sctui.scheduler.limits import Place
from sctui.scheduler.queue import note_of

_Nest: TypeAlias = str | Place | None
_Scope: TypeAlias = _Nest | tuple[str, ...]


class Order(Protocol):
    """How the notes of a library are learnt, as in `sctui.decks.learning_order`."""

    @property
    def core(self) -> Set[str]:
        """The notes that come first."""

    @property
    def notes(self) -> Sequence[str]:
        """All notes, in the order."""

    @property
    def twins(self) -> Mapping[str, str]:
        """For each note that asks what an earlier one asks, that one."""


class NewCards:
    """The new cards of decks, topics and choices of cards.

    What is studied is given as a set that only grows; where it is another one, all is looked at again.

    Args:
        cards_in: the ids of the cards of a scope, in the order of the decks.
        order: the order of learning, which takes a while to work out, and is asked for when it is needed.
    """

    def __init__(self, cards_in: Callable[[_Scope], Iterable[str]], order: Callable[[], Order]) -> None:
        self._cards_in, self._order = cards_in, order
        self._in_order: dict[tuple[_Nest, bool], list[str]] = {}
        self._paired: list[str] | None = None
        self._studied: Set[str] = frozenset()
        self._begun: dict[tuple[_Nest, bool], int] = {}  # so many at the front were studied
        self._one_new: dict[_Scope, str | None] = {}  # a card that was new when last asked; None for none

    def of(self, scope: _Scope, studied: Set[str], *, beyond_core: bool) -> Iterator[str]:
        """The new cards of a scope in the order of learning; those chosen one by one as they were chosen.

        `beyond_core` tells whether what is not marked as core counts as well.
        """
        if self.all_studied(scope, studied):
            return iter(())  # without asking for the order of learning
        if isinstance(scope, tuple):
            return filterfalse(studied.__contains__, self._cards_in(scope))
        cards, start = (
            self._learning(scope, beyond_core=beyond_core),
            self._begun.get((scope, beyond_core), 0),
        )
        while start < len(cards) and cards[start] in studied:
            start += 1
        self._begun[scope, beyond_core] = start
        return filterfalse(studied.__contains__, islice(cards, start, None))

    def all_studied(self, scope: _Scope, studied: Set[str]) -> bool:
        """Whether a scope has no new card."""
        if studied is not self._studied:
            self._studied, self._begun, self._one_new = studied, {}, {}
        if scope not in self._one_new or self._one_new[scope] in studied:
            new = filterfalse(studied.__contains__, self._cards_in(scope))
            self._one_new[scope] = next(new, None)
        return self._one_new[scope] is None

    def once(self, cards: Iterable[str], studied: Callable[[], Set[str]]) -> Iterator[str]:
        """Without the cards of notes whose twin in another deck was studied, or comes before them.

        What is studied is asked for only where there is a card, and twins.
        """
        asked: dict[str, str] = {}
        for card in cards:
            note, twins = note_of(card), self._order().twins
            if not asked and twins:
                notes = (note_of(one) for one in filter(studied().__contains__, self._cards_of_twins(twins)))
                asked = {"": ""} | {twins.get(one, one): one for one in notes}
            if asked.setdefault(twins.get(note, note), note) == note:
                yield card

    def _cards_of_twins(self, twins: Mapping[str, str]) -> list[str]:
        if self._paired is None:
            notes = {*twins, *twins.values()}
            self._paired = [card for card in self._cards_in(None) if note_of(card) in notes]
        return self._paired

    def _learning(self, scope: _Nest, *, beyond_core: bool) -> list[str]:
        """The cards of a deck in the order of learning: core first, a term before what uses it."""
        found = self._in_order.get((scope, beyond_core))
        if found is None:
            members = frozenset(self._cards_in(scope))
            found = [card for card in self._all_in_order() if card in members]
            if not beyond_core:
                core = self._order().core
                found = [card for card in found if note_of(card) in core]
            self._in_order[scope, beyond_core] = found
        return found

    def _all_in_order(self) -> list[str]:
        found = self._in_order.get((None, True))
        if found is None:
            place = {note: at for at, note in enumerate(self._order().notes)}
            found = sorted(self._cards_in(None), key=lambda card: place[note_of(card)])
            self._in_order[None, True] = found
        return found
