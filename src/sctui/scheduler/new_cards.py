"""The cards of a library that were never studied, in the order of learning; what is found out is kept.

Cards are told by their rows, their places among all: that takes a hundredth of the room that their ids take.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, islice
from typing import Protocol, TypeAlias

from sctui.model.fresh import Fresh
from sctui.scheduler.limits import Place
from sctui.scheduler.queue import note_of

_Nest: TypeAlias = str | Place | None
_Scope: TypeAlias = _Nest | tuple[str, ...]
_ROW = "I"
_FEW = 1000  # new cards: fewer are remembered, more looked for among all cards whenever they are asked for


class Order(Protocol):
    """How the notes of a library are learnt, as in `sctui.decks.learning_order`."""

    @property
    def core(self) -> Sequence[int]:
        """For each note, 1 where it is of those that come first, else 0."""

    @property
    def notes(self) -> Sequence[int]:
        """The numbers of all notes, in the order."""

    @property
    def twins(self) -> Mapping[str, str]:
        """For each note that asks what an earlier one asks, that one."""


class Rows(Protocol):
    """Cards in the order of the decks, as in `sctui.decks.cards`."""

    def __iter__(self) -> Iterator[str]:
        """The ids of all."""

    def __len__(self) -> int:
        """How many there are."""

    def find(self, card: object) -> int | None:
        """The row of a card; None where there is no such card."""

    def id_at(self, row: int) -> str:
        """The id of the card in a row."""

    def note_rows(self) -> Sequence[int]:
        """For each row the number of its note among all notes."""


class NewCards:
    """The new cards of decks, topics and choices of cards.

    What was never studied only becomes less; where it is another set, or of another era, all is looked at
    again.

    Args:
        cards: all cards.
        rows_in: the rows of a deck or topic, or all for None, in order: some ranges, or some lists.
        order: the order of learning, which takes a while to work out; asked for once, when it is needed.
    """

    def __init__(
        self, cards: Rows, rows_in: Callable[[_Nest], Iterable[Sequence[int]]], order: Callable[[], Order]
    ) -> None:
        self._cards, self._order, self._find_rows = cards, order, rows_in
        self._rows: dict[_Nest, tuple[Sequence[int], ...]] = {}
        self._in_order: dict[tuple[_Nest, bool], array[int]] = {}
        self._paired: list[str] | None = None
        self._asked: tuple[Fresh | None, int] = None, 0
        self._taken = 0  # so many of those that are not new any more are marked
        self._new = bytearray()  # by row, 1 where the card is new
        self._begun: dict[tuple[_Nest, bool], int] = {}  # so many at the front were studied
        self._few: dict[tuple[_Nest, bool], array[int]] = {}  # those that were new when first asked for

    def of(self, scope: _Scope, fresh: Fresh, *, beyond_core: bool) -> Iterator[str]:
        """The new cards of a scope in the order of learning; those chosen one by one as they were chosen.

        `beyond_core` tells whether what is not marked as core counts as well.
        """
        if self.all_studied(scope, fresh):
            return iter(())  # without asking for the order of learning
        if isinstance(scope, tuple):
            return filter(fresh.cards.__contains__, scope)
        asked, new = (scope, beyond_core), self._new
        left: Iterable[int] | None = self._few.get(asked)
        if left is None:
            rows, start = self._learning(scope, beyond_core=beyond_core), self._begun.get(asked, 0)
            while start < len(rows) and not new[rows[start]]:
                start += 1
            self._begun[asked] = start
            left = islice(rows, start, None)
            if new.count(1) < _FEW:
                left = self._few[asked] = array(_ROW, filter(new.__getitem__, left))
        return (self._cards.id_at(row) for row in left if new[row])

    def all_studied(self, scope: _Scope, fresh: Fresh) -> bool:
        """Whether a scope has no new card."""
        self._mark(fresh)
        if not fresh.cards:
            return True
        if isinstance(scope, tuple):
            return fresh.cards.isdisjoint(scope)
        return not any(map(self._has_new, self._rows_in(scope)))

    def prepare(self, fresh: Fresh) -> None:
        """Work out what takes longest beforehand, if it is going to be needed."""
        if not self.all_studied(None, fresh):
            _ = self._places

    def once(self, cards: Iterable[str], fresh: Callable[[], Fresh]) -> Iterator[str]:
        """Without the cards of notes whose twin in another deck was studied, or comes before them.

        What was never studied is asked for only where there is a card, and twins.
        """
        asked: dict[str, str] = {}
        for card in cards:
            note, twins = note_of(card), self._places[2]
            if not asked and twins:
                new = fresh().cards
                notes = (note_of(one) for one in self._cards_of_twins(twins) if one not in new)
                asked = {"": ""} | {twins.get(one, one): one for one in notes}
            if asked.setdefault(twins.get(note, note), note) == note:
                yield card

    def _mark(self, fresh: Fresh) -> None:
        if self._asked != (fresh, fresh.era):
            self._asked, self._begun, self._few = (fresh, fresh.era), {}, {}
            self._new, self._taken = bytearray(len(self._cards)), len(fresh.left)
            self._set(fresh.cards, new=True)
        self._set(islice(fresh.left, self._taken, None), new=False)
        self._taken = len(fresh.left)

    def _set(self, cards: Iterable[str], *, new: bool) -> None:
        for card in cards:
            row = self._cards.find(card)
            if row is not None:
                self._new[row] = new

    def _has_new(self, rows: Sequence[int]) -> bool:
        if isinstance(rows, range):
            return self._new.find(1, rows.start, rows.stop) >= 0
        return any(map(self._new.__getitem__, rows))

    def _rows_in(self, scope: _Nest) -> tuple[Sequence[int], ...]:
        if scope not in self._rows:
            self._rows[scope] = tuple(self._find_rows(scope))
        return self._rows[scope]

    def _cards_of_twins(self, twins: Mapping[str, str]) -> list[str]:
        if self._paired is None:
            notes = {*twins, *twins.values()}
            self._paired = [card for card in self._cards if note_of(card) in notes]
        return self._paired

    def _learning(self, scope: _Nest, *, beyond_core: bool) -> array[int]:
        """The rows of a deck in the order of learning: core first, a term before what uses it."""
        found = self._in_order.get((scope, beyond_core))
        if found is None:
            places, core, _ = self._places
            rows: Iterable[int] = chain.from_iterable(self._rows_in(scope))
            if not beyond_core:
                rows = filter(core.__getitem__, rows)
            found = array(_ROW, sorted(rows, key=places.__getitem__))
            self._in_order[scope, beyond_core] = found
        return found

    @cached_property
    def _places(self) -> tuple[array[int], bytes, Mapping[str, str]]:
        """For each row, its note's place in the order of learning, and 1 where it is core; and the twins."""
        order, notes = self._order(), self._cards.note_rows()
        places = array(_ROW, [0]) * len(order.notes)
        for place, note in enumerate(order.notes):
            places[note] = place
        core = bytes(map(order.core.__getitem__, notes))
        return array(_ROW, map(places.__getitem__, notes)), core, order.twins
