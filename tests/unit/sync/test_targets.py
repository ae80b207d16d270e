"""What a target is called, and what is found at the root of a server."""

from threading import Event
from typing import Any, ClassVar, NoReturn

import click
import fsspec
import pytest
from click.testing import CliRunner
from fsspec.implementations.memory import MemoryFileSystem

from sctui.cli import sync as cli_sync
from sctui.cli.commands import cli
from sctui.errors import SyncError
from sctui.locations import Home
from sctui.store.segments import note_segments, read_segments
from sctui.sync.target import name_of, target_at


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("sftp://me:p@ss:word@host:22/cards/", "sftp://me@host:22/cards"),
        ("sftp://me@host/cards", "sftp://me@host/cards"),
        ("webdavs://host/a@b:c/", "webdavs://host/a@b:c"),
        ("sftp://me:secret@host", "sftp://me@host"),
        ("s3://bucket/deep/er", "s3://bucket/deep/er"),
        ("/share/../cards/", "/cards"),
    ],
)
def test_a_target_is_called_by_all_but_its_password(address: str, name: str) -> None:
    assert name_of(address) == name
    assert name_of(name) == name


def test_a_password_is_neither_kept_nor_told(home: Home) -> None:
    address, name = "memory://me:hush@shared", "memory://me@shared"
    note_segments(home.database, address, [("desk", 7), ("lap", 1)])  # as it was kept once
    note_segments(home.database, name, [("desk", 7)])
    assert b"hush" in everything_in(home)
    done = CliRunner().invoke(cli, ["--home", str(home.folder), "sync", address])
    assert "There was nothing at memory://me@shared yet." in done.output
    assert b"hush" not in everything_in(home)
    assert {("desk", 7), ("lap", 1)} <= set(read_segments(home.database, name))
    assert "nothing at" not in CliRunner().invoke(cli, ["--home", str(home.folder), "sync", address]).output
    with pytest.raises(SyncError) as told:
        target_at("nowhere://me:hush@host/cards")
    assert "nowhere://me@host/cards" in told.value.message
    MemoryFileSystem().rm("/me:hush@shared", recursive=True)


def everything_in(home: Home) -> bytes:
    return b"".join(file.read_bytes() for file in home.folder.glob("collection.db*"))


@pytest.mark.parametrize(
    ("address", "extra"),
    [("sftp://me:hush@host/x", "sftp"), ("webdavs://host/x", "webdav"), ("gs://x", "sync")],
)
def test_the_package_that_is_missing_is_named(
    monkeypatch: pytest.MonkeyPatch, address: str, extra: str
) -> None:
    def missing(*_address: str, **_options: Any) -> NoReturn:
        raise ImportError("Install this")

    monkeypatch.setattr(fsspec.core, "url_to_fs", missing)
    monkeypatch.setattr(fsspec, "filesystem", missing)
    with pytest.raises(SyncError, match="Install this") as told:
        target_at(address)
    assert f"sctui[{extra}]" in told.value.hint
    assert "hush" not in told.value.message


class Slashless(MemoryFileSystem):  # type: ignore[misc]  # fsspec has no types
    """Finds nothing by a pattern that begins with a slash, as those for WebDAV and SFTP do at their roots."""

    protocol = "slashless"
    store: ClassVar[dict[str, Any]] = {}
    pseudo_dirs: ClassVar[list[str]] = [""]

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return str(super()._strip_protocol(path.removeprefix("slashless://")))

    def glob(self, path: str, **options: Any) -> Any:
        return [] if path.startswith("/") else super().glob(path, **options)


@pytest.mark.parametrize("address", ["slashless://", "slashless:///"])
def test_the_root_of_a_server_is_a_target(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    fsspec.register_implementation("slashless", Slashless, clobber=True)
    monkeypatch.setattr(Slashless, "store", {})
    monkeypatch.setattr(Slashless, "pseudo_dirs", [""])
    target = target_at(address)
    assert target.names() == []
    target.write("m0/00000001.segment", b"x")
    target.write("m1/00000001.segment", b"y")
    Slashless().pipe_file("/stray.segment", b"z")
    assert target.names() == ["m0/00000001.segment", "m1/00000001.segment"]
    assert target.read("m1/00000001.segment") == b"y"


def test_a_server_that_says_nothing_is_named(monkeypatch: pytest.MonkeyPatch, home: Home) -> None:
    told = Event()

    def silent(address: str) -> NoReturn:
        assert told.wait(60)
        raise SyncError(f"{address} is gone")

    def echo(message: str, *, err: bool) -> None:
        assert err
        if "sftp://me@host" in message:
            told.set()

    monkeypatch.setattr(cli_sync, "_PATIENCE", 0.0)
    monkeypatch.setattr(cli_sync, "target_at", silent)
    monkeypatch.setattr(click, "echo", echo)
    with pytest.raises(SyncError):
        cli.main(["--home", str(home.folder), "sync", "sftp://me:hush@host"], standalone_mode=False)
