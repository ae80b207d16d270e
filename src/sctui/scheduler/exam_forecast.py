"""What to expect of an exam.

The days until then played through, answers drawn by chance from FSRS-6's model.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sctui.scheduler.exam import (
    Approach,
    Course,
    Known,
    expected_recall,
    learned,
    reviewed,
    todays_order,
)
from sctui.scheduler.memory import Memory

APPROACHES = (Approach(None), Approach(14), Approach(7), Approach(3))
PLAIN = Approach(0)
# of many cards so many are played, with as large a part of the time: enough to tell approaches apart
_SAMPLE = 400
_FORGOTTEN_AT_FIRST = 0.25  # new cards whose first answer is Again; fsrs-rs's simulator has 0.24
_AGAIN, _GOOD = 1, 3


@dataclass(frozen=True, slots=True)
class Forecast:
    """The share of cards expected to be recalled on the day of the exam, and the minutes studied a day."""

    recall: float
    minutes: float


def forecast(
    cards: Sequence[Known],
    today: int,
    course: Course,
    approach: Approach,
    seed: int = 1,
    learner: Memory | None = None,
) -> Forecast:
    """Play the study days from `today` to the eve of the exam; the minutes are those of a day of study.

    `learner` answers with a memory of other parameters than the course plans with; the same by default.
    """
    chance = random.Random(seed)  # noqa: S311 -- a simulation, repeatable by its seed
    planned, true = list(cards), list(cards)
    mind = learner or course.memory
    spent = 0.0
    days = course.days(today)
    for day in days:
        left = course.seconds
        for place in todays_order(planned, day, course, approach):
            if left <= 0:
                break
            recalled = _recalled(mind, true[place], day, chance)
            planned[place] = _answered(course.memory, planned[place], day, recalled=recalled)
            left -= _cost(course, true[place], recalled=recalled)
            true[place] = _answered(mind, true[place], day, recalled=recalled)
        spent += course.seconds - left
    return Forecast(expected_recall(true, course.exam, mind), spent / 60 / max(1, len(days)))


def best_approach(cards: Sequence[Known], today: int, course: Course, seed: int = 1) -> Approach:
    """The approach that promises the highest recall on the day; plain scheduling when none is better."""
    drawn, part = sample(cards, course, seed)
    options = (*APPROACHES, PLAIN)
    scores = [
        sum(forecast(drawn, today, part, option, seed + run).recall for run in range(2)) for option in options
    ]
    return options[scores.index(max(scores))]


def sample(cards: Sequence[Known], course: Course, seed: int) -> tuple[Sequence[Known], Course]:
    """A few hundred of many cards, and the course with as large a part of its time."""
    if len(cards) <= _SAMPLE:
        return cards, course
    part = _SAMPLE / len(cards)
    drawn = random.Random(seed).sample(list(cards), _SAMPLE)  # noqa: S311 -- as above
    new = max(1, round(course.new_per_day * part))
    return drawn, replace(course, seconds=course.seconds * part, new_per_day=new)


def _recalled(memory: Memory, card: Known, day: int, chance: random.Random) -> bool:
    if card is None:
        return chance.random() >= _FORGOTTEN_AT_FIRST
    return chance.random() < memory.retrievability(card[0], day - card[2])


def _answered(memory: Memory, card: Known, day: int, *, recalled: bool) -> Known:
    if card is None:
        return (*learned(memory, _GOOD if recalled else _AGAIN), day)
    return (*reviewed(memory, card, day, recalled=recalled), day)


def _cost(course: Course, card: Known, *, recalled: bool) -> float:
    if card is None:
        return course.costs.new
    return course.costs.review + (0.0 if recalled else course.costs.lapse)
