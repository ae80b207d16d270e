"""The learner's own decks, written as one act that undo takes back."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from sctui.decks.imports.into_decks import Taken
from sctui.decks.library import deck_files
from sctui.locations import Home, bundled
from sctui.safety.edits import edit_own
from sctui.safety.opening import open_store


def bundled_names() -> set[str]:
    """The relative file names of the bundled decks: a file of such a name would stand in for one of them."""
    folder = bundled() / "decks"
    return {file.relative_to(folder).as_posix() for _, file in deck_files((folder,))}


def write_decks(home: Home, decks: Iterable[Taken]) -> None:
    """Write decks of the home; raises what `write_texts` raises."""
    write_texts(home, {deck.file: deck.text for deck in decks})


def write_texts(home: Home, texts: Mapping[Path, str]) -> None:
    """Write files of the home as one act; raises what `write_files` raises."""
    write_files(home, {file: text.encode() for file, text in texts.items()})


def write_files(home: Home, files: Mapping[Path, bytes]) -> None:
    """Write files of the home as one act.

    Raises:
        CollectionError, HomeError, ExportError: when the journal or a file cannot be written.
    """
    now = time.time_ns() // 1_000_000
    store = open_store(home, lambda: now)
    try:
        edit_own(home, store, files, now)
    finally:
        store.close()
