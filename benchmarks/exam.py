"""Exam date: what simulated learners recall on the day, planned and plainly scheduled, in 20 settings.

The simulator is our own (`scheduler/exam_forecast.py`): FSRS-6's model of memory, answers drawn by chance.
The learners' true parameters are not those that the scheduler plans with: each weight is moved by up to a
third of it at random. Plain scheduling is asked twice: as it comes, with its 20 new cards a day, and with as
many new cards as there is time for, so that the plan gains nothing by that alone. All have the same minutes.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import fmean

from benchmarks.report import Row, show
from sctui.model.preset import DEFAULT_PARAMETERS
from sctui.scheduler.exam import Course, Known, expected_recall
from sctui.scheduler.exam_forecast import PLAIN, best_approach, forecast
from sctui.scheduler.memory import Memory, ParameterError

_TODAY = 20_000
_LEARNERS = 4
# cards, of them studied before, days until the exam, minutes a day
SETTINGS = (
    (100, 0, 7, 10), (100, 50, 14, 5), (200, 0, 10, 15), (200, 200, 14, 5), (300, 0, 14, 15),
    (300, 100, 7, 20), (300, 0, 30, 6), (300, 0, 30, 20), (300, 300, 30, 5), (400, 100, 5, 30),
    (400, 200, 21, 8), (500, 0, 30, 10), (500, 500, 30, 3), (500, 500, 60, 15), (600, 300, 14, 20),
    (600, 0, 60, 10), (800, 800, 45, 6), (800, 200, 60, 8), (1000, 0, 90, 10), (1000, 500, 60, 5),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Result:
    """One setting: shares recalled with nothing studied, plainly, without a limit on new cards, and planned.

    `minutes` are those used a day, plainly and planned.
    """

    setting: tuple[int, int, int, int]
    idle: float
    plain: float
    unlimited: float
    planned: float
    minutes: tuple[float, float]


def learner(seed: int) -> Memory:
    """A memory with parameters of its own."""
    chance = random.Random(seed)  # noqa: S311 -- a simulation
    while True:
        moved = [value * chance.uniform(0.67, 1.33) for value in DEFAULT_PARAMETERS]
        try:
            return Memory(moved)
        except ParameterError:  # one weight fell out of FSRS-6's bounds: draw again
            continue


def cards(count: int, studied: int, seed: int) -> list[Known]:
    """Cards as a learner has them after some weeks: stabilities of days to months, answered lately."""
    chance = random.Random(seed)  # noqa: S311 -- a simulation
    known = [
        (chance.lognormvariate(2.2, 0.9), chance.uniform(2, 8.5), _TODAY - chance.randint(1, 20))
        for _ in range(studied)
    ]
    return [*known, *[None] * (count - studied)]


def measure(setting: tuple[int, int, int, int]) -> Result:
    """The mean of four learners."""
    count, studied, days, minutes = setting
    course = Course(_TODAY + days, 60 * minutes, Memory(DEFAULT_PARAMETERS))
    freely = replace(course, new_per_day=count)
    rows = []
    for seed in range(_LEARNERS):
        known, mind = cards(count, studied, seed), learner(seed)
        approach = best_approach(known, _TODAY, course, seed)
        planned = forecast(known, _TODAY, course, approach, seed, mind)
        plain = forecast(known, _TODAY, course, PLAIN, seed, mind)
        unlimited = forecast(known, _TODAY, freely, PLAIN, seed, mind)
        idle = expected_recall(known, course.exam, mind)
        rows.append((idle, plain.recall, unlimited.recall, planned.recall, plain.minutes, planned.minutes))
    means = [fmean(column) for column in zip(*rows, strict=True)]
    idle, plainly, without_limit, as_planned, used, used_planned = means
    return Result(setting, idle, plainly, without_limit, as_planned, (used, used_planned))


def main() -> list[Row]:
    """All settings and their mean; the value is plain scheduling's recall as a part of the plan's."""
    return list(_rows())


def _rows() -> Iterator[Row]:
    results = [measure(setting) for setting in SETTINGS]
    for result in results:
        count, studied, days, minutes = result.setting
        figures = (
            f"plan {result.planned:.1%} in {result.minutes[1]:.0f} min; plain {result.plain:.1%} in"
            f" {result.minutes[0]:.0f} min, unlimited {result.unlimited:.1%}; idle {result.idle:.1%}"
        )
        name = f"exam: {count} cards, {studied} known, {days} days, {minutes} min"
        yield Row(name, figures, result.unlimited / result.planned)
    gain = fmean(result.planned - result.plain for result in results)
    freely = fmean(result.planned - result.unlimited for result in results)
    worst = min(result.planned - max(result.plain, result.unlimited) for result in results)
    figures = f"mean gain {gain:+.1%} of the cards, {freely:+.1%} without a limit on new; worst {worst:+.1%}"
    ratio = fmean(result.unlimited for result in results) / fmean(result.planned for result in results)
    yield Row("exam: mean of 20 settings", figures, ratio, 1.0)


if __name__ == "__main__":
    show(main())
