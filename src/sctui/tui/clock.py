"""The clock: the one place where the app asks what time it is. Tests give it a time that stands still."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo


def _system_time() -> int:
    return time.time_ns() // 1_000_000


@dataclass(frozen=True, slots=True)
class Clock:
    """Time in UTC milliseconds and as the learner's wall shows it.

    Args:
        now: gives UTC milliseconds since 1970.
        zone: the learner's time zone; None for the machine's own, summer time included.
    """

    now: Callable[[], int] = _system_time
    zone: tzinfo | None = None

    def local(self, moment: int) -> datetime:
        """A moment (UTC ms) in local time."""
        return datetime.fromtimestamp(moment / 1000, UTC).astimezone(self.zone)

    def utc_offset_minutes(self, moment: int) -> int:
        """What local time is ahead of UTC at a moment (UTC ms)."""
        offset = self.local(moment).utcoffset()
        return round(offset.total_seconds() / 60) if offset else 0
