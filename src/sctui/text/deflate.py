"""Deflate on all cores: pieces are packed side by side, each knowing the end of the one before, as pigz does.

What comes out is one stream, the same whatever the number of cores.
"""

from __future__ import annotations

import os
import zipfile
import zlib
from concurrent.futures import ThreadPoolExecutor
from typing import IO

_LEVEL = 1  # a tenth larger than 6, in a third of the time
_PIECE = 1 << 20
_WINDOW = 1 << 15  # bytes that deflate looks back
_RAW = -15  # without a header of its own, as archives have it
_ZLIB = b"\x78\x01"  # the header of a stream with such a window, packed in a hurry


def deflated(data: bytes) -> bytes:
    """`data` as a raw deflate stream."""
    starts = range(0, max(len(data), 1), _PIECE)
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        view = memoryview(data)
        return b"".join(pool.map(lambda start: _piece(view, start), starts))


def _piece(data: memoryview, start: int) -> bytes:
    before = data[max(start - _WINDOW, 0) : start]
    how = _LEVEL, zlib.DEFLATED, _RAW
    packer = zlib.compressobj(*how, zdict=before) if before else zlib.compressobj(*how)
    end = start + _PIECE
    packed = packer.compress(data[start:end])
    return packed + packer.flush(zlib.Z_FINISH if end >= len(data) else zlib.Z_SYNC_FLUSH)


def packed(data: bytes) -> bytes:
    """`data` as `zlib.decompress` reads it."""
    return _ZLIB + deflated(data) + zlib.adler32(data).to_bytes(4, "big")


def put_deflated(archive: zipfile.ZipFile, out: IO[bytes], member: zipfile.ZipInfo, data: bytes) -> None:
    """Put a member into an archive that is being written to `out`."""
    body = deflated(data)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.CRC, member.file_size, member.compress_size = zlib.crc32(data), len(data), len(body)
    member.header_offset = out.tell()
    out.write(member.FileHeader(zip64=None))
    out.write(body)
    archive.filelist.append(member)
    archive.NameToInfo[member.filename] = member
    archive.start_dir = out.tell()  # where the next member goes
