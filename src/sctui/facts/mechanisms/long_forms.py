"""Forms of Chinese sentences that go on over several clauses, which reading clause by clause would cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.mechanisms.claim import Claim
from sctui.facts.mechanisms.noun_phrase import is_noun_phrase
from sctui.facts.mechanisms.passage import Passage
from sctui.facts.mechanisms.speaker import name_between

_ONCE = re.compile(r"一旦(?P<s>[^,;。]{3,20}),(?P<v>[^,;。]{4,24})(?=[,;。]|$)")
_OWING = re.compile("(?:由于|凭借)其")  # what `_TRAITS` cannot do without
_TRAITS = re.compile(
    r"(?P<s>[^,;。]{2,16}?)(?:由于|凭借)其(?P<v>[^;。]{4,48}?)等(?P<m>[^,;。的]{0,4}(?:特性|特点|优势))"
)
# `X通过抑制A,减少B,上调C等机制改善D`: deeds that are ways, which clauses would cut
_MEANS = re.compile(
    r"(?P<s>[^,;。]{2,16}?)(?:主要|可以?|能够?|还|也)*(?:通过|借助)(?P<v>[^;。]{6,48}?)等(?:多种|不同|多重|一系列)*"
    r"(?:机制|途径|方式|作用)(?:来|以|从而)?(?P<m>(?:改善|缓解|减轻|治疗|延缓|促进|抑制|修复|保护)[^,;。]{2,16})"
)
# `X增强A,这对于抑制那些B极为关键`: what X does is needed for a deed
_NEEDED_FOR = re.compile(
    r"(?:^|[;:。])\s*(?P<s>[^,;:。]{2,16}?)(?:通过|可以?|能够?|会|还|也|进一步)[^,;。]{4,40},这对于?(?P<did>[^,;。]{4,40}?)"
    r"(?:极为|极其|至关|非常|十分|尤为|都)*(?P<end>关键|重要)(?=[,;。]|$)"
)
DEED = re.compile(r"捐赠|提供|补充|转移|传导|供给")


def read_long_forms(passage: Passage, start: int, end: int) -> Iterator[Claim]:
    """The claims that such forms of a sentence make, which stands between two columns."""
    yield from _traits(passage, start, end)
    yield from _means(passage, start, end)
    yield from _needed_for(passage, start, end)
    yield from _once(passage, start, end)


def _traits(passage: Passage, start: int, end: int) -> Iterator[Claim]:
    """`X由于其A,B和C等特性`: a list with commas, which clauses would cut."""
    view = passage.view[start:end]
    found = _TRAITS.search(view) if _OWING.search(view) else None
    if found is None:
        return
    subject = name_between(passage, start + found.start("s"), start + found.end("s"))
    value = start + found.start("v"), start + found.end("v")
    if subject and is_noun_phrase(passage, *value) and "," in passage.view[slice(*value)]:
        yield Claim("property", subject, value, (value[0], start + found.end()), found["m"])


def _means(passage: Passage, start: int, end: int) -> Iterator[Claim]:
    """What something does to bring a change about: deeds parted by commas."""
    found = _MEANS.search(passage.view, start, end) if "," in passage.view[start:end] else None
    subject = name_between(passage, *found.span("s")) if found else ""
    if found is None or not subject or "," not in found["v"]:
        return
    starts = [found.start("v"), *(at.end() for at in re.finditer(",", passage.view[: found.end("v")]))]
    if all(is_deed(passage, at) for at in starts if at >= found.start("v")):
        done = passage.line.text[slice(*found.span("m"))]
        yield Claim("via", subject, found.span("v"), (found.start("s"), found.end("m")), done)


def _once(passage: Passage, start: int, end: int) -> Iterator[Claim]:
    """`一旦X被破坏, Y不再产生Z`: what follows for certain."""
    for found in _ONCE.finditer(passage.view, start, end):
        if passage.entities(*found.span("s")) and passage.entities(*found.span("v")):
            subject = passage.line.text[slice(*found.span("s"))]
            yield Claim("leads-to", subject, found.span("v"), (found.start(), found.end("v")))


def _needed_for(passage: Passage, start: int, end: int) -> Iterator[Claim]:
    """A deed for which that is needed which something brings about."""
    told = passage.view[start:end]
    for found in _NEEDED_FOR.finditer(told) if ",这对" in told else ():
        left, right = (start + at for at in found.span("did"))
        verb = next((one for one in passage.actions(left, right) if one.start == left), None)
        subject = name_between(passage, start + found.start("s"), start + found.end("s"))
        relation = verb.term.attributes.get("relation", "") if verb else ""
        if verb is None or not subject or not relation:
            continue
        value = max(verb.end, passage.view.rfind("的", verb.end, right) + 1), right
        if is_noun_phrase(passage, *value):
            yield Claim(relation, subject, value, (start + found.start("s"), start + found.end("end")))


def is_deed(passage: Passage, start: int) -> bool:
    """Whether a verb stands at a column."""
    return any(action.start == start for action in passage.actions(start, start + 4)) or bool(
        DEED.match(passage.view, start)
    )
