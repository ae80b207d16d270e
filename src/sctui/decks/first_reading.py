"""Reading the decks once the app is on the screen: until then their names stand for them.

They are the names of last time; in a new home, those that the deck files begin with.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sctui.errors import ExportError

if TYPE_CHECKING:
    from sctui.decks.library import Library


class FirstReading:
    """One reading of the decks, which can be broken off; what was read by then need not be read again.

    Args:
        folders: where decks lie, as for `read_library`.
        memory: the file of the decks as they were read last.
        names: the file of the names alone. One that is not there, or not ours, tells no names.

    `names` stand for the decks until they are read; `fault` is what a reading ended with, which nothing was
    expected to.
    """

    def __init__(self, folders: Sequence[Path], memory: Path, names: Path) -> None:
        self._folders = folders
        self._memory = memory
        self._file = names
        self._stopped = False
        self._whole = False
        self._told = _names(names)
        self.names = self._told or _begun_with(folders)
        self.fault: Exception | None = None

    def read(self) -> Library | None:
        """The decks; None when it was broken off. Takes seconds for very many: meant for a thread.

        Each is remembered for the next start as soon as it was read.
        """
        from sctui.decks.library import read_decks  # noqa: PLC0415 -- loaded in the thread
        from sctui.decks.remembered import RememberedDecks  # noqa: PLC0415 -- loaded in the thread

        remembered = RememberedDecks(self._memory)
        library = read_decks(self._files(), remembered)
        if self._stopped:
            return None
        remembered.save()
        self._whole = True
        return library

    def stop(self) -> None:
        """Break it off after the deck that is being read."""
        self._stopped = True

    def keep(self, names: Iterable[str]) -> None:
        """Remember by what `names` the decks go; those of half a reading are not all."""
        if not self._whole:
            return
        told = tuple(names)
        if told != self._told and self._file.parent.is_dir():
            from sctui.decks.atomic_file import write_atomically  # noqa: PLC0415 -- seldom needed

            with suppress(ExportError):  # a folder that cannot be written to is no harm
                write_atomically(self._file, json.dumps(told, ensure_ascii=False).encode())

    def _files(self) -> Iterator[tuple[Path, Path]]:
        from sctui.decks.library import deck_files  # noqa: PLC0415 -- loaded in the thread

        for found in deck_files(self._folders):
            if self._stopped:
                return
            yield found


def _names(file: Path) -> tuple[str, ...]:
    try:
        found = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return ()
    return tuple(name for name in found if isinstance(name, str)) if isinstance(found, list) else ()


def _begun_with(folders: Sequence[Path]) -> tuple[str, ...]:
    """The names that deck files begin with and those above them, as far as a glance tells."""
    from sctui.decks.library import deck_files  # noqa: PLC0415 -- only for a home that is new

    found: dict[str, None] = {}
    for _folder, file in deck_files(folders)[:_GLANCES]:
        with suppress(OSError), file.open("rb") as deck:
            if name := _NAME.search(deck.read(_BEGINNING)):
                parts = name[1].decode("utf-8", "replace").split("::")
                found |= dict.fromkeys("::".join(parts[: depth + 1]) for depth in range(len(parts)))
    return tuple(found)


_GLANCES = 200  # files
_BEGINNING = 1024  # bytes
_NAME = re.compile(
    rb"^deck:[ ]+([^\s'\"#&*!|>%@`{\[][^\r\n#]*?)[ ]*\r?$", re.MULTILINE
)  # no quotes, no signs
