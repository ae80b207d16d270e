"""Decks read again after undo or redo wrote them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from sctui.decks.library import Library, read_library, reread
from sctui.errors import DeckError
from sctui.model.change import FileEdit
from sctui.tui.desk import Desk


async def reread_files(desk: Desk, edits: Iterable[FileEdit]) -> None:
    """Take in what was written into decks of the home; all decks where a file came or went."""
    await desk.go_on_with(await asyncio.to_thread(_reread, desk, tuple(edits)))


def _reread(desk: Desk, edits: Iterable[FileEdit]) -> Library:
    library = desk.collection.library
    known = {loaded.file.resolve(): loaded.file for loaded in library.decks}
    for edit in edits:
        file = (desk.home.folder / edit.path).resolve()
        if file.suffix != ".yaml":
            continue
        try:
            library = reread(library, known[file])
        except (KeyError, DeckError):
            library = read_library(desk.home.library)
    return library
