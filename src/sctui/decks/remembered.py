"""Decks as they were read last time: a deck file that has not changed since is not read again.

Reading YAML takes most of the start. The memory is a file that may be deleted whenever one likes. Of each
deck it has a line of figures, and what `remembered_deck` makes of it, most of which stays there until it is
asked for. A deck file counts as unchanged when its size and time of change are the same, and the program is.

What is read goes into the memory deck by deck, so that nothing is read twice by one who leaves early. Nobody
changes what stands in a memory: one that is to have another deck is copied, takes the name of the old one at
once, and grows at its end. So another copy of the program sees whole decks, whatever happens, and who holds
the old file reads on in that. A deck that was not written to its end, in a crash or on a full disk, has a
wrong checksum.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple
from zlib import crc32

from sctui import __version__
from sctui.decks.atomic_file import clear_leftovers, temporary_name
from sctui.decks.library import LoadedDeck
from sctui.decks.remembered_deck import packed, restored
from sctui.decks.stored_notes import OpenFile, encoded

_READERS = ("decks", "model", "text")  # the packages that decide what comes out of a deck file
# not on Windows, where there is no `pread`, and an open file cannot be replaced: nothing is remembered there
_REMEMBERS = hasattr(os, "pread")
_AT_ONCE = 1 << 16  # bytes


class _Entry(NamedTuple):
    """Where a deck stands in the memory: where it starts, its checksum, the bytes of its head and of all; and
    its file's stamp.
    """

    start: int
    checksum: int
    head: int
    length: int
    size: int
    changed: int


class RememberedDecks:
    """The decks of earlier readings, by file.

    Args:
        path: the file of the memory. One that is not there, or not ours, is an empty memory.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._reader = fingerprint()
        self._file, self._known = _read(path, self._reader) if _REMEMBERS else (None, {})
        self._growing: BinaryIO | None = None
        self._stamps: dict[str, list[int]] = {}
        self._used: set[str] = set()

    def get(self, folder: Path, file: Path) -> LoadedDeck | None:
        """The deck of a file that has not changed since it was put here; None otherwise."""
        name = str(file)
        try:
            now = self._stamps[name] = stamp(file)
            entry = self._known.get(name)
            if entry is None or self._file is None or [entry.size, entry.changed] != now:
                return None
            if _checksum(self._file, entry) != entry.checksum:  # damaged
                return None
            deck = _restored(folder, file, self._file, entry)
        except (OSError, KeyError, TypeError, ValueError):  # the deck is gone, or the memory damaged
            return None
        self._used.add(name)
        return deck

    def put(self, loaded: LoadedDeck) -> LoadedDeck:
        """Remember a deck that `get` had not and that was then read without problems.

        Gives the deck as it stands in the memory now; as it was given where nothing can be written.
        """
        name = str(loaded.file)
        if not _REMEMBERS or name not in self._stamps:
            return loaded
        try:
            head, body = packed(loaded)
            if self._growing is None:
                self._renew({file: entry for file, entry in self._known.items() if file != name})
            entry = self._append(name, self._stamps[name], head, body)
            assert self._file is not None
            deck = _restored(loaded.folder, loaded.file, self._file, entry)
        except (OSError, ValueError):  # no room, no folder, or what cannot be written
            return loaded
        self._known[name] = entry
        self._used.add(name)
        return deck

    def save(self) -> None:
        """Forget what was not asked for since this was opened, and the decks of files that are gone."""
        kept = {file: entry for file, entry in self._known.items() if file in self._used}
        if len(kept) < len(self._known):
            with suppress(OSError):  # a folder that cannot be written to is no harm
                self._renew(kept)

    def _renew(self, kept: Mapping[str, _Entry]) -> None:
        """Go on in a new file that takes over what is kept of the old one, as far as it still holds.

        Raises:
            OSError: when it cannot be written; the old file stays.
        """
        part = temporary_name(self._path)
        self._path.parent.mkdir(exist_ok=True)
        clear_leftovers(self._path.parent)  # of who was stopped in the middle of this
        old, before = self._file, self._growing
        growing = part.open("xb")
        try:
            growing.write(_head(self._reader))
            known = dict(_copied(growing, old, kept)) if old else {}
            growing.flush()
            self._file = OpenFile(part)
            part.replace(self._path)
        except OSError:
            self._file = old
            growing.close()
            part.unlink(missing_ok=True)
            raise
        self._growing, self._known = growing, known
        if before:
            before.close()

    def _append(self, name: str, changed: list[int], head: bytes, body: bytes) -> _Entry:
        assert self._growing is not None
        length = len(head) + len(body)
        told = _Entry(0, crc32(body, crc32(head)), len(head), length, *changed)
        line = encoded([name, *told[1:]]) + b"\n"
        self._growing.write(line + head + body + b"\n")
        self._growing.flush()
        return told._replace(start=self._growing.tell() - length - 1)

    def __del__(self) -> None:
        if growing := getattr(self, "_growing", None):
            with suppress(OSError):  # no room for what could not be written before either
                growing.close()


