"""States and marks worked out anew from the log, where answers came in between or a history moved."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from sctui.model.change import Change, ChangeKind, Marks
from sctui.model.review import MemoryState, Review
from sctui.store.changes import write_entry
from sctui.store.log import LogEntry, read_log
from sctui.store.rows import marks_values, side_text, state_from, state_values
from sctui.store.stamps import next_key
from sctui.store.states import PUT_STATE

# log in order -> the state of every card that is not new; `sctui.scheduler.replay.replay`
Replay = Callable[[Iterable[Review | Change]], Mapping[str, MemoryState]]


def restate(connection: sqlite3.Connection, cards: Iterable[int], replay: Replay, now: int) -> int:
    """Give cards (by key), and those that they became, the states and marks that the log says they have.

    Where a state is not what its last entry left, the journal gets a `merged` entry that holds it, so that
    later answers know what was before them. Call it within a transaction. Gives the number of states changed.
    """
    families = _families(connection, set(cards))
    log = read_log(connection, {member for _, family in families.values() for member in family})
    states = replay(entry for _, entry in log)
    last: dict[str, LogEntry] = {}
    marks: dict[str, Marks] = {}
    for key, entry in log:
        if isinstance(entry, Change) and isinstance(entry.after, Marks):
            marks[entry.card] = entry.after
        else:
            last[entry.card] = key, entry
    changed = 0
    for key, (name, family) in families.items():
        state = states.get(name, MemoryState(name))
        changed += _set_state(connection, key, state, last.get(name), now)
        _set_marks(connection, key, marks.get(name, Marks()))
        for other in family - {key}:
            connection.execute("DELETE FROM states WHERE card = ?", (other,))
            connection.execute("DELETE FROM marks WHERE card = ?", (other,))
    return changed


def remap(connection: sqlite3.Connection) -> None:
    """Let cards become what the mappings that stand say, chains followed to their end."""
    becomes: dict[int, int] = {}
    keys = dict(connection.execute("SELECT id, key FROM cards"))
    for card, after in connection.execute(_MAPPINGS):
        target = keys[after]
        if _end(becomes, target) != card:
            becomes[card] = target
    connection.execute("UPDATE cards SET becomes = NULL WHERE becomes IS NOT NULL")
    connection.executemany(
        "UPDATE cards SET becomes = ? WHERE key = ?",
        ((_end(becomes, target), card) for card, target in becomes.items()),
    )


def _end(becomes: Mapping[int, int], card: int) -> int:
    while card in becomes:
        card = becomes[card]
    return card


def members(connection: sqlite3.Connection, cards: set[int]) -> set[int]:
    """The keys of all cards whose history is that of one of `cards`."""
    return {member for _, family in _families(connection, cards).values() for member in family}


def _families(connection: sqlite3.Connection, cards: set[int]) -> dict[int, tuple[str, set[int]]]:
    """For each card, followed to what it became: id, and the keys of all whose history is its own."""
    rows = connection.execute("SELECT key, id, coalesce(becomes, key) FROM cards").fetchall()
    asked = {target for key, _, target in rows if key in cards}
    names = {key: name for key, name, _ in rows}
    families: dict[int, tuple[str, set[int]]] = {key: (names[key], {key}) for key in asked}
    for key, _, target in rows:
        if target in families:
            families[target][1].add(key)
    return families


def _set_state(
    connection: sqlite3.Connection, card: int, state: MemoryState, last: LogEntry | None, now: int
) -> bool:
    stored, entry = _stored(connection, card, state.card)
    left = (
        last[0] if last and isinstance(last[1].after, MemoryState) and _same(last[1].after, state) else None
    )
    if stored == state and (left is None or entry == left):
        return False
    if not state.reps:
        connection.execute("DELETE FROM states WHERE card = ?", (card,))
        return stored != state
    if left is None:
        left, skew = next_key(connection, now)
        sides = side_text(stored), side_text(state)
        previous = None if entry is None else left - entry
        write_entry(connection, (left, left, card, skew, previous, str(ChangeKind.MERGED), *sides))
    connection.execute(PUT_STATE, (card, *state_values(state), left))
    return stored != state


def _same(one: MemoryState | Marks, other: MemoryState) -> bool:
    """Whether two states are the same, whatever the card was called."""
    return isinstance(one, MemoryState) and replace(one, card=other.card) == other


def _stored(connection: sqlite3.Connection, card: int, name: str) -> tuple[MemoryState, int | None]:
    row = connection.execute(_GET_STATE, (card,)).fetchone()
    return (state_from((name, *row[:-1])), row[-1]) if row else (MemoryState(name), None)


def _set_marks(connection: sqlite3.Connection, card: int, marks: Marks) -> None:
    if marks == Marks():
        connection.execute("DELETE FROM marks WHERE card = ?", (card,))
    else:
        connection.execute(
            "INSERT OR REPLACE INTO marks VALUES (?, ?, ?, ?, ?)", (card, *marks_values(marks))
        )


_MAPPINGS = """
    SELECT card, json_extract(after, '$') FROM changes
    WHERE kind = 'map' AND batch NOT IN (SELECT batch FROM undone) ORDER BY key
"""
_GET_STATE = """
    SELECT phase, step, stability, difficulty, due, last_review, reps, lapses, entry
    FROM states WHERE card = ?
"""
