"""UTF-16 whose text is Latin for the most part: every other byte is NUL, which tells where bytes were lost.

A lost byte moves all behind it by one, and letters read as rare Chinese characters then. Where the units that
follow are letters again one byte further on, and are none as they stand, a byte was lost.
"""

from __future__ import annotations

import re

from sctui.documents.likelihood import LOST

_NULS = 0.3  # share of the bytes from which a text is Latin
_NEAR = 8  # units looked at to tell whether a byte was lost
_BETTER = 4  # letters more among them that show it
_IN_A_ROW = 3  # or so many at once where there is none, for another byte may have been lost soon behind
_SOME = [True] * _IN_A_ROW
_TAB, _DELETE = 9, 0x7F
_PLAIN = re.compile("[\x01-\u058f\u1e00-\u2bff\ufb00-\ufb06\ufeff\ufffd]*")  # no shifted letters read so


def is_latin(data: bytes) -> bool:
    """Whether so many bytes are NUL that these are letters of UTF-16."""
    return data.count(0) >= max(1, _NULS * len(data))


def codecs_of(data: bytes) -> tuple[str, ...]:
    """Which UTF-16 a Latin text without a byte order mark is in, the likelier first; none for what is none.

    The first letter tells, unless one of its bytes was lost: then letters of other scripts must.
    """
    if not is_latin(data):
        return ()
    return ("utf-16-le", "utf-16-be") if data.index(0) % 2 else ("utf-16-be", "utf-16-le")


def read_latin(data: bytes, codec: str) -> str:
    """The text, U+FFFD where a byte was lost; without a lost byte, as the codec decodes it."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        text = ""
    if text and _PLAIN.fullmatch(text):
        return text
    high = 1 if codec == "utf-16-le" else 0
    pieces: list[str] = []
    start = at = 0
    while at < len(data):
        fits = at + 1 < len(data) and not data[at + high] and data[at + 1 - high]
        if fits or not _is_shifted(data, at, high):
            at += 2
            continue
        pieces += (data[start:at].decode(codec, errors="replace"), LOST)
        start = at = at + 1
    return "".join((*pieces, data[start:].decode(codec, errors="replace")))


def _is_shifted(data: bytes, at: int, high: int) -> bool:
    """Whether the units from the next byte on are letters, and those from here on are not.

    One letter again and again is none: 一 is N where it is moved by a byte.
    """
    here, there = _letters(data, at, high), _letters(data, at + 1, high)
    if len(set(data[at + 2 - high : at + 1 + 2 * _NEAR : 2])) < 2:
        return False
    return sum(there) >= sum(here) + _BETTER or (not any(here[:1]) and there[:_IN_A_ROW] == _SOME)


def _letters(data: bytes, at: int, high: int) -> list[bool]:
    """Which of the units from `at` on are letters or signs of ASCII."""
    end = at + 2 * _NEAR
    lows, highs = data[at + 1 - high : end : 2], data[at + high : end : 2]
    return [not top and _TAB <= low < _DELETE for low, top in zip(lows, highs, strict=False)]
