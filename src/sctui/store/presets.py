"""Presets and fitted parameters: what decided the outcomes of answers, each kept once and for good."""

from __future__ import annotations

import json
import sqlite3

from sctui.model.change import FittedParameters
from sctui.model.preset import Preset


class PresetIds:
    """Remembers under which number a preset stands, so that an answer costs no look-up."""

    def __init__(self) -> None:
        self._ids: dict[Preset, int] = {}

    def of(self, connection: sqlite3.Connection, preset: Preset | None) -> int | None:
        """The number of a preset, which is entered where it is new. Call it within the answer's transaction.

        Another process may delete nothing and renames nothing, so that a number once read stays right; one
        entered in a transaction that was rolled back is forgotten by `forget`.
        """
        if preset is None:
            return None
        number = self._ids.get(preset)
        if number is None:
            number = self._ids[preset] = _entered(connection, preset)
        return number

    def forget(self) -> None:
        """Nothing is known any more: a transaction was rolled back."""
        self._ids.clear()


def read_presets(connection: sqlite3.Connection) -> dict[int | None, Preset]:
    """All presets by their numbers, without those whose values were lost."""
    rows = connection.execute("SELECT id, body FROM presets WHERE body LIKE '{%'")
    return {number: Preset.from_values(json.loads(body)) for number, body in rows}


def write_parameters(connection: sqlite3.Connection, fitted: FittedParameters) -> None:
    """Keep fitted parameters; they are the ones in use from now on."""
    values = (fitted.at, json.dumps(fitted.parameters), fitted.report)
    connection.execute("INSERT INTO parameter_sets (at, body, report) VALUES (?, ?, ?)", values)


def read_parameters(connection: sqlite3.Connection) -> list[FittedParameters]:
    """Every set of parameters ever kept, oldest first."""
    rows = connection.execute("SELECT at, body, report FROM parameter_sets ORDER BY id")
    return [FittedParameters(at, tuple(json.loads(body)), report) for at, body, report in rows]


def _entered(connection: sqlite3.Connection, preset: Preset) -> int:
    body = json.dumps(preset.values(), sort_keys=True, separators=(",", ":"))
    connection.execute("INSERT INTO presets (body) VALUES (?) ON CONFLICT DO NOTHING", (body,))
    return int(connection.execute("SELECT id FROM presets WHERE body = ?", (body,)).fetchone()[0])
