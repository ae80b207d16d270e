"""Edits of files in the journal: what stood in a file before and after is kept, each content once."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Sequence

from sctui.model.change import ChangeKind, FileEdit
from sctui.store.changes import Entry, write_entry
from sctui.store.stamps import next_key

_LEVEL = 2  # a seventh larger than 6, in a third of the time, which a large deck takes while one waits
_LARGE = 2 << 20  # bytes from which on all cores help


def write_edits(connection: sqlite3.Connection, edits: Sequence[FileEdit], now: int, batch: int = 0) -> int:
    """Log edits as one act, or as more of the act `batch`; gives the key of the act.

    The files themselves are the caller's to write, once this is on the disk.
    """
    for edit in edits:
        key, skew = next_key(connection, now)
        batch = batch or key
        sides = (
            json.dumps([edit.path, keep_content(connection, data)], ensure_ascii=False)
            for data in (edit.before, edit.after)
        )
        write_entry(connection, (key, batch, None, skew, None, str(ChangeKind.FILE), *sides))
    return batch


def edit_of(connection: sqlite3.Connection, entry: Entry, *, undo: bool) -> FileEdit:
    """The edit that an entry tells of, or the one that takes it back."""
    (path, before), (_, after) = json.loads(entry.before), json.loads(entry.after)
    sides = read_content(connection, before), read_content(connection, after)
    return FileEdit(path, *(reversed(sides) if undo else sides))


def keep_content(connection: sqlite3.Connection, data: bytes | None) -> str | None:
    """Keep the bytes of a file; gives their SHA-256, None for no file."""
    if data is None:
        return None
    import hashlib  # noqa: PLC0415 -- no answer needs it

    digest = hashlib.sha256(data).hexdigest()
    connection.execute(
        "INSERT INTO contents (sha256, data) VALUES (?, ?) ON CONFLICT DO NOTHING",
        (digest, _packed(data)),
    )
    return digest


def _packed(data: bytes) -> bytes:
    if len(data) < _LARGE:
        return zlib.compress(data, _LEVEL)
    from sctui.text.deflate import packed  # noqa: PLC0415 -- loads threads and archives, which hardly any needs

    return packed(data)


def read_content(connection: sqlite3.Connection, digest: str | None) -> bytes | None:
    """The bytes of a SHA-256 that were kept."""
    if digest is None:
        return None
    (data,) = connection.execute("SELECT data FROM contents WHERE sha256 = ?", (digest,)).fetchone()
    return zlib.decompress(data)
