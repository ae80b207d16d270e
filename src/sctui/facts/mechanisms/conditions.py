"""The condition under which a claim is true, in front of it: `在缺氧条件下,MSC分泌VEGF`."""

from __future__ import annotations

import re

_CONTRARY = re.compile("反而|反倒")  # so it is under a condition alone
_BEGINS = re.compile("(?:当|若|在)")
_CONDITION = re.compile(
    r"(?:^|[,;。:]\s?)(?:但|而|然而|不过)?(?P<c>(?:当|若|在)(?!(?:大?多数?|一般|通常|正常|某些|这|此|许多|上述))[^,;。:()]{2,22}"
    r"(?:存在时|缺失时|刺激时|[条情环][件况境][下中]|作用下|刺激下),\s?)$"
)
_FARTHEST = 40  # characters in front of a claim that are looked at
_LONGEST = 52  # characters of evidence that still make a question


def with_condition(view: str, proof: tuple[int, int], verb: int) -> tuple[int, int] | None:
    """What proves a claim, with the condition right in front of it, where that is short enough.

    None for what is so under a condition alone (`反而`) that would not be told.
    """
    start, end = proof
    before = _CONDITION.search(view, max(0, start - _FARTHEST), start)
    if before and end - before.start("c") <= _LONGEST:
        return before.start("c"), end
    return None if _CONTRARY.search(view, start, verb) and not _BEGINS.match(view, start) else proof
