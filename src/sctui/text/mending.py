"""A line with its repairs in place, and the way back from its columns to those of the line as it stands."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sctui.model.document import Damage


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


def mended_lines(lines: Sequence[str], damage: Iterable[Damage]) -> dict[int, MendedLine]:
    """The lines that have a safe repair, by their number (from 1)."""
    patches: dict[int, list[Patch]] = defaultdict(list)
    for place in damage:
        if place.safe:
            patches[place.span.line].append(Patch(place.span.start, place.span.end, place.repair or ""))
    return {number: MendedLine(lines[number - 1], found) for number, found in patches.items()}


def mended(lines: Sequence[str], damage: Iterable[Damage]) -> list[str]:
    """All lines, with their safe repairs in place."""
    patched = mended_lines(lines, damage)
    return [patched[i].text if i in patched else line for i, line in enumerate(lines, start=1)]
