"""Which molecule a claim is told of: the examples in brackets, the gene that is switched on or off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sctui.facts.mechanisms.agent_places import Place, agent_places, are_named
from sctui.facts.mechanisms.claim import Claim
from sctui.facts.mechanisms.passage import Passage
from sctui.facts.mechanisms.speaker import is_list
from sctui.lexicon.term import TermKind
from sctui.text.enumeration import members
from sctui.text.match_view import match_view

_MOST = 3  # names that one gap can hide
_CELLS = {TermKind.CELL, TermKind.IMMUNE}
_LIKE = ("像", "如")


def with_agents(passage: Passage, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, and for each stretch that proves one the molecules which that is told of.

    The slot is `agent`: `X等促炎因子上调, 激活Y` is asked for Y and for X, as are the examples in
    `衰老细胞释放的囊泡(如A、B)`.
    """
    yield from claims
    taken = [claim.value for claim in claims]
    done: set[Place] = set()
    for claim in claims:
        if "negated" in claim.flags or not claim.subject or claim.evidence in done:
            continue
        done.add(claim.evidence)
        for start, end in (*_listed(passage, claim), *agent_places(passage, claim)):
            if any(start < right and left < end for left, right in taken):
                continue
            taken.append((start, end))
            names = members(passage.line.text[start:end])
            if len(names) <= _MOST:
                items = names if len(names) > 1 else ()
                yield Claim(
                    "agent", claim.subject, (start, end), claim.evidence, items=items, flags=claim.flags
                )


def _listed(passage: Passage, claim: Claim) -> Iterator[Place]:
    """Where several things do it together: molecules, or things of one kind (`A病毒、B病毒`)."""
    subject = match_view(claim.subject)
    at = passage.view.find(subject, claim.evidence[0], claim.value[0])
    if at >= 0 and "、" in subject and is_list(passage, subject, at):
        if passage.view.startswith(_LIKE, max(0, at - 1)):
            return
        kinds = {mention.term.kind for mention in passage.entities(at, at + len(subject))}
        names = members(subject)
        if kinds & _CELLS:
            return
        if are_named(passage, at, at + len(subject)) or len({name[-2:] for name in names}) == 1:
            yield at, at + len(subject)
