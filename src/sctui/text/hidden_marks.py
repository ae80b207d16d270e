"""Marks that cannot be seen as they were meant: characters of no width, and those of symbol fonts.

A character of no width inside a word hides the word (`干|细胞`); taken out, the line says the
same. Word and PDF give a sign of the fonts Symbol and Wingdings as a character for private use, U+F000 and
its code there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.text.flaw import Flaw

_NO_WIDTH = re.compile(
    "[\u00ad\u200b\u200e\u200f\u2060\ufeff]+|(?<=[A-Za-z\\d\u3400-\u9fff])[\u200c\u200d]+(?=[A-Za-z\\d\u3400-\u9fff])"
)
_ANY = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\uf020-\uf0ff]")
_SYMBOL = re.compile("[\uf020-\uf0ff]")
# Symbol's own encoding (Adobe): the letters and signs that study texts have
_GREEK = dict(
    zip(
        "\uf061\uf062\uf067\uf064\uf065\uf06b\uf06c\uf06d\uf073\uf077\uf044\uf057",
        "αβγδεκλμσωΔΩ",
        strict=True,
    )
)
_SIGNS = dict(
    zip(
        "\uf0b3\uf0a3\uf0b1\uf0b4\uf03d\uf03c\uf03e\uf02b\uf02d\uf0b0\uf07e\uf025",
        "≥≤±×=<>+-°~%",
        strict=True,
    )
)
# of either font
_BULLETS = "\uf06c\uf06e\uf06f\uf071\uf075\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0e8\uf0fc\uf0fe"
_NEAR = 3  # characters beside it that are looked at
_BESIDE_GREEK = re.compile(r"[A-Za-z\d\u3400-\u9fff-]")  # a letter, a number, or the hyphen of `TNF-α`


def find_hidden_marks(text: str) -> Iterator[Flaw]:
    """Every such mark of a line; it is repaired where what stands beside it leaves one reading."""
    if not _ANY.search(text):
        return
    for match in _NO_WIDTH.finditer(text):
        yield Flaw(match.start(), match.end(), "hidden-mark", "D6", "", safe=True)
    first = len(text) - len(text.lstrip())
    for match in _SYMBOL.finditer(text):
        start, end = match.span()
        repair = _meant(
            match[0], text[max(0, start - _NEAR) : start], text[end : end + _NEAR], start == first
        )
        if repair:
            yield Flaw(start, end, "mojibake", "D4", repair, safe=True)


def _meant(char: str, before: str, behind: str, is_first: bool) -> str:
    """The sign that a code of a symbol font stands for; empty where it could be another."""
    if is_first and char in _BULLETS and behind.strip():
        return "•" if behind[:1].isspace() else "• "
    if char in _GREEK and (_BESIDE_GREEK.match(before[-1:]) or _BESIDE_GREEK.match(behind[:1])):
        return _GREEK[char]
    if char in _SIGNS and (before.rstrip()[-1:].isdigit() or behind.lstrip()[:1].isdigit()):
        return _SIGNS[char]
    return ""
