"""Room for SQLite's write-ahead log, made before answers need it.

Where a file grows, a sync waits for the disk twice: for what was written, and for the file's new length. The
log grows until SQLite goes back to its beginning, for the first two hundred answers after a start. So it gets
its length at once, by a change that is too large for memory and is then taken back: what was written of it
counts for nothing.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from shutil import disk_usage

from sctui.store.database import connect

_PAGES = 1010  # SQLite goes back to the beginning of the log behind a thousand
_SPARE = 16  # times that room must be free on the disk, so that nothing else wants for it


def make_room(path: Path) -> None:
    """Let the log of a database that is open have its full length, unless it has or the disk is small.

    Others wait for some milliseconds to write. Call it in a thread.
    """
    log = path.with_name(f"{path.name}-wal")
    if not log.exists():  # nobody has the database open, or it keeps no such log
        return
    with suppress(sqlite3.Error, OSError), closing(connect(path)) as connection:
        (page,) = connection.execute("PRAGMA page_size").fetchone()
        size = _PAGES * page
        if log.stat().st_size >= size or disk_usage(log.parent).free < _SPARE * size:
            return
        connection.execute("PRAGMA busy_timeout = 0")  # who writes now comes first
        connection.execute("PRAGMA cache_size = 16")  # pages; all beyond goes into the log
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO contents (sha256, data) VALUES ('', zeroblob(?))", (size,))
        connection.execute("ROLLBACK")
        with log.open("rb+") as file:
            os.fsync(file.fileno())
