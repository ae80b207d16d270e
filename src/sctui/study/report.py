"""All statistics read at once, for whoever shows them without a screen."""

from __future__ import annotations

from dataclasses import dataclass

from sctui.model.statistics import Calibration, DayCount, Memories, TopicStatistics, Week
from sctui.scheduler.streak import longest, streak
from sctui.study.statistics import Statistics


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that statistics tell; `today` and `since` number study days, `forecast` begins today."""

    today: int
    since: int
    days: tuple[DayCount, ...]
    weeks: tuple[Week, ...]
    calibration: Calibration
    forecast: tuple[int, ...]
    memories: Memories
    topics: tuple[TopicStatistics, ...]

    @property
    def streak(self) -> int:
        """The study days in a row up to today, or to yesterday."""
        return streak({day.day for day in self.days}, self.today)

    @property
    def longest_streak(self) -> int:
        """The longest streak ever."""
        return longest({day.day for day in self.days})

    @property
    def shown_days(self) -> tuple[DayCount, ...]:
        """The days of the period."""
        return tuple(day for day in self.days if day.day >= self.since)


def report(statistics: Statistics, since: int, ahead: int = 30) -> Report:
    """Read everything; `since` is the first study day told of, `ahead` the days of the forecast.

    Raises:
        CollectionError: when the database cannot be read.
    """
    weeks, calibration = statistics.recall()
    return Report(
        statistics.today,
        since,
        tuple(statistics.days()),
        tuple(weeks),
        calibration,
        tuple(statistics.forecast(ahead)),
        statistics.memories(),
        tuple(statistics.topics()),
    )
