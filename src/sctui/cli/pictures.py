"""The pictures of cards that are exported, and what is said of those that are not there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from sctui.decks.library import LoadedDeck
from sctui.decks.pictures import find_picture, picture_paths
from sctui.errors import DeckError
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
