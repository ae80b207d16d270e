"""The connection: how it is opened, what it promises, and how its failures are told to the user."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import TypeAlias

from sctui.errors import CollectionError, DamagedError, HomeError
from sctui.i18n import N_, _

# how long one process waits for another's answer to be written; an answer takes a few milliseconds, more
# where the machine is busy and the disk slow
_PATIENCE = 8.0

_HINTS = {
    sqlite3.SQLITE_BUSY: N_("Another program is using it. Close that program and try again."),
    sqlite3.SQLITE_LOCKED: N_("Another program is using it. Close that program and try again."),
    sqlite3.SQLITE_READONLY: N_(
        "It or its folder is write-protected. Allow writing, or choose another --home."
    ),
    sqlite3.SQLITE_CANTOPEN: N_("Check that you may read and write the file and its folder."),
    sqlite3.SQLITE_FULL: N_("Make room on the disk. Answers saved earlier are safe."),
    sqlite3.SQLITE_IOERR: N_(
        "Make room on the disk if it is full, or connect it again. Saved answers are safe."
    ),
    sqlite3.SQLITE_NOTADB: N_("Run `sctui doctor`: it saves what can be read, and sets the file aside."),
    sqlite3.SQLITE_CORRUPT: N_("Run `sctui doctor`: it saves what can be read, and the rest from a backup."),
}
_DAMAGE = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)


# what runs a statement
Hand: TypeAlias = sqlite3.Connection | sqlite3.Cursor


class telling:  # noqa: N801 -- a context, as those of contextlib are called; an answer waits for theirs longer
    """Turn SQLite's failures within the block into a CollectionError with the file and what to do."""

    __slots__ = ("_path",)

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, _kind: object, error: BaseException | None, _traceback: object) -> None:
        """Tell what happened."""
        if isinstance(error, sqlite3.Error):
            raise told(error, self._path) from error


def told(error: sqlite3.Error, path: Path) -> CollectionError:
    """How a failure of SQLite with a file is told, and what to do."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    kind = DamagedError if code in _DAMAGE else CollectionError
    what = _("is a folder") if path.is_dir() else error
    return kind(f"{path}: {what}", hint=_(_HINTS.get(code, "")))


def connect(path: Path) -> sqlite3.Connection:
    """Open the database, creating an empty file where there is none.

    Every commit reaches the disk before it returns (WAL with synchronous FULL: one sync each). Transactions
    are begun by hand. The connection may be handed from one thread to another, but serves one at a time.

    Raises:
        sqlite3.Error: call it within `telling`.
    """
    connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        # on macOS a plain sync leaves the data in the drive's cache; elsewhere this means nothing
        connection.execute("PRAGMA fullfsync = ON")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def use_wal(connection: sqlite3.Connection) -> None:
    """Keep the database in WAL mode, which needs one sync an answer instead of several.

    The file remembers it. While others are using a file that is not in this mode yet, it stays as it is: no
    less safe, only slower.
    """
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise


class transaction:  # noqa: N801 -- as above
    """All or nothing: commit when the block ends, roll back when it raises. Takes the write lock at once."""

    __slots__ = ("_connection", "_hand")

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection, self._hand = connection, connection.cursor()

    def __enter__(self) -> sqlite3.Cursor:
        """Take the lock; gives a cursor to go on with, where one more for each statement takes too long."""
        return self._hand.execute("BEGIN IMMEDIATE")

    def __exit__(self, _kind: object, error: BaseException | None, _traceback: object) -> None:
        """Commit or roll back."""
        try:
            if error is None:
                self._hand.execute("COMMIT")
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")


def identity(path: str) -> object:
    """What tells a file from another one of its name; None where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 -- asked at every answer, and twice as quick as that of a Path
    except OSError:
        return None
    return found.st_dev, found.st_ino


def check_writable(connection: sqlite3.Connection) -> None:
    """Let a locked or write-protected database say so now, not at the first answer. Changes nothing.

    Raises:
        sqlite3.Error: call it within `telling`.
    """
    connection.execute("BEGIN IMMEDIATE")
    # beginning is allowed even on a file that may only be read; a statement that writes is not
    connection.execute("DELETE FROM states WHERE FALSE")
    connection.execute("ROLLBACK")


def make_folder(path: Path) -> None:
    """Create the folder the database goes into.

    Raises:
        HomeError: when that cannot be done.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise HomeError(
            _("{parent}: cannot be created: {strerror}").format(parent=path.parent, strerror=error.strerror),
            hint=_(_HOME_HINT),
        ) from None


def check_folder(path: Path) -> None:
    """Make sure that the folder of the database could be created and written to, without doing so.

    Raises:
        HomeError: when a file is in the way, or the folder is write-protected.
    """
    folder = path.parent
    try:
        while not folder.exists() and folder != folder.parent:
            folder = folder.parent
        is_folder = folder.is_dir()
    except OSError as error:
        raise HomeError(
            _("{folder}: cannot be read: {strerror}").format(folder=folder, strerror=error.strerror),
            hint=_(_HOME_HINT),
        ) from None
    if not is_folder:
        raise HomeError(_("{folder}: is not a folder").format(folder=folder), hint=_(_HOME_HINT))
    if not os.access(folder, os.W_OK | os.X_OK):
        raise HomeError(_("{folder}: is write-protected").format(folder=folder), hint=_(_HOME_HINT))


_HOME_HINT = N_("Choose another place with --home DIR or SCTUI_HOME.")
