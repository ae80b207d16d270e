"""Notes put into the decks of a folder: a deck of the name gets those it has not, or a new file is made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sctui.decks.identity import slug
from sctui.decks.library import deck_files
from sctui.decks.surgery import with_notes
from sctui.decks.yaml_reader import guess_language, read_deck_text, read_text
from sctui.decks.yaml_writer import deck_text
from sctui.errors import DeckError
from sctui.model.card import Note
from sctui.model.deck import Deck
from sctui.model.language import Language

_ENOUGH = 1000  # notes that tell in which language a deck is


@dataclass(frozen=True, slots=True)
class Taken:
    """What becomes of one deck: its file, the file's new text, which notes are added, how many were there.

    `before` is the text as it was read; None where there was no file.
    """

    file: Path
    text: str
    added: tuple[str, ...]
    there: int
    before: str | None = None


class DeckFiles:
    """The file of each deck of a folder; a new deck gets one that no other has.

    `taken` names files, relative to a library's folder, whose names new files must not have: a file of the
    same name would stand in for them.
    """

    def __init__(self, folder: Path, taken: Iterable[str]) -> None:
        self._folder = folder
        self._names = deck_names(folder)
        self.new: set[str] = set()
        self._used = {*taken, *(file.relative_to(folder).as_posix() for _, file in deck_files((folder,)))}

    def of(self, name: str) -> Path:
        """The file of the deck of this name."""
        if name not in self._names:
            file = _free(slug(name), self._used)
            self._used.add(file)
            self.new.add(name)
            self._names[name] = self._folder / file
        return self._names[name]


def take_in(files: DeckFiles, decks: Mapping[str, Iterable[Note]]) -> list[Taken]:
    """Work out the files of decks with notes added to them, by the decks' names; nothing is written.

    No note that stands in a deck is changed.

    Raises:
        DeckError: when a deck that is to be added to is faulty, or cannot be added to safely.
    """
    found: list[Taken] = []
    for name, notes in decks.items():
        unique = {note.id: note for note in reversed(tuple(notes))}
        new = [unique[key] for key in reversed(unique)]
        file = files.of(name)
        if name not in files.new:
            found.append(_added(file, new))
        else:
            text = deck_text(Deck(name, _language(new), tuple(new)))
            found.append(Taken(file, text, tuple(note.id for note in new), 0))
    return found


def deck_names(folder: Path) -> dict[str, Path]:
    """The file of each deck in a folder, by the deck's name; of several, the first."""
    names: dict[str, Path] = {}
    for _, file in deck_files((folder,)):
        try:
            name = read_deck_text(read_text(file), str(file)).deck_file.deck.name
        except DeckError:
            continue  # `sctui check` tells of it
        names.setdefault(name, file)
    return names


def _added(file: Path, notes: list[Note]) -> Taken:
    text = read_text(file)
    known = {note.id for note in read_deck_text(text, str(file)).deck_file.deck.notes}
    new = [note for note in notes if note.id not in known]
    changed = with_notes(text, str(file), new) if new else text
    return Taken(file, changed, tuple(note.id for note in new), len(notes) - len(new), text)


def _language(notes: list[Note]) -> Language:
    return guess_language("\n".join(f"{note.front}{note.back}{note.text}" for note in notes[:_ENOUGH]))


def _free(name: str, used: set[str]) -> str:
    number = 1
    while (file := f"{name}{'' if number == 1 else f'-{number}'}.yaml") in used:
        number += 1
    return file
