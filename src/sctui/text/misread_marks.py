"""Marks of GBK whose two bytes were taken for a code point, as in the text layer of many journals' PDFs.

The comma is A3 AC in GBK and becomes U+A3AC, a syllable of Yi, which no Chinese sentence has; on the same
lines the mark of enumeration and the space come as circled numerals, the hyphen as an overline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.text.flaw import Flaw

_YI = re.compile("[\ua3a1-\ua3fe]")
_BESIDE = {"㊁": "、", "㊀": "", "\uffe3": "-", " \u0304": "-", "\u0304": "-"}
_BESIDE_MARKS = re.compile("㊁|㊀|\uffe3| ?\u0304")
_STOP = {"．": "。"}  # the full-width dot ends sentences there


def find_misread_marks(text: str) -> Iterator[Flaw]:
    """Every such mark of a line; the way back is certain."""
    found = list(_YI.finditer(text))
    if not found:
        return
    for match in found:
        read = ord(match[0]).to_bytes(2, "big").decode("gbk")
        yield Flaw(match.start(), match.end(), "mojibake", "D4", _STOP.get(read, read), safe=True)
    for match in _BESIDE_MARKS.finditer(text):
        yield Flaw(match.start(), match.end(), "mojibake", "D4", _BESIDE[match[0]], safe=True)
