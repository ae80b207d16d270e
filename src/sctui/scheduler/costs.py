"""What answers cost a learner, in seconds, from the log."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

from sctui.scheduler.exam import Costs
from sctui.scheduler.histories import History

_ENOUGH = 20
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
        first_day = 0.0
        again = 0.0
        for number, answer in enumerate(history):
            seconds = min(answer.duration / 1000, _LONGEST)
            if number == 0 or (answer.elapsed == 0 and not recalled_yet(number, history)):
                first_day += seconds
            elif answer.elapsed > 0:
                if again:
                    relearned.append(again)
                again = 0.0
                recalled.append(seconds)
            else:
                again += seconds
        begun.append(first_day)
    return Costs(
        _typical(recalled, usual.review), _typical(relearned, usual.lapse), _typical(begun, usual.new)
    )


def recalled_yet(number: int, history: History) -> bool:
    """Whether an answer before the given one was on a later day than the card's first."""
    return any(answer.elapsed > 0 for answer in history[:number])


def _typical(seconds: Sequence[float], usual: float) -> float:
    return median(seconds) if len(seconds) >= _ENOUGH else usual
