from __future__ import annotations

import io
import zipfile
import zlib

import pytest

from sctui.text.deflate import deflated, packed, put_deflated


@pytest.mark.parametrize("size", [0, 1, 1 << 20, (1 << 20) + 1, 5 << 19])
def test_pieces_are_one_stream(size: int) -> None:
    data = b"".join(number.to_bytes(4, "big") for number in range(size // 4 + 1))[:size]
    reader = zlib.decompressobj(-15)
    assert reader.decompress(deflated(data)) == data
    assert reader.eof
    assert reader.unused_data == b""
    assert zlib.decompress(packed(data)) == data


def test_members_before_and_behind_are_whole() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("first", b"one")
        put_deflated(archive, out, zipfile.ZipInfo("second"), b"two" * 1_000_000)
        archive.writestr("third", b"three")
    with zipfile.ZipFile(out) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["first", "second", "third"]
        assert archive.read("second") == b"two" * 1_000_000
        assert archive.read("third") == b"three"
