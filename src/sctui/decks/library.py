"""Folders of decks -> the library: every deck that can be read, and what is wrong with the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from operator import ne
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sctui.decks.inbox import waiting_in
from sctui.decks.note_index import index_of
from sctui.errors import DeckError
from sctui.i18n import _

if TYPE_CHECKING:
    from sctui.decks.places import Place
    from sctui.model.deck import Deck


@dataclass(frozen=True, slots=True)
class LoadedDeck:
    """A deck, its file, the library folder it was found in, and where its notes and documents stand."""

    file: Path
    folder: Path
    deck: Deck
    places: Mapping[str, Place]
    document_places: dict[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Library:
    """All decks in the order of their relative file names, and everything that was left out.

    `waiting` are the ids of the notes that wait in the inbox: they are not studied yet.
    """

    decks: tuple[LoadedDeck, ...] = ()
    problems: tuple[DeckError, ...] = ()
    waiting: frozenset[str] = frozenset()


class Memory(Protocol):
    """Decks that need not be read again."""

    def get(self, folder: Path, file: Path) -> LoadedDeck | None:
        """The deck of a file that has not changed; None where it must be read."""

    def put(self, loaded: LoadedDeck) -> LoadedDeck:
        """Take note of a deck that was read without problems; gives it as it stands in the memory now."""


_NONE: Mapping[Path, LoadedDeck] = {}


def read_library(folders: Sequence[Path], remembered: Memory | None = None) -> Library:
    """Read all `*.yaml` below `folders`; a folder that is not there is empty.

    What has not changed since it was `remembered` is not read again.
    A file in a later folder stands in for the file of the same relative name in an earlier one. A deck that
    cannot be read, a faulty card, and the second card of an id become problems; nothing is raised for them.
    """
    return read_decks(deck_files(folders), remembered)


def read_decks(
    files: Iterable[tuple[Path, Path]],
    remembered: Memory | None = None,
    standing: Mapping[Path, LoadedDeck] = _NONE,
) -> Library:
    """Read decks by folder and file, as `deck_files` gives them; otherwise like `read_library`.

    A deck that cannot be read stays as it was `standing`.
    """
    decks: list[LoadedDeck] = []
    problems: list[DeckError] = []
    for folder, file in files:
        known = remembered.get(folder, file) if remembered else None
        if known:
            decks.append(known)
            continue
        try:
            loaded, faults = _read(folder, file)
        except DeckError as problem:
            problems.append(problem)
            decks += [standing[file]] if file in standing else ()
            continue
        decks.append(remembered.put(loaded) if remembered and not faults else loaded)
        problems += faults
    return _library(decks, problems)


def _library(decks: list[LoadedDeck], problems: Sequence[DeckError]) -> Library:
    unique, repeated = _without_repeats(decks)
    waiting, faults = waiting_in(loaded.file.parent for loaded in unique)
    if waiting:  # those of them that are still there
        waiting &= {note for note in _note_ids(unique) if note in waiting}
    return Library(tuple(unique), (*problems, *repeated, *faults), waiting)


def reread(library: Library, file: Path) -> Library:
    """The library with one of its decks read anew; what was wrong with other decks stays told.

    Raises:
        DeckError: when the deck cannot be read any more, or has a faulty card.
    """
    folder = next(loaded.folder for loaded in library.decks if loaded.file == file)
    anew, faults = _read(folder, file)
    decks = [anew if loaded.file == file else loaded for loaded in library.decks]
    found = _library(decks, ())
    if faults or found.problems:
        raise (*faults, *found.problems)[0]
    return replace(found, problems=tuple(fault for fault in library.problems if fault.file != str(file)))


def _read(folder: Path, file: Path) -> tuple[LoadedDeck, tuple[DeckError, ...]]:
    from sctui.decks.yaml_reader import read_deck_text, read_text  # noqa: PLC0415 -- not for remembered decks

    reading = read_deck_text(read_text(file), str(file))
    found = reading.deck_file
    return LoadedDeck(file, folder, found.deck, found.places, found.documents), reading.problems


def deck_files(folders: Sequence[Path]) -> list[tuple[Path, Path]]:
    """Folder and file of every deck, sorted by the name relative to its folder."""
    found: dict[str, tuple[Path, Path]] = {}
    for folder in folders:
        for file in folder.rglob("*.yaml"):
            if not any(part.startswith(".") for part in file.relative_to(folder).parts):
                found[file.relative_to(folder).as_posix()] = (folder, file)
    return [found[name] for name in sorted(found)]


def _without_repeats(decks: list[LoadedDeck]) -> tuple[list[LoadedDeck], list[DeckError]]:
    """Leave out notes whose id an earlier deck has; the store knows a card by its id alone."""
    hashes = sorted(map(hash, _note_ids(decks)))  # numbers, for so many ids need much more room
    if all(map(ne, hashes, islice(hashes, 1, None))):
        return decks, []
    first: dict[str, LoadedDeck] = {}
    kept: list[LoadedDeck] = []
    problems: list[DeckError] = []
    for loaded in decks:
        ids = index_of(loaded.deck.notes).ids
        repeated = {note for note in ids if note in first}
        problems += _problems(loaded, repeated, first)
        first |= dict.fromkeys((note for note in ids if note not in repeated), loaded)
        kept.append(_without(loaded, repeated) if repeated else loaded)
    return kept, problems


def _note_ids(decks: Iterable[LoadedDeck]) -> Iterator[str]:
    return chain.from_iterable(index_of(loaded.deck.notes).ids for loaded in decks)


def _problems(loaded: LoadedDeck, repeated: set[str], first: dict[str, LoadedDeck]) -> Iterator[DeckError]:
    for note in loaded.deck.notes if repeated else ():
        if note.id in repeated:
            place, other = loaded.places[note.id], first[note.id]
            used = f"{other.file}:{other.places[note.id].line}"
            yield DeckError(
                _("the card id `{id}` is already used in {first}; this card is left out").format(
                    id=note.id, first=used
                ),
                file=str(loaded.file),
                line=place.line,
                column=place.column,
                hint=_("give one of the two another id"),
            )


def _without(loaded: LoadedDeck, ids: set[str]) -> LoadedDeck:
    notes = tuple(note for note in loaded.deck.notes if note.id not in ids)
    places = {key: place for key, place in loaded.places.items() if key not in ids}
    return replace(loaded, deck=replace(loaded.deck, notes=notes), places=places)
