"""Taking back the last act, an answer or a change, and doing it again, within the caller's transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sctui.model.change import Change, ChangeKind, FileEdit
from sctui.model.review import Phase, Review
from sctui.store.changes import Entry, entries_of, newest_batch, repeat, reverse
from sctui.store.files import edit_of
from sctui.store.imports import answers_brought, cards_of, first_of_import
from sctui.store.presets import preset_of, turn_parameters
from sctui.store.restate import Replay, members, remap, restate
from sctui.store.rows import review_from
from sctui.store.stamps import OURS, next_key
from sctui.store.states import StaleStateError, card_key, replace_state


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back or done again: an answer, its number and what it brought about, or changes alone.

    `mapped` are the cards whose history moved, `files` the files that were changed; `parameters` says whether
    other FSRS parameters are in use, `brought` how many answers of another program came in or went again;
    `restated`, whether states were worked out anew, so that they need not be those before or after the act.
    """

    review: Review | None
    number: int = 0
    changes: tuple[Change, ...] = ()
    mapped: tuple[str, ...] = ()
    files: tuple[FileEdit, ...] = ()
    parameters: bool = False
    brought: int = 0
    restated: bool = False

    @property
    def cards(self) -> tuple[str, ...]:
        """The cards that it was about."""
        first = (self.review.card,) if self.review else ()
        return (*first, *(change.card for change in self.changes), *self.mapped)


@dataclass(frozen=True, slots=True)
class Scope:
    """Which acts may be undone, and what that needs besides the database.

    Args:
        allows: whether a card may be touched.
        replay: works out states where others answered since; without it such an act is refused.
        put: writes files, given their paths, what must stand there now, and what is to stand there;
            without it, edits of files and changes of parameters are passed over.
    """

    allows: Callable[[str], bool]
    replay: Replay | None = None
    put: Callable[[Sequence[FileEdit]], None] | None = None

    def covers(self, entries: Sequence[Entry]) -> bool:
        """Whether all of an act is within it."""
        return all(
            self.put is not None if entry.card is None else self.allows(entry.card) for entry in entries
        )


def take_back(connection: sqlite3.Connection, scope: Scope, now: int) -> Undone | None:
    """Undo the last act of this device that stands and that `scope` allows; None when there is none.

    Raises:
        StaleStateError: when a card is not as that act left it, and nothing is there to work it out.
    """
    row = _newest_answer(connection, scope.allows)
    entries = newest_batch(connection, scope.covers, above=row[0] if row else 0)
    if entries:
        return _turn(connection, entries[0].batch, None, scope, now, undo=True)
    return _turn(connection, row[0], row, scope, now, undo=True) if row else None


def do_again(connection: sqlite3.Connection, scope: Scope, now: int) -> Undone | None:
    """Redo the act that was undone last, if nothing was done since and `scope` allows it; else None.

    Raises:
        StaleStateError: as `take_back`.
    """
    row = connection.execute(_LAST_UNDONE).fetchone()
    if row is None:
        return None
    batch, card = row
    allowed = scope.allows(card) if card is not None else scope.covers(entries_of(connection, batch))
    answer = connection.execute("SELECT * FROM every_review WHERE number = ?", (batch,)).fetchone()
    return _turn(connection, batch, answer, scope, now, undo=False) if allowed else None


def _newest_answer(connection: sqlite3.Connection, allows: Callable[[str], bool]) -> tuple[Any, ...] | None:
    """The last answer of this device that stands, was given here and is allowed, as `every_review` has it.

    Answers that came from another program are taken back with the act that brought them.
    """
    below = _ABOVE_ALL
    while True:
        answers = connection.execute(_ANSWERS, (below,))
        row: tuple[Any, ...] | None = next((row for row in answers if allows(row[1])), None)
        answers.close()
        first = first_of_import(connection, row[0]) if row else None
        if first is None:
            return row
        below = first


@dataclass(slots=True)
class _Parts:
    """An act, taken apart: the cards' own changes, the mappings, the edits of files, the parameters."""

    changes: list[Entry] = field(default_factory=list)
    mapped: list[Entry] = field(default_factory=list)
    files: list[Entry] = field(default_factory=list)
    parameters: list[Entry] = field(default_factory=list)
    imports: list[Entry] = field(default_factory=list)

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> _Parts:
        parts = cls()
        if not entries:  # an answer, most often
            return parts
        kinds = {
            ChangeKind.MAP: parts.mapped,
            ChangeKind.FILE: parts.files,
            ChangeKind.PARAMETERS: parts.parameters,
            ChangeKind.IMPORT: parts.imports,
        }
        for entry in entries:
            kinds.get(ChangeKind(entry.kind), parts.changes).append(entry)
        return parts


