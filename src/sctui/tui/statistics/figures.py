"""What has been read of the statistics so far."""

from __future__ import annotations

from dataclasses import dataclass, fields

from sctui.model.statistics import Calibration, DayCount, Memories, TopicStatistics, Week
from sctui.scheduler.exam import Costs

HORIZON = 90  # days of the forecast
WHOLE = "whole"  # the library remembers figures of all cards, by their names below, at the desk under it


@dataclass(slots=True)
class Figures:
    """Figures come one after the other; None stands for those that are not read yet.

    Args:
        today: the number of the study day.
        since: the number of the first day that is told of; 0 for all.
    """

    today: int
    since: int
    days: list[DayCount] | None = None
    recall: tuple[list[Week], Calibration] | None = None
    forecast: list[int] | None = None
    pace: Costs | None = None
    memories: Memories | None = None
    topics: list[TopicStatistics] | None = None

    @property
    def missing(self) -> frozenset[str]:
        """What has not been read yet."""
        return frozenset(one.name for one in fields(self) if getattr(self, one.name) is None)

    def shown_days(self) -> list[DayCount]:
        """The days of the period."""
        return [day for day in self.days or () if day.day >= self.since]
