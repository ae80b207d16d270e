"""Sums over the log and the states, worked out by SQLite: a million answers never become Python objects.

They are read on a connection of their own, so that a thread can wait for them while studying goes on.
"""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from sctui.errors import SctuiError
from sctui.model.preset import Preset
from sctui.store.database import connect, telling
from sctui.store.presets import read_presets
from sctui.store.stamps import DEVICE_BITS

BINS = 20  # of the predicted probability of recall
STABILITY_LOWS = (0, 1, 3, 7, 14, 30, 60, 120, 240, 365, 730)  # days at which a bin begins

_DAY = 86_400_000
_AT_ONCE = 5000


@dataclass(frozen=True, slots=True)
class Curve:
    """How one preset counts days and forgets: milliseconds from UTC to its days, FSRS factor and decay."""

    shift: int
    factor: float
    decay: float


class StoppedError(SctuiError):
    """Reading was stopped, since nobody waits for it any more."""


class Sums:
    """Reads sums from a database file.

    Args:
        path: the database; one that does not exist is empty.
        curve_of: days and forgetting of a preset.
        now: the preset of today: its days are those that sums are told by.
        today: the number of the study day.
        parts: the cards whose states count: id, and the number of the part that it is told of in.
        whole_log: whether answers to all cards count, those that left the decks among them.
    """

    def __init__(
        self,
        path: Path,
        curve_of: Callable[[Preset], Curve],
        now: Preset,
        today: int,
        parts: Iterable[tuple[str, int]],
        *,
        whole_log: bool = True,
    ) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        if not path.exists():
            return
        with telling(path):
            self._connection = connection = connect(path)
            if not connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone():
                self.close()
                return
            _prepare(connection)
            curve = curve_of(now)
            asked = curve.shift, curve.factor, curve.decay, today, 0, 0, whole_log
            connection.execute("INSERT INTO asked VALUES (?, ?, ?, ?, ?, ?, ?)", asked)
            _write_curves(connection, curve_of, curve)
            _choose(connection, parts)

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def stop(self) -> None:
        """From another thread: let what is being read raise StoppedError."""
        if self._connection is not None:
            self._connection.interrupt()

    def days(self, since: int = 0) -> list[Any]:
        """Rows (day, answers, begun, again, ms), in order."""
        return self._read("SELECT * FROM days", since=since)

    def pace(self, since: int = 0) -> list[Any]:
        """Rows (begun on that day or not, cards of all days, ms): what a card takes on a day."""
        return self._read("SELECT * FROM pace", since=since)

    def recalls(self, since: int = 0) -> list[Any]:
        """Rows (week, mature, bin, answers, recalled, predicted, loss); a week by its number since 1970."""
        return self._read("SELECT * FROM recalls", since=since)

    def parts(self, since: int = 0) -> list[Any]:
        """Rows (part, answers, ms, asked on a later day, recalled, predicted, loss)."""
        return self._read("SELECT * FROM parts", since=since)

    def forecast(self, days: int) -> list[Any]:
        """Rows (days from today, cards due); what is overdue counts as 0."""
        return self._read("SELECT * FROM forecast WHERE ahead < ?", days)

    def memories(self) -> list[Any]:
        """Rows (bin of stability, of difficulty, of retrievability, cards)."""
        return self._read("SELECT * FROM memories")

    def mastery(self) -> list[Any]:
        """Rows (part, cards studied, sum of their probabilities of recall)."""
        return self._read("SELECT * FROM mastery")

    def _read(self, query: str, *values: object, since: int = 0) -> list[Any]:
        """The rows of a query; `since` is the number of the first study day whose answers count."""
        if self._connection is None:
            return []
        try:
            with telling(self._path):
                self._connection.execute(_SINCE, (since * _DAY, since * _DAY, DEVICE_BITS))
                return self._connection.execute(query, values).fetchall()
        except SctuiError as error:
            if getattr(error.__cause__, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
                raise StoppedError("stopped") from None
            raise


def _prepare(connection: sqlite3.Connection) -> None:
    for pragma in ("mmap_size = 268435456", "temp_store = MEMORY", "cache_size = -65536"):
        connection.execute(f"PRAGMA {pragma}")
    try:
        connection.execute("SELECT pow(2, 2), ln(2)")
    except sqlite3.OperationalError:  # SQLite was built without its mathematics
        connection.create_function("pow", 2, _strict(math.pow), deterministic=True)
        connection.create_function("ln", 1, _strict(math.log), deterministic=True)
    connection.executescript(Path(__file__).with_suffix(".sql").read_text("utf-8"))


def _strict(function: Callable[..., float]) -> Callable[..., float | None]:
    """NULL of NULL, as in SQL."""
    return lambda *values: None if None in values else function(*values)


def _write_curves(connection: sqlite3.Connection, curve_of: Callable[[Preset], Curve], usual: Curve) -> None:
    """The curve of every preset; 0 stands for answers from before presets were kept."""
    known = {number: curve_of(preset) for number, preset in read_presets(connection).items()}
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM presets").fetchone()
    curves = ((number, known.get(number, usual)) for number in range(last + 1))
    connection.executemany(
        "INSERT INTO curves VALUES (?, ?, ?, ?)",
        ((number, curve.shift, curve.factor, curve.decay) for number, curve in curves),
    )


def _choose(connection: sqlite3.Connection, parts: Iterable[tuple[str, int]]) -> None:
    """Few at a time, since making JSON lets no other thread work."""
    given = iter(parts)
    while some := dict(islice(given, _AT_ONCE)):
        connection.execute(_CHOOSE, (json.dumps(some),))
    connection.execute(_CHOOSE_FORMER)


# a stamp is never below the time, so that the keys narrow it down
_SINCE = "UPDATE asked SET since = max(0, ? - shift), since_key = max(0, ? - shift) << ?"
_CHOOSE = """
    INSERT OR IGNORE INTO chosen
    SELECT coalesce(cards.becomes, cards.key), given.value
    FROM json_each(?) AS given JOIN cards ON cards.id = given.key
"""
_CHOOSE_FORMER = """
    INSERT OR IGNORE INTO chosen
    SELECT cards.key, part FROM cards JOIN chosen ON chosen.card = cards.becomes
"""
