"""Who does what a claim tells: several things, or examples of a class, too far off to be its gap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from sctui.facts.mechanisms.claim import Claim
from sctui.facts.mechanisms.passage import Passage
from sctui.facts.mechanisms.speaker import is_list
from sctui.lexicon.term import TermKind
from sctui.text.brackets import is_balanced
from sctui.text.enumeration import members
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

_DEEDS = {
    "causes",
    "leads-to",
    "activates",
    "promotes",
    "aggravates",
    "induces",
    "damages",
    "inhibits",
    "regulates",
}
_AND_MORE = re.compile(r"(?:此外|另外|除此之外|除此以外|还有),?\s*$")  # others were told before
_MADE = {"secretes", "carries", "expresses", "produces"}
_EXAMPLES = re.compile(r"\((?:例?如|比如|包括|尤其是|特别是)\s?(?P<v>[^()]{3,60}?)等?\)")
_CLASS = re.compile(
    r"(?:因素|诱因|病毒|细菌|病原体|基因|应激|药物|毒素|感染|通路|激素|受体|细胞|因子|蛋白|酶|rna)$"
)
_WHICH = re.compile(r"(?:病毒|细菌|基因|激素|受体|感染|药物|毒素|细胞|因子|蛋白|酶)$")
_NAMES_CLASS = re.compile(r"(?:风险|因素|原因|诱因)$")
_FACTOR, _MOLECULE = "因素", "分子"
_TIES = re.compile(
    r"(?:\([^()]*\)|等[^,;。的通可能会]{0,6}(?=通|可|能|会|[激诱促抑破导引])|等|则|也|还|又|均|都|共同|[,\s])*"
)
_OF_CLASS = re.compile(r"(?P<list>.+)等(?P<kind>[^等、]{2,8})")
_MARK = re.compile("[,;。]|$")
_BY_WAY = re.compile("(?:可能|可以?|能够?|会)*[通透]过")
_POINTS = re.compile(r"[该这其此]|它们?")
_LEAST, _MOST = 8, 34  # characters that tell what is done
_LONG_SUBJECT = 24
_FEW = 2
_LONGEST_VERB = 4


class _Doers(NamedTuple):
    """Where the names of doers begin and end, the column behind what belongs to them, and what they are."""

    start: int
    end: int
    behind: int
    kind: str


def with_plain_names(passage: Passage, claims: Sequence[Claim]) -> list[Claim]:
    """The claims; of a long list of things which the line's label names by their class, by that.

    `环境风险:A、B、C和D激活X,破坏Y` asks for Y as what these risks do, where it leaves out who.
    """
    label = passage.section if passage.body else ""
    if not _NAMES_CLASS.search(match_view(label)):
        return list(claims)
    return [
        replace(claim, subject=label)
        if "、" in claim.subject and len(claim.subject) > _LONG_SUBJECT and not _is_said(passage, claim)
        else claim
        for claim in claims
    ]


def read_doers(passage: Passage, claims: Sequence[Claim], agents: Sequence[Claim]) -> Iterator[Claim]:
    """For each list of things that act together, and each class with examples, one claim of what it does.

    Its `subject` is the class that is asked for, its `measure` the deed. In Chinese alone; `agents` are gaps
    that ask for the same already.
    """
    taken = [claim.value for claim in agents if claim.slot == "agent"]
    taken += [claim.value for claim in claims if claim.slot in _MADE]  # asked with what they are made for
    asked: set[int] = set()
    for claim in claims:
        if claim.slot not in _DEEDS or "negated" in claim.flags or not HAN.search(claim.subject):
            continue
        found = _place(passage, claim)
        more = found and found.kind == _FACTOR and _AND_MORE.search(passage.view, 0, found.start)
        if (
            found is None
            or more
            or found.start in asked
            or any(a < found.end and found.start < b for a, b in taken)
        ):
            continue
        did = _did(passage, claim, found.behind)
        names = members(passage.line.text[found.start : found.end])
        if did and len(names) >= _FEW:
            asked.add(found.start)
            place, proof = (found.start, found.end), (found.start, claim.evidence[1])
            yield Claim("done-by", found.kind, place, proof, did, names, claim.flags)


def _did(passage: Passage, claim: Claim, behind: int) -> str:
    """What is done, as a question can end; empty where it is told too briefly, or not by itself."""
    start, end = max(behind, claim.evidence[0]), claim.evidence[1]
    ties = _TIES.match(passage.view, start, end)
    start = ties.end() if ties else start
    first = passage.view.find(",", start, end)
    way = _BY_WAY.match(passage.view, start, end)
    if way and claim.value[0] - way.end() <= _LONGEST_VERB:  # a way, and not what it leads to
        mark = _MARK.search(passage.view, end + 1) if first < 0 else None
        end = mark.start() if mark else end
    elif not way and 0 <= first < claim.value[0]:
        return ""  # another deed before this one
    elif not way and first >= 0:
        end = first
    did = passage.line.text[start:end].strip()
    fits = _LEAST <= len(did) <= _MOST and passage.entities(start, end) and is_balanced(did)
    return did if fits and not _POINTS.search(match_view(did)) else ""


def _is_said(passage: Passage, claim: Claim) -> bool:
    return match_view(claim.subject) in passage.view[slice(*claim.evidence)]


def _place(passage: Passage, claim: Claim) -> _Doers | None:
    """Where the things stand that a claim is told of, and what they are; None where none can be asked for."""
    view, subject = passage.view, match_view(claim.subject)
    begin = view.rfind("。", 0, claim.evidence[0]) + 1
    at = view.rfind(subject, begin, claim.value[0])
    if at < 0:
        return None
    behind = at + len(subject)
    examples = _EXAMPLES.match(view, behind)
    if examples and _CLASS.search(subject):
        return _Doers(*examples.span("v"), examples.end(), claim.subject)
    of_class = _OF_CLASS.fullmatch(subject)
    end = at + of_class.end("list") if of_class else behind
    subject = passage.view[at:end]
    if "、" not in subject or not is_list(passage, subject, at):
        return None
    things = passage.entities(at, end)
    if any(one.term.kind is TermKind.CELL for one in things):
        return None
    names = members(subject)
    ends = {(_WHICH.search(name) or [""])[0] for name in names}
    label = passage.section if passage.body and _NAMES_CLASS.search(match_view(passage.section)) else ""
    molecules = len([one for one in things if one.term.kind is TermKind.FACTOR]) >= len(names)
    kind = ends.pop() if len(ends) == 1 else ""
    told = passage.line.text[at + of_class.start("kind") : behind] if of_class else ""
    return _Doers(at, end, behind, told or label or kind or (_MOLECULE if molecules else _FACTOR))