def _turn(
    connection: sqlite3.Connection,
    batch: int,
    row: tuple[Any, ...] | None,
    scope: Scope,
    now: int,
    *,
    undo: bool,
) -> Undone:
    """Take an act back, or do it again, and say so in the log; `row` is the answer that it is about."""
    parts = _Parts.of(entries_of(connection, batch))
    review = review_from(row, preset_of(connection, batch)) if row else None
    connection.execute("SAVEPOINT turning")
    stale: StaleStateError | None = None
    try:
        if not parts.imports:  # answers that came in are worked out anew as a whole
            _turn_states(connection, parts, review, row, undo=undo)
    except StaleStateError as error:
        connection.execute("ROLLBACK TO turning")
        stale = error
    connection.execute("RELEASE turning")
    brought = [key for entry in parts.imports for key in answers_brought(connection, entry)]
    for key in brought:
        _log(connection, key, now, undo=undo)
    _log(connection, batch, now, undo=undo)
    restated = bool(stale or parts.mapped or parts.imports)
    if restated or not undo:
        cards = _cards(connection, parts, review, brought)
        # what is done again stands before what was done since, and passed over when it was taken back
        restated = restated or not cards.isdisjoint(_changed_since(connection, batch))
    if restated:
        if scope.replay is None:
            raise stale or StaleStateError("without replay")
        restate(connection, cards, scope.replay, now)
    for entry in parts.parameters:
        turn_parameters(connection, entry, now, undo=undo)
    mapped = parts.mapped
    if mapped and not undo:  # a card that has moved is called what it moved to, which is what is told
        mapped = _Parts.of(entries_of(connection, batch)).mapped
    files = tuple(edit_of(connection, entry, undo=undo) for entry in parts.files)
    if scope.put and files:
        scope.put(files)
    return Undone(
        review,
        batch if review else 0,
        tuple(entry.change for entry in parts.changes),
        tuple(entry.card for entry in mapped if entry.card),
        files,
        bool(parts.parameters),
        len(brought),
        restated,
    )


def _cards(
    connection: sqlite3.Connection, parts: _Parts, review: Review | None, brought: Sequence[int]
) -> set[int]:
    """The keys of all cards that an act is about; where histories move with it, they are moved first."""
    cards = {card_key(connection, entry.card) for entry in (*parts.changes, *parts.mapped) if entry.card}
    if review:
        cards.add(card_key(connection, review.card))
    cards |= cards_of(connection, brought)
    if parts.mapped:
        cards = members(connection, cards)
        remap(connection)
    return cards


def _turn_states(
    connection: sqlite3.Connection,
    parts: _Parts,
    review: Review | None,
    row: Sequence[Any] | None,
    *,
    undo: bool,
) -> None:
    if undo:
        reverse(connection, parts.changes)
    if review and row:
        key, batch, previous = card_key(connection, review.card), row[0], row[-1]
        if undo:
            if not review.before.reps and review.before.phase is not Phase.NEW:
                raise StaleStateError(review.card)  # the entry that left it so is lost
            before = None if previous is None else batch - previous
            replace_state(connection, key, review.after, review.before, before)
        else:
            replace_state(connection, key, review.before, review.after, batch)
    if not undo:
        repeat(connection, parts.changes)


def _changed_since(connection: sqlite3.Connection, batch: int) -> set[int]:
    """The keys of the cards that an act behind this one changed, and that stands."""
    return {card for (card,) in connection.execute(_CHANGED_SINCE, (batch, batch))}


def _log(connection: sqlite3.Connection, batch: int, now: int, *, undo: bool) -> None:
    key, skew = next_key(connection, now)
    connection.execute("INSERT INTO reversals VALUES (?, ?, ?, ?)", (key, batch, undo, skew))
    if undo:
        connection.execute("INSERT INTO undone VALUES (?, ?)", (batch, key))
    else:
        connection.execute("DELETE FROM undone WHERE batch = ?", (batch,))


_ABOVE_ALL = (1 << 63) - 1
_ANSWERS = f"""
    SELECT * FROM standing_reviews
    WHERE number < ? AND number & 255 IN {OURS}
    ORDER BY number DESC
"""  # noqa: S608 -- a text of ours
_CHANGED_SINCE = """
    SELECT coalesce(becomes, cards.key) FROM changes JOIN cards ON cards.key = changes.card
    WHERE changes.key > ? AND batch <> ?
        AND NOT EXISTS (SELECT 1 FROM undone WHERE undone.batch = changes.batch)
"""
# the newest undo of ours that still holds, with nothing done here since
_LAST_UNDONE = f"""
    SELECT u.batch, coalesce(target.id, c.id)
    FROM undone AS u LEFT JOIN reviews AS r ON r.key = u.batch LEFT JOIN cards AS c ON c.key = r.card
    LEFT JOIN cards AS target ON target.key = c.becomes
    WHERE u.reversal & 255 IN {OURS}
        AND NOT EXISTS (
            SELECT 1 FROM reviews WHERE key > u.reversal AND key & 255 IN {OURS}
        ) AND NOT EXISTS (
            SELECT 1 FROM changes WHERE key > u.reversal AND key & 255 IN {OURS}
                AND kind NOT IN ('merged', 'deck')
        )
    ORDER BY u.reversal DESC LIMIT 1
"""  # noqa: S608 -- a text of ours
