"""Moving a damaged database out of the way: nothing that may still be read is ever thrown away."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sctui.errors import CollectionError
from sctui.i18n import _


def set_aside(database: Path, now: int) -> tuple[Path, ...]:
    """Rename a database and its journal; gives the new names, none where there was no file.

    Raises:
        CollectionError: when that cannot be done.
    """
    stamp = datetime.fromtimestamp(now / 1000, UTC).strftime("%Y-%m-%dT%H%M%S")
    moved: list[Path] = []
    for end in ("", "-wal", "-shm"):
        file = database.with_name(database.name + end)
        if not file.exists():
            continue
        target = database.with_name(f"{database.name}.damaged-{stamp}{end}")
        try:
            file.rename(target)
        except OSError as error:
            raise CollectionError(
                _("{file}: cannot be set aside: {strerror}").format(file=file, strerror=error.strerror),
                hint=_("Close the other programs that use it, and see that its folder may be written to."),
            ) from None
        moved.append(target)
    return tuple(moved)
