"""Pictures and sounds of a package on their way into a folder beside the deck that shows them."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from urllib.parse import unquote

from sctui.anki.media_names import safe_name
from sctui.decks.imports.into_decks import DeckFiles


class MediaComing:
    """Gives each medium that a card shows a name, and remembers what is to be copied where.

    Args:
        there: what fields call a file -> where it was unpacked.
        decks: the files of the decks, beside which media lie in a folder of their own.
    """

    def __init__(self, there: dict[str, Path], decks: DeckFiles) -> None:
        self._there = there | {unicodedata.normalize("NFC", name): file for name, file in there.items()}
        self._decks = decks
        self._paths: dict[tuple[str, str], str] = {}
        self._taken: dict[Path, set[str]] = {}
        self.files: dict[Path, bytes] = {}
        self.missing: set[str] = set()
        self.refused: set[str] = set()

    def path(self, name: str, deck: str) -> str:
        """The path from the deck's file to a medium that a field calls `name`; empty when there is none."""
        key = name, deck
        if key not in self._paths:
            self._paths[key] = self._place(name, deck)
        return self._paths[key]

    def _place(self, name: str, deck: str) -> str:
        known = (name, unquote(name), unicodedata.normalize("NFC", unquote(name)))
        file = next((self._there[one] for one in known if one in self._there), None)
        if file is None:
            if "://" not in name and not name.startswith("data:"):
                self.missing.add(name)
            return ""
        folder = media_folder(self._decks.of(deck))
        data = file.read_bytes()
        taken = self._names(folder)
        wanted = safe_name(name, ())
        if not wanted:
            self.refused.add(name)
            return ""
        if _holds(folder / wanted, data) or self.files.get(folder / wanted) == data:
            found = wanted
        else:
            found = safe_name(name, taken)
            while found.lower() in taken:
                found = f"_{found}"
        taken.add(found.lower())
        self.files[folder / found] = data
        return f"{folder.name}/{found}"

    def _names(self, folder: Path) -> set[str]:
        if folder not in self._taken:
            there = folder.iterdir() if folder.is_dir() else ()
            self._taken[folder] = {file.name.lower() for file in there}
        return self._taken[folder]


def media_folder(deck: Path) -> Path:
    """Where the media of a deck lie, by the deck's file."""
    return deck.with_name(f"{deck.stem}-media")


def _holds(file: Path, data: bytes) -> bool:
    return file.is_file() and file.stat().st_size == len(data) and file.read_bytes() == data
