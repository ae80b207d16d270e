"""The cards of a library by their ids, each made when it is asked for."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence, Set

from sctui.decks.library import LoadedDeck
from sctui.decks.note_index import NoteIndex, index_of
from sctui.model.card import Card


class Cards(Mapping[str, Card]):
    """The cards in the order of the decks; of two with the same id, the first.

    Args:
        decks: the decks they lie in.
        waiting: the ids of notes whose cards are left out.
    """

    def __init__(self, decks: Sequence[LoadedDeck], waiting: Set[str] = frozenset()) -> None:
        self._decks = decks
        self._indexes: list[NoteIndex] = [index_of(loaded.deck.notes) for loaded in decks]
        self._rows: dict[str, int] = {}
        self._deck_of, self._note_of = array("H"), array("I")  # by row
        for deck, index in enumerate(self._indexes):
            self._enter(deck, index, waiting)

    def _enter(self, deck: int, index: NoteIndex, waiting: Set[str]) -> None:
        rows, notes = self._rows, self._note_of
        left_out = {number for number, note in enumerate(index.ids) if note in waiting} if waiting else ()
        for number, card in zip(index.note_of, index.cards, strict=True):
            if number not in left_out and card not in rows:
                rows[card] = len(notes)
                notes.append(number)
        self._deck_of.extend([deck] * (len(notes) - len(self._deck_of)))

    def __getitem__(self, card: str) -> Card:
        row = self._rows[card]
        note = self._decks[self._deck_of[row]].deck.notes[self._note_of[row]]
        return next(one for one in note.cards() if one.id == card)

    def __contains__(self, card: object) -> bool:
        return card in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def deck_of(self, card: str) -> int:
        """The number of the deck that a card lies in. Raises KeyError where none has it."""
        return self._deck_of[self._rows[card]]

    def place_of(self, card: str) -> tuple[int, int]:
        """The numbers of a card's deck, and of its topic in that deck. Raises KeyError where none has it."""
        row = self._rows[card]
        deck = self._deck_of[row]
        return deck, self._indexes[deck].topic_of[self._note_of[row]]

    def topic(self, place: tuple[int, int]) -> tuple[str, ...]:
        """The topic of a place."""
        deck, topic = place
        return self._indexes[deck].topics[topic]

    def in_decks(self) -> Iterator[tuple[int, Iterator[Card]]]:
        """The cards of each deck, a note read once for all of its cards."""
        for deck in range(len(self._decks)):
            yield deck, self._in_deck(deck)

    def _in_deck(self, deck: int) -> Iterator[Card]:
        for number, note in enumerate(self._decks[deck].deck.notes):
            for card in note.cards():
                row = self._rows.get(card.id)
                if row is not None and (self._deck_of[row], self._note_of[row]) == (deck, number):
                    yield card
