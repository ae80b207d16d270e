"""What is known of cards now: writing a state or marks, provided that they still are what they were."""

from __future__ import annotations

import sqlite3

from sctui.model.change import Marks
from sctui.model.review import MemoryState, Phase
from sctui.store.rows import marks_from, marks_values, state_values


class StaleStateError(Exception):
    """The card was studied or changed elsewhere since it was read; nothing was written."""


def card_key(connection: sqlite3.Connection, card: str) -> int:
    """The key of a card, or of the one that it became; one that is new to the database is entered."""
    row = connection.execute("SELECT coalesce(becomes, key) FROM cards WHERE id = ?", (card,)).fetchone()
    return int(row[0]) if row else enter_card(connection, card)


def enter_card(connection: sqlite3.Connection, card: str) -> int:
    """Enter a card that is new to the database; gives its key."""
    key = connection.execute("INSERT INTO cards (id) VALUES (?)", (card,)).lastrowid
    assert key is not None
    return key


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


SELECT_STATE = """
    SELECT id, phase, step, stability, difficulty, due, last_review, reps, lapses
    FROM cards JOIN states ON states.card = coalesce(becomes, key) WHERE id = ?
"""
SELECT_NAMED_NOW = "SELECT n.id FROM cards JOIN cards AS n ON n.key = cards.becomes WHERE cards.id = ?"
ANY_AFTER = "SELECT 1 FROM reviews WHERE key > ? AND at > ? LIMIT 1"  # keys are in the order of time
ANSWERS_BETWEEN = "SELECT card, phase_before FROM standing_reviews WHERE number >= ? AND at >= ? AND at < ?"
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
