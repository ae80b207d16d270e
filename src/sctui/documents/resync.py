"""Reading on behind a lost byte, where one lost byte shifts the pairs of all that follow.

In GB18030, Big5 and UTF-16 characters take several bytes, and nothing marks the first of them. When one is
lost, the rest of the line pairs up wrongly, often into valid but rare characters. Each line is therefore read
on the cheapest way through its bytes: a character costs by how rare it is in this text, an odd byte left out
costs more. That is Viterbi decoding with the text's own character frequencies as the model.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, pairwise
from math import log

from sctui.text.everyday import is_everyday

LOST = "\ufffd"
_CHUNK = 4_000  # bytes read at once; longer lines are cut where they can be
_SKIP = 10.0  # what it costs to leave a byte out
_PRIVATE = 18.0  # characters for private use, and control characters
_RARE = 12.0  # a character that is neither everyday nor found elsewhere in the text
_ENOUGH = 200_000  # characters from which a text's own frequencies are known
_EVERYDAY = 8.0
_LETTER = 3.0
_WORD = 1.5  # a character behind the one it follows elsewhere, too
_SEEN_ELSEWHERE = 3
_ODD = 0.25  # a line with more than this share of rare characters may be shifted

_HALF = re.compile("(?P<before>[\u3400-\u9fff])(?P<half>[@\\\\^_`a-z])(?=[\u3400-\u9fff，。、])")
_TRAILS = frozenset("@[\\]^_`{|}~")  # in running text more likely the second half of a character

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
    if whole is not None:
        odd = _odd_in(Counter(whole))
        if not odd:
            return whole
    read = [(piece, _strictly(piece, wide.codec)) for piece in _lines(data, wide)]
    sure = [text for _, text in read if text is not None]
    odd = _odd_in(Counter(chain.from_iterable(sure)))
    model = _Model.of(sure)
    return "".join(
        text if text is not None and odd.isdisjoint(text) else _cheapest(piece, wide, model)
        for piece, text in read
    )


def _odd_in(counts: Counter[str]) -> set[str]:
    """The characters that are rare in themselves and rare in the text: they may come from shifted pairs."""
    return {
        char
        for char, count in counts.items()
        if char > "\x7f" and count < _SEEN_ELSEWHERE and not is_everyday(char)
    }


def count_halves(text: str) -> int:
    """How many signs and small letters between Chinese characters look like the second half of another.

    The half is the only one of its kind: what stands so more than once is how this text is written.
    """
    found = Counter((match["before"], match["half"]) for match in _HALF.finditer(text))
    return sum(count == 1 for count in found.values())


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


def _cheapest(piece: bytes, wide: Wide, model: _Model) -> str:
    """The cheapest reading of one line, in parts of bounded size."""
    out: list[str] = []
    start = 0
    while start < len(piece):
        part = piece[start : start + _CHUNK]
        text, used = _path(part, wide, model, whole=start + _CHUNK >= len(piece))
        out.append(text)
        start += used
    return re.sub(f"{LOST}{{2,}}", LOST, "".join(out))


def _path(part: bytes, wide: Wide, model: _Model, *, whole: bool) -> tuple[str, int]:
    """The cheapest reading of `part`, and the bytes it takes; the last ones wait unless it is `whole`."""
    size = len(part)
    best = [0.0] + [float("inf")] * size
    via: list[tuple[int, str]] = [(0, "")] * (size + 1)
    for at in range(size):
        here = best[at]
        if here + _SKIP < best[at + 1]:
            best[at + 1], via[at + 1] = here + _SKIP, (1, LOST)
        for length in wide.lengths(part, at):
            char = _char(part[at : at + length], length, wide.codec)
            if char is None:
                continue
            cost = here + model.cost(via[at][1], char)
            if cost < best[at + length]:
                best[at + length], via[at + length] = cost, (length, char)
    chars: list[tuple[int, str]] = []
    at = size
    while at:
        chars.append(via[at])
        at -= via[at][0]
    chars.reverse()
    if not whole:
        chars = chars[: -len(chars) // 4 or None]  # what follows may still change how the end is read
    return "".join(char for _, char in chars), sum(length for length, _ in chars)


def _char(unit: bytes, length: int, codec: str) -> str | None:
    if len(unit) < length:
        return None
    text = _strictly(unit, codec)
    return text if text is not None and len(text) == 1 else None


@dataclass(slots=True)
class _Model:
    """How often characters and pairs of them stand in the lines that are surely read rightly."""

    chars: Counter[str]
    pairs: Counter[tuple[str, str]]
    total: int
    alone: dict[str, float] = field(default_factory=dict)

    @classmethod
    def of(cls, lines: Iterable[str]) -> _Model:
        chars: Counter[str] = Counter()
        pairs: Counter[tuple[str, str]] = Counter()
        for line in lines:
            if chars.total() > _ENOUGH:
                break
            if not _looks_shifted(line):
                chars.update(line)
                pairs.update(pairwise(line))
        return cls(chars, pairs, max(1, chars.total()))

    def cost(self, before: str, char: str) -> float:
        """How surprising a character is behind another."""
        if self.pairs[before, char] > 1:  # once may be the line in question itself
            return _WORD
        cost = self.alone.get(char)
        if cost is None:
            seen = self.chars[char]
            cost = own_cost(char)
            if seen > 1:
                cost = min(cost, -log(seen / self.total))
            self.alone[char] = cost
        return cost


def own_cost(char: str) -> float:
    """How surprising a character is in any text."""
    if char in "\n\r\t" or (char.isascii() and char.isalnum()):
        return _LETTER
    if char < " " or "\ue000" <= char <= "\uf8ff":
        return _PRIVATE
    if char in _TRAILS:
        return _RARE
    return _EVERYDAY if char < "\x7f" or is_everyday(char) else _RARE
