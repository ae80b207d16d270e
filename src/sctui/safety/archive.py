"""One backup: a ZIP of the database, the learner's decks and settings, and a list of what must be in it."""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from sctui.errors import BackupError
from sctui.i18n import N_, _
from sctui.locations import Home
from sctui.safety.packing import DAMAGE, ZSTD, digest, pack, pieces, read_through, unpacking

MANIFEST, DATABASE = "manifest.json", "collection.db"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds.

    Args:
        made: when, UTC ms.
        reason: why, in a word.
        version, cards, reviews: of the database; zeros where there was none.
        files: SHA-256 of every file, by its name in the archive.
    """

    made: int
    reason: str
    version: int = 0
    cards: int = 0
    reviews: int = 0
    files: Mapping[str, str] = field(default_factory=dict)


def write_archive(
    path: Path, sources: Mapping[str, Path], proven: Callable[[], Manifest | None]
) -> Manifest | None:
    """Write the files into an archive that appears whole or not at all, and read it once more to be sure.

    `proven` is called when all files are packed: it gives what the archive holds, or None when there shall be
    none; when it raises, there is none.

    Raises:
        BackupError: when it cannot be written, or does not read back as it should; there is none then.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _adding(part, "w") as archive:
            for name, source in sources.items():
                pack(archive, name, source, fast=name == DATABASE)
        with ThreadPoolExecutor(1) as pool:  # read while the disk is writing
            on_disk = pool.submit(_sync, part)
            if DATABASE in sources:
                with _opened(part) as packed:
                    read_through(packed, DATABASE)
            on_disk.result()
        manifest = proven()
        if manifest is None:
            return None
        with _adding(part, "a") as archive:
            archive.writestr(MANIFEST, json.dumps(asdict(manifest), ensure_ascii=False))
        _sync(part)
        verify(part, but=DATABASE)
        part.replace(path)
    except OSError as error:
        raise BackupError(
            _("{path}: cannot be written: {strerror}").format(path=path, strerror=error.strerror or error),
            hint=_("Make room on the disk, or allow writing there. The collection itself is untouched."),
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return manifest


def read_manifest(path: Path) -> Manifest:
    """What a backup says of itself; its files are not looked at.

    Raises:
        BackupError: when it is no backup.
    """
    with _readable(path) as archive:
        return _manifest(archive)


def read_intact(path: Path) -> Manifest:
    """What a backup says of itself, once all that is in it was read and has the sums that ZIP keeps of it.

    A third of the time that `verify` takes: nothing is unpacked that ZIP did not pack.

    Raises:
        BackupError: when it is no backup, or damaged.
    """
    with _readable(path) as archive:
        manifest, there = _manifest(archive), set(archive.namelist())
        missing = (name for name in manifest.files if not there & {name, name + ZSTD})
        name = archive.testzip() or next(missing, None)
        if name:
            raise BackupError(
                _("{path}: {name} in it is damaged").format(path=path, name=name), hint=_(_HINT)
            )
    return manifest


def verify(path: Path, *, but: str = "") -> Manifest:
    """Read a backup through: every file is there and has the bytes it should have; `but` one is passed over.

    Raises:
        BackupError: when it is not.
    """
    with _opened(path) as archive:
        manifest = _manifest(archive)
        for name, expected in manifest.files.items():
            if name == but:
                continue
            with unpacking(archive, name) as file:
                if digest(file) != expected:
                    raise BackupError(
                        _("{path}: {name} in it is damaged").format(path=path, name=name), hint=_(_HINT)
                    )
        return manifest


def unpack(path: Path, folder: Path) -> Manifest:
    """Put a backup's files into a folder.

    Raises:
        BackupError: when the backup is damaged.
        OSError: when the folder cannot be written to.
    """
    manifest = verify(path)
    with _opened(path) as archive:
        for name in manifest.files:
            target = folder / name
            if not target.resolve().is_relative_to(folder.resolve()):
                raise BackupError(
                    _("{path}: {name} would lie outside").format(path=path, name=name), hint=_(_HINT)
                )
            target.parent.mkdir(parents=True, exist_ok=True)
            with unpacking(archive, name) as packed, target.open("wb") as out:
                out.writelines(pieces(packed))
    return manifest


def digest_of(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal.

    Raises:
        OSError: when it cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def kept_files(home: Home) -> Iterator[tuple[str, Path]]:
    """The learner's own files that go into a backup, by their names in it: decks, lexicon, settings."""
    if home.config.is_file():
        yield home.config.name, home.config
    for folder in (home.decks, home.lexicon):
        for file in sorted(folder.rglob("*")):
            if file.is_file() and not any(part.startswith(".") for part in file.relative_to(folder).parts):
                yield f"{folder.name}/{file.relative_to(folder).as_posix()}", file


@contextmanager
def _adding(path: Path, mode: Literal["w", "a"]) -> Iterator[zipfile.ZipFile]:
    # level 1: the higher levels take several times as long for a tenth less
    with zipfile.ZipFile(path, mode, zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        yield archive


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except _UNREADABLE as error:
        raise BackupError(
            _("{path}: cannot be read: {error}").format(path=path, error=error), hint=_(_HINT)
        ) from None


@contextmanager
def _readable(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with _opened(path) as archive:
            yield archive
    except OSError as error:
        raise BackupError(
            _("{path}: cannot be read: {strerror}").format(path=path, strerror=error.strerror), hint=_(_HINT)
        ) from None


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    try:
        found: dict[str, Any] = json.loads(archive.read(MANIFEST))
        return Manifest(**found)
    except (KeyError, TypeError, ValueError) as error:
        raise BackupError(
            _("{filename}: is no backup of sctui ({error})").format(filename=archive.filename, error=error),
            hint=_(_HINT),
        ) from None


# what the module says of damage in its various places
_UNREADABLE = (DAMAGE, EOFError, KeyError, NotImplementedError, zipfile.BadZipFile, zlib.error)
_HINT = N_("Choose another backup; `sctui restore` lists them.")
