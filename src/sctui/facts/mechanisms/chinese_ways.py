"""How a Chinese clause says that something is done: `X通过A来促进B`, `X通过捐赠A或修复B, 恢复C`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sctui.facts.mechanisms.claim import Claim
from sctui.facts.mechanisms.connectives import skip_connectives
from sctui.facts.mechanisms.fitting import HEDGE, evidence, listed
from sctui.facts.mechanisms.long_forms import DEED, is_deed
from sctui.facts.mechanisms.noun_phrase import is_noun_phrase, noun_phrase, trimmed
from sctui.facts.mechanisms.passage import Passage
from sctui.facts.mechanisms.predicate import Predicate, before_adverbs, predicates
from sctui.facts.mechanisms.speaker import Found, Speaker, name_between
from sctui.text.enumeration import members

_VIA = re.compile(r"(?:[通透]过|借助|利用|[藉借]由)(?P<by>[^,;。]{2,30}?)(?:来|以|从而|进而)?$")
_WAYS = re.compile(r"(?:[通透]过|借助|[藉借]由)(?P<by>(?:(?![来以并](?![源及])|从而)[^,;。()]){4,28})$")
_SO_ON = re.compile(
    r"等(?:多?(?:种|个|条)?(?:不同)?(?:机制|途径|方式|手段|步骤|作用|过程|[^,;。等]{0,4}(?:分子|因子|通路|信号|蛋白)))(?:在[^,;。]+)?$"
)
# `通过解除对A的抑制, 直接破坏B`
_LIFTED = re.compile(
    r"(?:[通透]过|[藉借]由)(?P<by>(?:解除|消除|打破|绕过|减弱|增强|失去|削弱)了?(?:对|[^,;。对]{1,12}对)[^,;。的]{2,16}的"
    r"(?:抑制|激活|调控|限制|保护|约束|阻断|刹车)(?:作用)?)$"
)
_JOINED = re.compile(r"[或和与及、]$")
_CARRYING = {"carries", "secretes", "expresses", "produces"}
_HANDLED = re.compile(r"将|把")
_LONGEST_VERB = 4
_LEADS, _LENGTH = re.compile(r"[通透]过(?!程)|借助|[藉借]由|经由"), 2  # characters of each of these
_LONGEST = 52  # characters of evidence that still make a question


def leads(passage: Passage, speaker: Speaker, start: int, end: int) -> bool:
    """Whether a clause tells the way alone, and the next one begins with who goes it (`通过抑制A,B改善C`)."""
    following = next((at for at in speaker.ends if at > end), -1)
    if following < 0 or not _LEADS.match(passage.view, start, end):
        return False
    at = skip_connectives(passage, end + 1, following)
    verb = next(predicates(passage, at, following), None)
    return verb is not None and bool(name_between(passage, at, before_adverbs(passage.view, at, verb.start)))


def led_by(passage: Passage, way: tuple[int, int], said: list[Claim], verb: Predicate) -> Iterator[Claim]:
    """What was `said` by a clause, each with the way that led it; and by what that was done."""
    first = said[0]
    proof = way[0], max(claim.evidence[1] for claim in said)
    if proof[1] - proof[0] > _LONGEST:
        proof = way[0], first.evidence[1]
    flags = tuple(flag for flag in first.flags if flag == "hedged")
    head = way[0] + _LENGTH
    deed = next(predicates(passage, *way), None)
    by = noun_phrase(passage, deed.end if deed and deed.start == head else head, way[1])
    if by and proof[1] - proof[0] <= _LONGEST and "negated" not in first.flags:
        value = by.start, by.end
        relation = deed.relation if deed and deed.start == head else "via"
        done = noun_phrase(passage, verb.end, verb.object_end)
        measure = passage.line.text[verb.start : done.end] if done and relation == "via" else ""
        if relation != "via" or measure:
            yield Claim(relation, first.subject, value, proof, measure, by.items, flags)
    for claim in said:
        fits = claim.evidence[1] - way[0] <= _LONGEST
        yield replace(claim, evidence=(way[0], claim.evidence[1])) if fits else claim


def ways(passage: Passage, speaker: Speaker, subject: Found, start: int, end: int) -> Iterator[Claim]:
    """`X通过捐赠A或修复B, 恢复C`: a clause that tells the way alone; what it leads to is in the next."""
    found = _WAYS.search(passage.view, start, end)
    deeds = members(found["by"]) if found else ()
    if found is None or len(deeds) < 2:
        return
    starts = [passage.view.index(deed, found.start("by")) for deed in deeds]
    if not DEED.match(found["by"]) and not all(is_deed(passage, column) for column in starts):
        return
    value = found.span("by")
    proof = evidence(passage, speaker, subject, value[0], value, end)
    if proof[1] > end and not _HANDLED.search(found["by"]):
        yield Claim("ways", subject.subject, value, proof)


def lifted(passage: Passage, speaker: Speaker, start: int, end: int) -> Iterator[Claim]:
    """What a hold on something is lifted by, in a clause of its own; what that leads to is in the next."""
    found = _LIFTED.search(passage.view, start, end) if "过" in passage.view[start:end] else None
    if found is None or not speaker.subject or not passage.entities(*found.span("by")):
        return
    value = found.span("by")
    subject = Found(speaker.subject, found.start(), named=False)
    proof = evidence(passage, speaker, subject, value[0], value, end)
    if proof[1] > end:
        yield Claim("ways", subject.subject, value, proof)


def is_asked(way: Claim, said: list[Claim]) -> bool:
    """Whether the first of the deeds that are a way is asked by itself."""
    return any(0 <= claim.value[0] - way.value[0] <= _LONGEST_VERB for claim in said)


def via(
    passage: Passage, speaker: Speaker, subject: Found, start: int, verb: Predicate, end: int
) -> Iterator[Claim]:
    """`X通过A来促进B`: A is how X does it."""
    found = _VIA.search(passage.view[start : verb.start])
    joined = _JOINED.search(passage.view, start, verb.start)
    if found is None or joined or verb.negation >= 0 or verb.relation in _CARRYING:
        return
    phrase = noun_phrase(passage, verb.end, verb.object_end)
    if phrase is None:
        return
    left, right = trimmed(passage.view, start + found.start("by"), start + found.end("by"))
    right = before_adverbs(passage.view, left, right)
    cut = _SO_ON.search(passage.view[left:right])
    right = left + cut.start() if cut else right
    if is_noun_phrase(passage, left, right) and not _HANDLED.search(passage.view, left, right):
        done = passage.line.text[verb.start : phrase.end]
        proof = evidence(passage, speaker, subject, left, (left, phrase.end), end)
        items = listed(members(passage.line.text[left:right]))
        flags = ("hedged",) if HEDGE.search(passage.view, min(start, subject.start), left) else ()
        yield Claim("via", subject.subject, (left, right), proof, done, items, flags)
