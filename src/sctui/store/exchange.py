"""Handing the log to other devices and taking theirs: entries as plain lists, under names all devices share.

An entry is known by its stamp and the name of its device; here devices and presets have numbers, there names
and bodies. Taking entries in is idempotent and does not depend on their order: what stands is a function of
the union, and states are worked out from it.
"""

from __future__ import annotations

import base64
import json
import secrets
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sctui.errors import CollectionError
from sctui.i18n import _
from sctui.store.checkup import UNDONE
from sctui.store.database import connect, telling, transaction
from sctui.store.restate import Replay, remap, restate
from sctui.store.stamps import DEVICE_BITS

Event = list[Any]
Name = tuple[int, str]  # stamp and device
_MASK = (1 << DEVICE_BITS) - 1


@dataclass(frozen=True, slots=True)
class Taken:
    """What taking entries in brought: new answers, and cards whose state changed."""

    answers: int = 0
    states: int = 0


def name_device(path: Path, name: str, machine: str) -> str:
    """The name of the device that this is; `name` where it has none yet, or the database came from elsewhere.

    Raises:
        CollectionError: when it cannot be written, or there are more devices than can be told apart.
    """
    with telling(path), closing(connect(path)) as connection, transaction(connection):
        row = connection.execute("SELECT name, machine FROM devices WHERE is_here").fetchone()
        if row and row[1] == machine:
            return str(row[0])
        _become(connection, name, machine)
    return name


def new_device() -> str:
    """A name for a device, which no other will have."""
    return secrets.token_hex(6)


def move_in(path: Path, machine: str) -> None:
    """Give a database that was synced on another machine the name of a device of its own.

    Raises:
        CollectionError: when it cannot be written.
    """
    with telling(path), closing(connect(path)) as connection:
        known = connection.execute(
            "SELECT 1 FROM devices WHERE is_here AND machine = ?", (machine,)
        ).fetchone()
        (devices,) = connection.execute("SELECT count(*) FROM devices").fetchone()
    if not known and devices < _MASK:  # where there are too many, syncing says so
        name_device(path, new_device(), machine)


def begin_anew(path: Path) -> None:
    """Go on as another device where the database was synced, once it is an older one again.

    The stamps of what it logs from now on may be those of what it has lost and others have.

    Raises:
        CollectionError: when it cannot be written.
    """
    with telling(path), closing(connect(path)) as connection, transaction(connection):
        here = connection.execute("SELECT machine FROM devices WHERE is_here").fetchone()
        (devices,) = connection.execute("SELECT count(*) FROM devices").fetchone()
        if here and devices < _MASK:  # where there are too many, syncing says so
            _become(connection, new_device(), here[0])


def _become(connection: sqlite3.Connection, name: str, machine: str) -> None:
    taken = connection.execute("SELECT 1 FROM devices WHERE is_here OR number = 0").fetchone()
    connection.execute("UPDATE devices SET is_here = 0")
    number = _free_number(connection) if taken else 0
    connection.execute("INSERT INTO devices VALUES (?, ?, ?, 1)", (number, name, machine))


def other_devices(path: Path) -> list[tuple[str, bool]]:
    """The names of all other devices, and whether this was one of them: copied, restored, not known again.

    Raises:
        CollectionError: when the database cannot be read.
    """
    with telling(path), closing(connect(path)) as connection:
        rows = connection.execute("SELECT name, machine <> '' FROM devices WHERE NOT is_here ORDER BY number")
        return [(name, bool(was_here)) for name, was_here in rows]


