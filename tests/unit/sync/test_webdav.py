"""The address of a WebDAV folder, taken apart for what reads it, which wants the server apart from the folder."""

from typing import Any

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from sctui.sync.target import target_at


@pytest.mark.parametrize(
    ("address", "server", "login", "folder"),
    [
        (
            "webdavs://me:p%40ss@host:8443/remote/my%20cards/",
            "https://host:8443",
            ("me", "p@ss"),
            "remote/my cards",
        ),
        ("webdav://host/cards", "http://host", None, "cards"),
    ],
)
def test_a_webdav_address_is_taken_apart(
    monkeypatch: pytest.MonkeyPatch, address: str, server: str, login: object, folder: str
) -> None:
    asked: dict[str, Any] = {}

    def filesystem(protocol: str, **options: Any) -> MemoryFileSystem:
        asked.update(options, protocol=protocol)
        return MemoryFileSystem()

    monkeypatch.setattr(fsspec, "filesystem", filesystem)
    target = target_at(address)
    assert asked == {"protocol": "webdav", "base_url": server, "auth": login}
    target.write("m0/00000001.segment", b"x")
    assert target.names() == ["m0/00000001.segment"]
    assert MemoryFileSystem().cat_file(f"{folder}/m0/00000001.segment") == b"x"
    MemoryFileSystem().rm(folder, recursive=True)
