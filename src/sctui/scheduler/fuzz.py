"""Interval fuzz: cards learned together drift apart, by a chance that can be repeated."""

from __future__ import annotations

import math
from functools import lru_cache
from zlib import crc32

# (from days, to days, share of the interval in between); FSRS's own ranges, as in py-fsrs `scheduler.py`
_RANGES = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, math.inf, 0.05))


@lru_cache(maxsize=4096)  # the due cards of a day are put in order for each deck that they lie in
def fuzz_factor(card: str, reps: int, seed: int = 0) -> float:
    """A number from 0 to below 1 that depends on the arguments alone, in every process, on every machine."""
    mixed = crc32(f"{card}\0{reps}\0{seed}".encode())
    # a CRC is linear, so that neighbours would move together; MurmurHash3's finalizer takes that away
    mixed = (mixed ^ (mixed >> 16)) * 0x85EBCA6B & 0xFFFFFFFF
    mixed = (mixed ^ (mixed >> 13)) * 0xC2B2AE35 & 0xFFFFFFFF
    return (mixed ^ (mixed >> 16)) / (1 << 32)


def fuzzed(days: int, factor: float, maximum: int) -> int:
    """`days` moved within FSRS's fuzz range by `factor`; more days in never give fewer days out."""
    if days < 2.5:
        return days
    delta = 1.0
    for start, end, share in _RANGES:
        if days <= start:
            break
        delta += share * (min(days, end) - start)
    lowest = max(2, round(days - delta))
    highest = max(lowest, round(days + delta))
    return min(maximum, lowest + math.floor(factor * (highest - lowest + 1)))