def _read(path: Path, reader: str) -> tuple[OpenFile | None, dict[str, _Entry]]:
    """The file, and where each deck stands in it: the later where there are two of a file."""
    known: dict[str, _Entry] = {}
    try:
        with path.open("rb") as memory:
            if memory.readline() != _head(reader):
                return None, {}
            with suppress(TypeError, ValueError):  # cut off, or damaged: what stands before is good
                while line := memory.readline():
                    name, *figures = json.loads(line)
                    known[name] = entry = _Entry(memory.tell(), *figures)
                    memory.seek(entry.length + 1, os.SEEK_CUR)
        return OpenFile(path), known
    except OSError:
        return None, {}


def _copied(growing: BinaryIO, old: OpenFile, kept: Mapping[str, _Entry]) -> Iterator[tuple[str, _Entry]]:
    for name, entry in kept.items():
        if not _still_holds(name, old, entry):
            continue
        growing.write(encoded([name, *entry[1:]]) + b"\n")
        yield name, entry._replace(start=growing.tell())
        growing.writelines(_pieces(old, entry))
        growing.write(b"\n")


def _still_holds(name: str, memory: OpenFile, entry: _Entry) -> bool:
    try:
        same = stamp(Path(name)) == [entry.size, entry.changed]
    except OSError:
        return False
    return same and _checksum(memory, entry) == entry.checksum


def _pieces(memory: OpenFile, entry: _Entry) -> Iterator[bytes]:
    end = entry.start + entry.length
    for start in range(entry.start, end, _AT_ONCE):
        yield memory.read(start, min(_AT_ONCE, end - start))


def _checksum(memory: OpenFile, entry: _Entry) -> int:
    found = 0
    for some in _pieces(memory, entry):
        found = crc32(some, found)
    return found


def _restored(folder: Path, file: Path, memory: OpenFile, entry: _Entry) -> LoadedDeck:
    head = memory.read(entry.start, entry.head)
    return restored(folder, file, memory, entry.start + entry.head, head)


def _head(reader: str) -> bytes:
    return encoded({"reader": reader, "byteorder": sys.byteorder}) + b"\n"


def fingerprint() -> str:
    """Changes with the program: its version, and for those who work on it, the code that reads decks.

    What Python compiles of it comes later, as it is needed, and makes no difference.
    """
    package = Path(__file__).parents[1]
    sources = (
        entry for name in _READERS for entry in os.scandir(package / name) if entry.name.endswith(".py")
    )
    return f"{__version__}-{max(entry.stat().st_mtime_ns for entry in sources)}"


def stamp(file: Path) -> list[int]:
    """Size and time of change of a file.

    Raises:
        OSError: when it is not there.
    """
    status = file.stat()
    return [status.st_size, status.st_mtime_ns]
