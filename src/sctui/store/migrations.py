"""From the version a database has to the one we write: numbered SQL files, each in its own transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sctui.errors import CollectionError
from sctui.i18n import _
from sctui.store.database import transaction

# 'sctu': says that a database is ours (SQLite's application_id)
_APPLICATION = 0x73637475
CURRENT = 4


def is_current(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the database has the version we write.

    Raises:
        CollectionError: when it is newer, or not ours; nothing was changed.
    """
    refuse_unknown(connection, path)
    return _pragma(connection, "user_version") == CURRENT


def refuse_unknown(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a database that is not ours to read.

    Raises:
        CollectionError: when it is newer than we know, or another program's.
    """
    version = _pragma(connection, "user_version")
    application = _pragma(connection, "application_id")
    if application != _APPLICATION and not is_empty(connection):
        raise CollectionError(
            _("{path}: is a database of another program").format(path=path),
            hint=_("Choose another place with --home DIR."),
        )
    if version > CURRENT:
        raise CollectionError(
            _("{path}: was written by a newer sctui (version {version}; this one knows {current})").format(
                path=path, version=version, current=CURRENT
            ),
            hint=_("Update sctui. Nothing was changed."),
        )


def is_empty(connection: sqlite3.Connection) -> bool:
    """Whether there is nothing at all in the database."""
    return not connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone()


def migrate(connection: sqlite3.Connection, wanted: int | None = None) -> None:
    """Bring the database to the current version, or to the one that is `wanted`.

    A step that fails leaves the version before it.

    Raises:
        sqlite3.Error: call it within `telling`.
    """
    # Loaded here alone: it costs more than everything else at start, and most starts have nothing to migrate.
    import sqlite_utils  # noqa: PLC0415 -- loaded where it is used

    database = sqlite_utils.Database(connection, execute_plugins=False, recursive_triggers=False)
    for version, script in _scripts():
        if wanted and version > wanted:
            break
        with transaction(connection):
            # asked again under the lock: another process may have been faster
            if _pragma(connection, "user_version") >= version:
                continue
            for statement in _statements(script):
                database.execute(statement)
            database.execute(f"PRAGMA application_id = {_APPLICATION}")
            database.execute(f"PRAGMA user_version = {version}")


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _scripts() -> Iterator[tuple[int, str]]:
    for file in sorted((Path(__file__).parent / "schema").glob("*.sql")):
        yield int(file.name.partition("_")[0]), file.read_text(encoding="utf-8")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script; a trigger's body is part of its statement."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
