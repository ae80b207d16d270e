"""Decks that came with the program, copied to the learner's own, where they stand in for them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from sctui.decks.citing import citing
from sctui.decks.library import LoadedDeck
from sctui.decks.pictures import picture_paths, sounds_of
from sctui.decks.yaml_reader import read_text
from sctui.documents.decisions_file import sidecar_of
from sctui.errors import DeckError
from sctui.i18n import _
from sctui.locations import Home
from sctui.safety.edits import edit_own
from sctui.store.store import Store


def copy_decks(home: Home, store: Store, decks: Iterable[LoadedDeck], now: int) -> None:
    """Copy decks to the learner's own, as one act that undo takes back.

    The documents that they cite go along with what was decided about them, and so do pictures and sounds.
    Where another document has the name already, the one that came with the program stays cited.

    Args:
        home: whose decks they become.
        store: has the journal.
        decks: that came with the program.
        now: UTC milliseconds.

    Raises:
        DeckError: when one of them, or what it needs, cannot be read.
        CollectionError, ExportError: when the journal or a file cannot be written.
    """
    files: dict[Path, bytes] = {}
    for loaded in decks:
        try:
            files |= _copy(loaded, home.decks, home.documents)
        except OSError as error:
            told = _("cannot be read: {strerror}").format(strerror=error.strerror or error)
            raise DeckError(told, file=str(error.filename or loaded.file)) from None
    edit_own(home, store, files, now)


def _copy(loaded: LoadedDeck, decks: Path, documents: Path) -> dict[Path, bytes]:
    """The files of a copy, by where they are to be written."""
    target = decks / loaded.file.relative_to(loaded.folder)
    files: dict[Path, bytes] = {}
    places: dict[str, str] = {}
    for file in {(loaded.file.parent / ref.file).resolve() for ref in loaded.deck.documents.values()}:
        own, data = documents / file.name, file.read_bytes() if file.is_file() else None
        if data is not None and not own.exists():
            files[own] = data
            if sidecar_of(file).is_file():
                files[sidecar_of(own)] = sidecar_of(file).read_bytes()
        elif data is None or own.read_bytes() != data:
            own = file
        places[file.name] = os.path.relpath(own, target.parent)
    for name in _beside(loaded):
        files[target.parent / name] = (loaded.file.parent / name).read_bytes()
    files[target] = citing(read_text(loaded.file), loaded.file, places).encode()
    return files


def _beside(loaded: LoadedDeck) -> Iterator[str]:
    """Pictures and sounds of a deck that are there, as its notes name them."""
    folder = loaded.file.parent
    for note in loaded.deck.notes:
        yield from (path for path in picture_paths(note) if (folder / path).is_file())
        yield from (path for path, _file in sounds_of(loaded.file, note))
