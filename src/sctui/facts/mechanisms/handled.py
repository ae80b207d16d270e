"""Chinese clauses whose object stands before the verb: `把巨噬细胞从M1型推向M2型`, `屏障被MMP-9降解`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.mechanisms.claim import Claim
from sctui.facts.mechanisms.fitting import HEDGE, evidence
from sctui.facts.mechanisms.noun_phrase import is_noun_phrase, trimmed
from sctui.facts.mechanisms.passage import Passage
from sctui.facts.mechanisms.predicate import Predicate, before_adverbs
from sctui.facts.mechanisms.speaker import Found, Speaker, find_subject
from sctui.lexicon.term import TermKind

_HANDLED, _PASSIVE = re.compile("[将把使让令叫]"), re.compile("[被遭]")
_TO = r"(?P<to>[^,;。]{1,16})"
_TURN = re.compile(
    r"(?:将|把|(?<![促致即驱])使得?|让|令|叫)(?:一部分|部分|一些|大量)?"
    r"(?P<what>之|[^,;。将把使让令叫]{2,20}?)(?:逐渐|重新|直接|也|都)?(?:(?:从|由)[^,;。]{1,10}?)?"
    r"(?:(?:推向|推去变|推成|转向|转为|转成|转化为|转化成|转变为|转变成|转换为|转换成|变为|变成"
    rf"|导向|引向|极化为|极化成|诱导为|诱导成为?|哄成|重编程为|转|变){_TO}"
    r"|向着?(?P<goal>[^,;。]{1,16})(?:转化|转变|转换|极化|分化|偏移|转))$"
)
# what cells are turned into: a kind of cells, or of the same ones (`M2型`, `抗炎表型`)
_KIND = re.compile(
    r"m[12][a-d]?(?:型|样|表型)*|[^,;。的()]{1,8}(?:(?<![类模大小新微典])型|(?<![这那一同多])样|状态)"
)
_BY = re.compile(
    r"(?P<what>[^,;。]{2,28}?)(?:会|可以?|能|也|则|就|又|还|都|均|随之|最终|很快|容易)*(?:被|遭到?)(?P<by>[^,;。]{2,30}?)(?:掉|了)?$"
)
_DONE = {
    "reduces",
    "inhibits",
    "damages",
    "activates",
    "recognizes",
    "regulates",
    "downregulates",
    "upregulates",
}
_MAKES = {"secretes", "produces", "expresses"}
_LETS = re.compile(r"(?:使得?|让|令|叫)(?!用)[^,;。]{2,14}$")
_CELLS = {TermKind.CELL, TermKind.IMMUNE}
_DOERS = {*_CELLS, TermKind.FACTOR, TermKind.PATHWAY}
_LONGEST_BEFORE = 40  # characters from where who acts is named to `使之`
_NOT = re.compile("不|未|没|无法|难以")


def read_handled(passage: Passage, speaker: Speaker, start: int, end: int) -> Iterator[Claim]:
    """What a clause says is turned into something, or is done to something by something else."""
    if _HANDLED.search(passage.view, start, end):
        yield from _turned(passage, speaker, start, end)
    if _PASSIVE.search(passage.view, start, end):
        yield from _passive(passage, start, end)


def _turned(passage: Passage, speaker: Speaker, start: int, end: int) -> Iterator[Claim]:
    """Which cells something turns into others, or into another kind of themselves; and into which."""
    found = _TURN.search(passage.view, start, end)
    if found is None or _NOT.search(passage.view, start, end):
        return
    left, right = trimmed(passage.view, *found.span("what"))
    into = _kind(passage, *found.span("to" if found["to"] else "goal"))
    if found["what"] == "之":
        if into and _names_them(passage, speaker, found.start()):
            flags = ("hedged",) if HEDGE.search(passage.view, speaker.said, end) else ()
            yield Claim("induces", speaker.subject, into, (speaker.said, end), "", (), flags)
        return
    cells = passage.entities(left, right)
    if not cells or cells[-1].end != right or cells[-1].term.kind not in _CELLS:
        return
    verb = next((m.start for m in passage.actions(start, found.start())), found.start())
    subject = find_subject(passage, speaker, start, verb)
    if subject.subject and subject.subject not in passage.line.text[left:right]:
        proof = evidence(passage, speaker, subject, found.start(), (left, end), end)
        flags = ("hedged",) if HEDGE.search(passage.view, min(start, proof[0]), left) else ()
        yield Claim("induces", subject.subject, (left, right), proof, "", (), flags)
        if into:
            yield Claim("induces", subject.subject, into, proof, "", (), flags)
        speaker.turned = left, right


def _kind(passage: Passage, left: int, right: int) -> tuple[int, int] | None:
    """What cells are turned into, where that is a kind of cells by its name, and no deed."""
    left, right = trimmed(passage.view, left, right)
    last = passage.entities(left, right)[-1:]
    cells = bool(last) and last[0].end == right and last[0].term.kind in _CELLS
    named = cells and not passage.actions(left, right)
    return (left, right) if named or _KIND.fullmatch(passage.view, left, right) else None


def _names_them(passage: Passage, speaker: Speaker, start: int) -> bool:
    """Whether the sentence has just told of the cells that a `使之` means, with one who acts on them."""
    since = speaker.said + len(speaker.subject)
    near = 0 <= speaker.said < since < start <= speaker.said + _LONGEST_BEFORE
    told = passage.entities(since, start) if near and speaker.subject else []
    return len({one.term.key for one in told if one.term.kind in _CELLS}) == 1


def _passive(passage: Passage, start: int, end: int) -> Iterator[Claim]:
    """What is done by something that the clause names; that is who does it."""
    found = _BY.match(passage.view, start, end)
    if found is None or _NOT.search(passage.view, start, end):
        return
    verb = next((m for m in passage.actions(*found.span("by")) if m.end == found.end("by")), None)
    if verb is None or verb.term.attributes.get("relation") not in _DONE:
        return
    by = found.start("by"), before_adverbs(passage.view, found.start("by"), verb.start)
    what = trimmed(passage.view, *found.span("what"))
    doers = passage.entities(*by)
    fits = is_noun_phrase(passage, *by) and is_noun_phrase(passage, *what) and passage.entities(*what)
    if fits and doers and doers[-1].term.kind in _DOERS:
        flags = ("hedged",) if HEDGE.search(passage.view, start, end) else ()
        subject = passage.line.text[slice(*by)]
        relation = verb.term.attributes["relation"]
        yield Claim(relation, subject, what, (what[0], end), "", (), flags)


def relation_told(passage: Passage, start: int, verb: Predicate) -> str:
    """What the subject of a clause does that begins at a column: in `A让B分泌C` it is B that makes C."""
    lets = verb.relation in _MAKES and _LETS.search(passage.view, start, verb.start)
    return "induces" if lets else verb.relation


def who_makes(passage: Passage, speaker: Speaker, subject: Found, verb: Predicate) -> Found:
    """Who makes what a clause without a subject tells: the cells that the one before turned into others."""
    if subject.named or speaker.turned[0] < 0 or verb.relation not in _MAKES:
        return subject
    return Found(passage.line.text[slice(*speaker.turned)], speaker.turned[0], named=True)
