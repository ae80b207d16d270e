"""Reading on behind a lost byte, where one lost byte shifts the pairs of all that follow.

In GB18030, Big5 and UTF-16 characters take several bytes, and nothing marks the first of them. When one is
lost, the rest of the line pairs up wrongly, often into valid but rare characters. Each line is therefore read
on the cheapest way through its bytes: a character costs by how rare it is behind the one before it, in this
text and in any; an odd byte left out costs more, and less when a usual character has it for a half. That is
Viterbi decoding with the frequencies of characters and of pairs of them as the model.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import NamedTuple

from sctui.documents.hidden import Hidden
from sctui.documents.latin_utf16 import is_latin, read_latin
from sctui.documents.likelihood import LOST, Likelihood
from sctui.text import literal
from sctui.text.everyday import is_everyday

_CHUNK = 4_000  # bytes read at once; longer lines are cut where they can be
_SKIP = 10.0  # what it costs to leave a byte out
_LOSS = 6.0  # and when it is half of a usual character, with the cost of that one
_SEEN_ELSEWHERE = 3
_ODD = 0.25  # a line with more than this share of rare characters may be shifted
_DOUBT = 1.2  # how much likelier losses must make a line that can be read without one

_HALF = re.compile("[@-~]")
_FOREIGN = re.compile("[\u0400-\u1fff\ua000-\uf8ff]")  # Cyrillic to Greek Extended, Yi to private use

# the number of bytes of each character that may begin at a place
Lengths = Callable[[bytes, int], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Wide:
    """An encoding of several bytes a character: its codec, its line feed, and how long characters can be."""

    codec: str
    line_feed: bytes
    lengths: Lengths


def _gb18030(data: bytes, at: int) -> tuple[int, ...]:
    return (1,) if data[at] < 0x80 else (2, 4)


def _big5(data: bytes, at: int) -> tuple[int, ...]:
    return (1,) if data[at] < 0x80 else (2,)


def _utf16(_data: bytes, _at: int) -> tuple[int, ...]:
    return (2, 4)


WIDE = {
    "gb18030": Wide("gb18030", b"\n", _gb18030),
    "cp950": Wide("cp950", b"\n", _big5),
    "utf-16-le": Wide("utf-16-le", b"\n\x00", _utf16),
    "utf-16-be": Wide("utf-16-be", b"\x00\n", _utf16),
}


def read_on(data: bytes, encoding: str) -> str:
    """Decode `data`; bytes that fit nowhere stand as U+FFFD, one for each run of them.

    Text without a lost byte comes out as the codec would decode it. Time is linear in the size.
    """
    wide = WIDE[encoding]
    whole = _strictly(data, wide.codec)
    utf16 = encoding.startswith("utf-16")
    if whole is not None and not (utf16 and is_latin(data)) and not _Rare.of(Counter(whole)).shows_in(whole):
        return whole
    read = [(piece, _strictly(piece, wide.codec)) for piece in _lines(data, wide)]
    sure = [text for _, text in read if text is not None]
    rare = _Rare.of(Counter(chain.from_iterable(sure)))
    model = Likelihood.of(text for text in sure if not _looks_shifted(text))
    hidden = None if utf16 else Hidden(model, wide.codec)
    unlikely = whole is not None and utf16  # UTF-16 that has no sign of a loss but odd characters
    out: list[str] = []
    for piece, text in read:
        if utf16 and is_latin(piece) and (text is None or not rare.odd.isdisjoint(text)):
            latin = read_latin(piece, wide.codec)  # in a line with words of both, it takes the others amiss
            others = _cheapest(piece, wide, model, hidden)[0] if _strangeness(latin) else latin
            out.append(min(latin, others, key=_strangeness))
        elif utf16 and is_latin(piece) and (text is None or _strangeness(text)):
            out.append(read_latin(piece, wide.codec))
        elif text is None:
            out.append(_cheapest(piece, wide, model, hidden)[0])
        elif not rare.shows_in(text):
            out.append(text)
        else:
            cheapest, cost = _cheapest(piece, wide, model, hidden)
            explained = _explains(cheapest, text) if unlikely else model.whole(text) - cost > _DOUBT
            out.append(cheapest if explained else text)
    return "".join(out)


def _explains(cheapest: str, strict: str) -> bool:
    """Whether with losses a line is no stranger than it is otherwise, themselves counted."""
    return cheapest.count(LOST) > strict.count(LOST) and _strangeness(cheapest) <= _strangeness(strict)


def _strangeness(text: str) -> int:
    """How many characters are odd; those of scripts that no Chinese text is written in count twice."""
    odd = [char for char in text if char > "\x7f" and not is_everyday(char)]
    return len(odd) + sum(bool(_FOREIGN.match(char)) for char in odd)


@dataclass(frozen=True, slots=True)
class _Rare:
    """Characters not often found in a text, which may come from shifted pairs; `odd` are rare in any text."""

    chars: frozenset[str]
    odd: frozenset[str]

    @classmethod
    def of(cls, counts: Counter[str]) -> _Rare:
        chars = {char for char, count in counts.items() if char > "\x7f" and count < _SEEN_ELSEWHERE}
        return cls(frozenset(chars), frozenset(char for char in chars if not is_everyday(char)))

    def shows_in(self, text: str) -> bool:
        """Whether a text has an odd character, or a rare one before what can be half of a character."""
        if self.chars.isdisjoint(text):
            return False
        return not self.odd.isdisjoint(text) or any(
            _HALF.match(behind) and char in self.chars for char, behind in pairwise(text)
        )


def _lines(data: bytes, wide: Wide) -> Iterator[bytes]:
    """The lines, each with its line feed: no byte of one is part of a character of the next."""
    start = 0
    while start < len(data):
        end = data.find(wide.line_feed, start)
        stop = len(data) if end < 0 else end + len(wide.line_feed)
        yield data[start:stop]
        start = stop


def _strictly(piece: bytes, codec: str) -> str | None:
    try:
        return piece.decode(codec)
    except UnicodeDecodeError:
        return None


def _looks_shifted(text: str) -> bool:
    beyond = [char for char in text if char > "\x7f"]
    return sum(not is_everyday(char) for char in beyond) > _ODD * len(beyond)


def _cheapest(piece: bytes, wide: Wide, model: Likelihood, hidden: Hidden | None) -> tuple[str, float]:
    """The cheapest reading of one line, in parts of bounded size, and what it costs."""
    out: list[str] = []
    start, cost = 0, 0.0
    while start < len(piece):
        part = piece[start : start + _CHUNK]
        text, used, more = _path(part, wide, model, hidden, whole=start + _CHUNK >= len(piece))
        out.append(text)
        start += used
        cost += more
    return literal.sub(f"{LOST}{{2,}}", LOST, "".join(out)), cost


def _path(
    part: bytes, wide: Wide, model: Likelihood, hidden: Hidden | None, *, whole: bool
) -> tuple[str, int, float]:
    """The cheapest reading of `part`, its bytes, and its cost; the last ones wait unless it is `whole`."""
    size = len(part)
    best = [0.0] + [float("inf")] * size
    via: list[_Step] = [_Step(0, "", "")] * (size + 1)
    for at in range(size):
        here, before = best[at], via[at].stands_for
        skip, half = hidden.behind(before, part[at]) if hidden and part[at] > 0x7F else (_SKIP - _LOSS, LOST)
        if here + _LOSS + skip < best[at + 1]:
            best[at + 1], via[at + 1] = here + _LOSS + skip, _Step(1, LOST, half)
        for length in wide.lengths(part, at):
            char = _char(part[at : at + length], length, wide.codec)
            if char is None:
                continue
            cost = here + model.cost(before, char)
            if cost < best[at + length]:
                best[at + length], via[at + length] = cost, _Step(length, char, char)
    chars: list[_Step] = []
    at = size
    while at:
        chars.append(via[at])
        at -= via[at].length
    chars.reverse()
    if not whole:
        chars = chars[: -len(chars) // 4 or None]  # what follows may still change how the end is read
    used = sum(step.length for step in chars)
    return "".join(step.text for step in chars), used, best[used]


class _Step(NamedTuple):
    """One step through the bytes: how many, what they read as, and the character they are taken for."""

    length: int
    text: str
    stands_for: str


def _char(unit: bytes, length: int, codec: str) -> str | None:
    if len(unit) < length:
        return None
    text = _strictly(unit, codec)
    return text if text is not None and len(text) == 1 else None
