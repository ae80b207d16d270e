"""The study day: it begins at the rollover hour of local time, not at midnight, so that late evenings count.

After Anki's `rslib/src/scheduler/timing.rs`, with the offset of the moment asked about as an argument.
"""

from __future__ import annotations

from dataclasses import dataclass

MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR


@dataclass(frozen=True, slots=True)
class StudyDay:
    """One study day: its number since 1970, its first moment and the first moment after it (UTC ms)."""

    number: int
    start: int
    end: int


def study_day(moment: int, utc_offset_minutes: int, rollover_hour: int) -> StudyDay:
    """The study day that `moment` (UTC ms) belongs to."""
    number = number_of_day(moment, utc_offset_minutes, rollover_hour)
    start = start_of_day(number, utc_offset_minutes, rollover_hour)
    return StudyDay(number, start, start + DAY)


def start_of_day(number: int, utc_offset_minutes: int, rollover_hour: int) -> int:
    """The first moment (UTC ms) of the study day of that number."""
    return number * DAY - utc_offset_minutes * MINUTE + rollover_hour * HOUR


def number_of_day(moment: int, utc_offset_minutes: int, rollover_hour: int) -> int:
    """The number alone of the study day that `moment` (UTC ms) belongs to."""
    return (moment + utc_offset_minutes * MINUTE - rollover_hour * HOUR) // DAY
