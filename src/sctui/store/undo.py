"""Taking back the last act, an answer or a change, and doing it again, within the caller's transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sctui.model.change import Change, ChangeKind, FileEdit
from sctui.model.review import Phase, Review
from sctui.store.changes import Entry, entries_of, newest_batch, repeat, reverse
from sctui.store.files import edit_of
from sctui.store.imports import IMPORTED, answers_brought, cards_of
from sctui.store.presets import read_presets, turn_parameters
from sctui.store.restate import Replay, members, remap, restate
from sctui.store.rows import review_from
from sctui.store.stamps import next_key
from sctui.store.states import StaleStateError, card_key, replace_state


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back or done again: an answer, its number and what it brought about, or changes alone.

    `mapped` are the cards whose history moved, `files` the files that were changed; `parameters` says whether
    other FSRS parameters are in use, `brought` how many answers of another program came in or went again.
    """

    review: Review | None
    number: int = 0
    changes: tuple[Change, ...] = ()
    mapped: tuple[str, ...] = ()
    files: tuple[FileEdit, ...] = ()
    parameters: bool = False
    brought: int = 0

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
    answers = connection.execute(_ANSWERS)
    number = next((number for number, card in answers if scope.allows(card)), 0)
    answers.close()
    entries = newest_batch(connection, scope.covers)
    if entries and entries[0].batch > number:
        return _turn(connection, entries[0].batch, scope, now, undo=True)
    return _turn(connection, number, scope, now, undo=True) if number else None


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
    return _turn(connection, batch, scope, now, undo=False) if allowed else None


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
        kinds = {
            ChangeKind.MAP: parts.mapped,
            ChangeKind.FILE: parts.files,
            ChangeKind.PARAMETERS: parts.parameters,
            ChangeKind.IMPORT: parts.imports,
        }
        for entry in entries:
            kinds.get(ChangeKind(entry.kind), parts.changes).append(entry)
        return parts


def _turn(connection: sqlite3.Connection, batch: int, scope: Scope, now: int, *, undo: bool) -> Undone:
    """Take an act back, or do it again, and say so in the log."""
    parts = _Parts.of(entries_of(connection, batch))
    row = connection.execute("SELECT * FROM every_review WHERE number = ?", (batch,)).fetchone()
    review = review_from(row, read_presets(connection)) if row else None
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
    cards = {card_key(connection, entry.card) for entry in (*parts.changes, *parts.mapped) if entry.card}
    if review:
        cards.add(card_key(connection, review.card))
    cards |= cards_of(connection, brought)
    if parts.mapped:
        cards = members(connection, cards)
        remap(connection)
    # what is done again stands before what was done since, and passed over when it was taken back
    overtaken = not undo and not cards.isdisjoint(_changed_since(connection, batch))
    if stale or overtaken or parts.mapped or parts.imports:
        if scope.replay is None:
            raise stale or StaleStateError("without replay")
        restate(connection, cards, scope.replay, now)
    for entry in parts.parameters:
        turn_parameters(connection, entry, now, undo=undo)
    files = tuple(edit_of(connection, entry, undo=undo) for entry in parts.files)
    if scope.put and files:
        scope.put(files)
    return Undone(
        review,
        batch if review else 0,
        tuple(entry.change for entry in parts.changes),
        tuple(entry.card for entry in parts.mapped if entry.card),
        files,
        bool(parts.parameters),
        len(brought),
    )


def _turn_states(
    connection: sqlite3.Connection,
    parts: _Parts,
    review: Review | None,
    row: Sequence[int | None],
    *,
    undo: bool,
) -> None:
    if undo:
        reverse(connection, parts.changes)
    if review:
        key, batch, previous = card_key(connection, review.card), row[0], row[-1]
        assert batch is not None
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


# answers that came from another program are taken back with the act that brought them
_ANSWERS = f"""
    WITH imported AS MATERIALIZED ({IMPORTED})
    SELECT number, card FROM standing_reviews
    WHERE number & 255 = coalesce((SELECT number FROM devices WHERE is_here), 0)
        AND NOT EXISTS (SELECT 1 FROM imported WHERE number BETWEEN first AND last)
    ORDER BY number DESC
"""  # noqa: S608 -- our own text
_CHANGED_SINCE = """
    SELECT coalesce(becomes, cards.key) FROM changes JOIN cards ON cards.key = changes.card
    WHERE changes.key > ? AND batch <> ?
        AND NOT EXISTS (SELECT 1 FROM undone WHERE undone.batch = changes.batch)
"""
# the newest undo of this device that still holds, with nothing done on this device since
_LAST_UNDONE = """
    SELECT u.batch, coalesce(target.id, c.id)
    FROM undone AS u LEFT JOIN reviews AS r ON r.key = u.batch LEFT JOIN cards AS c ON c.key = r.card
    LEFT JOIN cards AS target ON target.key = c.becomes
    WHERE u.reversal & 255 = coalesce((SELECT number FROM devices WHERE is_here), 0)
        AND NOT EXISTS (
            SELECT 1 FROM reviews WHERE key > u.reversal AND key & 255 = u.reversal & 255
        ) AND NOT EXISTS (
            SELECT 1 FROM changes WHERE key > u.reversal AND key & 255 = u.reversal & 255
                AND kind NOT IN ('merged', 'deck')
        )
    ORDER BY u.reversal DESC LIMIT 1
"""
