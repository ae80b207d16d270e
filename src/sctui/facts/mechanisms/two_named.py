"""`A和B,前者做C,后者做D`: which of two things that were named together each clause speaks of."""

from __future__ import annotations

import re
from itertools import pairwise

from sctui.facts.mechanisms.passage import Passage
from sctui.lexicon.lexicon import Mention
from sctui.lexicon.term import TermKind

_THINGS = {TermKind.FACTOR, TermKind.CELL, TermKind.IMMUNE, TermKind.PATHWAY}
_JOIN = re.compile(r"\s*(?:\([^()]*\))?\s*(?:[、和与及跟]|以及)\s*")
_WHICH = re.compile("[前后]者")
_FORMER = "前者"


def one_of_two(passage: Passage, start: int, end: int) -> tuple[str, int]:
    """What a clause means by the `前者` or `后者` that it begins with, and where the rest of it begins.

    Nothing where it begins otherwise, or where not just two things of one kind were named before.
    """
    which = _WHICH.match(passage.view, start, end)
    former = passage.view.rfind(_FORMER, 0, start + len(_FORMER)) if which else -1
    if which is None or former < 0:
        return "", start
    pair = _pair_before(passage, former)
    if pair is None:
        return "", start
    one = pair[0] if which[0] == _FORMER else pair[1]
    return passage.line.text[one.start : one.end], which.end()


def _pair_before(passage: Passage, at: int) -> tuple[Mention, Mention] | None:
    """The last two things in the sentence before a column that are a list of two."""
    begin = max(passage.view.rfind("。", 0, at) + 1, passage.body)
    if begin >= at:  # `A和B。前者…`
        begin = max(passage.view.rfind("。", 0, max(0, begin - 1)) + 1, passage.body)
    things = [
        m for m in passage.entities(begin, at) if m.term.kind in _THINGS and not passage.nested[m.start]
    ]
    joined = [bool(_JOIN.fullmatch(passage.view, a.end, b.start)) for a, b in pairwise(things)]
    last = next((n for n in reversed(range(len(joined))) if joined[n]), -1)
    if last < 0 or (last > 0 and joined[last - 1]):
        return None
    pair = things[last], things[last + 1]
    return pair if pair[0].term.kind is pair[1].term.kind else None