def entries_after(path: Path, stamp: int, device: str) -> list[Event]:
    """The entries of a device with stamps above `stamp`, in their order.

    Raises:
        CollectionError: when the database cannot be read.
    """
    with telling(path), closing(connect(path)) as connection:
        devices = dict(connection.execute("SELECT number, name FROM devices"))
        (here,) = connection.execute("SELECT number FROM devices WHERE name = ?", (device,)).fetchone()
        first = (stamp + 1) << DEVICE_BITS

        def named(key: int | None) -> Name | None:
            return None if key is None else (key >> DEVICE_BITS, devices[key & _MASK])

        events: list[Event] = [
            ["answer", row[0] >> DEVICE_BITS, *row[1:-1], named(row[-1])]
            for row in connection.execute(_REVIEWS, (first, here))
        ]
        for key, skew, batch, card, kind, before, after, data, previous in connection.execute(
            _CHANGES, (first, here)
        ):
            text = base64.b64encode(data).decode() if data else None
            events.append(
                [
                    "change",
                    key >> DEVICE_BITS,
                    skew,
                    named(batch),
                    card,
                    kind,
                    before,
                    after,
                    text,
                    named(previous),
                ]
            )
        for key, skew, batch, is_undo in connection.execute(_REVERSALS, (first, here)):
            events.append(["reversal", key >> DEVICE_BITS, skew, named(batch), is_undo])
    return sorted(events, key=lambda event: int(event[1]))


def take_in(path: Path, logs: Iterable[tuple[str, list[Event]]], replay: Replay, now: int) -> Taken:
    """Add entries of devices (by name) to the log, and work out the states of the cards they concern.

    Raises:
        CollectionError: when an entry makes no sense, or it cannot be written; nothing was.
    """
    with telling(path), closing(connect(path)) as connection, transaction(connection):
        (before,) = connection.execute(_ANSWERS).fetchone()
        taking = _Taking(connection)
        for device, events in logs:
            for event in events:
                try:
                    taking.take(device, event)
                except (ValueError, TypeError, IndexError, KeyError) as error:
                    raise CollectionError(
                        _("an entry of {device} makes no sense: {error!r}").format(device=device, error=error)
                    ) from error
        connection.execute("DELETE FROM undone")
        connection.execute(f"INSERT INTO undone {UNDONE}")
        remap(connection)
        taking.follow_batches()
        states = restate(connection, taking.cards, replay, now)
        (after,) = connection.execute(_ANSWERS).fetchone()
    return Taken(after - before, states)


