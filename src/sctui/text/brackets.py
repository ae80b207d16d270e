"""Brackets in a line: how deep each character stands, and where a pair opens and closes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

BRACKET_AT_END = re.compile(r"\s*\([^()]*\)$")

_OPEN, _CLOSE = "([{（［【《“‘「『", ")]}）］】》”’」』"
_ROUND = {"(": ")", "（": "）"}


@dataclass(frozen=True, slots=True)
class Bracket:
    """A round bracket: `start` is the opening mark's column, `end` the column behind the closing one."""

    start: int
    end: int

    @property
    def inner(self) -> tuple[int, int]:
        """Where what stands in the bracket begins and ends."""
        return self.start + 1, self.end - 1


def depths(text: str) -> list[int]:
    """For each character how many brackets or quotes it stands in; the marks themselves count as inside."""
    depth, found = 0, []
    for char in text:
        if char in _OPEN:
            depth += 1
        found.append(depth)
        if char in _CLOSE:
            depth = max(0, depth - 1)
    return found


def round_brackets(text: str) -> Iterator[Bracket]:
    """Every innermost pair of round brackets, from left to right; ASCII and full-width marks may be mixed."""
    start = -1
    for at, char in enumerate(text):
        if char in _ROUND:
            start = at
        elif char in _ROUND.values() and start >= 0:
            yield Bracket(start, at + 1)
            start = -1


def is_balanced(text: str) -> bool:
    """Whether every bracket and quote that opens in `text` closes in it, in order."""
    pairs = dict(zip(_CLOSE, _OPEN, strict=True))
    stack: list[str] = []
    for char in text:
        if char in _OPEN:
            stack.append(char)
        elif char in pairs and (not stack or _shape(stack.pop()) != _shape(pairs[char])):
            return False
    return not stack


def _shape(char: str) -> str:
    return "(" if char == "（" else char
