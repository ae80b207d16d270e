"""Files in the ZIP of a backup: the database packed with Zstandard, ten times as fast as ZIP itself packs.

Backups of earlier versions hold the database as ZIP packs it; both are read.
"""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

import zstandard

DAMAGE = zstandard.ZstdError
ZSTD = ".zst"  # behind the names of files that were packed with Zstandard
_PIECE = 1 << 20
_SMALL_PIECE = 1 << 17  # unpacked at once, however much that makes
_LEVEL = -8  # a quarter of the time of level 3 for a quarter more, so that the look at it takes longer
_THREADS = max(1, (os.cpu_count() or 1) - 1)  # on the one that is left, what is packed is looked at


def pack(archive: zipfile.ZipFile, name: str, source: Path, *, fast: bool) -> None:
    """Put a file into an archive; `fast` packs it with Zstandard, and adds `.zst` to its name there.

    Raises:
        OSError: when it cannot be read, or the archive not be written.
    """
    if not fast:
        with source.open("rb") as read, archive.open(name, "w", force_zip64=True) as packed:
            while piece := read.read(_PIECE):
                packed.write(piece)
        return
    entry = zipfile.ZipInfo(name + ZSTD)  # stored as it is
    packer = zstandard.ZstdCompressor(_LEVEL, threads=_THREADS, write_checksum=True)
    with source.open("rb") as read, archive.open(entry, "w", force_zip64=True) as packed:
        packer.copy_stream(read, packed, source.stat().st_size, _PIECE, _PIECE)


@contextmanager
def unpacking(archive: zipfile.ZipFile, name: str) -> Iterator[BinaryIO]:
    """A file of an archive, however it was packed, to be read.

    Raises:
        KeyError: when there is none.
        DAMAGE: while reading, when it is damaged.
    """
    if name in archive.namelist():
        with archive.open(name) as plain:
            yield cast(BinaryIO, plain)
        return
    unpacker = zstandard.ZstdDecompressor()
    with archive.open(name + ZSTD) as packed, unpacker.stream_reader(packed, _PIECE) as plain:
        yield cast(BinaryIO, plain)


def read_through(archive: zipfile.ZipFile, name: str) -> None:
    """See that a file that was packed `fast` unpacks to its end, where its checksum is compared.

    Of a copy that nobody wrote to while it was packed, the sums of ZIP and Zstandard tell that what comes out
    is what went in.

    Raises:
        DAMAGE, zipfile.BadZipFile: when it does not.
    """
    unpacker = zstandard.ZstdDecompressor().decompressobj()
    with archive.open(name + ZSTD) as packed:
        while piece := packed.read(_SMALL_PIECE):
            unpacker.decompress(piece)
    if not unpacker.eof:
        raise DAMAGE("it ends too early")


def pieces(file: BinaryIO) -> Iterator[bytes]:
    """A file's bytes, bit by bit."""
    while piece := file.read(_PIECE):
        yield piece


def digest(file: BinaryIO) -> str:
    """SHA-256 of what is left of a file, in hexadecimal; worked out while the next piece is read."""
    found = hashlib.sha256()
    with ThreadPoolExecutor(1) as pool:
        for piece in pieces(file):
            pool.submit(found.update, piece)
    return found.hexdigest()
