"""The form in which cards and queries are compared: script, width, capitals, accents and raised figures go.

It begins with the match view and gives up its length, which searching does not need: `10⁷/kg` and `10^7/kg`
are one, so are `CD4⁺` and `CD4+`, `H₂O` and `H2O`, `Sjögren` and `Sjogren`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from sctui.text.match_view import match_view, match_views

# letters with accents, marks that combine, raised and lowered figures and signs; no Han character is near
_LOOSE = re.compile("[\u00b2\u00b3\u00b9\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff\u2070-\u209f]|\\^(?=[0-9+-])")


@lru_cache(maxsize=512)
def folded(text: str) -> str:
    """One text, such as a word to look for."""
    return _LOOSE.sub(_base, match_view(text))


def folded_lines(lines: Sequence[str]) -> list[str]:
    """Many texts at once, none of which has a line break; quicker, and none is remembered."""
    return _LOOSE.sub(_base, "\n".join(match_views(lines))).split("\n")


def folded_pattern(pattern: str) -> str:
    """A regular expression, so that it finds in folded text what it was written to find in text as written.

    What a backslash names (`\\S`, `\\d`) stays; what would turn into a sign with a meaning is escaped.
    """
    return re.sub(r"\\.|[^\\]+", _folded_part, pattern, flags=re.DOTALL)


def _folded_part(match: re.Match[str]) -> str:
    part = match[0]
    if part.startswith("\\"):
        return part
    return "".join(
        char if char.isascii() and not char.isupper() else _folded_char(char) for char in _words(part)
    )


def _words(part: str) -> list[str]:
    """The characters of a part; Han is converted together, since phrases decide on some characters."""
    view = match_view(part)
    return [new if old > "\u2e80" else old for old, new in zip(part, view, strict=True)]


def _folded_char(char: str) -> str:
    new = folded(char)
    return re.escape(new) if new != char and new in ".^$*+?{}[]|()\\" and new else new


@lru_cache(maxsize=1024)
def _fold_of(char: str) -> str:
    decomposed = unicodedata.normalize("NFKD", char)
    return "".join(part for part in decomposed if not unicodedata.combining(part))


def _base(match: re.Match[str]) -> str:
    char = match[0]
    return "" if char == "^" else _fold_of(char).replace("\u2212", "-").lower()
