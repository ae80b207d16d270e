"""The learner's own decks, written as one act that undo takes back."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from sctui.decks.imports.into_decks import Taken
from sctui.decks.library import deck_files
from sctui.locations import Home, bundled
from sctui.safety.edits import Read, edit_own
from sctui.safety.opening import open_store


def bundled_names() -> set[str]:
    """The relative file names of the bundled decks: a file of such a name would stand in for one of them."""
    folder = bundled() / "decks"
    return {file.relative_to(folder).as_posix() for _, file in deck_files((folder,))}


def write_decks(home: Home, decks: Iterable[Taken]) -> None:
    """Write decks of the home; raises what `write_texts` raises."""
    decks = tuple(decks)
    texts = {deck.file: deck.text for deck in decks}
    write_texts(home, texts, {deck.file: deck.before for deck in decks if deck.before is not None})


def write_texts(home: Home, texts: Mapping[Path, str], read: Read) -> None:
    """Write files of the home as one act; arguments and what is raised as for `write_files`."""
    write_files(home, {file: text.encode() for file, text in texts.items()}, read)


def write_files(home: Home, files: Mapping[Path, bytes], read: Read | None = None) -> None:
    """Write files of the home as one act, unless one has changed since its text was `read`.

    Raises:
        CollectionError, HomeError, ExportError: when the journal or a file cannot be written.
    """
    now = time.time_ns() // 1_000_000
    store = open_store(home, lambda: now)
    try:
        edit_own(home, store, files, now, read)
    finally:
        store.close()
