"""Which character a byte alone may be half of: one that usually follows the character before it."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from sctui.documents.likelihood import LOST, Likelihood
from sctui.text.match_view import match_view
from sctui.text.usage import followers

_UNTOLD = 4.0  # what it costs when no usual character has such a half


class Hidden:
    """The halves of the characters that follow each character, in the text itself and in any text."""

    def __init__(self, likelihood: Likelihood, codec: str) -> None:
        self._likelihood = likelihood
        self._codec = codec
        self._followers: defaultdict[str, set[str]] = defaultdict(set)
        for (before, char), count in likelihood.pairs.items():
            if count > 1 and char > "\x7f":
                self._followers[before].add(char)
        self._halves: dict[str, dict[tuple[int, int], tuple[float, str]]] = {}

    def behind(self, before: str, byte: int) -> tuple[float, str]:
        """The likeliest character behind `before` with this byte, its cost first; U+FFFD for none usual."""
        halves = self._halves.get(before)
        if halves is None:
            halves = self._halves[before] = self._read(before)
        untold = (_UNTOLD, LOST)
        return min(halves.get((0, byte), untold), halves.get((1, byte), untold))

    def _read(self, before: str) -> dict[tuple[int, int], tuple[float, str]]:
        """(which byte of the character, its value) -> cost and character."""
        found: dict[tuple[int, int], tuple[float, str]] = {}
        usual = "".join(forms(self._codec).get(char, "") for char in followers(match_view(before)))
        for char in self._followers[before] | set(usual):
            code = char.encode(self._codec, errors="ignore")
            if len(code) == 2:
                rated = self._likelihood.cost(before, char), char
                for place, byte in enumerate(code):
                    found[place, byte] = min(found.get((place, byte), rated), rated)
        return {half: rated for half, rated in found.items() if rated[0] < _UNTOLD}


@cache
def forms(codec: str) -> dict[str, str]:
    """The characters of two bytes that each character of the match view stands for."""
    chars = [
        char
        for lead in range(0x81, 0xFF)
        for trail in range(0x40, 0xFF)
        if len(char := bytes((lead, trail)).decode(codec, errors="ignore")) == 1 and char >= "\u3400"
    ]
    found: defaultdict[str, str] = defaultdict(str)
    for char, view in zip(chars, match_view("".join(chars)), strict=True):
        found[view] += char
    return found


@cache
def candidates(half: str, codec: str) -> str:
    """The characters, in the match view, whose second byte reads as `half`."""
    found = []
    for lead in range(0x81, 0xFF):
        char = bytes((lead, ord(half))).decode(codec, errors="ignore")
        if len(char) == 1 and char > "\x7f":
            found.append(char)
    return match_view("".join(found))
