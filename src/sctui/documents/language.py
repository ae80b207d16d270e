"""The language and script of a text, told by its characters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from operator import ne
from typing import TYPE_CHECKING

from sctui.model.document import Language
from sctui.text.match_view import made_simplified, simplified
from sctui.text.patterns import HAN

if TYPE_CHECKING:
    from opencc import OpenCC

_LATIN_WORD = re.compile("[A-Za-z]{2,}")
_RUN = re.compile(f"{HAN.pattern}+")
_CLEARLY = 2  # times as many Traditional characters as may be Simplified ones: to count these changes nothing
_SAMPLE = 20_000  # Han characters looked at; a document does not change its script


def detect_language(lines: Iterable[str]) -> Language:
    """English when there are more Latin words than Han characters; else the script of the Han characters.

    A character counts for Simplified when s2t changes it, for Traditional when t2s does; a text of neither
    is called Simplified.
    """
    words = count = 0
    sample = ""
    for line in lines:  # one by one: a list of every character would be many times the text
        han = "".join(_RUN.findall(line))
        words, count = words + len(_LATIN_WORD.findall(line)), count + len(han)
        if len(sample) < _SAMPLE:
            sample += han
    if words >= count:
        return Language.ENGLISH
    traditional = _changed(sample, simplified(sample))
    if not traditional:
        return Language.SIMPLIFIED
    if sum(map(made_simplified().__contains__, sample)) * _CLEARLY < traditional:
        return Language.TRADITIONAL
    changed = _changed(sample, _to_traditional().convert(sample))
    return Language.TRADITIONAL if traditional > changed else Language.SIMPLIFIED


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


def _changed(text: str, converted: str) -> int:
    """How many characters of a text were changed."""
    if len(converted) != len(text):
        return abs(len(converted) - len(text))
    return sum(map(ne, text, converted))


@cache
def _to_traditional() -> OpenCC:
    from opencc import OpenCC  # noqa: PLC0415 -- takes a tenth of a second to load, and is seldom needed

    return OpenCC("s2t")
