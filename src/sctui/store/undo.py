"""Taking back the last act, an answer or a change, within the caller's transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from sctui.model.change import Change
from sctui.model.review import Review
from sctui.store.changes import changes_of, newest_batch, reverse
from sctui.store.presets import read_presets
from sctui.store.rows import review_from
from sctui.store.states import card_key, replace_state


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back: an answer with its number and what it brought about, or changes alone."""

    review: Review | None
    number: int = 0
    changes: tuple[Change, ...] = ()


def take_back(connection: sqlite3.Connection, may_undo: Callable[[str], bool], now: int) -> Undone | None:
    """Undo the last act that stands and touched only cards that `may_undo` allows; None when there is none.

    Raises:
        StaleStateError: when a card is not as that act left it.
    """
    answers = connection.execute("SELECT number, card FROM standing_reviews ORDER BY number DESC")
    number = next((number for number, card in answers if may_undo(card)), None)
    answers.close()
    batch = newest_batch(connection, may_undo)
    if batch is not None and batch[1] >= (number or 0):
        reverse(connection, batch[2])
        connection.execute("INSERT INTO undone_changes (batch, at) VALUES (?, ?)", (batch[0], now))
        return Undone(None, changes=tuple(batch[2]))
    if number is None:
        return None
    row = connection.execute("SELECT * FROM standing_reviews WHERE number = ?", (number,)).fetchone()
    review = review_from(row, read_presets(connection))
    changes = changes_of(connection, number)
    reverse(connection, changes)
    replace_state(connection, card_key(connection, review.card), review.after, review.before)
    connection.execute("INSERT INTO undone (review, at) VALUES (?, ?)", (number, now))
    return Undone(review, number, tuple(changes))
