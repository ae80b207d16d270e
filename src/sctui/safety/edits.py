"""Edits of the learner's files that can be taken back: the journal first, then the file.

A crash in between leaves the old file and a journal that can put it back; nothing is lost either way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from sctui.decks.atomic_file import bytes_of, see_that_they_stand, write_together
from sctui.errors import ChangedMeanwhileError, CollectionError, ExportError
from sctui.i18n import _
from sctui.locations import Home
from sctui.model.change import FileEdit
from sctui.store.store import Store

_ROOM = (
    256 << 20
)  # bytes of an act that the journal takes, before they are packed; a large library has a tenth


Read = Mapping[Path, str]  # texts of files as they were read


class EditAct:
    """Edits of files of a home that undo takes back in one step, though they are made one after the other.

    `room` is how many bytes of files, before and after, the journal takes. What is beyond that is written all
    the same, and `left_out` counts it: undo does not take those files back.
    """

    def __init__(self, home: Home, store: Store, now: int, room: int = _ROOM) -> None:
        self._home, self._store, self._now, self._room = home, store, now, room
        self._batch = 0
        self.left_out = 0

    def write(self, wanted: Mapping[str, bytes | None], read: Read | None = None) -> None:
        """Write files that belong together, by their paths with `/`; None deletes one.

        Args:
            wanted: what is to stand in them.
            read: the texts that this was worked out from, by file.

        Raises:
            ChangedMeanwhileError: when another program has written to a file since; none was touched.
            CollectionError: when the journal cannot be written; no file was touched.
            ExportError: when a file cannot be written.
        """
        edits = edits_of(self._home, wanted)
        if not edits:
            return
        see_that_they_stand({file: text.encode() for file, text in (read or {}).items()})
        is_first = not self._batch
        self._room -= sum(len(edit.before or b"") + len(edit.after or b"") for edit in edits)
        if self._room < 0:
            self.left_out += len(edits)
        else:
            self._batch = self._store.keep_edits(edits, self._now, self._batch)
        try:
            put_edits(self._home, edits)
        except ChangedMeanwhileError:
            if is_first and self._batch:  # what the journal has of it never was: nothing is to be put back
                self._store.undo(lambda _card: False, self._now, put=lambda _edits: None)
            raise


def edits_of(home: Home, wanted: Mapping[str, bytes | None]) -> list[FileEdit]:
    """What has to change for files to be as wanted, by their paths with `/`; None deletes one."""
    edits = (FileEdit(path, bytes_of(home.folder / path), data) for path, data in wanted.items())
    return [edit for edit in edits if edit.before != edit.after]


def within_room(edits: Sequence[FileEdit], room: int = _ROOM) -> bool:
    """Whether the journal takes edits, so that undo takes them back."""
    return sum(len(edit.before or b"") + len(edit.after or b"") for edit in edits) <= room


def edit_files(
    home: Home, store: Store, wanted: Mapping[str, bytes | None], now: int, read: Read | None = None
) -> None:
    """Write files of the home as one act that undo takes back; `read` as for `EditAct.write`.

    Raises:
        CollectionError, ExportError: as `EditAct.write`.
    """
    EditAct(home, store, now).write(wanted, read)


def edit_own(
    home: Home, store: Store, wanted: Mapping[Path, bytes], now: int, read: Read | None = None
) -> None:
    """Write files of the home, by their paths, as one act; `read` as for `EditAct.write`.

    Raises:
        ExportError: when one of them does not lie in the home.
        CollectionError, ExportError: as `EditAct.write`.
    """
    folder = home.folder.resolve()
    inside: dict[str, bytes | None] = {}
    for file, data in wanted.items():
        if not file.resolve().is_relative_to(folder):
            raise ExportError(
                _("{file} does not lie in your home").format(file=file),
                hint=_("Copy it into {decks} first.").format(decks=home.decks),
            )
        inside[file.resolve().relative_to(folder).as_posix()] = data
    edit_files(home, store, inside, now, read)


def putting(home: Home) -> Callable[[Sequence[FileEdit]], None]:
    """Writes edits, or those that take them back; a file that was edited since is left alone, and all others.

    What it gives raises:
        CollectionError: when a file is neither as it was before the edit nor as it is after it; none was
            written.
        ExportError: when one cannot be written.
    """

    def put(edits: Sequence[FileEdit]) -> None:
        there = {edit.path: bytes_of(home.folder / edit.path) for edit in edits}
        for edit in edits:
            if there[edit.path] not in (edit.before, edit.after):
                raise CollectionError(
                    _("{folder}: was edited since; it was left as it is").format(
                        folder=home.folder / edit.path
                    ),
                    hint=_("Take that edit back first."),
                )
        put_edits(
            home, [replace(edit, before=there[edit.path]) for edit in edits if there[edit.path] != edit.after]
        )

    return put


def put_edits(home: Home, edits: Sequence[FileEdit]) -> None:
    """Write what edits of files say, once they are in the journal.

    Raises:
        ChangedMeanwhileError: when one is not any more as an edit says that it was.
        ExportError: when a file cannot be written.
    """
    write_together(
        {home.folder / edit.path: edit.after for edit in edits if edit.after is not None},
        {home.folder / edit.path: edit.before for edit in edits},
    )
    for edit in edits:
        if edit.after is None:
            file = home.folder / edit.path
            file.unlink(missing_ok=True)
            if file.parent.parent != home.folder:
                with suppress(OSError):  # a folder that holds other things stays
                    file.parent.rmdir()
