"""Edits of the learner's files that can be taken back: the journal first, then the file.

A crash in between leaves the old file and a journal that can put it back; nothing is lost either way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sctui.decks.atomic_file import write_atomically
from sctui.errors import CollectionError
from sctui.locations import Home
from sctui.model.change import FileEdit
from sctui.store.store import Store


def edit_files(home: Home, store: Store, wanted: Mapping[str, bytes | None], now: int) -> None:
    """Write files of the home, by their paths with `/`, as one act that undo takes back; None deletes one.

    Raises:
        CollectionError: when the journal cannot be written; no file was touched.
        ExportError: when a file cannot be written.
    """
    edits = [FileEdit(path, _bytes(home, path), data) for path, data in wanted.items()]
    edits = [edit for edit in edits if edit.before != edit.after]
    if edits:
        store.keep_edits(edits, now)
        for edit in edits:
            putting(home)(edit)


def putting(home: Home) -> Callable[[FileEdit], None]:
    """Writes an edit, or the one that takes it back; a file that was edited since is left alone.

    What it gives raises:
        CollectionError: when the file is neither as it was before the edit nor as it is after it.
        ExportError: when it cannot be written.
    """

    def put(edit: FileEdit) -> None:
        there = _bytes(home, edit.path)
        if there == edit.after:
            return
        file = home.folder / edit.path
        if there != edit.before:
            raise CollectionError(
                f"{file}: was edited since; it was left as it is", hint="Take that edit back first."
            )
        if edit.after is None:
            file.unlink()
        else:
            write_atomically(file, edit.after)

    return put


def _bytes(home: Home, path: str) -> bytes | None:
    try:
        return (home.folder / path).read_bytes()
    except FileNotFoundError:
        return None
