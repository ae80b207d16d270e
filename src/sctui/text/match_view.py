"""The match view: Simplified, half-width, lower case, and of the same length as the text it was made from.

One lexicon in Simplified characters then serves every script, and an offset found in the view is an offset in
the line. NFKC is not used: it turns `10⁷` into `107` and can change the length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import compress
from operator import ne
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
    0x2266: 0x2264,  # ≦: ≤, and likewise
    0x2267: 0x2265,
    0x2A7D: 0x2264,
    0x2A7E: 0x2265,
    0x0251: 0x03B1,  # Latin alpha, written for α: `TNF-ɑ`
}
# OpenCC's t2s leaves these: the first four are wrong one-to-many conversions that scraped Traditional text is
# full of (`炎癥`, `癥狀`), the rest regional variants.
_VARIANTS = dict(zip("癥於鍾", "症于钟", strict=True))
_HAN = range(0x3400, 0xA000)
# what t2s writes in one way here and in another there: in its phrases, in front of a compatibility or rare
# character, and the sigma that ends a word. A text with one of them is converted as a whole.
_SOLELY = (
    "乾俱剋劄吒哩噁彷徵扞昇氾沈濛甦畫瞭祕脩蒐薹藉衹袷覆谿逕釐鉅鍊陞麽Σ\uf900-\ufaff\U00010000-\U0010ffff"
)
_MAY_DEPEND = re.compile(f"[么坏麼{_SOLELY}]")
_BY_PHRASE = re.compile(  # the frequent ones (`什麼`, `破坏`) beside few characters only
    f"[{_SOLELY}]|[么幺篤]麼|麼些|么麽|[一土打拉捏毛磚脫製鋼鑿陶麪]坏|坏[土子布戶兒]"
)
KEPT = 16384  # texts whose views are kept


@cache
def _simplifier() -> OpenCC:
    from opencc import OpenCC  # noqa: PLC0415 -- loaded at first use, to keep start-up short

    return OpenCC("t2s")


@lru_cache(maxsize=KEPT)  # every extractor looks at the same lines and clauses
def match_view(text: str) -> str:
    """Return `text` in Simplified, half-width and lower case; the length is always that of `text`."""
    if text.isascii():
        return text.lower()
    if _MAY_DEPEND.search(text) and _BY_PHRASE.search(text):
        return _as_a_whole(text)
    return text.translate(_characters)


def match_views(lines: Iterable[str]) -> list[str]:
    """The match view of each line; none is remembered."""
    return list(passing_views(lines))


def passing_views(lines: Iterable[str]) -> Iterator[str]:
    """The match view of each line when it is its turn; none is remembered."""
    return map(match_view.__wrapped__, lines)


class _Characters(dict[int, str]):
    """The view of each character by itself, of those that were met.

    To translate by it takes a twentieth of the time that OpenCC takes for a clause. All Han characters would
    lie so far apart in memory that it took twice as long.
    """

    def __missing__(self, code: int) -> str:
        char = chr(code)
        alone = _every()[code - _HAN.start] if code in _HAN else _as_a_whole(char)
        view = self[code] = _VARIANTS.get(char, alone)
        return view


def simplified(text: str) -> str:
    """What t2s makes of a text."""
    converted: str = _simplifier().convert(text)
    return converted


@cache
def made_simplified() -> frozenset[str]:
    """What t2s makes of Traditional characters."""
    return frozenset(compress(_every(), map(ne, map(chr, _HAN), _every())))


@cache
def _every() -> str:
    """All Han characters, converted at once: one by one they would take a hundred times as long."""
    return simplified("".join(map(chr, _HAN)))


_characters = _Characters()


def _as_a_whole(text: str) -> str:
    """The view of a text whose characters are written by what stands around them."""
    usual = text
    for variant, char in _VARIANTS.items():
        usual = usual.replace(variant, char)
    converted = simplified(usual)
    if len(converted) != len(text):  # a phrase rule that changes the length; none in t2s so far
        converted = "".join(_one(char) for char in text)
    view = converted.translate(_FULL_WIDTH)
    lowered = view.lower()
    return lowered if len(lowered) == len(text) else "".join(_lower(char) for char in view)


def _one(char: str) -> str:
    converted = simplified(char)
    return converted if len(converted) == 1 else char


def _lower(char: str) -> str:
    lowered = char.lower()
    return lowered if len(lowered) == 1 else char
