"""Gaps that ask for less of an answer, where the sentence has the rest; figures of what somebody made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import Term, TermKind
from sctui.model.document import Document, LineKind, Span
from sctui.model.fact import Fact, FactKind
from sctui.text.enumeration import members
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

_SPARED = re.compile(r"(?:保护)?(?P<what>[^,，]{2,16}?)(?P<from>(?:避免|免于|免受)[^,，]{2,12})")
_NEEDED = re.compile("[^,，]{3,}(?:必需|必须|所需|重要|关键|必不可少)的(?P<head>[^,，的]{2,})")
# `甲公司自主研发的 `, before the name of a product
_MADE_BY = re.compile(
    r"(?:^|(?<=[,，。;；:：]))[^,，。;；:：]{2,16}(?:团队|公司|大学|医院|学院|研究所|研究院|实验室|集团|药业|生物)"
    r"(?:自主|独立|联合|共同)*(?:开发|研发|研制|制备|生产|推出)的\s*[“\"「]?$"
)
_BECOMES = re.compile(
    r"(?P<what>[^,，]{2,}?)(?:(?:从[^,，]{1,12}|由[^,，]{1,12})?(?:转化|转变|分化|极化|转换|成熟|转|变)[为成向][^,，]{2,}"
    r"|(?:[从由][^,，]{1,12})?向[^,，]{1,12}(?:极化|转化|转变|转换|分化|转型))"
    r"|(?P<en>[a-z][a-z0-9 -]{2,}?) (?:from [a-z0-9+ -]+? )?(?:in)?to(?:wards?)? [a-z0-9+ -]{2,}"
)
_TOWARD = re.compile(r"(?P<what>[^,，对]{2,}?)对[^,，的]{1,10}的[^,，的]{2,4}")  # `A、B对胶原的降解`
_MAKES = re.compile("(?P<who>[^,，]{2,}?)(?:表达|合成|分泌|产生|释放|制造|生成) ?(?P<what>[^,，的]{2,})")
_LATIN = re.compile("[A-Za-z][A-Za-z0-9α-ωΑ-Ω+-]{1,11}")  # a short form
_LONG = 12  # characters of an answer that is said at once
_ASIDE = re.compile(r"\s*[(（][^()（）]*[)）]")
_IN = re.compile(
    "[^,，、的中]{2,12}中(?![性枢心风和断间胚等轴度央])的? ?"
    "|[^,，、的对]{2,8}对(?![照抗比称])(?=.*的[^的]{2,4}$)"
)
_NAMED_BY = "[a-z][a-z0-9α-ω+-]{1,6} ?(?:<:thing>|巨噬细胞)"  # `Tr1细胞`, which no lexicon has
_TAIL = r" ?的?(?:<:head.zh>)$"
_OF_CLASS = re.compile(  # a noun for what the short forms behind it are
    r"[\u3400-\u9fff]{2,8}(?:标志物|因子|分子|蛋白|酶|激素|基因|介质) ?"
    r"(?P<what>[a-z][a-z0-9α-ω+/-]{2,}(?: ?[、和与及/] ?[a-z][a-z0-9α-ω+/-]*)+) ?"
)
_AGAINST, _FURTHERS = "抗炎", "inflammation"  # what a class is said to do, and a factor to further
_GOES_ON = re.compile(
    r"[,;](?!\d)|(?:并且?|同时|而且)(?=[促抑减增激调降提改诱恢修])|\s(?:and|while|thereby)\s(?=[a-z]+(?:ing|s|ed)\s)"
)
_MANY_DISEASES = re.compile("[^。;；]*(?:各种|多种|许多|众多)(?:疾病|病症)")
_ITS_TREATMENT = re.compile("(?P<disease>[^,，的]{2,})的(?:治疗|疗法)")
_CLAUSE = re.compile("[^,，;；]{0,8}(?P<end>)[,，;；]")
_DOES = re.compile("则?(?:通过|能|可|会|还)")  # what another begins to do
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


def turned(fact: Fact, document: Document, lexicon: Lexicon) -> Fact | None:
    """What becomes something else (`[巨噬细胞]从M1型转为M2型`), told behind it; else None."""
    place, view = _claimed(fact, document)
    found = _BECOMES.fullmatch(view) if place else None
    if found is None or place is None:
        return None
    part = _part(fact, document, place.start, place.start + max(found.end("what"), found.end("en")))
    name = _ASIDE.sub("", part.value)
    cells = lexicon.of(TermKind.CELL, TermKind.IMMUNE).mentions(name)
    return part if any(mention.end == len(name) for mention in cells) else None


def toward(fact: Fact, document: Document, lexicon: Lexicon) -> Fact | None:
    """Molecules without what they do to another (`抑制[MMP-1、MMP-13]对胶原的降解`); else None."""
    place, view = _claimed(fact, document)
    found = _TOWARD.fullmatch(view) if place else None
    if found is None or place is None:
        return None
    part = _part(fact, document, place.start, place.start + found.end("what"))
    factors = lexicon.of(TermKind.FACTOR)
    known = [_is_name(one, factors) or _LATIN.fullmatch(one) for one in part.items or (part.value,)]
    return part if all(known) else None


def made(fact: Fact, document: Document, lexicon: Lexicon) -> Fact | None:
    """What a cell is brought to make (`刺激成纤维细胞分泌[IL-6与MMP-3]`), without the cell; else None."""
    place, view = _claimed(fact, document)
    found = _MAKES.fullmatch(view) if place else None
    if found is None or place is None:
        return None
    part, who = (
        _part(fact, document, place.start + found.start("what"), place.end),
        _ASIDE.sub("", view[: found.end("who")]),
    )
    cells = lexicon.of(TermKind.CELL, TermKind.IMMUNE).mentions(who)
    known = [lexicon.mentions(one) or _LATIN.fullmatch(one) for one in part.items or (part.value,)]
    named = any(m.end == len(who) for m in cells) or _LATIN.fullmatch(who)
    return part if named and all(known) else None


def shortened(fact: Fact, document: Document, lexicon: Lexicon) -> Fact | None:
    """A long answer without where its things are, which class they are of, or what of them; else None.

    `增加[结肠组织中ZO-1与Occludin]的表达`, `降低凋亡标志物[STAT1、P53]的表达`: the sentence tells these.
    """
    place, view = _claimed(fact, document)
    if place is None or len(_ASIDE.sub("", view)) <= _LONG or not HAN.search(view):
        return None
    things = lexicon.of(TermKind.FACTOR, TermKind.CELL, TermKind.IMMUNE)
    where, tail = _IN.match(view), lexicon.words.pattern(_TAIL).search(view)
    start, end = where.end() if where else 0, tail.start() if tail else len(view)
    classed = _OF_CLASS.fullmatch(view, start, end)
    if classed and not any(m.start < classed.start("what") < m.end for m in lexicon.mentions(view)):
        start = classed.start("what")
    part = _part(fact, document, place.start + start, place.start + end)
    named = (_ASIDE.sub("", one).strip() for one in part.items or (part.value,))
    by_its_end = lexicon.words.pattern(_NAMED_BY)
    whole = all(
        _is_name(one, things) or _LATIN.fullmatch(one) or by_its_end.fullmatch(match_view(one))
        for one in named
    )
    return part if whole and end - start < len(view) else None


def undoubted(fact: Fact, document: Document, lexicon: Lexicon) -> Fact | None:
    """What is against inflammation, up to the first member of a list that furthers it; None without one."""
    place = fact.answer if fact.kind is FactKind.MECHANISM and _AGAINST in match_view(fact.measure) else None
    known = lexicon.of(TermKind.FACTOR)
    terms = [known.lookup(member) for member in fact.items]
    sound = [*takewhile(lambda term: not _furthers(term), terms)]
    if place is None or len(sound) == len(terms) or not sound:
        return None
    kept, told = fact.items[: len(sound)], document.text(place)
    return replace(fact, value=told[: told.find(kept[-1]) + len(kept[-1])], items=kept)


def _furthers(term: Term | None) -> bool:
    return term is not None and term.attributes.get("furthers") == _FURTHERS


def _is_name(text: str, things: Lexicon) -> bool:
    """Whether all of a text is the name of a thing, in the plural too."""
    return any(m.start == 0 and m.end == len(text) for m in things.mentions(text))


def _claimed(fact: Fact, document: Document) -> tuple[Span | None, str]:
    """Where the answer of a mechanism stands that may be asked for less, and its match view."""
    plain = fact.kind is FactKind.MECHANISM and not fact.measure and "negated" not in fact.flags
    return (fact.answer, match_view(document.text(fact.answer))) if plain and fact.answer else (None, "")


def _part(fact: Fact, document: Document, start: int, end: int) -> Fact:
    """The fact with but a part of its answer."""
    answer = Span(fact.evidence.line, start, end)
    listed = members(document.text(answer))
    return replace(fact, answer=answer, value=document.text(answer), items=listed if len(listed) > 1 else ())


def told_shorter(fact: Fact, document: Document) -> Fact | None:
    """A claim without what its sentence goes on to say, which may tell the answer; None if it ends there."""
    place, whole = fact.answer, fact.evidence
    if fact.kind is not FactKind.MECHANISM or place is None or not whole.start <= place.start:
        return None
    goes_on = _GOES_ON.search(match_view(document.text(Span(whole.line, place.end, whole.end))))
    end = place.end + goes_on.start() if goes_on else whole.end
    return replace(fact, evidence=Span(whole.line, whole.start, end)) if end < whole.end else None


def of_kind(fact: Fact, document: Document, lexicon: Lexicon) -> Fact | None:
    """What is told of a disease's treatment under the heading of one kind of it, in that kind; else None."""
    found = _ITS_TREATMENT.fullmatch(match_view(fact.subject))
    diseases = lexicon.of(TermKind.DISEASE)
    term = diseases.lookup(found["disease"]) if found and not fact.context else None
    if term is None:
        return None
    lines = document.lines[: fact.evidence.line]
    heading = next((line.text for line in reversed(lines) if line.kind is LineKind.HEADING), "")
    kinds = [m for m in diseases.mentions(heading) if m.term is not term and m.term.zh.endswith(term.zh)]
    return replace(fact, context=heading[kinds[0].start : kinds[0].end]) if kinds else None


