"""What FSRS makes of a card that another scheduler, Anki's SM-2, knew by interval and ease alone.

The formula is `memory_state_from_sm2` of github.com/open-spaced-repetition/fsrs-rs, `src/inference.rs`.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, expm1

_RETENTION = 0.9  # what SM-2's intervals are taken to aim at


def memory_from_sm2(interval: float, ease: float, parameters: Sequence[float]) -> tuple[float, float]:
    """Stability (days) and difficulty (1 to 10) of a card with an interval in days and an ease as `2.5`."""
    stability = max(interval, 0.1)
    growth = exp(parameters[8]) * stability ** -parameters[9] * expm1((1 - _RETENTION) * parameters[10])
    return stability, min(max(11 - (ease - 1) / growth, 1.0), 10.0)
