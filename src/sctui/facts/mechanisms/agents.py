"""Which molecule a claim is told of: the examples in brackets, the gene that is switched on or off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sctui.facts.mechanisms.claim import Claim
from sctui.facts.mechanisms.passage import Passage
from sctui.facts.mechanisms.speaker import is_list
from sctui.lexicon.term import TermKind
from sctui.text.enumeration import members
from sctui.text.match_view import match_view

_MOST = 3  # names that one gap can hide
_EXAMPLES = re.compile(
    r"\(\s?(?:例?如|尤其是|特别是|包括|主要是|such as|e\.g\.,?|including|especially)\s?"
    r"(?P<v>[^()]{2,40}?)等?\)"
)
_AMOUNT = (
    r"(?:的?(?:异常|持续|过度|高|低|基因|mrna|蛋白)*(?:表达|水平|活性|浓度|含量|信号)量?)?"
    r"(?:的?(?:显著|明显|持续))?"
)
_TURNED = re.compile(
    rf"{_AMOUNT}(?:的?(?:上调|下调|升高|降低|下降|增高|增加|减少|缺乏|缺失|不足|突变|过表达|沉默|缺陷)|[高低]表达)"
    r"|(?:expression )?(?:is |are )?(?:up|down)-?regulat(?:ed|ion)\b"
    r"|\s(?:loss|deficiency|overexpression|mutations?)\b"
)
_OF_A_CLASS = re.compile(r"等[^,;。()等]{2,16}?(?=上调|下调|升高|降低|增加|减少|的?(?:异常|高|低|过)?表达)")
_SWITCHED = re.compile(
    r"(?:过表达|沉默|敲除|敲低|敲减|抑制|阻断|(?:overexpress|silenc|delet|block)ing |knocking (?:out|down) "
    r"|(?:loss|lack|deficiency|absence|overexpression|deletion|silencing) of )$"
)
_GENE = re.compile("基因")
_SWITCHED_NAME = re.compile(r"基因|的?表达|[后可或和与,)]|\s")
_JOIN = re.compile(r"\s*(?:、|/|和|与|及|以及|,|and)\s*")
_NAME = re.compile(r"(?=[A-Za-z-]*[A-Z0-9])[A-Za-z][A-Za-z0-9αβγδκ/-]{2,}")
_MOLECULES = {TermKind.FACTOR, TermKind.PATHWAY}
_CELLS = {TermKind.CELL, TermKind.IMMUNE}
_LIKE = ("像", "如")
_BEGINS = re.compile(r"(?:^|[,;。:(（]|中的?|的|患者|体内|及|和|与|而)\s?$")


def with_agents(passage: Passage, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, and for each stretch that proves one the molecules which that is told of.

    The slot is `agent`: `X等促炎因子上调, 激活Y` is asked for Y and for X, as are the examples in
    `衰老细胞释放的囊泡(如A、B)`.
    """
    yield from claims
    taken = [claim.value for claim in claims]
    done: set[tuple[int, int]] = set()
    for claim in claims:
        if "negated" in claim.flags or not claim.subject or claim.evidence in done:
            continue
        done.add(claim.evidence)
        for start, end in (*_listed(passage, claim), *_agents(passage, claim.evidence[0], claim.value[0])):
            if any(start < right and left < end for left, right in taken):
                continue
            taken.append((start, end))
            names = members(passage.line.text[start:end])
            if len(names) <= _MOST:
                items = names if len(names) > 1 else ()
                yield Claim(
                    "agent", claim.subject, (start, end), claim.evidence, items=items, flags=claim.flags
                )


def _listed(passage: Passage, claim: Claim) -> Iterator[tuple[int, int]]:
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
        if _are_named(passage, at, at + len(subject)) or len({name[-2:] for name in names}) == 1:
            yield at, at + len(subject)


def _agents(passage: Passage, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where molecules stand before an answer that are told in particular."""
    view = passage.view
    for found in _EXAMPLES.finditer(view, start, end):
        if _are_named(passage, *found.span("v")):
            yield found.span("v")
    for left, right in _runs(passage, start, end):
        if passage.nested[left]:
            continue
        of_class = _OF_A_CLASS.match(view, right)
        turned = _TURNED.match(view, of_class.end() if of_class else right)
        switched = _SWITCHED.search(view, start, left) and _SWITCHED_NAME.match(view, right)
        if switched or (turned and _BEGINS.search(view[start:left])):
            gene = _GENE.match(view, right, end)
            yield left, gene.end() if gene else right


def _runs(passage: Passage, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Molecules that stand one beside the other, as one."""
    at: tuple[int, int] | None = None
    for left, right in _molecules(passage, start, end):
        if at and _JOIN.fullmatch(passage.view[at[1] : left]):
            at = at[0], right
            continue
        if at:
            yield at
        at = left, right
    if at:
        yield at


def _molecules(passage: Passage, start: int, end: int) -> list[tuple[int, int]]:
    """Where molecules are named: those of the lexicon, and names that are written like one (`SNHG1`)."""
    known = [(m.start, m.end) for m in passage.entities(start, end) if m.term.kind in _MOLECULES]
    taken = [(m.start, m.end) for m in passage.between(start, end)]
    written = [
        found.span()
        for found in _NAME.finditer(passage.line.text, start, end)
        if not any(left < found.end() and found.start() < right for left, right in taken)
    ]
    return sorted([*known, *written])


def _are_named(passage: Passage, start: int, end: int) -> bool:
    """Whether each member of a list names a molecule, and nothing else stands there."""
    found, at = _molecules(passage, start, end), start
    for left, right in found:
        if at > start and not _JOIN.fullmatch(passage.view[at:left]):
            return False
        if at == start and passage.view[start:left].strip():
            return False
        at = right
    return bool(found) and not passage.view[at:end].strip()
