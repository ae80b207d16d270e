"""Brackets and quotation marks that are opened and never closed: the text behind them was cut (rule D15)."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice

from sctui.text.flaw import Flaw

_CLOSES = {")": "(", "\uff09": "(", "]": "(", "》": "《", "”": "“", "」": "「", "』": "『", "】": "【"}
_OPENS = {"(": "(", "\uff08": "(", "[": "(", "《": "《", "“": "“", "「": "「", "『": "『", "【": "【"}
_MARK = re.compile(f"[{re.escape(''.join((*_OPENS, *_CLOSES)))}]")
_LONG = 30  # characters from which a line is a paragraph
_NEAR = 3  # lines behind, within which a bracket may still be closed


def find_unclosed(lines: Sequence[str]) -> Iterator[tuple[int, Flaw]]:
    """The first bracket left open in a paragraph that no line soon behind closes; with the line's index."""
    behind: deque[tuple[dict[str, int], frozenset[str]]] = deque()  # this line and those soon behind it
    upcoming = map(_left_open, lines)
    for i, line in enumerate(lines):
        behind.extend(islice(upcoming, _NEAR + 1 - len(behind)))
        places, _ = behind.popleft()
        if len(line.rstrip()) < _LONG or not places:
            continue
        at = min(places.values())
        kind = _OPENS[line[at]]
        spoken_on = kind in "“「" and not line[:at].strip()  # speech of several paragraphs opens each of them
        if not spoken_on and not any(kind in surplus for _, surplus in behind):
            yield i, Flaw(at, at + 1, "cut-text", "D15")


def _left_open(line: str) -> tuple[dict[str, int], frozenset[str]]:
    """By kind, where the last bracket that stays open stands; and the kinds closed more often than opened."""
    stacks: dict[str, list[int]] = {}
    surplus = set()
    for mark in _MARK.finditer(line):
        i, char = mark.start(), mark[0]
        if char in _OPENS:
            stacks.setdefault(_OPENS[char], []).append(i)
        else:
            stack = stacks.get(_CLOSES[char])
            if stack:
                stack.pop()
            else:
                surplus.add(_CLOSES[char])
    # `”so“` has its marks the wrong way round, and is whole
    left = {kind: stack[-1] for kind, stack in stacks.items() if stack and kind not in surplus}
    return left, frozenset(surplus)
