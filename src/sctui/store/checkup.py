"""What may be wrong with a database that can be read, and setting it right from its own logs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sctui.i18n import _
from sctui.model.change import Change, Marks
from sctui.store.database import connect, telling, transaction
from sctui.store.log import read_log
from sctui.store.restate import Replay, remap, restate
from sctui.store.rows import marks_from, state_from
from sctui.store.stamps import DEVICE_BITS
from sctui.store.states import SELECT_MARKS

_DAY = 86_400_000
# FSRS-based scheduling and this program are younger; a time before it comes from a clock that was never set
_EARLIEST = 946_684_800_000  # 2000-01-01
_LONGEST_ANSWER = _DAY


class Fault(StrEnum):
    """What can be wrong."""

    REFERENCE = "reference"  # a row that speaks of a card or preset that is not there
    STATE = "state"  # a state or marks that contradict the log
    UNDONE = "undone"  # what is undone contradicts the log of undoing
    CHAIN = "chain"  # an answer whose predecessor is missing: answers were lost
    NAME = "name"  # a card whose id was lost
    TIME = "time"  # a moment that cannot be


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong: what kind, what exactly, and whether it can be set right."""

    fault: Fault
    message: str
    mendable: bool = True


def check_up(path: Path, replay: Replay, now: int) -> list[Finding]:
    """Everything wrong with a database whose pages are sound.

    Raises:
        CollectionError: when it cannot be read.
    """
    with telling(path), closing(connect(path)) as connection:
        return [
            *_references(connection),
            *_undone(connection),
            *_states(connection, replay),
            *_chains(connection),
            *_names(connection),
            *_times(connection, now),
        ]


def mend(path: Path, replay: Replay, now: int) -> None:
    """Make states, marks and what is undone what the logs say; name what is nameless. The logs stay.

    Raises:
        CollectionError: when it cannot be written; nothing was.
    """
    with telling(path), closing(connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        with transaction(connection):
            for statement in _FILL_GAPS:
                connection.execute(statement)
            for table in ("states", "marks"):
                connection.execute(f"DELETE FROM {table} WHERE card NOT IN (SELECT key FROM cards)")  # noqa: S608 -- two names
            connection.execute("DELETE FROM undone")
            connection.execute(f"INSERT INTO undone {UNDONE}")
            remap(connection)
            keys = [key for (key,) in connection.execute("SELECT key FROM cards")]
            restate(connection, keys, replay, now)


def _references(connection: sqlite3.Connection) -> Iterator[Finding]:
    broken: dict[tuple[str, str], int] = {}
    for table, _row, parent, _key in connection.execute("PRAGMA foreign_key_check"):
        broken[table, parent] = broken.get((table, parent), 0) + 1
    for (table, parent), count in broken.items():
        yield Finding(
            Fault.REFERENCE,
            _("{count} of {table} without their {parent}").format(count=count, table=table, parent=parent),
        )


def _undone(connection: sqlite3.Connection) -> Iterator[Finding]:
    stored = set(connection.execute("SELECT batch, reversal FROM undone"))
    told = set(connection.execute(UNDONE))
    if stored != told:
        yield Finding(
            Fault.UNDONE,
            _("{stored} acts are undone, or not, against their log").format(stored=len(stored ^ told)),
        )


def _states(connection: sqlite3.Connection, replay: Replay) -> Iterator[Finding]:
    log = [entry for _, entry in read_log(connection)]
    told = replay(log)
    stored = {row[0]: state_from(row) for row in connection.execute("SELECT * FROM card_states")}
    for card in sorted(told.keys() | stored.keys()):
        if told.get(card) != stored.get(card):
            yield Finding(
                Fault.STATE, _("the state of `{card}` is not what its log leads to").format(card=card)
            )
    marks = {
        entry.card: entry.after
        for entry in log
        if isinstance(entry, Change) and isinstance(entry.after, Marks)
    }
    there = {row[0]: marks_from(row[1:]) for row in connection.execute(SELECT_MARKS)}
    for card in sorted(marks.keys() | there.keys()):
        if marks.get(card, Marks()) != there.get(card, Marks()):
            yield Finding(
                Fault.STATE, _("the marks of `{card}` are not what its log leads to").format(card=card)
            )


def _chains(connection: sqlite3.Connection) -> Iterator[Finding]:
    (count,) = connection.execute(_BROKEN_CHAINS).fetchone()
    if count:
        yield Finding(
            Fault.CHAIN, _("{count} answers follow answers that are lost").format(count=count), mendable=False
        )


def _names(connection: sqlite3.Connection) -> Iterator[Finding]:
    rows = connection.execute("SELECT id FROM cards WHERE id = 'lost:' || key AND becomes IS NULL")
    for (card,) in rows:
        yield Finding(
            Fault.NAME,
            _("`{card}` has lost its name: `sctui orphans --map {card} ID`").format(card=card),
            mendable=False,
        )


def _times(connection: sqlite3.Connection, now: int) -> Iterator[Finding]:
    late = now + _DAY
    for what, where, bound in (
        (_("answers lie in the future"), "at > ?", late),
        (_("answers lie before the year 2000"), "at < ?", _EARLIEST),
        (_("answers took longer than a day"), "duration > ?", _LONGEST_ANSWER),
        (
            _("answers have a time above their stamp"),
            f"skew < ? AND key >> {DEVICE_BITS} < at",
            0,
        ),
    ):
        (count,) = connection.execute(f"SELECT count(*) FROM reviews WHERE {where}", (bound,)).fetchone()  # noqa: S608 -- the texts above
        if count:
            yield Finding(Fault.TIME, f"{count} {what}", mendable=False)


# what is undone: acts whose last reversal is an undo; and, where a database was copied before it was first
# synced, so that two devices tell of the same answer, all copies but one
UNDONE = """
    SELECT batch, max(key) FROM (
        SELECT last.batch, last.key FROM (SELECT batch, max(key) AS key FROM reversals GROUP BY batch) AS last
        JOIN reversals ON reversals.key = last.key WHERE reversals.is_undo
        UNION ALL
        SELECT r.key, 0 FROM devices AS d JOIN reviews AS r ON (r.key & 255) = d.number
        WHERE EXISTS (
            SELECT 1 FROM reviews AS o JOIN devices AS e ON e.number = (o.key & 255)
            WHERE o.key BETWEEN (r.key & ~255) AND (r.key | 255)
                AND o.card = r.card AND o.outcome = r.outcome AND o.skew = r.skew AND o.duration = r.duration
                AND e.name < d.name
        )
    ) GROUP BY batch
"""
# cards and presets that are spoken of and gone: answers stay, and can be mapped onto a card
_FILL_GAPS = (
    """INSERT INTO cards (key, id) SELECT card, 'lost:' || card
       FROM (SELECT card FROM reviews UNION SELECT card FROM changes WHERE card IS NOT NULL)
       WHERE card NOT IN (SELECT key FROM cards)""",
    """INSERT INTO presets (id, body) SELECT DISTINCT preset, 'lost:' || preset FROM reviews
       WHERE preset IS NOT NULL AND preset NOT IN (SELECT id FROM presets)""",
)
_BROKEN_CHAINS = """
    SELECT count(*) FROM reviews AS r WHERE previous IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM reviews AS p WHERE p.key = r.key - r.previous)
        AND NOT EXISTS (SELECT 1 FROM changes AS c WHERE c.key = r.key - r.previous)
"""
