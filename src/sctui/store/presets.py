"""Presets and fitted parameters: what decided the outcomes of answers, each kept once and for good."""

from __future__ import annotations

import json
import sqlite3
from functools import lru_cache

from sctui.model.change import ChangeKind, FittedParameters
from sctui.model.preset import Preset
from sctui.store.changes import Entry, write_entry
from sctui.store.database import Hand
from sctui.store.stamps import next_key


class PresetIds:
    """Remembers under which number a preset stands, so that an answer costs no look-up."""

    def __init__(self) -> None:
        self._ids: dict[Preset, int] = {}
        self._last: tuple[Preset | None, int | None] = None, None

    def of(self, hand: Hand, preset: Preset | None) -> int | None:
        """The number of a preset, which is entered where it is new. Call it within the answer's transaction.

        Another process may delete nothing and renames nothing, so that a number once read stays right; one
        entered in a transaction that was rolled back is forgotten by `forget`.
        """
        if preset is self._last[0]:  # as mostly: to look one up takes longer than all else about it
            return self._last[1]
        if preset is None:
            return None
        number = self._ids.get(preset)
        if number is None:
            number = self._ids[preset] = _entered(hand, preset)
        self._last = preset, number
        return number

    def forget(self) -> None:
        """Nothing is known any more: a transaction was rolled back."""
        self._ids.clear()
        self._last = None, None


def read_presets(connection: sqlite3.Connection) -> dict[int | None, Preset]:
    """All presets by their numbers, without those whose values were lost."""
    rows = connection.execute("SELECT id, body FROM presets WHERE body LIKE '{%'")
    return {number: _preset(body) for number, body in rows}


def preset_of(connection: sqlite3.Connection, answer: int) -> dict[int | None, Preset]:
    """The preset of one answer alone, by its number; nothing where it has none or its values were lost."""
    return {number: _preset(body) for number, body in connection.execute(_PRESET_OF, (answer,))}


def write_parameters(connection: sqlite3.Connection, fitted: FittedParameters) -> None:
    """Keep fitted parameters; they are the ones in use from now on."""
    values = (fitted.at, json.dumps(fitted.parameters), fitted.report)
    connection.execute("INSERT INTO parameter_sets (at, body, report) VALUES (?, ?, ?)", values)


def change_parameters(connection: sqlite3.Connection, fitted: FittedParameters) -> int:
    """Keep fitted parameters as an act that can be taken back; gives the act's key."""
    before = next((one.parameters for one in reversed(read_parameters(connection))), ())
    write_parameters(connection, fitted)
    key, skew = next_key(connection, fitted.at)
    sides = json.dumps(before), json.dumps(fitted.parameters)
    write_entry(connection, (key, key, None, skew, None, str(ChangeKind.PARAMETERS), *sides))
    return key


def turn_parameters(connection: sqlite3.Connection, entry: Entry, now: int, *, undo: bool) -> None:
    """Use the parameters from before an act again, or those after it; the history grows either way."""
    parameters = json.loads(entry.before if undo else entry.after)
    write_parameters(connection, FittedParameters(now, tuple(parameters)))


def read_parameters(connection: sqlite3.Connection) -> list[FittedParameters]:
    """Every set of parameters ever kept, oldest first."""
    rows = connection.execute("SELECT at, body, report FROM parameter_sets ORDER BY id")
    return [FittedParameters(at, tuple(json.loads(body)), report) for at, body, report in rows]


@lru_cache(maxsize=64)
def _preset(body: str) -> Preset:
    """A preset from its column: to put the values together takes longer than to read them."""
    return Preset.from_values(json.loads(body))


def _entered(hand: Hand, preset: Preset) -> int:
    body = json.dumps(preset.values(), sort_keys=True, separators=(",", ":"))
    hand.execute("INSERT INTO presets (body) VALUES (?) ON CONFLICT DO NOTHING", (body,))
    return int(hand.execute("SELECT id FROM presets WHERE body = ?", (body,)).fetchone()[0])


_PRESET_OF = """
    SELECT presets.id, body FROM reviews JOIN presets ON presets.id = preset
    WHERE reviews.key = ? AND body LIKE '{%'
"""
