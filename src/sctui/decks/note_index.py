"""What can be known of a deck's notes without having them all in memory: their ids, cards and topics."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from sctui.model.card import Note


@dataclass(frozen=True, slots=True)
class NoteIndex:
    """The notes of a deck and their cards, both in their order.

    Args:
        ids: the id of each note.
        cards: the id of each card; the same object as `ids` where each note has one card of its own id.
        note_of: the number of each card's note.
        topics: the topics that there are.
        topic_of: the number of each note's topic.
    """

    ids: Sequence[str]
    cards: Sequence[str]
    note_of: Sequence[int]
    topics: Sequence[tuple[str, ...]]
    topic_of: array[int]


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
    ids = [note.id for note in notes]
    topics: dict[tuple[str, ...], int] = {}
    topic_of = array("I", (topics.setdefault(note.topic, len(topics)) for note in notes))
    if not any(note.text or note.reverse for note in notes):
        return NoteIndex(ids, ids, range(len(ids)), list(topics), topic_of)
    cards: list[str] = []
    note_of = array("I")
    for number, note in enumerate(notes):
        found = note.card_ids()
        cards += found
        note_of.extend([number] * len(found))
    return NoteIndex(ids, cards, note_of, list(topics), topic_of)
