"""Profiles side by side: neighbouring lines `name: strengths, but weaknesses` about things of one kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.document import Document, Line, LineKind, Span
from sctui.model.fact import Fact, FactKind
from sctui.model.topic import Topic
from sctui.text.brackets import depths
from sctui.text.match_view import match_view
from sctui.text.sentence import Piece, sentences

_LABEL = re.compile(r"\s*(?:[-•–]|[(（]?\d+[.、)）]|[①-⑳])?\s*(?P<name>[^:：。,，;；]{2,30})[:：]\s*")
# the attribute behind the name: `脂肪干细胞──优点:`
_ATTRIBUTE = re.compile(r"\s*[─━—–]{1,2}\s*(?:(?P<for>优[点势]|长处)|缺点|短板|不足|劣势|局限性?)$")
_COMPARED = re.compile(r"来源|对比|比较|优劣|不同")
_BUT = re.compile(r"[,，;；](?=但|然而|不过|缺点)")
_BUT_WORD = re.compile(r"(?:但是|但|然而|不过|缺点是|缺点为|缺点)")
_STRONG = re.compile(
    r"(?:其[^,，。]{2,16}[,，])?在(?P<value>[^,，。;；]{2,40}?)(?:等[^,，。、]{0,4})?"
    r"(?:中|方面|上)(?:表现优异|展现优势|更具优势|具有优势|表现突出|更有优势)"
)
# `其分泌组中A含量丰富`
_RICH = re.compile(
    r"其(?P<measure>[^,，。;；的中]{2,8})中(?:的)?(?P<value>[^,，。;；的]{2,24}?)的?(?:含量|水平|浓度)(?:也|更|最|十分|非常|极其|较|很)*为?(?:丰富|高)"
    r"(?=[,，。;；]|$)"
)
_CALLED = re.compile(r"[^,，]{0,8}[“「][^”」]{2,10}[”」][,，]")  # `the new “star cells”, which …`
_TOLD = {"strong-in": _STRONG, "rich-in": _RICH}
_ANSWER = 40


def find_profiles(document: Document, tree: Topic, lexicon: Lexicon) -> Iterator[Fact]:
    """Strengths, drawbacks and fields of use of each profile.

    Slots: `advantages`, `drawbacks`, `features`, `strong-in`, `rich-in`. Profiles are read where a heading or
    the labels say that sources are compared, and only when two or more stand under the same heading.
    """
    for lines in _siblings(document, tree, lexicon).values():
        if len(lines) > 1:
            for line, name, start in lines:
                yield from _profile(line, name, start)


def _siblings(
    document: Document, tree: Topic, lexicon: Lexicon
) -> dict[tuple[str, ...], list[tuple[Line, str, int]]]:
    cells = lexicon.of(TermKind.CELL, TermKind.TREATMENT)
    found: dict[tuple[str, ...], list[tuple[Line, str, int]]] = {}
    for line in document.lines:
        if not line.kind.carries_facts or line.kind is LineKind.TABLE_ROW:
            continue
        label = _LABEL.match(line.text)
        if label is None or not cells.mentions(label["name"]):
            continue
        path = tree.path_of(line.number)
        above = tuple(title for title in path if title.strip() not in label["name"])
        if _COMPARED.search(match_view("".join((*above[-1:], label["name"])))):
            found.setdefault(above, []).append((line, label["name"].strip(), label.end()))
    return found


def _profile(line: Line, name: str, start: int) -> Iterator[Fact]:
    body = line.text[start:]
    behind = _ATTRIBUTE.search(match_view(name))
    slot = "features"
    if behind:
        name, slot = name[: behind.start()], "advantages" if behind["for"] else "drawbacks"
    for number, sentence in enumerate(sentences(body)):
        if number == 0:
            yield from _first(line, name, sentence, start, slot)
        for kind, form in _TOLD.items():
            if told := form.search(match_view(sentence.text)):
                yield _told(line, name, kind, told, start + sentence.start)


def _told(line: Line, name: str, slot: str, found: re.Match[str], offset: int) -> Fact:
    """What a sentence tells of a source by one of the forms of `_TOLD`."""
    left, right = (offset + at for at in found.span("value"))
    measure = found.start("measure") if "measure" in found.re.groupindex else -1
    return Fact(
        FactKind.COMPARISON,
        slot,
        name,
        line.text[left:right],
        Span(line.number, offset + found.start() if measure >= 0 else left - 1, offset + found.end()),
        Span(line.number, left, right),
        measure=line.text[offset + measure : offset + found.end("measure")] if measure >= 0 else "",
    )


def _before_strong(text: str) -> int:
    """Where the features end: before the clause on what the source is good at, which is asked apart."""
    strong = _STRONG.search(match_view(text))
    return strong.start() if strong and strong.start() > 1 else len(text)


def _first(line: Line, name: str, sentence: Piece, start: int, told: str) -> Iterator[Fact]:
    """The first sentence: what stands before `but` speaks for the source, what follows against it.

    `told` is what its label says that it tells.
    """
    text = sentence.text.rstrip("。.;； ")
    nested = depths(text)
    but = next((found for found in _BUT.finditer(match_view(text)) if not nested[found.start()]), None)
    pieces = [(told, 0, _before_strong(text))]
    if but and told != "drawbacks":
        word = _BUT_WORD.match(match_view(text), but.end())
        pieces = [("advantages", 0, but.start()), ("drawbacks", word.end() if word else but.end(), len(text))]
    for slot, left, right in pieces:
        praise = _CALLED.match(text, left, right)
        value = text[praise.end() if praise else left : right].strip(" ,，")
        if 2 <= len(value) <= _ANSWER + 6:
            at = text.index(value, left) + start + sentence.start
            span = Span(line.number, at, at + len(value))
            yield Fact(FactKind.COMPARISON, slot, name, value, span, span)
