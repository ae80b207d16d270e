"""The cards of a library that were never studied, in the order of learning; what is found out is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import islice
from typing import Protocol, TypeAlias

from sctui.model.fresh import Fresh
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

    What was never studied only becomes less; where it is another set, or of another era, all is looked at
    again.

    Args:
        cards_in: the ids of the cards of a scope, in the order of the decks.
        order: the order of learning, which takes a while to work out, and is asked for when it is needed.
    """

    def __init__(self, cards_in: Callable[[_Scope], Iterable[str]], order: Callable[[], Order]) -> None:
        self._cards_in, self._order = cards_in, order
        self._in_order: dict[tuple[_Nest, bool], list[str]] = {}
        self._paired: list[str] | None = None
        self._asked: tuple[Fresh | None, int] = None, 0
        self._begun: dict[tuple[_Nest, bool], int] = {}  # so many at the front were studied
        self._one_new: dict[_Scope, str | None] = {}  # a card that was new when last asked; None for none

    def of(self, scope: _Scope, fresh: Fresh, *, beyond_core: bool) -> Iterator[str]:
        """The new cards of a scope in the order of learning; those chosen one by one as they were chosen.

        `beyond_core` tells whether what is not marked as core counts as well.
        """
        if self.all_studied(scope, fresh):
            return iter(())  # without asking for the order of learning
        if isinstance(scope, tuple):
            return filter(fresh.cards.__contains__, self._cards_in(scope))
        cards, start = (
            self._learning(scope, beyond_core=beyond_core),
            self._begun.get((scope, beyond_core), 0),
        )
        while start < len(cards) and cards[start] not in fresh.cards:
            start += 1
        self._begun[scope, beyond_core] = start
        return filter(fresh.cards.__contains__, islice(cards, start, None))

    def all_studied(self, scope: _Scope, fresh: Fresh) -> bool:
        """Whether a scope has no new card."""
        if self._asked != (fresh, fresh.era):
            self._asked, self._begun, self._one_new = (fresh, fresh.era), {}, {}
        if not fresh.cards:
            return True
        if scope not in self._one_new or self._one_new[scope] not in fresh.cards:
            self._one_new[scope] = next(filter(fresh.cards.__contains__, self._cards_in(scope)), None)
        return self._one_new[scope] is None

    def once(self, cards: Iterable[str], fresh: Callable[[], Fresh]) -> Iterator[str]:
        """Without the cards of notes whose twin in another deck was studied, or comes before them.

        What was never studied is asked for only where there is a card, and twins.
        """
        asked: dict[str, str] = {}
        for card in cards:
            note, twins = note_of(card), self._order().twins
            if not asked and twins:
                new = fresh().cards
                notes = (note_of(one) for one in self._cards_of_twins(twins) if one not in new)
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
