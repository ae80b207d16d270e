"""An `.apkg` or `.colpkg` unpacked into a folder of ours, within bounds that no sound package reaches.

Both are zip archives with one SQLite database: `collection.anki2` (oldest), `.anki21`, or `.anki21b`
(compressed with zstandard, as are its media then), beside files named by numbers and a map that gives their
names. Source: Anki's `rslib/src/import_export/package`.
"""

from __future__ import annotations

import json
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING

from sctui.anki.protobuf import fields
from sctui.errors import ImportPackageError
from sctui.i18n import _

if TYPE_CHECKING:
    import zstandard

_DATABASES = ("collection.anki21b", "collection.anki21", "collection.anki2")  # the newest first
_PIECE = 1 << 20
_MOST_MEMBERS = 500_000
_LARGEST_MAP = 256 << 20
_LARGEST_DATABASE = 2 << 30
_LARGEST_MEDIUM = 256 << 20
_LARGEST_MEDIA = 4 << 30
_FREE = 64 << 20  # bytes that may come out of any package, however small
_RATIO = 400  # a database of nothing but equal cards packs to a hundredth


@dataclass(slots=True)
class Unpacked:
    """Where the database lies, each file that fields speak of, and the names of those missing."""

    database: Path
    media: dict[str, Path] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)


def unpack(package: Path, folder: Path) -> Unpacked:
    """Unpack a package into `folder`, under names of ours alone.

    Raises:
        ImportPackageError: when it cannot be read, is no package, is damaged, or would come out too large.
    """
    with telling_of(package):
        package.stat()  # whether it is there is another question
        if not zipfile.is_zipfile(package):
            raise refused(package, _("is no Anki package"), _("Export it again, as .apkg or .colpkg."))
        with zipfile.ZipFile(package) as archive:
            return _Unpacking(package, archive, folder).unpacked()


@contextmanager
def telling_of(package: Path) -> Iterator[None]:
    """Turn what reading a broken archive raises into an ImportPackageError."""
    import zstandard  # noqa: PLC0415 -- loaded at first use, to keep start-up short

    try:
        yield
    except OSError as error:
        raise refused(
            package, _("cannot be read: {strerror}").format(strerror=error.strerror or error), ""
        ) from error
    except (
        zipfile.BadZipFile, zlib.error, zstandard.ZstdError, EOFError, ValueError, RuntimeError,
        NotImplementedError,
    ) as error:  # fmt: skip
        raise refused(
            package, _("is damaged: {error}").format(error=error), _("Export it again from Anki.")
        ) from error


def refused(package: Path, why: str, hint: str) -> ImportPackageError:
    """What is said of a package that is not imported."""
    return ImportPackageError(f"{package}: {why}", hint=hint)


class _Unpacking:
    def __init__(self, package: Path, archive: zipfile.ZipFile, folder: Path) -> None:
        self._package, self._archive, self._folder = package, archive, folder
        self._names = set(archive.namelist())
        self._room = max(_FREE, _RATIO * package.stat().st_size)
        if len(self._names) > _MOST_MEMBERS:
            raise refused(
                package,
                _("has {names} files").format(names=len(self._names)),
                _("That is no package of Anki's."),
            )

    def unpacked(self) -> Unpacked:
        name = next((name for name in _DATABASES if name in self._names), None)
        if name is None:
            raise refused(
                self._package, _("has no collection in it"), _("Export it again, as .apkg or .colpkg.")
            )
        packed = name.endswith("b")
        database = self._folder / "collection.db"
        self._write(name, database, _LARGEST_DATABASE, packed=packed)
        found = Unpacked(database)
        room = _LARGEST_MEDIA
        for number, medium in self._media(packed=packed).items():
            if number not in self._names:
                found.lost.append(medium)
                continue
            file = self._folder / f"medium-{len(found.media)}"
            room -= self._write(number, file, min(room, _LARGEST_MEDIUM), packed=packed)
            found.media[medium] = file
        return found

    def _media(self, *, packed: bool) -> dict[str, str]:
        """The name of each numbered file."""
        if "media" not in self._names:
            return {}
        file = self._folder / "media"
        self._write("media", file, _LARGEST_MAP, packed=packed)
        data = file.read_bytes()
        if packed:
            return {str(number): name for number, name in enumerate(_entries(data))}
        listed = json.loads(data or b"{}")
        if not isinstance(listed, dict):
            raise ValueError("its list of media is none")  # noqa: TRY004 -- as all that is damaged
        return {number: name for number, name in listed.items() if isinstance(name, str)}

    def _write(self, name: str, file: Path, most: int, *, packed: bool) -> int:
        """Write a member to a file; gives its size."""
        size = 0
        with self._archive.open(name) as member, file.open("wb") as out:
            for piece in _pieces(member, packed=packed):
                size += len(piece)
                self._room -= len(piece)
                if size > most or self._room < 0:
                    why = _("would come out larger than any deck")
                    raise refused(self._package, why, _("It was not made by Anki; nothing was imported."))
                out.write(piece)
        return size


def _pieces(member: IO[bytes], *, packed: bool) -> Iterator[bytes]:
    if not packed:
        while piece := member.read(_PIECE):
            yield piece
        return
    import zstandard  # noqa: PLC0415 -- loaded at first use, to keep start-up short

    with zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(member) as reader:
        stream: zstandard.ZstdDecompressionReader = reader
        while piece := stream.read(_PIECE):
            yield piece


def _entries(data: bytes) -> Iterator[str]:
    """The names in a `MediaEntries` message: repeated field 1, whose field 1 is a name."""
    for number, entry in fields(data):
        if number == 1 and isinstance(entry, bytes):
            name = next((value for key, value in fields(entry) if key == 1), b"")
            yield name.decode("utf-8", "replace") if isinstance(name, bytes) else ""
