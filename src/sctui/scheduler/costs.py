"""What answers cost a learner, in seconds, from the log."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median

from sctui.model.preset import Preset
from sctui.scheduler.exam import Costs
from sctui.scheduler.histories import History
from sctui.scheduler.study_day import DAY, number_of_day

_ENOUGH = 20
_MONTH, _FEWEST_DAYS = 30 * DAY, 3
_LONGEST = 120.0  # seconds; a longer pause before an answer was no thinking


def costs_of(histories: Iterable[History]) -> Costs:
    """Medians of the learner's own times; `Costs`' own where the log has fewer than twenty to go by.

    A new card costs what its first day's answers do together, a forgotten one what comes after it on the same
    day.
    """
    usual = Costs()
    recalled: list[float] = []
    begun: list[float] = []
    relearned: list[float] = []
    for history in histories:
        first_day, *later = _days(history)
        begun.append(sum(first_day))
        for seconds in later:
            recalled.append(seconds[0])
            if len(seconds) > 1:
                relearned.append(sum(seconds[1:]))
    return Costs(
        _typical(recalled, usual.review), _typical(relearned, usual.lapse), _typical(begun, usual.new)
    )


def minutes_a_day(histories: Iterable[History], now: int, preset: Preset) -> float:
    """The median minutes of a day of study in the last thirty days; 0 where there were fewer than three.

    `now` is UTC ms; `preset` says when a study day begins.
    """
    days: Counter[int] = Counter()
    for answer in (answer for history in histories for answer in history if now - _MONTH <= answer.at <= now):
        day = number_of_day(answer.at, preset.utc_offset_minutes, preset.rollover_hour)
        days[day] += round(min(answer.duration / 1000, _LONGEST))
    return median(days.values()) / 60 if len(days) >= _FEWEST_DAYS else 0.0


def _days(history: History) -> list[list[float]]:
    """The seconds of the answers, day by day."""
    days: list[list[float]] = []
    for answer in history:
        if answer.elapsed or not days:
            days.append([])
        days[-1].append(min(answer.duration / 1000, _LONGEST))
    return days


def _typical(seconds: Sequence[float], usual: float) -> float:
    return median(seconds) if len(seconds) >= _ENOUGH else usual
