"""The slip of one byte in GBK text: `疾病：從G` becomes `疾?。簭腉`.

A channel lost the lead byte of one character, so every byte after it paired with the wrong neighbour, up to a
character whose second byte is ASCII. Putting the right lead byte back restores the text; the right one of the
112 possible is known when exactly one of them gives a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from sctui.text.everyday import is_everyday, is_everyday_simplified
from sctui.text.match_view import match_view
from sctui.text.question import asks, sentence_before

_SUSPECT = re.compile(r"\?(?=[^\s?][^\s?])")
_MARKS = "。；：，、;:,."
_NEAR = 3  # a strange character this close behind a `?` raises suspicion
# Half-width marks may be full-width ones that were folded later; the bytes were those of the full-width ones.
_UNFOLDED = str.maketrans(";:,?!()~", "；：，？！（）～")
_FOLDED = {"；": ";", "：": ":", "，": ",", "（": "(", "）": ")"}
_LONGEST = 8  # characters that one slip has been seen to reach, with room


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip: columns `start` (at the `?`) to `end`, and what stood there if that is proved."""

    start: int
    end: int
    repair: str | None


def find_slips(line: str, is_word: Callable[[str, str], bool]) -> list[Slip]:
    """Every slip in a line.

    `is_word(before, char)` says whether `char`, set after the text `before`, completes a word.
    """
    return [
        slip for match in _SUSPECT.finditer(line) if (slip := _slip(line, match.start(), is_word)) is not None
    ]


def _slip(line: str, start: int, is_word: Callable[[str, str], bool]) -> Slip | None:
    if not _is_suspect(line, start):
        return None
    for end in range(start + 3, min(start + 2 + _LONGEST, len(line)) + 1):
        for tail in dict.fromkeys((line[start + 1 : end], _unfolded_head(line[start + 1 : end]))):
            candidates = _candidates(tail)
            if candidates:
                return Slip(start, end, _proved(line, start, end, candidates, is_word))
    return Slip(start, start + 2, None)


def _is_suspect(line: str, start: int) -> bool:
    """Whether a `?` asks nothing, and strange characters follow it, or a word breaks off before a mark."""
    broken_word = _is_han(line[start - 1 : start])
    if line[start + 1] in _MARKS:
        suspect = _is_strange(line[start + 2]) or (broken_word and _is_han(line[start + 2]))
    else:
        suspect = broken_word and any(map(_is_strange, line[start + 1 : start + 1 + _NEAR]))
    return suspect and not asks(sentence_before(line, start))


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def _is_strange(char: str) -> bool:
    """Whether no ordinary text has this character right after a mark."""
    view = match_view(char)
    return char > "\x7f" and not is_everyday_simplified(view) and not (view == char and is_everyday(char))


def _unfolded_head(tail: str) -> str:
    return tail[0].translate(_UNFOLDED) + tail[1:]


def _candidates(tail: str) -> list[str]:
    """What the tail reads like with each lead byte put back; empty when no lead byte realigns it."""
    try:
        code = tail.encode("gbk")
        behind = code[1:].decode("gbk")  # the same whatever the lead byte
    except UnicodeError:
        return []
    found = []
    for lead in range(0x81, 0xFF):
        with suppress(UnicodeDecodeError):
            found.append(bytes((lead, code[0])).decode("gbk") + behind)
    return found


def _proved(
    line: str, start: int, end: int, candidates: list[str], is_word: Callable[[str, str], bool]
) -> str | None:
    """The candidate that completes a word, if it is the only one and all behind its head is plain."""
    before = line[:start]
    words = [text for text in candidates if _plain(text[1:]) and is_word(before, text[0])]
    if len(words) != 1 or (end < len(line) and _is_strange(line[end])):
        return None
    return "".join(_FOLDED.get(char, char) for char in words[0])


def _plain(text: str) -> bool:
    return all(char <= "\x7f" or char in _FOLDED or is_everyday_simplified(match_view(char)) for char in text)
