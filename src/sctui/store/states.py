"""What is known of cards now: writing a state or marks, provided that they still are what they were."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from itertools import islice

from sctui.model.change import Marks
from sctui.model.review import MemoryState, Phase
from sctui.store.rows import marks_from, marks_values, state_values


class StaleStateError(Exception):
    """The card was studied or changed elsewhere since it was read; nothing was written."""


def card_key(connection: sqlite3.Connection, card: str) -> int:
    """The key of a card, or of the one that it became; one that is new to the database is entered."""
    row = connection.execute("SELECT coalesce(becomes, key) FROM cards WHERE id = ?", (card,)).fetchone()
    if row is None:
        row = connection.execute("INSERT INTO cards (id) VALUES (?) RETURNING key", (card,)).fetchone()
    return int(row[0])


def entry_of(connection: sqlite3.Connection, key: int) -> int | None:
    """The key of the log's entry that left a card in its state; None for a new card."""
    row = connection.execute("SELECT entry FROM states WHERE card = ?", (key,)).fetchone()
    return row[0] if row else None


def replace_state(
    connection: sqlite3.Connection, key: int, before: MemoryState, after: MemoryState, entry: int | None
) -> None:
    """Change a state; a new card has no row. `entry` is the key of what left the card in the state `after`.

    Raises:
        StaleStateError: when the stored state is not `before`.
    """
    if before.phase is Phase.NEW and after.phase is Phase.NEW:
        return
    if before.phase is Phase.NEW:
        changed = connection.execute(_INSERT_STATE, (key, *state_values(after), entry))
    elif after.phase is Phase.NEW:
        changed = connection.execute(_DELETE_STATE, (key, before.reps, before.last_review))
    else:
        values = (*state_values(after), entry, key, before.reps, before.last_review)
        changed = connection.execute(_UPDATE_STATE, values)
    if changed.rowcount != 1:
        raise StaleStateError(before.card)


def replace_marks(connection: sqlite3.Connection, key: int, before: Marks, after: Marks) -> None:
    """Change the marks of a card.

    Raises:
        StaleStateError: when the stored marks are not `before`.
    """
    row = connection.execute(_SELECT_MARKS, (key,)).fetchone()
    if (marks_from(row) if row else Marks()) != before:
        raise StaleStateError(str(key))
    if after == Marks():
        connection.execute("DELETE FROM marks WHERE card = ?", (key,))
    else:
        connection.execute("INSERT OR REPLACE INTO marks VALUES (?, ?, ?, ?, ?)", (key, *marks_values(after)))


def few_and_all_studied(connection: sqlite3.Connection, cards: Iterable[str]) -> bool:
    """Whether these are few enough to be looked up one by one, and all have a state."""
    some = list(islice(cards, _FEW + 1))
    if len(some) > _FEW:
        return False
    (answer,) = connection.execute(_ALL_STUDIED, (json.dumps(some),)).fetchone()
    return bool(answer)


_FEW = 20_000  # reading all takes less time than looking up more
# all ids (as one text: a row for each takes five times as long) but those without a state
SELECT_IDS = "SELECT coalesce(group_concat(id, '\x1f'), '') FROM cards"
# no look at each card where there are as many states
SELECT_STATELESS = """
    SELECT id FROM cards LEFT JOIN states ON states.card = key WHERE states.card IS NULL
        AND (SELECT count(*) FROM cards) > (SELECT count(*) FROM states)
"""
ANY_AFTER = "SELECT 1 FROM reviews WHERE key > ? AND at > ? LIMIT 1"  # keys are in the order of time
ANSWERS_SINCE = "SELECT card, phase_before FROM standing_reviews WHERE number >= ? AND at >= ?"
_ALL_STUDIED = """
    SELECT NOT EXISTS (
        SELECT 1 FROM json_each(?) AS one LEFT JOIN cards ON cards.id = one.value
            LEFT JOIN states ON states.card = cards.key
        WHERE states.card IS NULL
    )
"""
SELECT_STATES = """
    SELECT key, id, phase, step, stability, difficulty, due, last_review, reps, lapses
    FROM states JOIN cards ON cards.key = states.card WHERE key > ? ORDER BY key LIMIT ?
"""
SELECT_MARKS = """
    SELECT cards.id, suspended, buried_until, flag, leech
    FROM marks CROSS JOIN cards ON cards.key = marks.card  -- CROSS: few have marks, and no look at all cards
"""
_SELECT_MARKS = "SELECT suspended, buried_until, flag, leech FROM marks WHERE card = ?"
_INSERT_STATE = "INSERT INTO states VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (card) DO NOTHING"
# reps and last_review together name one moment of a card's life: reps rises with every answer that stands
_UPDATE_STATE = """
    UPDATE states SET phase = ?, step = ?, stability = ?, difficulty = ?,
        due = ?, last_review = ?, reps = ?, lapses = ?, entry = ?
    WHERE card = ? AND reps = ? AND last_review = ?
"""
_DELETE_STATE = "DELETE FROM states WHERE card = ? AND reps = ? AND last_review = ?"
