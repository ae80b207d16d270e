"""Interval fuzz: cards learned together drift apart, by a chance that can be repeated."""

from __future__ import annotations

import math
from hashlib import blake2b

# (from days, to days, share of the interval in between); FSRS's own ranges, as in py-fsrs `scheduler.py`
_RANGES = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, math.inf, 0.05))


def fuzz_factor(card: str, reps: int, seed: int = 0) -> float:
    """A number from 0 to below 1 that depends on the arguments alone, in every process, on every machine."""
    digest = blake2b(f"{card}\0{reps}\0{seed}".encode(), digest_size=6).digest()
    return int.from_bytes(digest, "big") / (1 << 48)


def fuzzed(days: int, factor: float, maximum: int) -> int:
    """`days` moved within FSRS's fuzz range by `factor`; more days in never give fewer days out."""
    if days < 2.5:
        return days
    delta = 1.0 + sum(share * max(min(days, end) - start, 0.0) for start, end, share in _RANGES)
    lowest = max(2, round(days - delta))
    highest = max(lowest, round(days + delta))
    return min(maximum, lowest + math.floor(factor * (highest - lowest + 1)))
