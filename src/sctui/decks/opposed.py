"""What a thing lowers and what it raises, asked together where one of them is told by a single example."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sctui.decks.asking import Asking
from sctui.decks.candidate import Candidate
from sctui.decks.deeds import verb_of
from sctui.decks.hints import lists_some
from sctui.decks.quoting import mended
from sctui.decks.templates import constant
from sctui.model.document import Span
from sctui.model.fact import Fact, FactKind

_LOWERS = frozenset({"downregulates", "reduces", "inhibits"})
_RAISES = frozenset({"upregulates", "increases", "promotes"})
_AND = "和"
_LONGEST = 60  # characters of an answer
_CLASS_BEHIND = 2  # characters between an example and the class behind it (`IL-10等抗炎因子`)


def with_opposed(candidates: Sequence[Candidate], asking: Asking) -> list[Candidate]:
    """The candidates, with one question for what something lowers and raises, each told by examples.

    `下调A等促炎因子,同时上调B等抗炎因子`: asked by itself, one of many would be right. In Chinese alone.
    """
    told: dict[int, Candidate] = {}
    dropped: set[int] = set()
    for one, other in _pairs(candidates, asking) if asking.document.language.is_chinese else ():
        if made := _together(one, other, asking):
            told[id(one)] = made
            dropped.add(id(other))
    return [told.get(id(one), one) for one in candidates if id(one) not in dropped]


def _pairs(candidates: Sequence[Candidate], asking: Asking) -> Iterator[tuple[Candidate, Candidate]]:
    """What one thing lowers and what it raises on one line, told by examples, one of them by a single one."""
    found: dict[tuple[int, str], list[Candidate]] = defaultdict(list)
    for one in candidates:
        fact = one.fact
        asked = fact.kind is FactKind.MECHANISM and fact.measure and fact.answer
        if asked and fact.slot in _LOWERS | _RAISES and any(lists_some(fact, asking.document)):
            found[fact.evidence.line, fact.subject].append(one)
    for group in found.values():
        slots = {one.fact.slot in _LOWERS for one in group}
        if len(group) == len(slots) and any(not one.fact.items for one in group):
            yield group[0], group[-1]


def _together(one: Candidate, other: Candidate, asking: Asking) -> Candidate | None:
    """One question from the first verb to the end of the last examples; None where it does not pass."""
    first, last = sorted((one.fact, other.fact), key=lambda fact: fact.answer.start if fact.answer else 0)
    start, end = verb_of(first, asking), _end(last, asking)
    if one is other or start < 0 or end - start > _LONGEST:
        return None
    answer = Span(first.evidence.line, start, end)
    fact = replace(
        first,
        slot="opposed",
        value=mended(asking.document, answer),
        answer=answer,
        evidence=Span(answer.line, min(first.evidence.start, start), end),
        measure=f"{first.measure}{constant(_AND, asking.document.language)}{last.measure}",
        items=(),
    )
    made = asking.candidate(fact)
    return replace(made, parts=(*one.found, *other.found)) if isinstance(made, Candidate) else None


def _end(fact: Fact, asking: Asking) -> int:
    """Where the examples end, with their class, or with the bracket that they stand in."""
    if fact.answer is None:
        return 0
    line, end = asking.document.lines[fact.answer.line - 1].text, fact.answer.end
    at = line.find(fact.measure, end)
    if 0 <= at <= end + _CLASS_BEHIND:
        return at + len(fact.measure)
    return end + line.startswith((")", "）"), end)
