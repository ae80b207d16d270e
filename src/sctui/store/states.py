"""What is known of cards now: writing a state or marks, provided that they still are what they were."""

from __future__ import annotations

import sqlite3

from sctui.model.change import Marks
from sctui.model.review import MemoryState, Phase
from sctui.store.database import Hand
from sctui.store.rows import marks_from, marks_values, state_values


class StaleStateError(Exception):
    """The card was studied or changed elsewhere since it was read; nothing was written."""


def card_key(connection: sqlite3.Connection, card: str) -> int:
    """The key of a card, or of the one that it became; one that is new to the database is entered."""
    row = connection.execute("SELECT coalesce(becomes, key) FROM cards WHERE id = ?", (card,)).fetchone()
    return int(row[0]) if row else enter_card(connection, card)


def enter_card(hand: Hand, card: str) -> int:
    """Enter a card that is new to the database; gives its key."""
    key = hand.execute("INSERT INTO cards (id) VALUES (?)", (card,)).lastrowid
    assert key is not None
    return key


def entry_of(connection: sqlite3.Connection, key: int) -> int | None:
    """The key of the log's entry that left a card in its state; None for a new card."""
    row = connection.execute("SELECT entry FROM states WHERE card = ?", (key,)).fetchone()
    return row[0] if row else None


def replace_state(hand: Hand, key: int, before: MemoryState, after: MemoryState, entry: int | None) -> None:
    """Change a state; a new card has no row. `entry` is the key of what left the card in the state `after`.

    Raises:
        StaleStateError: when the stored state is not `before`.
    """
    if before.phase is _NEW and after.phase is _NEW:
        return
    if before.phase is _NEW:
        changed = hand.execute(_INSERT_STATE, (key, *state_values(after, entry)))
    elif after.phase is _NEW:
        changed = hand.execute(_DELETE_STATE, (key, before.reps, before.last_review))
    else:
        values = state_values(after, entry, key, before.reps, before.last_review)
        changed = hand.execute(_PUT_OFF, values)
        if changed.rowcount != 1:  # nor was it put off, or the state is another one
            changed = hand.execute(_UPDATE_STATE, values)
    if changed.rowcount != 1:
        raise StaleStateError(before.card)


def file_again(connection: sqlite3.Connection, moment: int) -> None:
    """Let the index that finds due cards follow those that it has before `moment` (UTC ms).

    Answers leave it behind, so that it must not be written while they are waited for. It finds the same cards
    in any case, sooner afterwards. Call it within a transaction.
    """
    connection.execute("UPDATE states SET filed = due WHERE filed < ? AND filed < due", (moment,))


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


_NEW = Phase.NEW  # Python 3.11 looks members of an enum up slowly
SELECT_STATE = """
    SELECT
        coalesce(cards.becomes, cards.key), entry, now.id,
        cards.id, phase, step, stability, difficulty, due, last_review, reps, lapses
    FROM cards LEFT JOIN states ON states.card = coalesce(cards.becomes, cards.key)
    LEFT JOIN cards AS now ON now.key = cards.becomes WHERE cards.id = ?
"""
DUE_BEFORE = """
    SELECT id, phase, step, stability, difficulty, due, last_review, reps, lapses
    FROM states JOIN cards ON cards.key = states.card WHERE filed < ?1 AND due < ?1 ORDER BY due, key
"""
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
# card, the columns of MemoryState, entry; filed where it is due
_STATE = "INTO states VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?6)"
PUT_STATE = f"INSERT OR REPLACE {_STATE}"
_INSERT_STATE = f"INSERT {_STATE} ON CONFLICT (card) DO NOTHING"
# reps and last_review together name one moment of a card's life: reps rises with every answer that stands
_UPDATE = """
    UPDATE states SET phase = ?1, step = ?2, stability = ?3, difficulty = ?4,
        due = ?5, last_review = ?6, reps = ?7, lapses = ?8, entry = ?9 {filed}
    WHERE card = ?10 AND reps = ?11 AND last_review = ?12
"""
_UPDATE_STATE = _UPDATE.format(filed=", filed = ?5")
_PUT_OFF = _UPDATE.format(filed="") + " AND filed <= ?5"
_DELETE_STATE = "DELETE FROM states WHERE card = ? AND reps = ? AND last_review = ?"
