"""Versions of deck files in the journal: each knows what it was made from, so that devices can merge them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sctui.model.change import ChangeKind
from sctui.store.changes import write_entry
from sctui.store.database import connect, telling, transaction
from sctui.store.files import keep_content, read_content
from sctui.store.stamps import DEVICE_BITS, next_key

Name = tuple[int, str]  # stamp and device: the same everywhere, and sorted alike
_MASK = (1 << DEVICE_BITS) - 1


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a deck file; `content` is None where the file was deleted."""

    name: Name
    path: str
    parents: tuple[Name, ...]
    content: bytes | None


def read_versions(database: Path) -> list[Version]:
    """Every version of every deck file that this device knows.

    Raises:
        CollectionError: when the database cannot be read.
    """
    with telling(database), closing(connect(database)) as connection:
        devices = dict(connection.execute("SELECT number, name FROM devices"))
        rows = connection.execute("SELECT key, before, after FROM changes WHERE kind = 'deck'").fetchall()
        versions = []
        for key, before, after in rows:
            path, parents = json.loads(before)
            content = read_content(connection, json.loads(after)[1])
            names = tuple((int(stamp), str(device)) for stamp, device in parents)
            versions.append(Version((key >> DEVICE_BITS, devices[key & _MASK]), path, names, content))
        return versions


def add_version(
    database: Path, path: str, parents: Iterable[Name], content: bytes | None, now: int
) -> Version:
    """Add a version of this device's.

    Raises:
        CollectionError: when it cannot be written.
    """
    made_from = tuple(parents)
    with telling(database), closing(connect(database)) as connection, transaction(connection):
        key, skew = next_key(connection, now)
        sides = json.dumps([path, made_from]), json.dumps([path, keep_content(connection, content)])
        write_entry(connection, (key, key, None, skew, None, str(ChangeKind.DECK), *sides))
        (device,) = connection.execute("SELECT name FROM devices WHERE is_here").fetchone()
    return Version((key >> DEVICE_BITS, device), path, made_from, content)
