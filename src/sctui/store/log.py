"""The log: an answer written, and what stands read back in the one order that it has on every device."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from sctui.model.change import Change
from sctui.model.review import Review
from sctui.store.database import Hand
from sctui.store.foreseen import Standing
from sctui.store.presets import PresetIds, read_presets
from sctui.store.rows import INSERT_REVIEW, change_from, review_from, review_row
from sctui.store.stamps import DEVICE_BITS, LAST_AND_DEVICE, key_after
from sctui.store.states import enter_card, replace_state

LogEntry = tuple[int, Review | Change]


def write_review(hand: Hand, presets: PresetIds, review: Review, known: Standing | None = None) -> int:
    """Write an answer, and the state that it leads to; gives the answer's number.

    `known` is where log and card stand, where that need not be looked up.

    Raises:
        StaleStateError: when the stored state is not `review.before`.
    """
    last, device, card, entry = known or hand.execute(_WHERE_IT_STANDS, (review.card,)).fetchone()
    if card is None:
        card = enter_card(hand, review.card)
    key, _ = key_after(last, device, review.at)
    replace_state(hand, card, review.before, review.after, key)
    previous = None if entry is None or not review.before.reps else key - entry
    hand.execute(INSERT_REVIEW, review_row(review, key, card, previous, presets.of(hand, review.preset)))
    return key


def read_reviews(connection: sqlite3.Connection) -> list[Review]:
    """Every answer that stands, in the order of the answers."""
    presets = read_presets(connection)
    rows = connection.execute("SELECT * FROM standing_reviews ORDER BY number")
    return [review_from(row, presets) for row in rows]


def read_log(connection: sqlite3.Connection, cards: Iterable[int] | None = None) -> list[LogEntry]:
    """Answers and changes of marks and states that stand, with their keys; of some cards (by key) or all.

    They are sorted by stamp, and by the name of the device where two have the same, so that devices that
    number each other differently sort alike. What a device worked out for itself is left out.
    """
    only = ""
    if cards is not None:
        connection.execute("CREATE TEMP TABLE IF NOT EXISTS asked (card INTEGER PRIMARY KEY)")
        connection.execute("DELETE FROM asked")
        connection.executemany("INSERT OR IGNORE INTO asked VALUES (?)", ((card,) for card in cards))
        only = _ONLY_ASKED
    presets = read_presets(connection)
    entries: list[LogEntry] = [
        (row[0], review_from(row, presets))
        for row in connection.execute(f"SELECT * FROM standing_reviews {only.format(table='reviews')}")  # noqa: S608 -- two fixed texts
    ]
    changes = connection.execute(_CHANGES + only.replace("WHERE", "AND", 1).format(table="changes"))
    entries += ((row[0], change_from(row[1:])) for row in changes)
    names = dict(connection.execute("SELECT number, name FROM devices"))
    mask = (1 << DEVICE_BITS) - 1
    return sorted(entries, key=lambda entry: (entry[0] >> DEVICE_BITS, names.get(entry[0] & mask, "")))


# one look for all that an answer needs to know: as one statement, since an answer is waited for
_WHERE_IT_STANDS = f"""
    SELECT {LAST_AND_DEVICE}, coalesce(becomes, key), entry
    FROM (SELECT 1) LEFT JOIN cards ON cards.id = ? LEFT JOIN states ON states.card = coalesce(becomes, key)
"""  # noqa: S608 -- a text of ours
_CHANGES = """
    SELECT number, card, at, kind, before, after FROM standing_changes
    WHERE kind NOT IN ('map', 'file', 'merged', 'deck', 'parameters', 'import')
"""
_ONLY_ASKED = "WHERE number IN (SELECT key FROM {table} WHERE card IN (SELECT card FROM asked))"