class _Taking:
    """Entries on their way in; `cards` are the keys of those that they concern."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._devices: dict[str, int] = dict(connection.execute("SELECT name, number FROM devices"))
        self._cards: dict[str, int] = {}
        self._presets: dict[str, int] = {}
        self._batches: set[int] = set()
        self.cards: set[int] = set()

    def take(self, device: str, event: Event) -> None:
        kind, stamp, *rest = event
        key = int(stamp) << DEVICE_BITS | self._device(device)
        if kind == "answer":
            self._answer(key, rest)
        elif kind == "change":
            self._change(key, rest)
        elif kind == "reversal":
            skew, batch, is_undo = rest
            batch = self._key(batch)
            self._batches.add(batch or 0)
            self._connection.execute(
                "INSERT OR IGNORE INTO reversals VALUES (?, ?, ?, ?)", (key, batch, is_undo, skew)
            )
        else:
            raise ValueError(f"unknown kind {kind}")

    def follow_batches(self) -> None:
        """Count in the cards of acts that were undone or redone."""
        for batch in self._batches:
            self.cards |= {
                card for (card,) in self._connection.execute(_CARDS_OF, (batch, batch)) if card is not None
            }

    def _answer(self, key: int, rest: list[Any]) -> None:
        skew, card, outcome, duration, wait, stability, difficulty, reps, lapses, preset, previous = rest
        number = self._card(card)
        before = self._key(previous)
        distance = None if before is None else key - before
        values = (key, number, outcome, duration, skew, distance, wait, stability, difficulty, reps, lapses)
        done = self._connection.execute(_ADD_REVIEW, (*values, self._preset(preset)))
        if done.rowcount:
            self.cards.add(number)

    def _change(self, key: int, rest: list[Any]) -> None:
        skew, batch, card, kind, before, after, data, previous = rest
        number = None if card is None else self._card(card)
        entry = self._key(previous)
        distance = None if entry is None else key - entry
        done = self._connection.execute(
            _ADD_CHANGE, (key, self._key(batch), number, skew, distance, kind, before, after)
        )
        if data:
            self._connection.execute(_ADD_CONTENT, (json.loads(after)[1], base64.b64decode(data)))
        if done.rowcount and number is not None:
            self.cards.add(number)
        if kind == "map":
            self._card(json.loads(after))

    def _key(self, name: Name | list[Any] | None) -> int | None:
        return None if name is None else int(name[0]) << DEVICE_BITS | self._device(name[1])

    def _device(self, name: str) -> int:
        if name not in self._devices:
            number = self._devices[name] = _free_number(self._connection)
            self._connection.execute("INSERT INTO devices VALUES (?, ?, '', 0)", (number, name))
        return self._devices[name]

    def _card(self, card: str) -> int:
        if card not in self._cards:
            self._connection.execute("INSERT INTO cards (id) VALUES (?) ON CONFLICT DO NOTHING", (card,))
            row = self._connection.execute("SELECT key FROM cards WHERE id = ?", (card,)).fetchone()
            self._cards[card] = int(row[0])
        return self._cards[card]

    def _preset(self, body: str | None) -> int | None:
        if body is None:
            return None
        if body not in self._presets:
            self._connection.execute("INSERT INTO presets (body) VALUES (?) ON CONFLICT DO NOTHING", (body,))
            (number,) = self._connection.execute("SELECT id FROM presets WHERE body = ?", (body,)).fetchone()
            self._presets[body] = number
        return self._presets[body]


def _free_number(connection: sqlite3.Connection) -> int:
    # 0 is this device's until it is named
    taken = {0, *(number for (number,) in connection.execute("SELECT number FROM devices"))}
    number = next((number for number in range(1, _MASK + 1) if number not in taken), None)
    if number is None:
        raise CollectionError(
            _("there are more than 255 devices"), hint=_("Use a new target with fewer devices.")
        )
    return number


_KNOWN = "SELECT total(is_here AND machine = ?), count(*) FROM devices"
# a reversal of 0 marks the second copy of an answer
_ANSWERS = "SELECT (SELECT count(*) FROM reviews) - (SELECT count(*) FROM undone WHERE reversal = 0)"
_REVIEWS = f"""
    SELECT r.key, r.skew, c.id, outcome, duration, wait, stability, difficulty, reps, lapses, p.body,
        r.key - r.previous
    FROM reviews AS r JOIN cards AS c ON c.key = r.card LEFT JOIN presets AS p ON p.id = r.preset
    WHERE r.key >= ? AND r.key & {_MASK} = ?
"""  # noqa: S608 -- a number of ours
_CHANGES = f"""
    SELECT h.key, h.skew, batch, c.id, kind, before, after, data, h.key - h.previous
    FROM changes AS h LEFT JOIN cards AS c ON c.key = h.card
    LEFT JOIN contents ON kind = 'deck' AND sha256 = json_extract(after, '$[1]')
    WHERE h.key >= ? AND h.key & {_MASK} = ? AND kind NOT IN ('file', 'parameters')
"""  # noqa: S608 -- a number of ours
_REVERSALS = f"SELECT key, skew, batch, is_undo FROM reversals WHERE key >= ? AND key & {_MASK} = ?"  # noqa: S608 -- as above
_CARDS_OF = "SELECT card FROM reviews WHERE key = ? UNION SELECT card FROM changes WHERE batch = ?"
_ADD_REVIEW = "INSERT OR IGNORE INTO reviews VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_ADD_CHANGE = "INSERT OR IGNORE INTO changes VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_ADD_CONTENT = "INSERT OR IGNORE INTO contents (sha256, data) VALUES (?, ?)"
