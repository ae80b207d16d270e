"""Patterns that are written where they are used, without a name: compiled once, and kept for the next run.

As `re` has it, with which they would be compiled anew in every run. For patterns that the program writes,
never for one with words of a document, as each is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from sctui.text.kept_patterns import kept_patterns


def search(pattern: str, text: str) -> re.Match[str] | None:
    """The first place in a text that fits."""
    return _compiled(pattern).search(text)


def match(pattern: str, text: str) -> re.Match[str] | None:
    """What a text begins with, where that fits."""
    return _compiled(pattern).match(text)


def fullmatch(pattern: str, text: str) -> re.Match[str] | None:
    """A text that fits as a whole."""
    return _compiled(pattern).fullmatch(text)


def finditer(pattern: str, text: str) -> Iterator[re.Match[str]]:
    """Every place that fits, from the left."""
    return _compiled(pattern).finditer(text)


def findall(pattern: str, text: str) -> list[str]:
    """What stands at every such place; of a pattern without groups."""
    return _compiled(pattern).findall(text)


def split(pattern: str, text: str, maxsplit: int = 0) -> list[str]:
    """What stands between such places; of a pattern without groups."""
    return _compiled(pattern).split(text, maxsplit)


def sub(pattern: str, shown: str | Callable[[re.Match[str]], str], text: str) -> str:
    """A text with something else at every such place."""
    return _compiled(pattern).sub(shown, text)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return kept_patterns().compiled(pattern)
