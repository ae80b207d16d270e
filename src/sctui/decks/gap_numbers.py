"""Gaps keep their numbers, on which a learner's history hangs, when a sentence gets more of them or fewer."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import count

from sctui.model.card import gaps
from sctui.text.match_view import match_view

_ALIKE = 0.5  # of an answer that was edited and the one it was, as `SequenceMatcher.ratio` counts


def with_known_numbers(text: str, before: str) -> str:
    """The text, each gap with the number of the same answer's gap in `before`, or of the most similar one.

    New gaps get free numbers.
    """
    known = [(match_view(gap["answer"]), gap["number"]) for gap in gaps(before)]
    used = {number for _answer, number in known}
    free = (str(number) for number in count(1) if str(number) not in used)
    fresh: dict[str, str] = {}  # gaps that share a number go on sharing one
    answers = [match_view(gap["answer"]) for gap in gaps(text)]
    numbers = [_taken(known, answer) for answer in answers]
    _take_edited(known, answers, numbers)
    pieces, at = [], 0
    for gap, taken in zip(gaps(text), numbers, strict=True):
        pieces += [text[at : gap.start("number")], taken or fresh.setdefault(gap["number"], next(free))]
        at = gap.end("number")
    return "".join((*pieces, text[at:]))


def _taken(known: list[tuple[str, str]], answer: str) -> str:
    """The number of the first gap of that answer, which is taken out of `known`; empty when there is none."""
    for at, (other, number) in enumerate(known):
        if other == answer:
            del known[at]
            return number
    return ""


def _take_edited(known: list[tuple[str, str]], answers: list[str], numbers: list[str]) -> None:
    """Give numbers to gaps without one whose answer is much like one that is left, the likest first."""
    pairs = [
        (SequenceMatcher(None, answer, other, autojunk=False).ratio(), -at, -place)
        for at, answer in enumerate(answers)
        for place, (other, _number) in enumerate(known)
        if not numbers[at]
    ]
    gone: set[int] = set()
    for ratio, at, place in sorted(pairs, reverse=True):
        if ratio >= _ALIKE and not numbers[-at] and place not in gone:
            numbers[-at] = known[-place][1]
            gone.add(place)
