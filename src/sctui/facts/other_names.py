"""What else a thing is called: `X,又称Y`, `X(…)也叫Y`, `X, also known as Y,`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Line, Span
from sctui.model.fact import Fact, FactKind
from sctui.text.match_view import match_view
from sctui.text.sentence import Piece

# names in quotation marks are read with the definitions
_CHINESE = re.compile(
    r"(?:^|(?<=[,;:]))(?P<subject>[^,;。:()]{2,20}?)\s?(?:\([^()]*\))?(?P<apart>,?)\s?"
    r"(?:[又也亦俗旧]|曾经?|通?常)被?(?:[称叫]|名(?!列|为))(?:[为作做])?\s?"
    r"(?P<value>[^“”\"「」『』‘’,;。:()的是了在一这]{2,20}?)(?=[,;。(]|\s?$|是)"
)
# `渐冻症是肌萎缩侧索硬化的俗称`
_TURNED = re.compile(
    r"^(?P<value>[^,;。:()的是]{2,14})是(?P<subject>[^,;。:()的]{2,20})(?:\([^()]*\))?的(?:俗称|别[称名]|又称|通称|旧称)"
)
_NAMING = re.compile("[称叫名]")  # what `_CHINESE` cannot do without
_ENGLISH = re.compile(
    r"^(?:[A-Z][a-z]+:\s)?(?:The\s|An?\s)?(?P<subject>[A-Za-z0-9][^,;.()]{2,50}?)(?:\s\([^()]*\))?"
    r"(?:,| is| are)\s(?:(?:which|that) (?:is|are)\s)?"
    r"(?:also|sometimes|often|commonly|formerly|otherwise|better|previously)\s"
    r"(?:known as|called|referred to as|termed)\s(?:the\s|an?\s)?[“\"]?"
    r"(?P<value>(?!(?:back|for|to|in|on|off|into|up|out|upon|by|when|at)\b)[^,;.()“”\"]{3,50}?)[”\"]?(?=[,;.(]|\s(?:is|are|was|and|because|for|in|that|which|to)\s|$)"
)
_SAID = re.compile(r"\b(?:known|called|referred|termed)\b")
_UNKNOWN = re.compile(
    r"(?!.*[了着过在把被将用对给让使是有这那该此其它他她们我您你某一])[\u3400-\u9fff\w-]{2,12}"
)
_POINTS = re.compile(
    r"\b(?:it|its|this|that|these|those|they|their|which|who|is|are|was|were|has|have|had|can|will|may|he|she"
    r"|we|you|our|there)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 5  # of a name that the lexicon does not know


def find_other_names(line: Line, sentence: Piece, things: Lexicon) -> Iterator[Fact]:
    """Facts of the slot `alias` that a sentence tells without quotation marks."""
    view = match_view(sentence.text)
    if view.isascii():
        found = _ENGLISH.match(sentence.text) if _SAID.search(view) else None
        yield from (_fact(line, sentence, found),) if found and _is_english(found, things) else ()
        return
    if not _NAMING.search(view):
        return
    turned = _TURNED.match(view)
    for found in (*((turned,) if turned else ()), *_CHINESE.finditer(view)):
        start = _known_start(sentence.text, found, things)
        if start is not None and not _differ(sentence.text[start : found.end("subject")], found, things):
            yield _fact(line, sentence, found, start)


def _known_start(text: str, found: re.Match[str], things: Lexicon) -> int | None:
    """Where the name of the thing begins: a known one at the end of the words, or a whole unknown clause."""
    begin, end = found.span("subject")
    known = [begin + m.start for m in things.mentions(text[begin:end]) if begin + m.end == end]
    if known:
        return known[-1]
    alone = found.groupdict().get("apart") and not begin and _UNKNOWN.fullmatch(found["subject"])
    return begin if alone else None


def _differ(subject: str, found: re.Match[str], things: Lexicon) -> bool:
    """Whether the two names are those of things of two kinds, or one and the same."""
    one, other = things.lookup(subject), things.lookup(found["value"])
    return match_view(subject) == found["value"] or bool(one and other and one.kind is not other.kind)


def _is_english(found: re.Match[str], things: Lexicon) -> bool:
    subject = found["subject"]
    known = things.leading(subject)
    whole = known is not None and known.end == len(subject)
    short = len(subject.split()) <= _MOST_WORDS and not _POINTS.search(subject)
    return (whole or short) and not _POINTS.search(found["value"])


def _fact(line: Line, sentence: Piece, found: re.Match[str], start: int | None = None) -> Fact:
    start = found.start("subject") if start is None else start
    begin, end = sentence.start + start, sentence.start + found.end("subject")
    left, right = (sentence.start + at for at in found.span("value"))
    return Fact(
        FactKind.TERM,
        "alias",
        line.text[begin:end],
        line.text[left:right],
        Span(line.number, min(begin, left), max(right, end)),
        Span(line.number, left, right),
    )
