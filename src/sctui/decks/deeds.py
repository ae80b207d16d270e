"""What one molecule does in one sentence, asked together where it says too little to be asked one by one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sctui.decks.asking import Asking
from sctui.decks.candidate import Candidate
from sctui.decks.carriers import Joined
from sctui.decks.hints import verb_end
from sctui.decks.quoting import mended
from sctui.decks.templates import constant
from sctui.decks.vague import is_hoped
from sctui.lexicon.term import TermKind
from sctui.model.document import Span
from sctui.model.fact import Fact, FactKind
from sctui.text.mending import MendedLine, Patch

_SUBJECTS = {TermKind.FACTOR, TermKind.PATHWAY}
_FEW = 3  # deeds that one question asks for
_SLOT, _MADE = "deeds", "secretes"
_ILL = "pathology"
# what goes wrong in a disease: what becomes of tissue, or how the defence works
_CHANGED, _WRONG, _OF_DEFENCE = "病理变化", "免疫发病机制", re.compile("免疫|抗[体體]")
_END = re.compile("[。!！?？]")
_EXAMPLE = re.compile("[比例]如|[,，][这這]")
_VERB_BEFORE = 14  # characters before an answer in which its verb begins


def with_deeds(candidates: Sequence[Candidate], asking: Asking) -> list[Candidate]:
    """The candidates, with one question for all deeds of a molecule in place of the gaps that ask for little.

    `CXCL12可吸引更多修复细胞,增强再生生态位`: neither gap asks for a thing that one could know, but both are
    what CXCL12 does. Cells do too much for that. So is what goes on in a disease. Where half of the deeds
    have gaps of their own, their sentences tell the others. In Chinese alone.
    """
    told: dict[int, Candidate] = {}
    dropped: set[int] = set()
    makers = _makers(candidates)
    for group in _groups(candidates, asking) if asking.document.language.is_chinese else ():
        weak = [one for one in group if one.vague and not is_hoped(one.fact.value, asking.lexicon)]
        strong = [one for one in group if not one.vague]
        process = asking.templates.gap(FactKind.MECHANISM, TermKind.PROCESS.value, asking.document.language)
        few = len(strong) < len(weak) or group[0].fact.slot == _ILL  # else they would be asked twice
        listed = [one for one in strong if one.hint == process]
        asked = listed if not few else weak if group[0].fact.slot == _ILL else group
        subject = group[0].fact.subject
        if maker := makers.get((group[0].fact.evidence.line, subject)):
            secretes = asking.templates.verb(FactKind.MECHANISM, _MADE, asking.document.language)
            subject = f"{maker}{secretes}的{subject}"
        fact = replace(group[0].fact, subject=subject, slot=_SLOT)
        made = _together(fact, group, asked, asking) if few and weak else _listed(fact, listed, asking)
        if made:
            told[id(asked[0])] = made
            dropped |= {id(one) for one in asked}
    kept = ((told.get(id(one)) or one) for one in candidates if id(one) in told or id(one) not in dropped)
    return list(kept)


def _makers(candidates: Sequence[Candidate]) -> dict[tuple[int, str], str]:
    """Who secretes molecules that a line tells of, by the line and the molecules."""
    made = [one.fact for one in candidates if one.fact.slot == _MADE and one.fact.kind is FactKind.MECHANISM]
    return {(fact.evidence.line, fact.value): fact.subject for fact in made}


def _groups(candidates: Sequence[Candidate], asking: Asking) -> Iterator[list[Candidate]]:
    """The gaps of each molecule in each sentence, two or more of them."""
    found: dict[tuple[int, int, str], list[Candidate]] = defaultdict(list)
    for one in candidates:
        fact, place = one.fact, one.fact.answer
        gap = fact.kind is FactKind.MECHANISM and one.questions[0].is_gap
        if gap and place and fact.subject and not fact.flags:
            line = asking.document.lines[place.line - 1].text
            sentence = len(_END.findall(line, 0, place.start))
            found[place.line, sentence, fact.subject].append(one)
    for (_line, _sentence, subject), group in found.items():
        kinds = {m.term.kind for m in asking.lexicon.mentions(subject)} if asking.lexicon else set()
        ill = kinds == {TermKind.DISEASE} and all(one.fact.slot == _ILL for one in group)
        if len(group) > 1 and kinds and (ill or kinds <= _SUBJECTS):
            yield sorted(group, key=lambda one: one.fact.answer.start if one.fact.answer else 0)


def _listed(fact: Fact, group: Sequence[Candidate], asking: Asking) -> Candidate | None:
    """One question for what a molecule does to three processes, told clause by clause; else None.

    `促进甲,使…;减少乙,缓解…;抑制丙`: each gap alone would ask but for some process.
    """
    if len(group) != _FEW or asking.lexicon is None:
        return None
    kinds = {mention.term.kind for mention in asking.lexicon.mentions(group[0].fact.subject)}
    starts = [verb_of(one.fact, asking) for one in group]
    if kinds != {TermKind.FACTOR} or min(starts) < 0:
        return None
    places = [one.fact.answer for one in group]
    deeds = [
        mended(asking.document, Span(place.line, start, place.end))
        for place, start in zip(places, starts, strict=True)
        if place
    ]
    flags = tuple(dict.fromkeys(("derived", *fact.flags)))
    fact = replace(fact, value="、".join(deeds), answer=None, items=tuple(deeds), flags=flags)
    return asking.together([Joined(fact, tuple(part for one in group for part in one.found), ())])


def _together(
    fact: Fact, group: Sequence[Candidate], asked: Sequence[Candidate], asking: Asking
) -> Candidate | None:
    """One question for what stands from the first verb to the last answer; None where it does not pass."""
    first, last = group[0].fact, group[-1].fact
    ill = first.slot == _ILL
    start = first.answer.start if ill and first.answer else verb_of(first, asking)
    if start < 0 or last.answer is None:
        return None
    answer = Span(first.evidence.line, start, last.answer.end)
    widest = Span(answer.line, min(one.fact.evidence.start for one in group), answer.end)
    if _EXAMPLE.search(asking.document.text(answer)):
        return None
    language = asking.document.language
    fact = replace(
        fact,
        slot="pathologies" if ill else _SLOT,
        value=mended(asking.document, answer),
        answer=answer,
        evidence=widest,
        measure=constant(
            _WRONG if _OF_DEFENCE.search(mended(asking.document, answer)) else _CHANGED, language
        )
        if ill
        else "",
        items=(),
    )
    made = asking.candidate(fact)
    if not isinstance(made, Candidate) or made.questions[0].is_gap:
        return None
    return replace(made, parts=tuple(part for one in asked for part in one.found))


def verb_of(fact: Fact, asking: Asking) -> int:
    """Where the verb of an answer begins, before it or with it; -1 where none is found."""
    place = fact.answer
    if place is None or asking.lexicon is None:
        return -1
    line = asking.document.lines[place.line - 1].text
    if verb_end(mended(asking.document, place), asking.lexicon):
        return place.start
    before = Span(place.line, max(fact.evidence.start, place.start - _VERB_BEFORE), place.start)
    patches = [
        Patch(damage.span.start, damage.span.end, damage.repair or "")
        for damage in asking.document.damage_at(before)
        if damage.safe
    ]
    read = MendedLine(line[: place.start], patches)
    verbs = asking.lexicon.of(TermKind.ACTION).mentions(read.text)
    return read.start(verbs[-1].start) if verbs and read.start(verbs[-1].start) >= before.start else -1
