"""Decks as they were read last time: a deck file that has not changed since is not read again.

Reading YAML takes most of the start. The memory is a file that may be deleted whenever one likes. Of
each deck it has a line of lengths, one with what is known of its notes (`NoteIndex`), the notes, and their
places in the YAML; notes and places stay there until they are asked for. A deck file counts as unchanged when
its size and time of change are the same, and the program is.
"""

from __future__ import annotations

import json
import os
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import astuple
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from sctui import __version__
from sctui.decks.library import LoadedDeck
from sctui.decks.note_index import NoteIndex, index_of
from sctui.decks.stored_notes import OpenFile, StoredNotes, StoredPlaces
from sctui.model.deck import Deck, DocumentRef
from sctui.model.language import Language

_READERS = ("decks", "model", "text")  # the packages that decide what comes out of a deck file
_READS_ANYWHERE = hasattr(os, "pread")  # not on Windows, where an open file cannot be replaced either


class _Entry(NamedTuple):
    """Where a deck stands in the memory: its checksum, where it starts, the bytes of its head and of all."""

    checksum: int
    start: int
    head: int
    length: int


class RememberedDecks:
    """The decks of earlier readings, by file.

    Args:
        path: the file of the memory. One that is not there, or not ours, is an empty memory.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._reader = fingerprint()
        self._file, self._known = _read(path, self._reader)
        self._new: dict[str, tuple[list[int], LoadedDeck]] = {}
        self._used: set[str] = set()

    def get(self, folder: Path, file: Path) -> LoadedDeck | None:
        """The deck of a file that has not changed since it was put here; None otherwise."""
        entry = self._known.get(str(file))
        if entry is None or self._file is None:
            return None
        try:
            found = self._file.read(entry.start, entry.length)
            if len(found) != entry.length or crc32(found) != entry.checksum:  # damaged
                return None
            head = json.loads(found[: entry.head])
            if head["file"] != stamp(file):
                return None
            deck = _restored(folder, file, self._file, entry, head)
        except (OSError, KeyError, TypeError, ValueError):  # the deck is gone, or the memory damaged
            return None
        self._used.add(str(file))
        return deck

    def put(self, loaded: LoadedDeck) -> None:
        """Remember a deck that was read without problems; what is to be written is worked out by `save`."""
        try:
            self._new[str(loaded.file)] = stamp(loaded.file), loaded
        except OSError:  # gone since it was read
            return

    def save(self) -> None:
        """Write the memory if it has changed; a folder that cannot be written to is no harm."""
        kept = {file: place for file, place in self._known.items() if file in self._used}
        if not self._new and len(kept) == len(self._known):
            return
        part = self._path.with_suffix(f".{os.getpid()}")
        try:
            self._path.parent.mkdir(exist_ok=True)
            with part.open("wb") as memory:
                memory.write(_head(self._reader))
                for entry in self._entries(kept):
                    memory.write(entry)
            part.replace(self._path)
        except (OSError, UnicodeEncodeError):
            part.unlink(missing_ok=True)

    def _entries(self, kept: Mapping[str, _Entry]) -> Iterator[bytes]:
        for file, entry in kept.items():
            if file not in self._new and self._file is not None:
                found = self._file.read(entry.start, entry.length)
                yield _line([file, entry.checksum, entry.head, entry.length]) + found
        for file, (changed, loaded) in self._new.items():
            head, body = _kept(changed, loaded)
            checksum = crc32(body, crc32(head))
            yield _line([file, checksum, len(head), len(head) + len(body)]) + head + body


def _read(path: Path, reader: str) -> tuple[OpenFile | None, dict[str, _Entry]]:
    """The file, and where each deck stands in it."""
    known: dict[str, _Entry] = {}
    try:
        with path.open("rb") as memory:
            if memory.readline() != _head(reader):
                return None, {}
            while line := memory.readline():
                file, checksum, head, length = json.loads(line)
                known[file] = _Entry(checksum, memory.tell(), head, length)
                memory.seek(length, os.SEEK_CUR)
        return OpenFile(path), known
    except (OSError, TypeError, ValueError):
        return None, {}


def _head(reader: str) -> bytes:
    return _line({"reader": reader})


def _line(value: Any) -> bytes:
    return _json(value) + b"\n"


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def fingerprint() -> str:
    """Changes with the program: its version, and for those who work on it, the code that reads decks."""
    package = Path(__file__).parents[1]
    changed = max(entry.stat().st_mtime_ns for name in _READERS for entry in os.scandir(package / name))
    return f"{__version__}-{changed}"


def stamp(file: Path) -> list[int]:
    """Size and time of change of a file.

    Raises:
        OSError: when it is not there.
    """
    status = file.stat()
    return [status.st_size, status.st_mtime_ns]


def _kept(changed: list[int], loaded: LoadedDeck) -> tuple[bytes, bytes]:
    deck, index = loaded.deck, index_of(loaded.deck.notes)
    notes = [_json(astuple(note)) for note in deck.notes]
    places = _json(dict(loaded.places))
    head = {
        "file": changed,
        "name": deck.name,
        "language": deck.language,
        "documents": {name: [ref.file, ref.sha256] for name, ref in deck.documents.items()},
        "document_places": loaded.document_places,
        "ids": index.ids,
        "several": list(index.several.items()),
        "topics": index.topics,
        "topic_of": list(index.topic_of),
        "lengths": list(map(len, notes)),
        "places": len(places),
        "placed": list(loaded.places),
    }
    return _json(head), b"".join((*notes, places, b"\n"))


def _restored(folder: Path, file: Path, memory: OpenFile, entry: _Entry, head: dict[str, Any]) -> LoadedDeck:
    documents = {name: DocumentRef(*ref) for name, ref in head["documents"].items()}
    ids, topics = head["ids"], list(map(tuple, head["topics"]))
    index = NoteIndex(ids, dict(head["several"]), topics, array("I", head["topic_of"]))
    notes = StoredNotes(memory, entry.start + entry.head, head["lengths"], index)
    placed = ids if head["placed"] == ids else head["placed"]
    places = StoredPlaces(memory, entry.start + entry.length - head["places"] - 1, head["places"], placed)
    return LoadedDeck(
        file,
        folder,
        Deck(head["name"], Language(head["language"]), notes if _READS_ANYWHERE else tuple(notes), documents),
        places if _READS_ANYWHERE else dict(places),
        {name: (line, column) for name, (line, column) in head["document_places"].items()},
    )
