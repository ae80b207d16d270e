"""The cards of a library by their ids, each made when it is asked for.

A card is known by its row, its place among all. An id is found by a number made of it, in a table of a few
bytes a card; the ids themselves need not be in memory. So an id that no card has is taken for one that a card
has in one of ten billion cases, and then until the next start only: Python makes other numbers each time.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, compress
from typing import overload

from sctui.decks.library import LoadedDeck
from sctui.decks.note_index import NoteIndex, index_of
from sctui.model.card import Card

_ROW = "I"
_number_of = hash
_MARK, _BITS = 31, 0xFFFFFFFF  # the upper half of a number; the lower one says where it stands in the table


class Cards(Mapping[str, Card]):
    """The cards in the order of the decks; of two with the same id, the first.

    Args:
        decks: the decks they lie in.
        waiting: the ids of notes whose cards are left out.
    """

    def __init__(self, decks: Sequence[LoadedDeck], waiting: Set[str] = frozenset()) -> None:
        self._decks = decks
        self._indexes: list[NoteIndex] = [index_of(loaded.deck.notes) for loaded in decks]
        self._firsts = [0]  # the first row of each deck, and the one behind the last
        self._cards: list[Sequence[int]] = []  # of each deck: the numbers of the cards that have rows
        self._marks = array(_ROW)  # by row: 32 bits of the number
        self._slots = array(_ROW, [0]) * _slots(sum(len(index.cards) for index in self._indexes))  # row + 1
        self._alike: dict[str, int] = {}  # the rows of ids whose number another id has as well
        for index in self._indexes:
            self._enter(index, waiting)

    def _enter(self, index: NoteIndex, waiting: Set[str]) -> None:
        left_out = {number for number, note in enumerate(index.ids) if note in waiting} if waiting else ()
        marks, slots, mask, number_of = self._marks, self._slots, len(self._slots) - 1, _number_of
        numbers = array(_ROW)
        self._cards.append(numbers)
        for number, card in enumerate(index.cards):
            if left_out and index.note_of[number] in left_out:
                continue
            slot = number_of(card)
            mark, slot = slot >> _MARK & _BITS, slot & mask
            while (row := slots[slot]) and marks[row - 1] != mark:
                slot = (slot + 1) & mask
            if not row:
                slots[slot] = len(marks) + 1
            elif card in self._alike or self.id_at(row - 1) == card:
                continue
            else:
                self._alike[card] = len(marks)
            marks.append(mark)
            numbers.append(number)
        self._firsts.append(len(marks))
        if len(numbers) == len(index.cards):
            self._cards[-1] = range(len(numbers))

    def __getitem__(self, card: str) -> Card:
        deck, number = self._deck_and_number(self._row(card))
        note = self._decks[deck].deck.notes[self._indexes[deck].note_of[number]]
        return next(one for one in note.cards() if one.id == card)

    def __contains__(self, card: object) -> bool:
        return self.find(card) is not None

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(map(self.ids_in, range(len(self._decks))))

    def __len__(self) -> int:
        return len(self._marks)

    def find(self, card: object) -> int | None:
        """The row of a card; None where no deck has it."""
        if card in self._alike:
            return self._alike[str(card)]
        number, mask = _number_of(card), len(self._slots) - 1
        mark, slot = number >> _MARK & _BITS, number & mask
        while row := self._slots[slot]:
            if self._marks[row - 1] == mark:
                return row - 1
            slot = (slot + 1) & mask
        return None

    def id_at(self, row: int) -> str:
        """The id of the card in a row."""
        deck, number = self._deck_and_number(row)
        return self._indexes[deck].cards[number]

    def ids(self) -> Sequence[str]:
        """The ids by row, each read when it is asked for."""
        return _Ids(self)

    def ids_in(self, deck: int) -> Iterator[str]:
        """The ids of the cards of a deck."""
        ids, numbers = self._indexes[deck].cards, self._cards[deck]
        if isinstance(numbers, range):
            return iter(ids)
        kept = bytearray(len(ids))
        for number in numbers:
            kept[number] = True
        return compress(ids, kept)

    def rows_in(self, deck: int) -> range:
        """The rows of the cards of a deck."""
        return range(self._firsts[deck], self._firsts[deck + 1])

    def deck_of(self, card: str) -> int:
        """The number of the deck that a card lies in. Raises KeyError where none has it."""
        return self._deck_at(self._row(card))

    def place_of(self, card: str) -> tuple[int, int]:
        """The numbers of a card's deck, and of its topic in that deck. Raises KeyError where none has it."""
        deck, number = self._deck_and_number(self._row(card))
        index = self._indexes[deck]
        return deck, index.topic_of[index.note_of[number]]

    def topic(self, place: tuple[int, int]) -> tuple[str, ...]:
        """The topic of a place."""
        deck, topic = place
        return self._indexes[deck].topics[topic]

    def topics_in(self, deck: int) -> Iterator[int]:
        """The number of the topic of each card of a deck."""
        index = self._indexes[deck]
        notes = map(index.note_of.__getitem__, self._cards[deck])
        return map(index.topic_of.__getitem__, notes)

    def topics_of(self, deck: int) -> Iterable[int]:
        """The numbers of the topics that a deck's cards have, each once and in the order of the cards."""
        index = self._indexes[deck]
        if isinstance(self._cards[deck], range) and index.cards is index.ids:
            return range(len(index.topics))
        return dict.fromkeys(self.topics_in(deck))

    def note_rows(self) -> Sequence[int]:
        """For each row the number of its note among the notes of all decks."""
        notes, before = array(_ROW), 0
        for index, numbers in zip(self._indexes, self._cards, strict=True):
            if isinstance(numbers, range) and isinstance(index.note_of, range):
                notes.extend(range(before, before + len(numbers)))
            else:
                notes.extend(before + index.note_of[number] for number in numbers)
            before += len(index.ids)
        return notes

    def in_decks(self) -> Iterator[tuple[int, Iterator[Card]]]:
        """The cards of each deck, a note read once for all of its cards."""
        for deck in range(len(self._decks)):
            yield deck, self._in_deck(deck)

    def _in_deck(self, deck: int) -> Iterator[Card]:
        kept = iter(self._cards[deck])
        wanted = next(kept, None)
        cards = chain.from_iterable(note.cards() for note in self._decks[deck].deck.notes)
        for number, card in enumerate(cards):
            if number == wanted:
                yield card
                wanted = next(kept, None)

    def _row(self, card: str) -> int:
        row = self.find(card)
        if row is None:
            raise KeyError(card)
        return row

    def _deck_at(self, row: int) -> int:
        return bisect_right(self._firsts, row) - 1

    def _deck_and_number(self, row: int) -> tuple[int, int]:
        deck = self._deck_at(row)
        return deck, self._cards[deck][row - self._firsts[deck]]


class _Ids(Sequence[str]):
    """The ids of cards by row."""

    def __init__(self, cards: Cards) -> None:
        self._cards = cards

    def __len__(self) -> int:
        return len(self._cards)

    @overload
    def __getitem__(self, row: int) -> str: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[str]: ...
    def __getitem__(self, row: int | slice) -> str | Sequence[str]:
        rows = range(len(self))[row]
        return self._cards.id_at(rows) if isinstance(rows, int) else [*map(self._cards.id_at, rows)]


def _slots(cards: int) -> int:
    """How many are needed: a power of two, of which at least half stay free."""
    return 1 << (2 * cards).bit_length()
