"""Letting one card become another: its history goes over, the log keeps saying which card was asked."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sctui.errors import CollectionError
from sctui.i18n import _
from sctui.model.change import ChangeKind
from sctui.store.changes import write_entry
from sctui.store.database import connect, telling, transaction
from sctui.store.restate import Replay, remap, restate
from sctui.store.stamps import next_key


def map_card(path: Path, old: str, new: str, now: int, replay: Replay) -> None:
    """Let the history of a card go over to another card; what that one had stays with it. Undo takes it back.

    Raises:
        CollectionError: when the old card was never studied, both are the same, or it cannot be written.
    """
    with telling(path), closing(connect(path)) as connection, transaction(connection):
        _map(connection, old, new, now, replay)


def _map(connection: sqlite3.Connection, old: str, new: str, now: int, replay: Replay) -> None:
    row = connection.execute("SELECT key, coalesce(becomes, key) FROM cards WHERE id = ?", (old,)).fetchone()
    if row is None:
        raise CollectionError(
            _("`{old}` was never studied").format(old=old),
            hint=_("`sctui orphans` lists what can be mapped."),
        )
    connection.execute("INSERT INTO cards (id) VALUES (?) ON CONFLICT DO NOTHING", (new,))
    ((target, end),) = connection.execute(
        "SELECT key, coalesce(becomes, key) FROM cards WHERE id = ?", (new,)
    ).fetchall()
    if row[1] == end:
        raise CollectionError(
            _("`{old}` and `{new}` are the same card already").format(old=old, new=new),
            hint=_("Nothing was changed."),
        )
    key, skew = next_key(connection, now)
    write_entry(connection, (key, key, row[0], skew, None, str(ChangeKind.MAP), "null", json.dumps(new)))
    remap(connection)
    restate(connection, {row[0], target}, replay, now)


@dataclass(frozen=True, slots=True)
class Answered:
    """A card with answers that stand: how many, and when the last was given (UTC ms)."""

    card: str
    answers: int
    last: int


def answered_cards(path: Path) -> list[Answered]:
    """Every card with answers that stand, by the id it goes by now, sorted by it; none without a file.

    Raises:
        CollectionError: when the database cannot be read.
    """
    if not path.exists():
        return []
    with telling(path), closing(connect(path)) as connection:
        rows = connection.execute(
            "SELECT card, count(*), max(at) FROM standing_reviews GROUP BY card ORDER BY card"
        )
        return [Answered(*row) for row in rows]
