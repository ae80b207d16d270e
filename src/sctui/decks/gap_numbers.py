"""Gaps keep their numbers, on which a learner's history hangs, when a sentence gets more of them or fewer."""

from __future__ import annotations

import re
from itertools import count

from sctui.model.card import gaps
from sctui.text.match_view import match_view


def with_known_numbers(text: str, before: str) -> str:
    """The text, each gap with the number of the same answer's gap in `before`; new gaps get free numbers."""
    known: dict[str, list[str]] = {}
    for gap in gaps(before):
        known.setdefault(match_view(gap["answer"]), []).append(gap["number"])
    used = {gap["number"] for gap in gaps(before)}
    free = (str(number) for number in count(1) if str(number) not in used)
    fresh: dict[str, str] = {}  # gaps that share a number go on sharing one

    def number(gap: re.Match[str]) -> str:
        taken = known.get(match_view(gap["answer"]))
        if taken:
            return taken.pop(0)
        return fresh.setdefault(gap["number"], next(free))

    pieces, at = [], 0
    for gap in gaps(text):
        pieces += [text[at : gap.start("number")], number(gap)]
        at = gap.end("number")
    return "".join((*pieces, text[at:]))
