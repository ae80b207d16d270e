"""The match view: Simplified, half-width, lower case, and of the same length as the text it was made from.

One lexicon in Simplified characters then serves every script, and an offset found in the view is an offset in
the line. NFKC is not used: it turns `10⁷` into `107` and can change the length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FULL_WIDTH |= {
    0x3000: 0x20,
    0xFE6A: 0x25,
    0x2010: 0x2D,
    0x2011: 0x2D,
    0x2012: 0x2D,
    0x2013: 0x2D,
    0x2014: 0x2D,
    0x2015: 0x2D,
    0x2212: 0x2D,
    0xFE63: 0x2D,
    0x223C: 0x7E,
    0x301C: 0x7E,
    0x2715: 0xD7,  # multiplication X: ×
    0x2217: 0x2A,
    0x00B5: 0x03BC,  # micro sign: μ
    0x00DF: 0x03B2,  # sharp s, written for β: `TGF-ß`
    0x0251: 0x03B1,  # Latin alpha, written for α: `TNF-ɑ`
}
# OpenCC's t2s leaves these: the first four are wrong one-to-many conversions that scraped Traditional text is
# full of (`炎癥`, `癥狀`), the rest regional variants.
_VARIANTS = tuple(zip("癥於鍾", "症于钟", strict=True))
# `str.translate` looks at every character by itself and takes twice as long
_FOLDS = {chr(code): chr(half) for code, half in _FULL_WIDTH.items()}
_WIDE = re.compile(f"[{re.escape(''.join(_FOLDS))}]")
KEPT = 16384  # texts whose views are kept
_AT_ONCE = 512  # lines whose views are made together


@cache
def _simplifier() -> OpenCC:
    from opencc import OpenCC  # noqa: PLC0415 -- loaded at first use, to keep start-up short

    return OpenCC("t2s")


@lru_cache(maxsize=KEPT)  # every extractor looks at the same lines and clauses
def match_view(text: str) -> str:
    """Return `text` in Simplified, half-width and lower case; the length is always that of `text`."""
    if text.isascii():
        return text.lower()
    usual = text
    for variant, char in _VARIANTS:
        usual = usual.replace(variant, char)
    simplified = _simplifier().convert(usual)
    if len(simplified) != len(text):  # a phrase rule that changes the length; none in t2s so far
        simplified = "".join(_one(char) for char in text)
    view = _WIDE.sub(_half, simplified)
    lowered = view.lower()
    return lowered if len(lowered) == len(text) else "".join(_lower(char) for char in view)


def match_views(lines: Sequence[str]) -> list[str]:
    """The match view of each line, made of all at once: quicker for many lines, and none is remembered."""
    views = match_view.__wrapped__("\n".join(lines)).split("\n")
    whole = len(views) == len(lines) and all(len(a) == len(b) for a, b in zip(views, lines, strict=True))
    return views if whole else [match_view.__wrapped__(line) for line in lines]


def passing_views(lines: Iterable[str]) -> Iterator[str]:
    """The match view of each line, made of some lines at a time; none is remembered."""
    waiting = iter(lines)
    while some := list(islice(waiting, _AT_ONCE)):
        yield from match_views(some)


def _half(match: re.Match[str]) -> str:
    return _FOLDS[match[0]]


def _one(char: str) -> str:
    converted = _simplifier().convert(char)
    return converted if len(converted) == 1 else char


def _lower(char: str) -> str:
    lowered = char.lower()
    return lowered if len(lowered) == 1 else char
