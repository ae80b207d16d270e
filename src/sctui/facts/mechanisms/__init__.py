"""Who does what to what: mechanisms, causes, properties, read clause by clause with a closed lexicon."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from sctui.facts.mechanisms.chinese import read_chinese
from sctui.facts.mechanisms.claim import Claim
from sctui.facts.mechanisms.english import read_english
from sctui.facts.mechanisms.passage import Passage, passages, turns_to_models
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.document import Document, Span
from sctui.model.fact import Fact, FactKind
from sctui.model.topic import Topic
from sctui.text.match_view import match_view
from sctui.text.sentence import sentences

_SHORT = 18  # characters around a gap that are too few to tell which claim is meant
_TITLE = 16  # characters of a heading that still fit into a question
_EMPTY = re.compile(
    r"^(?:结论|结语|总结|概述|小结|简介|引言|前言|摘要|讨论|conclusions?|summary|introduction|abstract)$"
)
_BETWEEN = " · "


def find_mechanisms(document: Document, tree: Topic, lexicon: Lexicon) -> Iterator[Fact]:
    """Facts whose slot is a verb's relation (`secretes`, `inhibits` …) or a form's (`cause`, `property` …).

    Flags: `hedged` (may, 可能), `negated` (the value then begins with the negation), `preclinical` (animals,
    cell culture). A claim with an end that cannot be named makes no fact.
    """
    for passage in passages(document, tree, lexicon):
        seen: set[tuple[str, str, int]] = set()
        reader = read_chinese if passage.is_chinese else read_english
        models = turns_to_models(passage.view)
        ends = [sentence.end for sentence in sentences(passage.line.text)] if models >= 0 else []
        for claim in reader(passage):
            key = (claim.slot, claim.subject, claim.value[0])
            if key not in seen:
                seen.add(key)
                at = bisect_left(ends, claim.evidence[1])
                in_models = bool(ends) and models < ends[min(at, len(ends) - 1)]
                yield _fact(passage, claim, preclinical=passage.preclinical or in_models)


def _fact(passage: Passage, claim: Claim, *, preclinical: bool) -> Fact:
    number = passage.line.number
    value = passage.line.text[slice(*claim.value)]
    flags = (*claim.flags, *(("preclinical",) if preclinical else ()))
    return Fact(
        FactKind.MECHANISM,
        claim.slot,
        claim.subject,
        value,
        Span(number, *claim.evidence),
        Span(number, *claim.value),
        measure=claim.measure,
        context=_context(passage, claim),
        items=claim.items,
        flags=flags,
    )


def _context(passage: Passage, claim: Claim) -> str:
    """What a question must add to stand alone: the disease, and for a short clause its label or heading.

    What the clause says already is not said again, and nothing that holds the answer.
    """
    said = match_view(claim.subject) + passage.view[slice(*claim.evidence)]
    answer = passage.view[slice(*claim.value)]
    same = {
        match_view(name)
        for mention in passage.entities(*claim.evidence)
        if mention.term.kind is TermKind.DISEASE
        for name in mention.term.names()
    }
    parts: list[str] = []
    left = claim.evidence[1] - claim.evidence[0] - (claim.value[1] - claim.value[0])
    candidates = (
        passage.disease,
        passage.section if left < _SHORT and len(passage.section) <= _TITLE else "",
    )
    for candidate in candidates:
        view = match_view(candidate)
        if (
            candidate
            and not _EMPTY.search(view)
            and view not in same
            and view not in said
            and answer not in view
            and view not in answer
        ):
            parts = [part for part in parts if match_view(part) not in view] + [candidate]
    return _BETWEEN.join(parts)
