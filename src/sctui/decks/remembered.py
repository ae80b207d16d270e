"""Decks as they were read last time: a deck file that has not changed since is not read again.

Reading YAML takes most of the program's start. The memory is a JSON file that may be deleted at any time; a
file counts as unchanged when its size and time of change are the same, and the program is.
"""

from __future__ import annotations

import json
import os
from dataclasses import astuple
from pathlib import Path
from typing import Any

from sctui import __version__
from sctui.decks.library import LoadedDeck
from sctui.decks.places import Place
from sctui.model.card import CardKind, Markup, Note, Reverse, Source
from sctui.model.deck import Deck, DocumentRef
from sctui.model.language import Language

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
        entry = self._known.get(str(file))
        try:
            if entry is None or entry["file"] != stamp(file):
                return None
            deck = _restored(folder, file, entry)
        except (OSError, AttributeError, IndexError, KeyError, TypeError, ValueError):  # damaged, or gone
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
        kept = {file: entry for file, entry in self._known.items() if file in self._used}
        if not self._new and len(kept) == len(self._known):
            return
        kept |= {file: {"file": stamp} | _kept(loaded) for file, (stamp, loaded) in self._new.items()}
        text = json.dumps({"reader": self._reader, "decks": kept}, ensure_ascii=False, separators=(",", ":"))
        part = self._path.with_suffix(f".{os.getpid()}")
        try:
            self._path.parent.mkdir(exist_ok=True)
            part.write_text(text, "utf-8")
            part.replace(self._path)
        except (OSError, UnicodeEncodeError):
            part.unlink(missing_ok=True)


def _read(path: Path, reader: str) -> dict[str, Any]:
    try:
        memory = json.loads(path.read_bytes())
        known: dict[str, Any] = memory["decks"] if memory["reader"] == reader else {}
    except (OSError, KeyError, TypeError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


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
    notes = tuple(_note(*row) for row in entry["notes"])
    return LoadedDeck(
        file,
        folder,
        Deck(entry["name"], Language(entry["language"]), notes, documents),
        {name: _place(*row) for name, row in entry["places"].items()},
        {name: (line, column) for name, (line, column) in entry["document_places"].items()},
    )


def _note(name: str, kind: str, topic: list[str], *rest: Any) -> Note:
    front, back, text, sources, flags, tags, tolerance, options, reverse, markup, _ = rest
    return Note(
        name,
        CardKind(kind),
        tuple(topic),
        front,
        back,
        text,
        tuple(Source(*source) for source in sources),
        tuple(flags),
        tuple(tags),
        tolerance,
        tuple(options),
        Reverse(*reverse) if reverse else None,
        Markup(markup),
    )


def _place(line: int, column: int, last: int, answer: list[int], sources: list[list[int]]) -> Place:
    return Place(line, column, last, (answer[0], answer[1]), tuple((at[0], at[1]) for at in sources))
