"""Decks as they were read last time: a deck file that has not changed since is not read again.

Reading YAML takes most of the program's start. The memory is a JSON file, a deck a line, so that one deck of
it is in memory at a time; it may be deleted whenever one likes. A file counts as unchanged when its size and
time of change are the same, and the program is.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import astuple
from pathlib import Path
from typing import Any

from sctui import __version__
from sctui.decks.library import LoadedDeck
from sctui.decks.places import Place
from sctui.model.card import CardKind, Markup, Note, Reverse, Source
from sctui.model.deck import Deck, DocumentRef
from sctui.model.language import Language

_BEGIN = b'{"file":'  # how the entry of a deck begins
_ENTRY = b'":' + _BEGIN
_READERS = ("decks", "model", "text")  # the packages that decide what comes out of a deck file


class RememberedDecks:
    """The decks of earlier readings, by file.

    Args:
        path: the file of the memory. One that is not there, or not ours, is an empty memory.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._reader = fingerprint()
        self._known = _read(path, self._reader)
        self._new: dict[str, tuple[list[int], LoadedDeck]] = {}
        self._used: set[str] = set()

    def get(self, folder: Path, file: Path) -> LoadedDeck | None:
        """The deck of a file that has not changed since it was put here; None otherwise."""
        place = self._known.get(str(file))
        try:
            entry = json.loads(self._bytes(*place)) if place else None
            if entry is None or entry["file"] != stamp(file):
                return None
            deck = _restored(folder, file, entry)
        except (OSError, AttributeError, IndexError, KeyError, TypeError, ValueError):  # damaged, or gone
            return None
        self._used.add(str(file))
        return deck

    def _bytes(self, start: int, length: int) -> bytes:
        with self._path.open("rb") as memory:
            memory.seek(start)
            return memory.read(length)

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
                for number, line in enumerate(self._lines(kept)):
                    memory.write((b",\n" if number else b"") + line)
                memory.write(b"\n}}\n")
            part.replace(self._path)
        except (OSError, UnicodeEncodeError):
            part.unlink(missing_ok=True)

    def _lines(self, kept: Mapping[str, tuple[int, int]]) -> Iterator[bytes]:
        for file, place in kept.items():
            if file not in self._new:
                yield _json(file) + b":" + self._bytes(*place)
        for file, (changed, loaded) in self._new.items():
            yield _json(file) + b":" + _json({"file": changed} | _kept(loaded))


def _read(path: Path, reader: str) -> dict[str, tuple[int, int]]:
    """Where the entry of each file stands: offset and length."""
    known: dict[str, tuple[int, int]] = {}
    try:
        with path.open("rb") as memory:
            if memory.readline() != _head(reader):
                return {}
            at = memory.tell()
            for line in memory:
                name, between, _ = line.partition(_ENTRY)
                if between:
                    start = len(name) + len(_ENTRY) - len(_BEGIN)
                    known[json.loads(name + b'"')] = at + start, len(line.rstrip(b",\n")) - start
                at += len(line)
    except (OSError, TypeError, ValueError):
        return {}
    return known


def _head(reader: str) -> bytes:
    return b'{"reader":' + _json(reader) + b',"decks":{\n'


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


def _kept(loaded: LoadedDeck) -> dict[str, Any]:
    deck = loaded.deck
    return {
        "name": deck.name,
        "language": deck.language,
        "documents": {name: [ref.file, ref.sha256] for name, ref in deck.documents.items()},
        "document_places": loaded.document_places,
        "notes": [astuple(note) for note in deck.notes],
        "places": loaded.places,
    }


def _restored(folder: Path, file: Path, entry: dict[str, Any]) -> LoadedDeck:
    if not isinstance(entry["name"], str):
        raise TypeError("a deck's name is text")
    documents = {name: DocumentRef(*ref) for name, ref in entry["documents"].items()}
    once = _Once()
    notes = tuple(_note(once, *row) for row in entry["notes"])
    return LoadedDeck(
        file,
        folder,
        Deck(entry["name"], Language(entry["language"]), notes, documents),
        {name: _place(*row) for name, row in entry["places"].items()},
        {name: (line, column) for name, (line, column) in entry["document_places"].items()},
    )


class _Once(dict[Any, Any]):
    """Gives the same topics, tags and names of documents as one thing in memory, for all notes of a deck."""

    def __missing__(self, key: Any) -> Any:
        self[key] = key
        return key


def _note(once: _Once, name: str, kind: str, topic: list[str], *rest: Any) -> Note:
    front, back, text, sources, flags, tags, tolerance, options, reverse, markup, _ = rest
    return Note(
        name,
        CardKind(kind),
        once[tuple(topic)],
        front,
        back,
        text,
        tuple(Source(once[document], *place) for document, *place in sources),
        once[tuple(flags)],
        once[tuple(tags)],
        tolerance,
        tuple(options),
        Reverse(*reverse) if reverse else None,
        Markup(markup),
    )


def _place(line: int, column: int, last: int, answer: list[int], sources: list[list[int]]) -> Place:
    return Place(line, column, last, (answer[0], answer[1]), tuple((at[0], at[1]) for at in sources))
