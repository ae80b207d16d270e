"""What can be known of a deck's notes without having them all in memory: their ids, cards and topics."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from sctui.model.card import Note


@dataclass(frozen=True, slots=True)
class NoteIndex:
    """The notes of a deck in their order.

    Args:
        ids: the id of each.
        several: the ids of the cards of a note that has not just the one of its own id, by the note's number.
        topics: the topics that there are.
        topic_of: the number of each note's topic.
    """

    ids: Sequence[str]
    several: Mapping[int, Sequence[str]]
    topics: Sequence[tuple[str, ...]]
    topic_of: array[int]

    def cards(self, number: int) -> Sequence[str]:
        """The ids of the cards of a note."""
        return self.several.get(number) or (self.ids[number],)


@runtime_checkable
class Indexed(Protocol):
    """Notes that know their index."""

    @property
    def note_index(self) -> NoteIndex:
        """The index."""


def index_of(notes: Sequence[Note]) -> NoteIndex:
    """The index of some notes, which is there already where they are kept on the disk."""
    if isinstance(notes, Indexed):
        return notes.note_index
    several: dict[int, list[str]] = {}
    topics: dict[tuple[str, ...], int] = {}
    topic_of = array("I")
    for number, note in enumerate(notes):
        topic_of.append(topics.setdefault(note.topic, len(topics)))
        if note.text or note.reverse:
            several[number] = [card.id for card in note.cards()]
    return NoteIndex([note.id for note in notes], several, list(topics), topic_of)


def card_ids(notes: Sequence[Note]) -> Iterator[str]:
    """The ids of the cards of some notes."""
    index = index_of(notes)
    for number in range(len(index.ids)):
        yield from index.cards(number)
