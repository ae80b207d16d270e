"""Sentences that say what a thing is: `X是一种…`, `X is a …`, `X,又称“Y”`, `X,包括A和B`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.document import Document, Line, LineKind, Span
from sctui.model.fact import Fact, FactKind
from sctui.text.brackets import is_balanced
from sctui.text.enumeration import members
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN
from sctui.text.sentence import Piece, clauses, sentences

_THINGS = (
    TermKind.DISEASE,
    TermKind.CELL,
    TermKind.TREATMENT,
    TermKind.FACTOR,
    TermKind.PATHWAY,
    TermKind.IMMUNE,
    TermKind.PROCESS,
)
_IS_A = re.compile(
    r"(?:是指|指的是|是|为)(?:另)?(?P<value>(?:一种|一类|一组|一项|(?=[^,;。]{2,20}后的)|常见的)[^,;。]{5,36})$"
)
_ALIAS = re.compile(r"(?:又|也|亦|俗)(?:被)?称(?:为|作)?[“\"「『](?P<value>[^”\"」』]{2,20})[”\"」』]")
_INCLUDES = re.compile(
    r"^(?:主要|通常|常见的)?(?:包括|分为|可分为)(?P<value>[^;。]{4,60}?)(?:等|两种|三种|两型|两类|三类)?$"
)
_IS_A_EN = re.compile(
    r"^(?:\s*\([^()]*\))?,?\s*(?:is|are)?\s*(?P<value>an?\s[^,;.()]{6,90}?)(?=[,.;]|\sand (?:the|an?)\s|$)"
)
_REFERS = re.compile(
    r"^(?:\s*\([^()]*\))?(?:,\s[^,;.]{4,60},)?\s(?:refers to|pertains to|is defined as|denotes)\s"
    r"(?:the\s)?(?P<value>[^,;.()]{6,90}?)(?=[,.;]|$)"
)
# what tells a thing from others of its class; a class alone (`一种慢性疾病`) has many members
_TELLS_APART = re.compile(
    r"累及|侵犯|以[^,;。]+[为為作]|由(?!于)|引起|导致|所致|发生|来源|来自|源自|具有|具备|能够?|存在于|位于|之间|特征|"
    r"负责|用于|针对|吸引|稳定|通过|[前后]的|包裹|围绕|组成|"
    r"\b(?:that|which|who|where|characteri[sz]ed|caused|derived|involving|affecting|produced|released|responsible"
    r"|due to|made|consisting|composed|found in|of the|occurring|following)\b"
)
_CLASS = re.compile(
    r"(?:疾病|病|症|综合征|障碍|细胞|疗法|方法)$|\b(?:diseases?|disorders?|syndromes?|conditions?|cells?)$"
)
# a part of the body as what marks a disease (`以关节为特点`): of what happens there nothing is told
_MERE_PLACE = re.compile(
    r"以[^,;。炎症痛损伤变化硬瘤亡失血热肿瘢痕缺障异常增减升降多少高低]{1,4}[为作](?:主要)?(?:特[点征]|表现)"
)
# what a thing does or is good for, not what it is
_NOT_WHAT = re.compile(
    r"an?\s(?:[a-z-]+\s){0,2}(?:cause|reason|problem|issue|target|candidate|option|approach|alternative|challenge)\b"
)
_THAT = re.compile("一[种类个组](?:具有|具备|拥有|能够?|可以?)")  # with `的` and what it is behind it
_PROMOTIONAL = re.compile(r"希望|前景|前沿|热点|焦点|福音|新兴|新方向|新策略|选择|突破|里程碑")
_CONNECTOR = re.compile(r"^(?:其中|此外|目前|另外|同时|因此|而|但|然而|事实上)[,，]?")
_BRACKET = re.compile(r"\s*[(（][^()（）]*[)）]\s*")


def find_definitions(document: Document, lexicon: Lexicon) -> Iterator[Fact]:
    """Facts of the slots `definition`, `alias` and `includes`; the thing must be a known term."""
    things, verbs = lexicon.of(*_THINGS), lexicon.of(TermKind.ACTION)
    for line in document.lines:
        if document.language.is_chinese and not HAN.search(line.text):
            continue  # an abstract in another language: its definitions are no answers in this one
        if not line.kind.carries_facts or line.kind in {
            LineKind.TABLE_ROW,
            LineKind.ABBREVIATIONS,
            LineKind.HEADING,
        }:
            continue
        for sentence in sentences(line.text):
            yield from _chinese(line, sentence, things, verbs)
            yield from _english(line, sentence, things, verbs)


def _chinese(line: Line, sentence: Piece, things: Lexicon, verbs: Lexicon) -> Iterator[Fact]:
    subject, line_view = "", match_view(line.text)
    for number, clause in enumerate(clauses(sentence.text, sentence.start)):
        text = clause.text.rstrip("，,。；;、 ")
        view = line_view[clause.start : clause.start + len(text)]
        named, rest = _subject(text, view, things)
        if number == 0 or named:
            subject = named
        if not subject:
            continue
        for slot, pattern in (("definition", _IS_A), ("alias", _ALIAS), ("includes", _INCLUDES)):
            found = pattern.search(view)
            if found is None or (slot != "alias" and found.start() not in {0, rest}):
                continue
            value = text[slice(*found.span("value"))]
            if _fits(slot, value, things, verbs):
                start = clause.start
                yield Fact(
                    FactKind.TERM,
                    slot,
                    subject,
                    value,
                    Span(line.number, start, start + len(text)),
                    Span(line.number, start + found.start("value"), start + found.end("value")),
                    items=members(value) if slot == "includes" else (),
                )


def _subject(text: str, view: str, things: Lexicon) -> tuple[str, int]:
    """The term that begins the clause, and the column behind it and its bracket; `view` is its match view."""
    skipped = _CONNECTOR.match(view)
    at = skipped.end() if skipped else 0
    mention = things.leading_in(view[at:])
    if mention is None:
        return "", -1
    end = at + mention.end
    bracket = _BRACKET.match(text, end)
    return text[at:end], bracket.end() if bracket else end


def _fits(slot: str, value: str, things: Lexicon, verbs: Lexicon) -> bool:
    if not is_balanced(value) or _PROMOTIONAL.search(match_view(value)):
        return False
    if slot == "includes":
        listed = members(value)
        return len(listed) > 1 and all(things.mentions(member) for member in listed)
    cut = _THAT.match(match_view(value)) and "的" not in value
    return slot == "alias" or (len(value) >= 8 and not cut and _tells_apart(value, verbs))


def _tells_apart(value: str, verbs: Lexicon) -> bool:
    """Whether a definition says more than the class of a thing: else others would fit it as well."""
    view = match_view(value)
    if _NOT_WHAT.match(view) or _MERE_PLACE.search(view):
        return False
    return not _CLASS.search(view) or bool(verbs.mentions(value)) or bool(_TELLS_APART.search(view))


def _english(line: Line, sentence: Piece, things: Lexicon, verbs: Lexicon) -> Iterator[Fact]:
    mention = things.leading(sentence.text) if sentence.text.isascii() else None
    if mention is None:
        return
    told = sentence.text[mention.end :]
    found = _REFERS.match(told) or _IS_A_EN.match(told)
    if found is None or (found.re is _IS_A_EN and not _tells_apart(found["value"], verbs)):
        return
    left, right = (sentence.start + mention.end + at for at in found.span("value"))
    yield Fact(
        FactKind.TERM,
        "definition",
        sentence.text[: mention.end],
        line.text[left:right],
        Span(line.number, sentence.start, right),
        Span(line.number, left, right),
    )
