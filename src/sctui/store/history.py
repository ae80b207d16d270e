"""All that happened to one card, read on a connection of its own, so that a screen need not wait."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sctui.model.change import Change
from sctui.model.review import Review
from sctui.store.database import connect, telling
from sctui.store.log import read_log
from sctui.store.restate import members


def history(path: Path, card: str) -> list[Review | Change]:
    """The answers and changes of a card that stand, in their order; those of cards that became it as well.

    Raises:
        CollectionError: when the database cannot be read.
    """
    if not path.exists():
        return []
    with telling(path), closing(connect(path)) as connection:
        row = connection.execute("SELECT coalesce(becomes, key) FROM cards WHERE id = ?", (card,)).fetchone()
        if row is None:
            return []
        return [entry for _, entry in read_log(connection, members(connection, {int(row[0])}))]
