"""Pinyin that a web page put in brackets behind characters: `機(jī)制`, `細(xì)胞` (rule D8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.text import literal
from sctui.text.flaw import Flaw
from sctui.text.patterns import HAN
from sctui.text.pinyin import is_syllable, readings, without_tone

# Latin letters with the marks of the four tones, two lookalikes, and the marks by themselves
_LETTERS = (
    "a-z\u00e0-\u00fc\u0101\u0103\u0113\u0115\u011b\u012b\u012d\u0144\u0148\u014d\u014f\u016b\u016d"
    "\u01ce-\u01dc\u01f9\u0251\u0261\u0300-\u030c"
)
_SYLLABLE = f"[{_LETTERS}]{{1,9}}"
_BRACKET = re.compile(rf"(?<=[\u3400-\u9fff])[(\uff08]\s?({_SYLLABLE}(?:[ ·']{_SYLLABLE})*)\s?[)\uff09]")


def find_injected_pinyin(text: str) -> Iterator[Flaw]:
    """Every bracket that only says how the characters before it are read; taking it out is the repair.

    With a tone mark the bracket is pinyin, and taking it out is safe unless the character is known to be read
    otherwise. Without one, only a syllable that the character is read as counts: `(he)` may mean anything.
    """
    if text.isascii():
        return
    for match in _BRACKET.finditer(text):
        syllables = [without_tone(part) for part in literal.split("[ ·']", match[1])]
        before = text[max(0, match.start() - len(syllables)) : match.start()]
        if len(before) != len(syllables) or not all(map(HAN.match, before)):
            continue
        if not all(is_syllable(plain) and marks <= 1 for plain, marks in syllables):
            continue
        known = [readings(char) for char in before]
        fits = all(plain in names for (plain, _), names in zip(syllables, known, strict=True))
        toned = any(marks for _, marks in syllables)
        if toned or (fits and len(syllables) == 1):
            safe = fits or (toned and not all(known))
            yield Flaw(match.start(), match.end(), "pinyin", "D8", "", safe)
