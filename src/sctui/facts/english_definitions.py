"""English sentences that say what a thing is: `X is a … that …`, `Xs are … that …`, `X refers to …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Line, Span
from sctui.model.fact import Fact, FactKind
from sctui.text.match_view import match_view
from sctui.text.sentence import Piece

_LABEL = re.compile(r"(?:abstract|background|introduction|summary|definition):\s", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|an?)\s", re.IGNORECASE)
_BRACKET = (
    r"^(?:\s*\([^()]*\))?"
    r"(?:,\s(?:also|sometimes|often|commonly)\s(?:known as|called|referred to as)\s[^,;.]{3,50}(?=,))?"
)
_IN = r"(?:[^,;.()]|(?<=\d)[,.](?=\d))"  # within a clause; a number may have its comma
_END = r"(?=[,.;](?!\d)|\sand (?:the|an?)\s|$)"
_IS_A = re.compile(rf"{_BRACKET}(?:,?\s+(?:is|are)|,)\s+(?P<value>an?\s{_IN}{{6,140}}?){_END}")
# `Xs are … cells that …`, `X is the process by which …`: the kind of thing, and what tells it from its like
_IS = re.compile(
    rf"{_BRACKET}\s+(?:is|are)\s+(?P<value>(?:the\s|one of\s)?"
    rf"(?:(?!(?:without|by|from|in|of|with|to|at|on|as|for|not|and|or|an?)\s)[a-z][a-z-]*\s){{0,5}}?"
    r"(?:cells?|vesicles?|particles?|diseases?|disorders?|syndromes?|conditions?|process(?:es)?|tissues?"
    r"|medium|fluid"
    r"|techniques?|therap(?:y|ies)|treatments?|procedures?|methods?|molecules?|proteins?|enzymes?|hormones?"
    r"|cytokines?"
    r"|factors?|receptors?|inflammation|injur(?:y|ies)|ability|set|population|loss|formation|form|movement"
    r"|membrane)"
    rf"\s(?!and\s|or\s){_IN}{{6,100}}?)"
    rf"{_END}"
)
_REFERS = re.compile(
    rf"{_BRACKET}(?:,\s[^,;.]{{4,60}},)?\s(?:refers to|pertains to|is defined as|denotes)\s"
    r"(?:the\s)?(?P<value>[^,;.()]{6,110}?)(?=[,.;]|$)"
)
# the rest of a list that a comma has cut: `…into bone, cartilage and fat`
_REST = re.compile(r",\s[\w\s-]{2,24}?(?:,\s[\w\s-]{2,24}?)*,?\s(?:and|or)\s[\w\s-]{2,24}(?=[,.;]|$)")
_TELLS_APART = re.compile(
    r"\b(?:that|which|whom?|whose|where|characteri[sz]ed|caused|derived|involving|affecting|produced|released"
    r"|responsible|due to|made|consisting|composed|found in|of the|occurring|following|collected|reprogrammed"
    r"|obtained|isolated|taken|surrounding|resulting|defined|driven|marked)\b"
)
_CLASS = re.compile(r"\b(?:diseases?|disorders?|syndromes?|conditions?|cells?)$")
# what a thing does or is good for, or how it ranks, not what it is
_NOT_WHAT = re.compile(
    r"(?:an?\s|the\s)?(?:[a-z-]+\s){0,2}(?:cause|reason|problem|issue|target|candidate|option|approach"
    r"|alternative"
    r"|challenge|type used|choice|source)\b"
    r"|.*\b(?:most|[a-z]{3,}(?<!inter)(?<!for)est|main|promising|important|ideal|best|preferred|key"
    r"|currently|not|used (?:in|for|to))\b"
    r"|.*\b(?:affecting|affects?) (?:about |approximately |around |an estimated |more than |over )?\d"
)
_POINTS = re.compile(r"\b(?:it|its|this|these|those|they|their|our|we)\b")


def read_english_definition(line: Line, sentence: Piece, things: Lexicon, verbs: Lexicon) -> Iterator[Fact]:
    """The fact of the slot `definition` that a sentence states of a known thing it begins with."""
    label = _LABEL.match(sentence.text)
    skipped = label.end() if label else 0
    article = _ARTICLE.match(sentence.text, skipped)
    begun, skipped = skipped, article.end() if article else skipped
    mention = things.leading(sentence.text[skipped:])
    if mention is None:
        return
    named = skipped + mention.end
    told = sentence.text[named:]
    found = _REFERS.match(told) or _IS_A.match(told) or _IS.match(told)
    if found is None or _POINTS.search(found["value"]):
        return
    if found.re is not _REFERS and not _tells_apart(found["value"], verbs):
        return
    left, right = (sentence.start + named + at for at in found.span("value"))
    rest = _REST.match(sentence.text, right - sentence.start)
    right = sentence.start + rest.end() if rest else right
    yield Fact(
        FactKind.TERM,
        "definition",
        sentence.text[begun:named],
        line.text[left:right],
        Span(line.number, sentence.start + begun, right),
        Span(line.number, left, right),
    )


def _tells_apart(value: str, verbs: Lexicon) -> bool:
    """Whether a definition says more than the class of a thing: else others would fit it as well."""
    view = match_view(value)
    if _NOT_WHAT.match(view):
        return False
    return not _CLASS.search(view) or bool(verbs.mentions(value)) or bool(_TELLS_APART.search(view))
