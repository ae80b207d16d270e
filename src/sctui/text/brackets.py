"""Brackets in a line: how deep each character stands, and where a pair opens and closes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

BRACKET_AT_END = re.compile(r"\s*\([^()]*\)$")

_OPEN, _CLOSE = "([{（［【《“‘「『", ")]}）］】》”’」』"
_OPENING = dict(zip(_CLOSE, _OPEN, strict=True))
_ANY = re.compile(f"[{re.escape(_OPEN + _CLOSE)}]")
_ROUND, _ROUND_OPEN = re.compile(r"[(（)）]"), "(（"
# behind an English word, as some journals have it (`magnetic resonance imaging [MRI]`); `[12]` is a citation
_SQUARE = re.compile(r"(?<=[A-Za-z]\s)\[[A-Za-z][A-Za-z0-9α-ω-]{1,14}\]")


@dataclass(frozen=True, slots=True)
class Bracket:
    """A bracket: `start` is the opening mark's column, `end` the column behind the closing one."""

    start: int
    end: int

    @property
    def inner(self) -> tuple[int, int]:
        """Where what stands in the bracket begins and ends."""
        return self.start + 1, self.end - 1


def depths(text: str) -> list[int]:
    """For each character how many brackets or quotes it stands in; the marks themselves count as inside."""
    depth = 0
    found: list[int] = []
    for mark in _ANY.finditer(text):
        at = mark.start()
        found += [depth] * (at - len(found))
        opens = mark[0] in _OPEN
        found.append(depth + opens)
        depth = depth + 1 if opens else max(0, depth - 1)
    return found + [depth] * (len(text) - len(found))


def round_brackets(text: str) -> Iterator[Bracket]:
    """Every innermost pair of round brackets, from left to right; ASCII and full-width marks may be mixed."""
    start = -1
    for mark in _ROUND.finditer(text):
        if mark[0] in _ROUND_OPEN:
            start = mark.start()
        elif start >= 0:
            yield Bracket(start, mark.end())
            start = -1


def square_brackets(text: str) -> Iterator[Bracket]:
    """Every pair of square brackets around one Latin word behind an English one, from left to right."""
    return (Bracket(*found.span()) for found in _SQUARE.finditer(text))


def is_balanced(text: str) -> bool:
    """Whether every bracket and quote that opens in `text` closes in it, in order."""
    stack: list[str] = []
    for char in _ANY.findall(text):
        if char in _OPEN:
            stack.append(char)
        elif not stack or _shape(stack.pop()) != _shape(_OPENING[char]):
            return False
    return not stack


def _shape(char: str) -> str:
    return "(" if char == "（" else char
