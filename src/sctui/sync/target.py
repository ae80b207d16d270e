"""Where segments are exchanged: a folder, or any address that fsspec knows (sftp, WebDAV, S3 and others)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit

from sctui.decks.atomic_file import write_atomically
from sctui.errors import ExportError, SyncError
from sctui.i18n import _

_SUFFIX = ".segment"
_WEBDAV = {"webdav": "http", "webdavs": "https"}
_EXTRAS = {"sftp": "sftp", "ssh": "sftp", "webdav": "webdav", "webdavs": "webdav", "s3": "s3"}


class Target(Protocol):
    """Files that are written once. Names are `device/00000001.segment`."""

    def names(self) -> list[str]:
        """The names of all segments.

        Raises:
            SyncError: when the target cannot be reached.
        """

    def read(self, name: str) -> bytes:
        """The bytes of a segment.

        Raises:
            SyncError: when it cannot be read.
        """

    def write(self, name: str, data: bytes) -> None:
        """Put a segment there.

        Raises:
            SyncError: when it cannot be written.
        """


def target_at(address: str) -> Target:
    """The target at a path or address.

    Raises:
        SyncError: when the address needs a package that is not installed, or the folder is not there.
    """
    if "://" not in address:
        return FolderTarget(Path(address).expanduser())
    return AddressTarget(address)


def name_of(address: str) -> str:
    """What a target is told and remembered by: a folder's full path, an address without its password."""
    scheme, mark, rest = address.partition("://")
    if not mark:
        return os.path.abspath(os.path.expanduser(address))  # noqa: PTH100, PTH111 -- a name, also where the share is gone
    server, slash, path = rest.partition("/")
    user, at, host = server.rpartition("@")
    return f"{scheme}://{user.partition(':')[0]}{at}{host}{slash}{path}".rstrip("/")


class FolderTarget:
    """A folder, which something else may carry from machine to machine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        if not folder.is_dir():
            raise SyncError(
                _("{folder}: there is no such folder").format(folder=folder),
                hint=_(
                    "Is the share connected? Make a new folder yourself, so that none is made by mistake."
                ),
            )

    def names(self) -> list[str]:
        """As `Target.names`."""
        with _told(str(self._folder)):
            found = list(self._folder.glob(f"*/*{_SUFFIX}"))
        return sorted(file.relative_to(self._folder).as_posix() for file in found)

    def read(self, name: str) -> bytes:
        """As `Target.read`."""
        with _told(name):
            return (self._folder / name).read_bytes()

    def write(self, name: str, data: bytes) -> None:
        """As `Target.write`."""
        with _told(name):
            if not self._folder.is_dir():  # a share that went away leaves no folder to make one below
                raise FileNotFoundError(2, "the folder is gone")
            write_atomically(self._folder / name, data)


class AddressTarget:
    """An address of fsspec's."""

    def __init__(self, address: str) -> None:
        self._name = name_of(address)
        scheme = address.partition("://")[0]
        with _told(self._name):
            try:
                self._files, self._root = _files_at(address)
            except ImportError as error:  # fsspec's words name the package
                raise SyncError(
                    f"{self._name}: {error}",
                    hint=_("Install it with: pip install 'sctui[{extra}]'").format(
                        extra=_EXTRAS.get(scheme, "sync")
                    ),
                ) from None

    def names(self) -> list[str]:
        """As `Target.names`."""
        with _told(self._name):
            self._files.invalidate_cache()
            folders = self._listed(self._root or "/", "directory")
            found = [file for folder in folders for file in self._listed(folder, "file")]
        return sorted("/".join(path.split("/")[-2:]) for path in found if path.endswith(_SUFFIX))

    def read(self, name: str) -> bytes:
        """As `Target.read`."""
        with _told(name):
            data: bytes = self._files.cat_file(f"{self._root}/{name}")
        return data

    def write(self, name: str, data: bytes) -> None:
        """As `Target.write`."""
        with _told(name):
            path = f"{self._root}/{name}"
            self._files.makedirs(path.rsplit("/", 1)[0], exist_ok=True)
            self._files.pipe_file(path, data)

    def _listed(self, folder: str, kind: str) -> list[str]:
        """What a folder holds, if it is there; fsspec's patterns fail at the root of some file systems."""
        try:
            return [entry["name"] for entry in self._files.ls(folder, detail=True) if entry["type"] == kind]
        except FileNotFoundError:
            return []


def _files_at(address: str) -> tuple[Any, str]:
    """The file system and the folder of an address."""
    from fsspec.core import url_to_fs  # noqa: PLC0415 -- an extra

    scheme, _mark, rest = address.partition("://")
    if scheme in _WEBDAV:  # the address says nothing to fsspec: what reads it wants the server apart
        return _webdav(_WEBDAV[scheme], rest)
    files, root = url_to_fs(address)
    return files, root.rstrip("/")


def _webdav(scheme: str, rest: str) -> tuple[Any, str]:
    """The file system and the folder of `user:password@host:port/folder`."""
    import fsspec  # noqa: PLC0415 -- an extra

    parts = urlsplit(f"{scheme}://{rest}")
    login = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    server = f"{scheme}://{parts.netloc.rpartition('@')[2]}"
    return fsspec.filesystem("webdav", base_url=server, auth=login), unquote(parts.path).strip("/")


@contextmanager
def _told(what: Any) -> Iterator[None]:
    """Every way in which a file system can fail, as a message."""
    try:
        yield
    except SyncError:
        raise
    except ExportError as error:
        raise SyncError(
            error.message, hint=_("Nothing is lost; sync again when the target is there.")
        ) from None
    except Exception as error:  # each of fsspec's many back ends raises its own kind
        raise SyncError(
            f"{what}: {error or type(error).__name__}",
            hint=_("Nothing is lost; sync again when the target is there."),
        ) from error
