"""The one clock of the log: every entry gets a key above all keys before it, whatever the wall clock does.

A hybrid logical clock (Kulkarni and others, "Logical Physical Clocks", 2014), its counter folded into the
milliseconds: stamp = max(wall clock, last stamp + 1), key = stamp << 8 | device.
"""

from __future__ import annotations

import sqlite3

DEVICE_BITS = 8


def next_key(connection: sqlite3.Connection, now: int) -> tuple[int, int]:
    """The key of what happens at `now` (UTC ms), and its skew: by how much its stamp lies above `now`.

    Call it within the transaction that writes the entry.
    """
    last, device = connection.execute(f"SELECT {LAST_AND_DEVICE}").fetchone()
    return key_after(last, device, now)


def key_after(last: int, device: int, now: int) -> tuple[int, int]:
    """The same, from the last key of all and the number of this device, as `LAST_AND_DEVICE` gives them."""
    stamp = max(now, (last >> DEVICE_BITS) + 1)
    return stamp << DEVICE_BITS | device, stamp - now


# the numbers under which this database logged: that of this device, and of those that it was before
OURS = """(
    SELECT number FROM devices WHERE machine <> ''
    UNION ALL SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM devices WHERE is_here)
)"""
LAST_AND_DEVICE = """
    max(
        coalesce((SELECT max(key) FROM reviews), 0),
        coalesce((SELECT max(key) FROM changes), 0),
        coalesce((SELECT max(key) FROM reversals), 0)
    ), coalesce((SELECT number FROM devices WHERE is_here), 0)
"""