def widely(fact: Fact, document: Document) -> Fact | None:
    """By what cells act in many diseases, where the sentence says so under the heading of one; else None."""
    if fact.slot != "acts-by" or not fact.context:
        return None
    line, end = document.lines[fact.evidence.line - 1].text, fact.evidence.end
    told = _MANY_DISEASES.match(match_view(line[end:]))
    return replace(fact, slot="acts-widely", context="") if told else None


def by_itself(fact: Fact, document: Document, lexicon: Lexicon) -> Fact | None:
    """A claim without the next clause, which tells what another molecule does; None where it goes on so."""
    place, whole = fact.answer, fact.evidence
    if fact.kind is not FactKind.MECHANISM or place is None or not whole.start <= place.start:
        return None
    behind = document.text(Span(whole.line, place.end, whole.end))
    comma = _CLAUSE.match(match_view(behind))
    other = lexicon.of(TermKind.FACTOR).leading(behind[comma.end() :]) if comma else None
    if comma is None or other is None or not _DOES.match(match_view(behind), comma.end() + other.end):
        return None
    return replace(fact, evidence=Span(whole.line, whole.start, place.end + comma.start("end")))


def narrowings(fact: Fact, document: Document, lexicon: Lexicon | None) -> Iterator[Fact | None]:
    """Other tellings of a fact that is no study's, each None where there is none."""
    yield spared(fact, document)
    yield headed(fact, document, lexicon)
    yield widely(fact, document)
    if lexicon:
        yield of_kind(fact, document, lexicon)
        yield by_itself(fact, document, lexicon)
        yield turned(fact, document, lexicon)
        yield toward(fact, document, lexicon)
        yield made(fact, document, lexicon)
        yield shortened(fact, document, lexicon)
        yield undoubted(fact, document, lexicon)
    yield made_by(fact, document)
