"""The language and script of a text, told by its characters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from operator import ne
from typing import TYPE_CHECKING

from sctui.model.document import Language
from sctui.text.patterns import HAN

if TYPE_CHECKING:
    from opencc import OpenCC

_LATIN_WORD = re.compile("[A-Za-z]{2,}")
_CLEARLY = 2  # times as many Traditional characters as may be Simplified ones: to count these changes nothing
_HAN_CODES = (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))
_SAMPLE = 20_000  # Han characters looked at; a document does not change its script


def detect_language(lines: Iterable[str]) -> Language:
    """English when there are more Latin words than Han characters; else the script of the Han characters.

    A character counts for Simplified when s2t changes it, for Traditional when t2s does; a text of neither
    is called Simplified.
    """
    words = count = 0
    sample = ""
    for line in lines:  # one by one: a list of every character would be many times the text
        han = HAN.findall(line)
        words, count = words + len(_LATIN_WORD.findall(line)), count + len(han)
        if len(sample) < _SAMPLE:
            sample += "".join(han)
    if words >= count:
        return Language.ENGLISH
    traditional = _changed(sample, "t2s")
    if not traditional:
        return Language.SIMPLIFIED
    if sum(map(_simplified().__contains__, sample)) * _CLEARLY < traditional:
        return Language.TRADITIONAL
    return Language.TRADITIONAL if traditional > _changed(sample, "s2t") else Language.SIMPLIFIED


def language_of_name(name: str) -> Language | None:
    """The language called `en`, `zh`, `zh-TW`, `zh-Hant` … in a document's own front matter."""
    tag = name.strip().lower().replace("_", "-")
    if tag.startswith("en"):
        return Language.ENGLISH
    if tag in {"zh-hant", "zh-tw", "zh-hk", "zh-mo"} or tag.startswith("zh-hant-"):
        return Language.TRADITIONAL
    if tag in {"zh", "zh-hans", "zh-cn", "zh-sg"} or tag.startswith("zh-hans-"):
        return Language.SIMPLIFIED
    return None


def _changed(text: str, config: str) -> int:
    converted = _converter(config).convert(text)
    if len(converted) != len(text):
        return abs(len(converted) - len(text))
    return sum(map(ne, text, converted))


@cache
def _simplified() -> frozenset[str]:
    """What t2s makes of Traditional characters, which is all that s2t changes save rare ones.

    Told by t2s alone, as s2t takes a tenth of a second to load.
    """
    every = "".join(map(chr, _HAN_CODES))
    converted = _converter("t2s").convert(every)
    return frozenset(after for char, after in zip(every, converted, strict=True) if char != after)


@cache
def _converter(config: str) -> OpenCC:
    from opencc import OpenCC  # noqa: PLC0415 -- loaded at first use, to keep start-up short

    return OpenCC(config)
