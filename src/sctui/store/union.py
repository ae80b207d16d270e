"""Adding to one database what another one has: the log is a set, its entries keep their keys."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sctui.store.database import connect, telling, transaction


def add_missing(target: Path, source: Path) -> int:
    """Add the entries of `source`'s logs that `target` lacks; both of the current version and of one origin.

    An entry never changes: where both have it and it is not the same, that of `target`, which was read out of
    a damaged file, is wrong, and gives way.

    States are not touched: they are to be worked out anew. Gives the number of answers added.

    Raises:
        CollectionError: when either cannot be used; `target` is then as it was.
    """
    with telling(target), closing(connect(target)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA recursive_triggers = OFF")  # those that let no entry go
        connection.execute("ATTACH ? AS other", (str(source),))
        (before,) = connection.execute("SELECT count(*) FROM reviews").fetchone()
        with transaction(connection):
            for statement in _STATEMENTS:
                connection.execute(statement)
        (after,) = connection.execute("SELECT count(*) FROM reviews").fetchone()
        connection.execute("DETACH other")
        return int(after - before)


_CARD = "(SELECT c.key FROM cards AS c JOIN other.cards AS o ON o.id = c.id WHERE o.key = t.card)"
_ADD_REVIEWS = f"""
    INSERT OR REPLACE INTO reviews
    SELECT
        key, {_CARD}, outcome, duration, skew, previous, wait, stability, difficulty, reps, lapses,
        (SELECT p.id FROM presets AS p JOIN other.presets AS o ON o.body = p.body WHERE o.id = t.preset)
    FROM other.reviews AS t
"""  # noqa: S608 -- our own text
_ADD_CHANGES = f"""
    INSERT OR REPLACE INTO changes SELECT key, batch, {_CARD}, skew, previous, kind, before, after
    FROM other.changes AS t
"""  # noqa: S608 -- our own text
_STATEMENTS = (
    "INSERT OR IGNORE INTO cards SELECT key, id, NULL FROM other.cards",
    "INSERT INTO cards (id) SELECT id FROM other.cards WHERE id NOT IN (SELECT id FROM cards)",
    "INSERT OR IGNORE INTO presets SELECT * FROM other.presets",
    "INSERT INTO presets (body) SELECT body FROM other.presets WHERE body NOT IN (SELECT body FROM presets)",
    "INSERT OR IGNORE INTO devices SELECT * FROM other.devices",
    "INSERT OR IGNORE INTO contents (sha256, data) SELECT sha256, data FROM other.contents",
    "INSERT OR IGNORE INTO parameter_sets SELECT * FROM other.parameter_sets",
    _ADD_REVIEWS,
    _ADD_CHANGES,
    "INSERT OR REPLACE INTO reversals SELECT key, batch, is_undo, skew FROM other.reversals",
)
