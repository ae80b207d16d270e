"""How usual a Chinese character is, alone and behind another: what tells text from wrongly paired bytes.

Costs are negative natural logarithms of shares, as `usage.txt` beside this file gives them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

_SHARES = (1.9, 2.9, 4.0, 5.0)  # costs of the four groups of followers
_UNKNOWN = 14.5


@cache
def _tables() -> tuple[dict[str, float], dict[str, dict[str, float]]]:
    """The cost of each character, and of those that often follow it."""
    text = Path(__file__).with_name("usage.txt").read_text("utf-8")
    alone: dict[str, float] = {}
    behind: dict[str, dict[str, float]] = {}
    characters, _, pairs = text.partition("---\n")
    for line in characters.splitlines():
        if not line.startswith("#"):
            cost, _, group = line.partition(" ")
            alone |= dict.fromkeys(group, float(cost))
    for line in pairs.splitlines():
        first, _, groups = line.partition(" ")
        behind[first] = {
            char: cost for cost, group in zip(_SHARES, groups.split("/"), strict=True) for char in group
        }
    return alone, behind


def character_cost(char: str) -> float:
    """How surprising a Chinese character, as it stands in the match view, is in any text."""
    return _tables()[0].get(char, _UNKNOWN)


def followers(char: str) -> Mapping[str, float]:
    """The characters that often stand behind `char`, in the match view, and how surprising each is there."""
    return _tables()[1].get(char, {})
