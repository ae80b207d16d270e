"""How a card stands in a package: the columns of Anki's `cards` and `revlog` that tell of study."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Standing(NamedTuple):
    """The columns of a card, in their order: `type` to `left`, flags and the JSON with FSRS's memory."""

    type: int = 0
    queue: int = 0
    due: int = 0
    interval: int = 0
    factor: int = 0
    reps: int = 0
    lapses: int = 0
    left: int = 0
    flag: int = 0
    data: str = ""


class LogRow(NamedTuple):
    """An answer: when (ms), rating, intervals after and before (days; seconds below 0), factor, time (ms).

    `kind` is 0 to 3 for learning, review, relearning, filtered; 4, with rating 0, for what is no answer.
    """

    at: int
    rating: int
    interval: int
    last_interval: int
    factor: int
    duration: int
    kind: int


@dataclass(frozen=True, slots=True)
class Learned:
    """What a package says of study, by the ids of our cards.

    `created` is the first moment (seconds) of Anki's day 0, `rollover` the hour at which days begin, `west`
    the minutes that local time is behind UTC.
    """

    created: int
    rollover: int = 4
    west: int = 0
    standings: Mapping[str, Standing] = field(default_factory=dict)
    log: Mapping[str, list[LogRow]] = field(default_factory=dict)
