"""Words that narrow the question for a mechanism: which kind of thing, of what class, when it is seen."""

from __future__ import annotations

import re

from sctui.decks.asked_kind import AskedKind, asks_kind
from sctui.decks.hints import how_many
from sctui.decks.templates import constant
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.fact import Fact
from sctui.model.language import Language
from sctui.text.match_view import match_view

_BY = "什么"
# what a way is called by its last word; the kinds of things are the lexicon's
_WAY = re.compile("(?:作用|机制|途径|方式)$")
_MANNER, _HOW = (
    re.compile("(?:旁|自)分泌|(?:细胞间|直接)?接触"),
    "什么方式",
)  # of all that cells do, and no pathway
# `免疫调节和免疫重建等机制`: what the list is of
_CLASS = re.compile(
    "等(?:多种|各种|多个|一些)?(?P<class>(?:作用|免疫|细胞)?(?:机制|途径|方式|作用|手段)|[^,，、。;；的等]{0,4}(?:分子|因子|通路|信号|蛋白))"
)
# the sentence behind says when a property shows itself, and how: `X具有Y性。当A时,X会B`
_SHOWN = (
    r"[。;]\s?(?:[^。;]{{2,24}}[。;]\s?)?(?:(?P<once>当?[^,。;]{{2,16}}时),)?"
    r"{subject}(?P<shown>(?:可以?|能够?|会|自发|主动)[^,。;]{{4,28}})[,。;]"
)
# `通过分化成X助力Y`: what it is for
_DONE = r"(?:通过|经由?)分化(?:为|成为?){value}(?P<done>(?:来|以)?[^,。;]{{4,24}})"
_MEASURED = re.compile("(?P<what>.+?)(?P<head>水平|数量|功能|密度|体积|面积|表达|活性|浓度|评分|厚度)")
_HOW_FAR = re.compile("^(?:显著|明显|大幅|逐渐|进一步|快速|部分)地?")
# where a factor does what is told of it, which is not what it is
_AT = re.compile("(?:进入|到达|(?:迁移|归巢|聚集)[至到于])(?P<at>[^,;。]{1,8}(?:组织|器官|部位))的")
_ORGAN = "(?P<organ><:organ.zh>)的?(?:纤维化|炎症|硬化|瘢痕形成|水肿)"
_BRACKET = re.compile(r"\s*[(（][^()（）]*[)）]")


def named(subject: str, lexicon: Lexicon | None) -> str:
    """What a question calls a disease that a text gives a wrong name: its abbreviation (`misnomer`)."""
    term = lexicon.of(TermKind.DISEASE).lookup(subject) if lexicon else None
    listed = term.attributes.get("misnomer", "").split(",") if term else ()
    pairs = (entry.strip().partition("=") for entry in listed)
    return next((short for short, _, name in pairs if name and name == match_view(subject)), subject)


def by(fact: Fact, kinds: AskedKind | None, language: Language) -> str:
    """By what kind of thing something is done (`哪种受体`, `哪两种作用`); `什么` where none is known."""
    if _MANNER.match(match_view(fact.value)):
        return constant(_HOW, language)
    told = kinds.of(fact.value) if kinds else ""
    if asks_kind(told):
        return told
    way = _WAY.search(match_view(fact.value))
    return f"{how_many(fact, language)}{fact.value[way.start() :]}" if way else constant(_BY, language)


def class_of(fact: Fact, line: str) -> str:
    """What a list that goes on is of, as the line says behind it."""
    found = _CLASS.match(match_view(line[fact.answer.end :])) if fact.answer else None
    return line[fact.answer.end :][slice(*found.span("class"))] if found and fact.answer else ""


def once(fact: Fact, line: str) -> str:
    """When a property shows itself."""
    return _of_sentence_behind(fact, line, "once")


def shown(fact: Fact, line: str) -> str:
    """How a property shows itself, as the sentence behind tells it."""
    return _of_sentence_behind(fact, line, "shown")


def _of_sentence_behind(fact: Fact, line: str, part: str) -> str:
    behind = line[fact.evidence.end :]
    pattern = _SHOWN.format(subject=re.escape(match_view(fact.subject)))
    found = re.match(pattern, match_view(behind)) if fact.subject else None
    return behind[slice(*found.span(part))] if found and found[part] else ""


def done(fact: Fact, quote: str) -> str:
    """What becoming something is for."""
    found = re.search(_DONE.format(value=re.escape(match_view(fact.value))), match_view(quote))
    return quote[slice(*found.span("done"))] if found else ""


def indicator(fact: Fact, kinds: AskedKind | None, language: Language) -> str:
    """Which kind of measure changed (`哪种激素的水平`)."""
    found = _MEASURED.fullmatch(match_view(fact.subject))
    told = kinds.of(_BRACKET.sub("", fact.subject[: found.end("what")])) if found and kinds else ""
    if found and asks_kind(told):
        return f"{told}{constant('的', language)}{fact.subject[found.start('head') :]}"
    return constant("哪项指标", language)


def turned(fact: Fact) -> str:
    """Which way a measure turned, without how far."""
    far = _HOW_FAR.match(match_view(fact.value))
    return fact.value[far.end() :] if far else fact.value


def where(fact: Fact) -> str:
    """The part of the body that a description is true of (`把白细胞引入皮肤组织的因子`); empty for none."""
    found = _AT.search(match_view(fact.value)) if fact.slot == "definition" else None
    return fact.value[slice(*found.span("at"))] if found else ""


def organ(fact: Fact, lexicon: Lexicon | None) -> str:
    """The organ that an answer begins with, where what befalls it is suppressed (`肝脏纤维化`)."""
    if fact.slot != "acts-on" or match_view(fact.measure) != "抑制" or lexicon is None:
        return ""
    found = lexicon.words.pattern(_ORGAN).fullmatch(match_view(fact.value))
    return fact.value[: found.end("organ")] if found else ""
