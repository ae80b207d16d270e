"""A line with its repairs in place, and the way back from its columns to those of the line as it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sctui.model.document import Damage

# in Markdown: `**word**`, `__word__`, `*word*`; `HLA-A*02` and `12.1*` have none
_EMPHASIS = re.compile(
    r"(?P<opens>(?<![\d*])\*{2,3}|(?<![A-Za-z0-9_])__|(?<![A-Za-z0-9*)%])\*(?=[\u3400-\u9fffA-Za-z]))(?=\S)[^*_]{1,200}?(?<=\S)"
    r"(?P<closes>(?P=opens))(?![*_])"
)


@dataclass(frozen=True, slots=True)
class Patch:
    """A repair: columns `start` to `end` of the line read `text`."""

    start: int
    end: int
    text: str


class MendedLine:
    """`text` is the line with its patches; columns of it are turned into columns of the line as it stands."""

    def __init__(self, line: str, patches: Iterable[Patch]) -> None:
        pieces: list[str] = []
        at = length = 0
        # for each stretch: where it begins, here and in the line, and whether it is a patch
        self._begins: list[int] = []
        self._stretches: list[tuple[int, int, bool]] = []
        for patch in sorted(patches, key=lambda patch: patch.start):
            for begin, end, text, mended in (
                (at, patch.start, line[at : patch.start], False),
                (patch.start, patch.end, patch.text, True),
            ):
                if text:
                    self._begins.append(length)
                    self._stretches.append((begin, end, mended))
                    pieces.append(text)
                    length += len(text)
            at = patch.end
        self._begins.append(length)
        self._stretches.append((at, len(line), False))
        pieces.append(line[at:])
        self.text = "".join(pieces)

    def start(self, column: int) -> int:
        """Where what begins at `column` begins in the line; a patch is taken whole."""
        place = bisect_right(self._begins, column) - 1
        begin, _, mended = self._stretches[place]
        return begin if mended else begin + column - self._begins[place]

    def end(self, column: int) -> int:
        """Where what ends before `column` ends in the line; a patch is taken whole."""
        if column <= 0:
            return 0
        place = bisect_right(self._begins, column - 1) - 1
        begin, end, mended = self._stretches[place]
        return end if mended else begin + column - self._begins[place]


def mended_lines(
    lines: Sequence[str], damage: Iterable[Damage], *, plain: bool = False
) -> dict[int, MendedLine]:
    """The lines that have a safe repair, by their number (from 1); `plain` takes out emphasis as well."""
    patches: dict[int, list[Patch]] = defaultdict(list)
    for place in damage:
        if place.safe:
            patches[place.span.line].append(Patch(place.span.start, place.span.end, place.repair or ""))
    for number, line in enumerate(lines, start=1) if plain else ():
        for mark in emphasis(line):
            if not any(mark.start < other.end and other.start < mark.end for other in patches[number]):
                patches[number].append(mark)
    return {number: MendedLine(lines[number - 1], found) for number, found in patches.items()}


def emphasis(line: str) -> Iterator[Patch]:
    """The marks around words that Markdown shows bold or slanted, each taken out."""
    if "**" in line or "__" in line or line.count("*") > 1:
        for match in _EMPHASIS.finditer(line):
            yield Patch(*match.span("opens"), "")
            yield Patch(*match.span("closes"), "")


def mended(lines: Sequence[str], damage: Iterable[Damage]) -> list[str]:
    """All lines, with their safe repairs in place."""
    patched = mended_lines(lines, damage)
    return [patched[i].text if i in patched else line for i, line in enumerate(lines, start=1)]
