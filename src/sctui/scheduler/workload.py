"""What a desired retention costs and brings, simulated for a learner by fsrs-rs.

The simulator is fsrs-rs's `simulate`: FSRS-6 with the learner's parameters, answers drawn by chance, a deck
begun anew and studied for a year. Ratings and seconds an answer are the learner's own as far as the log has
them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from sctui.scheduler.fit import fsrs_rs
from sctui.scheduler.histories import Answer, History

RETENTIONS = (0.70, 0.75, 0.80, 0.85, 0.90, 0.93, 0.95, 0.97)
_DAYS = 365
_ENOUGH = 20  # answers that a mean needs
_LONGEST = 120_000  # ms; a longer pause before an answer was no thinking


@dataclass(frozen=True, slots=True)
class Workload:
    """A desired retention: minutes and reviews a day, averaged over a year, and cards recalled at its end."""

    retention: float
    minutes: float
    reviews: float
    recalled: float


def workloads(
    histories: Sequence[History], parameters: Sequence[float], cards: int, new_per_day: int, seed: int = 1
) -> list[Workload]:
    """A year with each of `RETENTIONS`.

    Args:
        histories: the learner's answers.
        parameters: FSRS-6's.
        cards: how many cards there are to learn.
        new_per_day: how many of them are begun a day.
        seed: of the simulator's chance.

    Raises:
        FitError: without fsrs-rs-python.
    """
    rs = fsrs_rs()
    config = _config(rs, histories, cards, new_per_day)
    found = []
    for retention in RETENTIONS:
        year = rs.simulate(list(parameters), retention, config, seed=seed)
        minutes = sum(year.cost_per_day) / 60 / _DAYS
        reviews = sum(year.review_cnt_per_day) / _DAYS
        found.append(Workload(retention, minutes, reviews, year.memorized_cnt_per_day[-1]))
    return found


def within(found: Sequence[Workload], minutes: float) -> Workload:
    """The highest retention that takes at most `minutes` a day; the lowest when none does."""
    return max(
        (load for load in found if load.minutes <= minutes),
        key=_retention,
        default=min(found, key=_retention),
    )


def _retention(load: Workload) -> float:
    return load.retention


def _config(rs: Any, histories: Sequence[History], cards: int, new_per_day: int) -> Any:
    config = rs.default_simulator_config()
    config.deck_size, config.learn_limit, config.learn_span = cards, new_per_day, _DAYS
    config.max_cost_perday = 86_400.0
    first = [history[0] for history in histories]
    later = [answer for history in histories for answer in history[1:] if answer.elapsed > 0]
    same_day = [*first, *(answer for history in histories for answer in history[1:] if not answer.elapsed)]
    if len(first) >= _ENOUGH:
        config.first_rating_prob = _shares(first, (1, 2, 3, 4))
    if sum(answer.rating > 1 for answer in later) >= _ENOUGH:
        config.review_rating_prob = _shares(later, (2, 3, 4))
    known = config.state_rating_costs
    config.state_rating_costs = [
        _seconds(group, usual) for group, usual in zip((same_day, later, same_day), known, strict=True)
    ]
    return config


def _shares(answers: Sequence[Answer], ratings: Sequence[int]) -> list[float]:
    counts = [sum(answer.rating == rating for answer in answers) for rating in ratings]
    return [count / sum(counts) for count in counts]


def _seconds(answers: Sequence[Answer], usual: Sequence[float]) -> list[float]:
    """Mean seconds an answer by rating, as usual where the log has too few."""
    means = []
    for rating, otherwise in zip((1, 2, 3, 4), usual, strict=True):
        times = [min(answer.duration, _LONGEST) for answer in answers if answer.rating == rating]
        means.append(fmean(times) / 1000 if len(times) >= _ENOUGH else otherwise)
    return means
