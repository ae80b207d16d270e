"""Which segments of a target were read or used; the column holds the device and the target's name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from sctui.store.database import connect, telling, transaction


def read_segments(path: Path, target: str) -> Iterator[tuple[str, int]]:
    """The segments of a target that were read: device and sequence.

    Raises:
        CollectionError: when the database cannot be read.
    """
    with telling(path), closing(connect(path)) as connection:
        for device, sequence in connection.execute("SELECT device, sequence FROM segments"):
            name, _, of = device.partition(" ")
            if of == target:
                yield name, sequence


def note_segments(path: Path, target: str, segments: Iterable[tuple[str, int]]) -> None:
    """Remember segments of a target as read.

    Raises:
        CollectionError: when it cannot be written.
    """
    with telling(path), closing(connect(path)) as connection, transaction(connection):
        rows = ((f"{device} {target}", sequence) for device, sequence in segments)
        connection.executemany("INSERT OR IGNORE INTO segments VALUES (?, ?)", rows)


def rename_target(path: Path, former: str, name: str) -> None:
    """Know a target by another name from now on, with all that was read there; nothing is left of the former.

    Raises:
        CollectionError: when it cannot be written.
    """
    with telling(path), closing(connect(path)) as connection:
        connection.execute("PRAGMA secure_delete = ON")  # a password may have been part of it
        with transaction(connection):
            connection.execute(_RENAME, (name, former))
            connection.execute(_DELETE, (former,))


_OF = "substr(device, instr(device, ' ') + 1) = ?"
_RENAME = f"UPDATE OR IGNORE segments SET device = substr(device, 1, instr(device, ' ')) || ? WHERE {_OF}"  # noqa: S608 -- a text of ours
_DELETE = f"DELETE FROM segments WHERE {_OF}"  # noqa: S608 -- as above
