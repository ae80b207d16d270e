"""Mechanisms become links: who does what to what, and what comes of what."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.document import Document
from sctui.model.fact import Fact, FactKind
from sctui.model.knowledge import Link
from sctui.records.names import cell_key, name_key
from sctui.records.proof import proof_at
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

# what stands between two steps where the second comes of the first; `深入以抑制X` has it, `以及` has not
_COMES_OF_IT = re.compile(
    r"[^.;。](?:从而|进而|继而|因而|由此|以此来?|最终|,使得?(?!用)|,后者|[^,及可所予难加得](?:来|以)(?![自源及上下外后前往为]))"
    r"|\b(?:thereby|thus|hence|ultimately|which)\b|,\s+(?:thereby\s+|thus\s+)?(?!including\b)[a-z-]+ing\s"
)
# `分泌A,激活B`: what is made does it, unless the sentence only adds another deed
_MADE = frozenset({"secretes", "produces", "carries"})
# of what something is, or by which ways it works, nothing comes as of a step
_NO_STEP = frozenset(
    {"via", "by", "ways", "property", "trait", "kinds", "found-in", "origin", "marker", "markers"}
)
_WHO_IT_IS = "agent"  # names who takes a step, and is none
_GOES_ON = re.compile(
    r"[^,]{0,16},(?!并|且|还|同时|也|又|而|此外|不仅|不但|(?:可以?|能够?)(?!促|抑|激|调|诱))"
)
_LEAD = re.compile(r"^(?:\s|了|the\s|an?\s)+")
_SHORT = 2  # characters of a thing
# what stands behind a step that does not come of it: another sentence, or the ways in which it is done
_APART = re.compile(r"[.;。](?:\s|$)|[;。]|^\s(?:by|through|via)\s")
_DEED = re.compile(r"[a-z-]+ing\s")  # an answer with its verb: `…, restoring ATP production`
_MOST_BETWEEN = 48, 100  # characters between two steps of one chain, Chinese and English


def links_of(document: Document, asked: Sequence[tuple[Fact, str]], lexicon: Lexicon) -> Iterator[Link]:
    """The links of a document's mechanisms; a list of objects makes one link for each of its members."""
    told = [
        one
        for one in asked
        if one[0].kind is FactKind.MECHANISM and one[0].subject and one[0].slot != _WHO_IT_IS
    ]
    on_line: dict[int, list[Fact]] = defaultdict(list)
    for fact, _ in told:
        on_line[fact.evidence.line].append(fact)
    for fact, card in told:
        place = fact.evidence
        proof = proof_at(document, place)
        cause = _cause(document, fact, on_line[place.line])
        after = tuple(name_key(thing, lexicon) for thing in _acted_on(cause, lexicon)) if cause else ()
        for thing in _acted_on(fact, lexicon):
            yield Link(
                fact.subject,
                cell_key(fact.subject, lexicon),
                fact.slot,
                thing,
                name_key(thing, lexicon),
                proof,
                fact.measure,
                fact.context,
                card,
                fact.flags,
                after,
            )


def _acted_on(fact: Fact, lexicon: Lexicon) -> Sequence[str]:
    """The objects of a step, without the verb that an answer may begin with (`提高A水平`, `不表达B`)."""
    if fact.items:
        return fact.items
    verb = next(iter(lexicon.of(TermKind.ACTION).mentions(fact.value)), None)
    said = verb is not None and verb.term.attributes.get("relation") == fact.slot
    if (
        verb
        and said
        and (verb.start == 0 or "negated" in fact.flags)
        and len(fact.value) - verb.end >= _SHORT
    ):
        return _LEAD.sub("", fact.value[verb.end :]).split("、")
    return fact.value.split("、")


def _cause(document: Document, fact: Fact, told: Sequence[Fact]) -> Fact | None:
    """The step right before, of the same subject, when the sentence tells this one as what comes of it."""
    answer = fact.answer
    if answer is None or "negated" in fact.flags:
        return None
    before = [(one.answer.end, one) for one in told if one.answer and one.answer.end <= answer.start]
    end, last = max(before, key=lambda one: one[0], default=(0, fact))
    view = match_view(document.lines[answer.line - 1].text)
    chinese = bool(HAN.search(view))
    if answer.start - end > _MOST_BETWEEN[not chinese] or "negated" in last.flags:
        return None
    deed = _DEED.match(view, answer.start, answer.end)
    between = view[end : deed.end() if deed else answer.start]
    same = (
        last is not fact
        and last.slot not in _NO_STEP
        and match_view(last.subject) == match_view(fact.subject)
    )
    made = chinese and last.slot in _MADE and _GOES_ON.match(between)
    leads = made or _COMES_OF_IT.search(f"{view[end - 1 : end]}{between}")
    return last if same and leads and not _APART.search(between) else None
