"""Decks that are edited while they are studied: what has changed on the disk, taken in when it is whole.

Files are compared by size and time of change, as in `remembered`; it is cheap enough for twice a second.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sctui.decks.inbox import FILE_NAME as INBOX
from sctui.decks.library import Library, LoadedDeck, deck_files, read_decks

Stamps = Mapping[Path, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Edited:
    """The library as it is after an edit, and the files it was read from."""

    library: Library
    stamps: Stamps


class DeckWatch:
    """Looks after the decks of some folders, the later of which stand in for the earlier.

    `look` may run in a thread of its own; `take` says that what it found is what is studied now.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._taken = self._seen = self._stamps()

    def look(self, library: Library) -> Edited | None:
        """The library as it is on the disk; None when nothing has changed, or something still changes.

        A file that changes counts when it was the same at two looks, so that it is not read half-written. A
        deck that cannot be read any more stays as it is in `library`, and is a problem of the new one.
        """
        now = self._stamps()
        whole, self._seen = now == self._seen, now
        if now == self._taken or not whole:
            return None
        return self.read(library)

    def read(self, library: Library) -> Edited:
        """The library as it is on the disk, changed or not; what has not is not read again."""
        now = self._stamps()
        standing = {loaded.file: loaded for loaded in library.decks}
        faulty = {problem.file for problem in library.problems}
        same = {
            file: loaded
            for file, loaded in standing.items()
            if str(file) not in faulty and now.get(file) == self._taken.get(file)
        }
        return Edited(read_decks(deck_files(self._folders), _Standing(same), standing), now)

    def take(self, edited: Edited) -> None:
        """What was read is studied from now on."""
        self._taken = self._seen = edited.stamps

    def stamps(self) -> Stamps:
        """The files as they stand now, to be given to `settle` when one of them has been read."""
        return self._stamps()

    def settle(self, file: Path, before: Stamps) -> None:
        """One file was taken in as it stood `before` it was read; the others are still to be looked at."""
        taken = {one: stamp for one, stamp in self._taken.items() if one != file}
        self._taken = taken | ({file: before[file]} if file in before else {})

    def _stamps(self) -> Stamps:
        return {file: tuple(stamp) for folder in self._folders for file, stamp in _stamps_below(folder)}


def _stamps_below(folder: Path | str) -> Iterator[tuple[Path, tuple[int, int]]]:
    """Size and time of change of decks and inboxes; `rglob` and `stat` would take three times as long."""
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    yield from _stamps_below(entry.path)
                elif entry.name.endswith(".yaml") or entry.name == INBOX:
                    status = entry.stat()
                    yield Path(entry.path), (status.st_size, status.st_mtime_ns)
    except OSError:  # no such folder, or gone since
        return


class _Standing:
    """Decks that have not changed."""

    def __init__(self, same: Mapping[Path, LoadedDeck]) -> None:
        self._same = same

    def get(self, folder: Path, file: Path) -> LoadedDeck | None:
        found = self._same.get(file)
        return found if found and found.folder == folder else None

    def put(self, loaded: LoadedDeck) -> LoadedDeck:
        """Nothing is kept here."""
        return loaded
