"""Which kinds of a thing there are: `X按大小可分为A、B和C`, `There are two types of X: A and B`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Line, Span
from sctui.model.fact import Fact, FactKind
from sctui.text.brackets import is_balanced
from sctui.text.enumeration import members
from sctui.text.match_view import match_view
from sctui.text.sentence import Piece

_FEW = "(?P<few>two|three|four|five|[2-5])"
_NUMBERS = {"two": 2, "两": 2, "二": 2, "three": 3, "三": 3, "four": 4, "四": 4, "five": 5, "五": 5}
_LIST = r"(?P<value>[^;:.]{3,90}?\b(?:and|or)\b [^,;:.]{2,40}?)(?=[.;]|$)"
_ENGLISH = (
    re.compile(
        rf"[Tt]here are {_FEW} (?:(?:main|major|basic|different|broad) )?(?:types|kinds|forms|classes) of "
        rf"(?P<subject>[^,;.:]{{3,50}}?)(?::|,| –| —| -)\s(?:namely )?{_LIST}"
    ),
    re.compile(
        r"(?P<subject>[A-Z][^,;.:]{2,50}?) (?:is|are|can be|may be) "
        r"(?:(?:usually|broadly|commonly|generally) )?"
        rf"(?:divided|classified|grouped|categori[sz]ed) (?:into|as) {_LIST}"
    ),
)
# by what the kinds are told apart: without it another page divides the thing otherwise
_BY = re.compile(
    r"(?:(?P<by>(?:根据|按照?|依照?|依据)[^,;。]{2,14}?),?)?(?:主要|大致|通常|一般|又)?可?(?:以)?(?:被)?(?:分为|分成)"
    r"(?P<value>[^;。:]{4,60}?)(?:等?(?P<few>[两二三四五2-5])个?大?[种类型](?:类型)?)?$"
)
# the same in front of the thing: `按照来源的不同,干细胞可分为…`
_BY_FIRST = re.compile(r"(?P<by>(?:根据|按照?|依照?|依据)[^,;。]{2,14}),")
_DIVIDED = re.compile("分[为成]")
_ARTICLE = re.compile(r"^(?:an?|the)\s", re.IGNORECASE)
_SAYS_KINDS = re.compile(
    r"\b(?:types|kinds|forms|classes) of\b|\b(?:divided|classified|grouped|categori[sz]ed)\b"
)
_MOST = 5


def find_kinds(line: Line, sentence: Piece, things: Lexicon) -> Iterator[Fact]:
    """Facts of the slot `includes`; `measure` says by what the kinds are told apart."""
    view = match_view(sentence.text)
    if not view.isascii():
        yield from _chinese(line, sentence, view, things)
        return
    for shape in _ENGLISH if _SAYS_KINDS.search(view) else ():
        found = shape.search(sentence.text)
        if found and things.mentions(found["subject"]):
            start = found.start("subject")
            article = _ARTICLE.match(found["subject"])
            start += article.end() if article else 0
            yield from _listed(line, sentence, found, (start, found.end("subject")), things)


def _chinese(line: Line, sentence: Piece, view: str, things: Lexicon) -> Iterator[Fact]:
    found = _BY.search(view.rstrip("。.;；")) if _DIVIDED.search(view) else None
    first = _BY_FIRST.match(view)
    named = things.leading_in(view[first.end() if first else 0 :]) if found else None
    if found is None or named is None:
        return
    start = first.end() if first else 0
    end = start + named.end
    between = view[end : found.start()].strip(" ,")
    if not between or (between.startswith("(") and between.endswith(")")):
        by = first if first and not found["by"] else found
        yield from _listed(line, sentence, found, (start, end), things, sentence.text[slice(*by.span("by"))])


def _listed(
    line: Line, sentence: Piece, found: re.Match[str], named: tuple[int, int], things: Lexicon, by: str = ""
) -> Iterator[Fact]:
    """The fact, where every member of the list names something, or there are as many as is said."""
    start, end = found.span("value")
    value = sentence.text[start:end].strip()
    listed = members(value)
    if not 1 < len(listed) <= _MOST or not is_balanced(value):
        return
    few = found.groupdict().get("few") or ""
    counted = (int(few) if few.isdigit() else _NUMBERS.get(few)) == len(listed)
    if not counted and not (by or value.isascii()):
        return  # which `definitions` reads
    if not counted and not all(things.mentions(member) for member in listed):
        return
    begin = sentence.start + named[0]
    yield Fact(
        FactKind.TERM,
        "includes",
        sentence.text[slice(*named)],
        value,
        Span(line.number, begin if not by else sentence.start, sentence.start + end),
        Span(line.number, sentence.start + start, sentence.start + start + len(value)),
        measure=by,
        items=listed,
    )
