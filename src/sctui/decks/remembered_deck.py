"""A deck as the memory of decks keeps it: what is asked of it at every start, and the rest for later.

First a head, as JSON: names, documents, topics. Then the topics of the notes, ids of
notes, cards, notes, and their places in the YAML, which stay in the file until they are asked for.
"""

from __future__ import annotations

import json
from array import array
from dataclasses import astuple
from pathlib import Path
from sys import intern
from typing import Any

from sctui.decks.library import LoadedDeck
from sctui.decks.note_index import NoteIndex, index_of
from sctui.decks.stored_ids import StoredIds, numbers, packed_ids
from sctui.decks.stored_notes import OpenFile, StoredNotes, StoredPlaces, encoded, packed_notes
from sctui.model.deck import Deck, DocumentRef
from sctui.model.language import Language

_NUMBERS = "I"


def packed(loaded: LoadedDeck) -> tuple[bytes, bytes]:
    """Head and body of a deck.

    Raises:
        ValueError: when something in it cannot be written; as for lone surrogates.
    """
    deck, index = loaded.deck, index_of(loaded.deck.notes)
    plain = index.cards is index.ids
    placed = list(loaded.places)
    parts = {
        "topic_of": index.topic_of.tobytes(),
        "ids": packed_ids(index.ids),
        "note_of": b"" if plain else array(_NUMBERS, index.note_of).tobytes(),
        "cards": b"" if plain else packed_ids(index.cards),
        "notes": packed_notes(deck.notes),
        "places": encoded(dict(loaded.places)),
    }
    head = {
        "name": deck.name,
        "language": deck.language,
        "documents": {name: astuple(ref) for name, ref in deck.documents.items()},
        "document_places": loaded.document_places,
        "topics": index.topics,
        "notes": len(index.ids),
        "cards": None if plain else len(index.cards),
        "placed": None if placed == list(index.ids) else placed,
        "lengths": {name: len(part) for name, part in parts.items()},
    }
    return encoded(head), b"".join(parts.values())


def restored(folder: Path, file: Path, memory: OpenFile, start: int, head: bytes) -> LoadedDeck:
    """A deck of a memory in which its body starts at `start`; notes and places stay there.

    Raises:
        OSError: when it cannot be read.
        KeyError, TypeError, ValueError: when it is no deck.
    """
    told: dict[str, Any] = json.loads(head)
    at: dict[str, int] = {}
    for name, length in told["lengths"].items():
        at[name], start = start, start + length
    index = _index(told, memory, at)
    length = told["lengths"]["places"]
    placed = index.ids if told["placed"] is None else told["placed"]
    documents = {name: DocumentRef(*ref) for name, ref in told["documents"].items()}
    return LoadedDeck(
        file,
        folder,
        Deck(told["name"], Language(told["language"]), StoredNotes(memory, at["notes"], index), documents),
        StoredPlaces(memory, at["places"], length, placed),
        {name: (line, column) for name, (line, column) in told["document_places"].items()},
    )


def _index(told: dict[str, Any], memory: OpenFile, at: dict[str, int]) -> NoteIndex:
    ids = StoredIds(memory, at["ids"], told["notes"])
    topics = [tuple(map(intern, topic)) for topic in told["topics"]]  # many decks have the same
    topic_of = numbers(memory, at["topic_of"], _NUMBERS, 0, told["notes"])
    if told["cards"] is None:
        return NoteIndex(ids, ids, range(told["notes"]), topics, topic_of)
    cards = StoredIds(memory, at["cards"], told["cards"])
    note_of = numbers(memory, at["note_of"], _NUMBERS, 0, told["cards"])
    return NoteIndex(ids, cards, note_of, topics, topic_of)
