"""What one molecule does in one sentence, asked together where it says too little to be asked one by one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sctui.decks.asking import Asking, Candidate
from sctui.decks.hints import verb_end
from sctui.decks.quoting import mended
from sctui.decks.templates import constant
from sctui.decks.vague import is_hoped
from sctui.lexicon.term import TermKind
from sctui.model.document import Span
from sctui.model.fact import Fact, FactKind
from sctui.text.mending import MendedLine, Patch

_SUBJECTS = {TermKind.FACTOR, TermKind.PATHWAY}
_ILL = "pathology"
# what goes wrong in a disease: what becomes of tissue, or how the defence works
_CHANGED, _WRONG, _OF_DEFENCE = "病理变化", "免疫发病机制", re.compile("免疫|抗[体體]")
_END = re.compile("[。;；!！?？]")
_EXAMPLE = re.compile("[比例]如|[,，][这這]")
_VERB_BEFORE = 14  # characters before an answer in which its verb begins


def with_deeds(candidates: Sequence[Candidate], asking: Asking) -> list[Candidate]:
    """The candidates, with one question for all deeds of a molecule in place of the gaps that ask for little.

    `CXCL12可吸引更多修复细胞,增强再生生态位`: neither gap asks for a thing that one could know, but both are
    what CXCL12 does. Cells do too much for that. So is what goes on in a disease. Where one deed has a gap of
    its own, its sentence tells the others. In Chinese alone.
    """
    told: dict[int, Candidate] = {}
    dropped: set[int] = set()
    for group in _groups(candidates, asking) if asking.document.language.is_chinese else ():
        weak = [one for one in group if one.vague and not is_hoped(one.fact.value, asking.lexicon)]
        told_by_gaps = len(weak) < len(group) and group[0].fact.slot != _ILL  # they would be asked twice
        made = _together(group, weak, asking) if weak and not told_by_gaps else None
        if made:
            told[id(weak[0])] = made
            dropped |= {id(one) for one in weak}
    kept = ((told.get(id(one)) or one) for one in candidates if id(one) in told or id(one) not in dropped)
    return list(kept)


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


def _together(group: Sequence[Candidate], weak: Sequence[Candidate], asking: Asking) -> Candidate | None:
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
        first,
        slot="pathologies" if ill else "deeds",
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
    return replace(made, parts=tuple(part for one in weak for part in one.found))


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
