"""The pictures of cards that are exported: where they go, and what is said of those that are not there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import click

from sctui.anki.media_names import safe_name
from sctui.decks.atomic_file import write_atomically
from sctui.decks.library import LoadedDeck
from sctui.decks.pictures import find_picture, picture_paths, sounds_of, with_pictures_at
from sctui.errors import DeckError, ExportError
from sctui.i18n import _
from sctui.model.deck import Deck
from sctui.text.printable import one_line


def pictures_of(decks: Sequence[LoadedDeck]) -> dict[str, dict[str, Path]]:
    """The files of all pictures; of one that is not there, a card shows what stands in its place."""
    found: dict[str, dict[str, Path]] = {}
    for loaded in decks:
        for note in loaded.deck.notes:
            for path in picture_paths(note):
                try:
                    found.setdefault(note.id, {})[path] = find_picture(loaded.file, path)
                except DeckError as fault:
                    click.echo(one_line(f"{loaded.file}: {note.id}: {fault.message}"), err=True)
    return found


def media_of(decks: Sequence[LoadedDeck]) -> dict[str, dict[str, Path]]:
    """The files of all pictures, and of the sounds that are there."""
    found = pictures_of(decks)
    for loaded in decks:
        for note in loaded.deck.notes:
            for path, file in sounds_of(loaded.file, note):
                found.setdefault(note.id, {})[path] = file
    return found


def with_pictures_beside(decks: Sequence[LoadedDeck], shown: Sequence[Deck], output: Path) -> list[Deck]:
    """The decks with their pictures copied beside the output: for `cards.md`, into `cards.pictures`.

    Raises:
        ExportError: when a picture cannot be read, or its copy not be written.
    """
    folder = output.with_suffix(".pictures")
    named: dict[Path, str] = {}
    places: dict[str, dict[str, str]] = {}
    for note, files in pictures_of(decks).items():
        for path, file in files.items():
            if file not in named:
                named[file] = safe_name(file.name, {name.lower() for name in named.values()})
                _copy(file, folder / named[file])
            places.setdefault(note, {})[path] = f"{quote(folder.name)}/{quote(named[file])}"
    return [
        replace(deck, notes=tuple(with_pictures_at(note, places.get(note.id, {})) for note in deck.notes))
        for deck in shown
    ]


def _copy(file: Path, target: Path) -> None:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise ExportError(
            _("{file}: cannot be read: {strerror}").format(file=file, strerror=error.strerror or error)
        ) from None
    write_atomically(target, data)
