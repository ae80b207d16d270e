"""Brackets and quotation marks without their partners: text behind or before them was cut (rule D15).

One that is opened and never closed shows it; of those that are closed and were never opened, round brackets
alone do, for quotation marks are often the wrong way round. `1)` of a list and `:)` have no partner to miss.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from sctui.text.flaw import Flaw

_CLOSES = {")": "(", "\uff09": "(", "]": "(", "》": "《", "”": "“", "」": "「", "』": "『", "】": "【"}
_OPENS = {"(": "(", "\uff08": "(", "[": "(", "《": "《", "“": "“", "「": "「", "『": "『", "【": "【"}
_MARK = re.compile(f"(?<!\\\\)[{re.escape(''.join((*_OPENS, *_CLOSES)))}]")
_LOST = re.compile("[?\ufffd]")
_NO_PARTNER = re.compile(
    r"(?:^|[^A-Za-z\d])(?:[A-Za-z]|[ivx]{1,4}|\d{1,3}|[一二三四五六七八九十]{1,3})[.、]?$|[\s\"'`“:;=^-]$|^$"
)
_LONG = 30  # characters from which a line is a paragraph
_NEAR = 3  # lines behind, within which a bracket may still be closed


class _Marks(NamedTuple):
    """By kind, where the last bracket of a line that stays open stands, and the first that nothing opened."""

    left: dict[str, int]
    surplus: dict[str, int]


def find_unclosed(lines: Sequence[str]) -> Iterator[tuple[int, Flaw]]:
    """The first bracket without a partner in each paragraph, nor in the lines near; with the line's index."""
    before: deque[_Marks] = deque(maxlen=_NEAR)
    behind: deque[_Marks] = deque()  # this line and those soon behind it
    upcoming = map(_marks, lines)
    for i, line in enumerate(lines):
        behind.extend(islice(upcoming, _NEAR + 1 - len(behind)))
        marks = behind.popleft()
        at = _unclosed(line, marks, behind)
        if at is None:
            at = _unopened(line, marks, before)
        if at is not None:
            yield i, Flaw(at, at + 1, "cut-text", "D15")
        before.append(marks)


def _unclosed(line: str, marks: _Marks, behind: Iterable[_Marks]) -> int | None:
    if len(line.rstrip()) < _LONG or not marks.left:
        return None
    at = min(marks.left.values())
    kind = _OPENS[line[at]]
    spoken_on = kind in "“「" and not line[:at].strip()  # speech of several paragraphs opens each of them
    return None if spoken_on or any(kind in near.surplus for near in behind) else at


def _unopened(line: str, marks: _Marks, before: Iterable[_Marks]) -> int | None:
    at = marks.surplus.get("(")
    if at is None or line[at] not in ")\uff09" or len(line.rstrip()) < _LONG:
        return None
    said = line[max(0, at - _LONG) : at]
    lost = _LOST.search(line, 0, at)  # what was lost there may have been the bracket
    return None if lost or _NO_PARTNER.search(said) or any("(" in near.left for near in before) else at


def _marks(line: str) -> _Marks:
    stacks: dict[str, list[int]] = {}
    surplus: dict[str, int] = {}
    for mark in _MARK.finditer(line):
        i, char = mark.start(), mark[0]
        if char in _OPENS:
            stacks.setdefault(_OPENS[char], []).append(i)
        else:
            stack = stacks.get(_CLOSES[char])
            if stack:
                stack.pop()
            else:
                surplus.setdefault(_CLOSES[char], i)
    # `”so“` has its marks the wrong way round, and is whole
    left = {kind: stack[-1] for kind, stack in stacks.items() if stack and kind not in surplus}
    return _Marks(left, surplus)
