"""Gaps that ask for less of an answer, where the sentence has the rest; figures of what somebody made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.document import Document, Span
from sctui.model.fact import Fact, FactKind
from sctui.text.match_view import match_view

_SPARED = re.compile(r"(?:保护)?(?P<what>[^,，]{2,16}?)(?P<from>(?:避免|免于|免受)[^,，]{2,12})")
_NEEDED = re.compile("[^,，]{3,}(?:必需|必须|所需|重要|关键|必不可少)的(?P<head>[^,，的]{2,})")
# `甲公司自主研发的 `, before the name of a product
_MADE_BY = re.compile(
    r"(?:^|(?<=[,，。;；:：]))[^,，。;；:：]{2,16}(?:团队|公司|大学|医院|学院|研究所|研究院|实验室|集团|药业|生物)"
    r"(?:自主|独立|联合|共同)*(?:开发|研发|研制|制备|生产|推出)的\s*[“\"「]?$"
)
_INSIDE = re.compile("(?:内源性|自身|受损|体内|的)")


def made_by(fact: Fact, document: Document) -> Fact | None:
    """A figure of a product with who made it (`甲大学团队开发的X`), where its sentence says so; else None."""
    place = fact.answer
    if fact.kind is not FactKind.FIGURE or place is None or not fact.subject:
        return None
    before = document.lines[place.line - 1].text[: place.start]
    at = before.rfind(fact.subject)
    maker = _MADE_BY.search(match_view(before[:at])) if at > 0 else None
    return (
        replace(fact, subject=f"{before[maker.start() : at].replace(' ', '')}{fact.subject}")
        if maker
        else None
    )


def headed(fact: Fact, document: Document, lexicon: Lexicon | None) -> Fact | None:
    """A molecule without the clause that says what needs it (`T细胞增殖所必需的[色氨酸]`); else None."""
    place = fact.answer if fact.kind is FactKind.MECHANISM and lexicon else None
    found = _NEEDED.fullmatch(match_view(document.text(place))) if place else None
    if found is None or place is None or lexicon is None:
        return None
    answer = Span(place.line, place.start + found.start("head"), place.end)
    if not lexicon.of(TermKind.FACTOR, TermKind.CELL, TermKind.IMMUNE).lookup(document.text(answer)):
        return None
    return replace(fact, answer=answer, value=document.text(answer), items=())


def spared(fact: Fact, document: Document) -> Fact | None:
    """What a thing is kept from (`保护β细胞[免于凋亡]`), where the sentence names it again; else None."""
    place = fact.answer if fact.kind is FactKind.MECHANISM else None
    found = _SPARED.fullmatch(match_view(document.text(place))) if place else None
    if found is None or place is None:
        return None
    around = (
        Span(place.line, fact.evidence.start, place.start),
        Span(place.line, place.end, fact.evidence.end),
    )
    name = _INSIDE.sub("", found["what"])
    if not any(name in match_view(document.text(part)) for part in around):
        return None
    answer = Span(place.line, place.start + found.start("from"), place.start + found.end("from"))
    return replace(fact, answer=answer, value=document.text(answer), items=())


def narrowings(fact: Fact, document: Document, lexicon: Lexicon | None) -> Iterator[Fact | None]:
    """Other tellings of a fact that is no study's, each None where there is none."""
    yield spared(fact, document)
    yield headed(fact, document, lexicon)
    yield made_by(fact, document)
