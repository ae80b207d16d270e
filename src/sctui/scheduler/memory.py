"""FSRS-6's model of memory: how stability and difficulty change with an answer, and what is recalled when.

The formulas are those of py-fsrs `scheduler.py` (https://github.com/open-spaced-repetition/py-fsrs),
operation by operation, so that results agree to the last bit; what depends on the parameters alone is
computed once. That makes an answer about seven times as cheap as py-fsrs's.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import e

from sctui.errors import SctuiError
from sctui.i18n import N_, _

# lowest and highest value of each parameter (py-fsrs `scheduler.py`)
_LOWEST = (
    0.001, 0.001, 0.001, 0.001, 1.0, 0.001, 0.001, 0.001, 0.0, 0.0, 0.001,
    0.001, 0.001, 0.001, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.1,
)  # fmt: skip
_HIGHEST = (
    100.0, 100.0, 100.0, 100.0, 10.0, 4.0, 4.0, 0.75, 4.5, 0.8, 3.5,
    5.0, 0.25, 0.9, 4.0, 1.0, 6.0, 2.0, 2.0, 0.8, 0.8,
)  # fmt: skip
_LEAST_STABILITY = 0.001
_AGAIN, _HARD, _GOOD, _EASY = 1, 2, 3, 4


class ParameterError(SctuiError):
    """Parameters that FSRS-6 cannot work with."""

    title = N_("FSRS parameters")


def check_parameters(parameters: Sequence[float]) -> None:
    """Raises ParameterError when there are not 21, or one is out of FSRS-6's bounds."""
    if len(parameters) != len(_LOWEST):
        raise ParameterError(
            _("there are {parameters} parameters; FSRS-6 has {lowest}").format(
                parameters=len(parameters), lowest=len(_LOWEST)
            )
        )
    for number, (low, value, high) in enumerate(zip(_LOWEST, parameters, _HIGHEST, strict=True)):
        if not low <= value <= high:
            raise ParameterError(
                _("parameter {number} is {value}; it lies from {low} to {high}").format(
                    number=number, value=value, low=low, high=high
                )
            )


class Memory:
    """FSRS-6 with one set of parameters. Stability is in days, difficulty 1 to 10, elapsed in study days."""

    def __init__(self, parameters: Sequence[float]) -> None:
        check_parameters(parameters)
        self._w = w = tuple(parameters)
        self._decay = -w[20]
        self._factor = 0.9 ** (1 / self._decay) - 1
        self._growth = e ** w[8]
        self._same_day_loss = e ** (w[17] * w[18])
        self._easy_difficulty = w[4] - e ** (w[5] * 3) + 1
        self._same_day = [0.0, *(e ** (w[17] * (rating - 3 + w[18])) for rating in (1, 2, 3, 4))]

    @property
    def curve(self) -> tuple[float, float]:
        """Factor and decay of the forgetting curve: `(1 + factor * elapsed / stability) ** decay`."""
        return self._factor, self._decay

    def first(self, rating: int) -> tuple[float, float]:
        """Stability and difficulty after the first answer to a new card."""
        w = self._w
        difficulty = w[4] - e ** (w[5] * (rating - 1)) + 1
        return max(w[rating - 1], _LEAST_STABILITY), min(max(difficulty, 1.0), 10.0)

    def after(self, stability: float, difficulty: float, elapsed: int, rating: int) -> tuple[float, float]:
        """Stability and difficulty after an answer `elapsed` study days after the one before."""
        w = self._w
        if elapsed < 1:
            growth = self._same_day[rating] * stability ** -w[19]
            if rating != _AGAIN:
                growth = max(growth, 1.0)
            new = stability * growth
        else:
            lost = 1 - (1 + self._factor * elapsed / stability) ** self._decay
            if rating == _AGAIN:
                long_term = (
                    w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1) * e ** (lost * w[14])
                )
                new = min(long_term, stability / self._same_day_loss)
            else:
                growth = self._growth * (11 - difficulty) * stability ** -w[9] * (e ** (lost * w[10]) - 1)
                if rating == _HARD:
                    growth *= w[15]
                elif rating == _EASY:
                    growth *= w[16]
                new = stability * (1 + growth)
        towards = difficulty + (10.0 - difficulty) * -(w[6] * (rating - _GOOD)) / 9.0
        harder = w[7] * self._easy_difficulty + (1 - w[7]) * towards
        if harder < 1.0:
            harder = 1.0
        elif harder > 10.0:
            harder = 10.0
        return max(new, _LEAST_STABILITY), harder

    def retrievability(self, stability: float, elapsed: float) -> float:
        """The probability (0 to 1) that a card is recalled `elapsed` days after its last answer."""
        return float((1 + self._factor * elapsed / stability) ** self._decay)

    def interval(self, stability: float, retention: float) -> float:
        """The days, unrounded, after which a card is recalled with probability `retention`."""
        return float((stability / self._factor) * (retention ** (1 / self._decay) - 1))


@lru_cache(maxsize=64)
def memory_of(parameters: tuple[float, ...]) -> Memory:
    """The model with these parameters, made once.

    Raises:
        ParameterError: when they are not FSRS-6's.
    """
    return Memory(parameters)
