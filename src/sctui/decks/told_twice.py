"""A gap that another sentence asks as well: the same thing of the same molecules, in other words.

The better question is kept, with both sentences for its proof: one without a gap, else the shorter one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from sctui.decks.candidate import Candidate
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
        again |= _again({at: candidates[at] for at in group}, lexicon)
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


def _again(claims: Mapping[int, Candidate], lexicon: Lexicon) -> dict[int, int]:
    """The places of the gaps that another asks as well, of the claims on one disease, with that one's."""
    beside: dict[int, list[Span]] = defaultdict(list)
    for claim in claims.values():
        beside[claim.fact.evidence.line].append(claim.fact.evidence)
    tellings = ((at, _Telling.of(claim, beside, lexicon)) for at, claim in claims.items())
    told = sorted((one for one in tellings if any(one[1].asked)), key=lambda one: one[1].worth)
    all_of: dict[_Keys, dict[tuple[_Keys, _Keys], tuple[int, _Telling]]] = defaultdict(dict)
    for at, one in told:
        all_of[one.subject].setdefault((one.things, one.processes), (at, one))
    kept: dict[tuple[_Keys, _Keys], list[tuple[int, _Telling]]] = defaultdict(list)
    again: dict[int, int] = {}
    keepers: set[int] = set()
    for at, one in told:
        better = (b for b, other in kept[one.asked] if other.tells(one))
        more = (b for b, other in all_of[one.subject].values() if b not in again and other.tells_more(one))
        first = next(chain(better, more), None)
        if first is not None and claims[at].questions[0].is_gap and at not in keepers:
            again[at] = first
            keepers.add(first)
        else:
            kept[one.asked].append((at, one))
    return again


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
    def of(cls, one: Candidate, spans: Mapping[int, Sequence[Span]], lexicon: Lexicon) -> _Telling:
        """What a candidate asks in its first way; `spans` are those of all claims on a line."""
        fact, front = one.fact, one.questions[0].front
        things, processes = (_keys(fact.value, lexicon, kinds) for kinds in (_THINGS, (TermKind.PROCESS,)))
        subject, beside = (_keys(text, lexicon, _MOLECULES) for text in (fact.subject, front))
        besides = sum(_overlap(fact.evidence, span) for span in spans[fact.evidence.line])
        worth = (one.questions[0].is_gap, bool(_ASIDE.search(front)), besides, len(front))
        return cls(fact.evidence, things, processes, subject, beside - things, worth)

    @property
    def asked(self) -> tuple[_Keys, _Keys]:
        """What it asks for: things, else processes."""
        return self.things, frozenset() if self.things else self.processes

    def tells(self, other: _Telling) -> bool:
        """Whether whoever is asked this is asked the other as well, which asks for the same elsewhere."""
        if _overlap(self.evidence, other.evidence):
            return False
        one_subject = bool(self.things and self.subject) and self.subject == other.subject
        return one_subject or (self.processes == other.processes and bool(self.beside & other.beside))

    def tells_more(self, other: _Telling) -> bool:
        """Whether one subject does all that the other tells, to things or processes, and more."""
        if not self.subject or self.subject != other.subject or _overlap(self.evidence, other.evidence):
            return False
        if other.things:
            return other.things < self.things
        return not self.things and bool(other.processes) and other.processes < self.processes


def _overlap(one: Span, other: Span) -> bool:
    return one.line == other.line and one.start < other.end and other.start < one.end


def _keys(text: str, lexicon: Lexicon, kinds: Sequence[TermKind]) -> _Keys:
    return frozenset(mention.term.key for mention in lexicon.of(*kinds).mentions(text))
