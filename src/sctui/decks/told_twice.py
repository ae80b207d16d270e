"""A gap that another sentence asks as well: the same thing of the same molecules, in other words.

The better question is kept, with both sentences for its proof: one without a gap, else the shorter one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sctui.decks.asking import Candidate
from sctui.decks.retold import AGAIN
from sctui.decks.rubric import Refusal
from sctui.decks.templates import GAP
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.document import Span
from sctui.model.fact import Fact, FactKind

_THINGS = (TermKind.CELL, TermKind.FACTOR, TermKind.IMMUNE, TermKind.PATHWAY)
_MOLECULES = (TermKind.FACTOR, TermKind.PATHWAY)
_ASIDE = re.compile(rf"[(（][^()（）]*{GAP}")  # a gap in brackets
_Keys = frozenset[str]


def told_once(
    candidates: Sequence[Candidate], lexicon: Lexicon | None
) -> tuple[tuple[Candidate, ...], list[Refusal]]:
    """The candidates without gaps that another of them asks as well, and what was refused.

    Two ask the same where their answers name the same things, in one disease, and their sentences the same
    molecule; or where one subject does all that the one tells, and the other tells more.
    """
    if lexicon is None:
        return tuple(candidates), []
    again: dict[int, int] = {}  # the place of what is dropped, and of what is kept for it
    for group in _by_disease(candidates):
        others = [candidates[at] for at in group]
        told = [(at, _Telling.of(candidates[at], others, lexicon)) for at in group]
        told.sort(key=lambda one: one[1].worth)
        for nth, (at, one) in enumerate(told):
            firsts = (
                b
                for place, (b, better) in enumerate(told)
                if b not in again and (better.tells(one) if place < nth else better.tells_more(one))
            )
            first = next(firsts, None)
            if first is not None and candidates[at].questions[0].is_gap and at not in again.values():
                again[at] = first
    proof: dict[int, list[Fact]] = defaultdict(list)
    for at, kept in again.items():
        proof[kept].append(candidates[at].origin or candidates[at].fact)
    refused = [
        Refusal(AGAIN, one.fact.kind, one.questions[0].front, one.fact.evidence.line)
        for one in (candidates[at] for at in again)
    ]
    left = tuple(
        replace(one, beside=(*one.beside, *proof[at])) if at in proof else one
        for at, one in enumerate(candidates)
        if at not in again
    )
    return left, refused


def _by_disease(candidates: Sequence[Candidate]) -> Iterator[list[int]]:
    """The places of the claims that can be asked, by the disease that they are told of."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(candidates):
        if one.fact.kind is FactKind.MECHANISM and one.fact.answer and not one.vague and not one.parts:
            found[one.fact.context.split(" · ")[0]].append(at)
    yield from (group for group in found.values() if len(group) > 1)


@dataclass(frozen=True, slots=True)
class _Telling:
    """What a question asks: for which things and processes, of which molecule, beside which others.

    `worth` sorts the better question first: one without a gap, or none in brackets; whose sentence is asked
    for less besides; the shorter one.
    """

    evidence: Span
    things: _Keys
    processes: _Keys
    subject: _Keys
    beside: _Keys
    worth: tuple[bool, bool, int, int]

    @classmethod
    def of(cls, one: Candidate, others: Sequence[Candidate], lexicon: Lexicon) -> _Telling:
        """What a candidate asks in its first way; `others` are asked of the same disease."""
        fact, front = one.fact, one.questions[0].front
        things, processes = (_keys(fact.value, lexicon, kinds) for kinds in (_THINGS, (TermKind.PROCESS,)))
        subject, beside = (_keys(text, lexicon, _MOLECULES) for text in (fact.subject, front))
        beside_it = sum(_overlap(fact.evidence, other.fact.evidence) for other in others)
        worth = (one.questions[0].is_gap, bool(_ASIDE.search(front)), beside_it, len(front))
        return cls(fact.evidence, things, processes, subject, beside - things, worth)

    def tells(self, other: _Telling) -> bool:
        """Whether whoever is asked this is asked the other, which stands elsewhere."""
        if _overlap(self.evidence, other.evidence):
            return False
        one_subject = bool(self.subject) and self.subject == other.subject
        of_one = one_subject or (self.processes == other.processes and bool(self.beside & other.beside))
        if self.things or other.things:
            return (self.things == other.things and of_one) or self.tells_more(other)
        same = bool(self.processes) and self.processes == other.processes and bool(self.beside & other.beside)
        return same or self.tells_more(other)

    def tells_more(self, other: _Telling) -> bool:
        """Whether one subject does all that the other tells, to things or processes, and more."""
        of_one = (
            bool(self.subject)
            and self.subject == other.subject
            and not _overlap(self.evidence, other.evidence)
        )
        things = bool(other.things) and other.things < self.things
        processes = not self.things and not other.things and bool(other.processes)
        apart = not _overlap(self.evidence, other.evidence)
        return apart and of_one and (things or (processes and other.processes < self.processes))


def _overlap(one: Span, other: Span) -> bool:
    return one.line == other.line and one.start < other.end and other.start < one.end


def _keys(text: str, lexicon: Lexicon, kinds: Sequence[TermKind]) -> _Keys:
    return frozenset(mention.term.key for mention in lexicon.of(*kinds).mentions(text))
