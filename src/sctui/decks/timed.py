"""When results were looked at, and how much was given to whom: asked so that one answer is right."""

from __future__ import annotations

import re
from dataclasses import replace

from sctui.decks.quoting import mended
from sctui.model.document import Document
from sctui.model.fact import Fact
from sctui.text import literal
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN
from sctui.text.sentence import sentences

# what was measured at the time in front, which is the better question
_FIGURE = re.compile(
    r"\d(?:\.\d+)?\s?(?:%|例|人|名|位|mm|毫米|毫升|ml|mmhg|米|个|倍)|\d+\s?/\s?\d+(?!期)|[−–-]\s?\d|\d分(?![的者]|以)"
    r"|[高低长短多少升降]\s?\d|[一二三四五六七八九]成|(?:有|^)?[1一]\s?[例名位人]"
)
_ONE = re.compile(r"(?:^|[^\d])[1一]\s?[例名位人](?!以)")
# `多数3天内缓解`: of what is told before
_PASSED = re.compile("[内后]?(?:自行)?(?:缓解|消退|消失|恢复|好转|痊愈)")
_OF_NOTHING = re.compile("(?:^|[,;])(?:均|都|多数?|一般|大多|皆)?(?:在|于)?$")
_PRIMARY = re.compile(r"\bprimary (?:end-?point|outcome)s?\b")
_FOLLOWED = re.compile(r"\bfollow(?:ed)?[- ]?up\b|\bwere followed\b")
_NO_LOOK = re.compile(
    r"\b(?:cross(?:ed)?[- ]?over|repeat\w*|given|again|dos\w+|infus\w+|inject\w+|laps\w+|support|expir\w+)"
    r"\s(?:at|after|on|for|over|every)?\s?$|\bover\s$"
)
_TIME = re.compile(
    r"\b(?:at|by|after|to|until|within|for)\s(?:a median (?:of )?|(?:the )?)(?P<a>(?:day|week|month|year) \w+"
    r"|[\w.]+[- ](?:day|week|month|year)s?)\b|\b(?P<b>[\w.]+-(?:day|week|month|year))\b|\bat (?P<c>\d+ mo)\b"
)
_PER = re.compile(
    r"(?:(?:不低于|不少于|至少|约|大约|近|超过|最多|共|总量|每(?:次|侧|髋|眼|膝|公斤|千克|kg|剂|支|瓶|点|只|平方公分|平方厘米|cm[2²])(?:注射|输注|移植|给予)?)\s?)+$"
)
_POWER = r"\d[\d.]*\s?[×xX*]\s?10\s?\^?[\d⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}\s?(?:个|/kg)?"
_LISTED = re.compile(rf"(?:{_POWER}\s?[、/]\s?)+$")
_MORE = re.compile(rf"(?:\s?[、/]\s?{_POWER})+")
_GROUP = re.compile(
    r"(?P<arm>(?:[低中高](?:剂量)?[A-Za-z-]{0,10}|单次|[一二两三]次|(?<![A-Za-z])[A-D])组)"
    r"\s?(?:\d+\s?[人例名位])?\s?[,，(（]?\s?[^,，。;；组()（）\d]{0,12}$"
)
_DILUTED = re.compile(r"\d.*(?:细胞|cells?)\s?(?:/|每)\s?\d*\s?(?:ml|毫升)")
_VOLUME = re.compile(r"(?:约|共|每次)*\s?[\d.]+\s?(?:ml|毫升)(?:/次|每次)?")  # however many cells it has


def as_timed(fact: Fact, document: Document) -> Fact | None:
    """A time as it is asked for; None where another question is the better one, or has the same answer.

    `56 months` is when one thing was looked at, of a study that looked at others at other times.
    """
    if fact.answer is None or fact.slot not in {"when", "followup"}:
        return fact
    text = document.lines[fact.answer.line - 1].text
    if fact.slot == "when":
        behind = match_view(text[fact.answer.end : fact.evidence.end])
        before = match_view(text[fact.evidence.start : fact.answer.start])
        of_what = _PASSED.match(behind) and _OF_NOTHING.search(before)
        return None if of_what or _FIGURE.search(behind) or _ONE.search(before) else fact
    if HAN.search(text):
        return fact
    view = match_view(text)
    start = max((one.start for one in sentences(text) if one.start <= fact.answer.start), default=0)
    before = view[start : fact.answer.start]
    if _NO_LOOK.search(before):
        return None
    if _PRIMARY.search(before):
        return replace(fact, slot="followup_primary")
    times = {literal.sub(r"[- ]|s$", "", one["a"] or one["b"] or one["c"]) for one in _TIME.finditer(view)}
    return None if len(times) > 1 and not _FOLLOWED.search(before) else fact


def of_fluid(fact: Fact) -> Fact | None:
    """A dose that is none: how many cells a fluid has, or how much of it there was; else None."""
    view = match_view(fact.value) if fact.slot == "dose" else ""
    slot = "concentration" if _DILUTED.search(view) else "volume" if _VOLUME.fullmatch(view) else ""
    return replace(fact, slot=slot) if slot else None


def dosed(fact: Fact, document: Document) -> Fact:
    """A dose with what it is per, its reserve, and those listed beside it; of its group, if that is named."""
    place = fact.answer
    if fact.slot != "dose" or place is None or not HAN.search(document.lines[place.line - 1].text):
        return fact
    text = document.lines[place.line - 1].text
    before, behind = match_view(text[: place.start]), match_view(text[place.end :])
    found, more = _LISTED.search(before) or _PER.search(before), _MORE.match(behind)
    if found or more:
        place = replace(
            place, start=found.start() if found else place.start, end=place.end + (more.end() if more else 0)
        )
        start, end = min(fact.evidence.start, place.start), max(fact.evidence.end, place.end)
        whole = replace(fact.evidence, start=start, end=end)
        fact = replace(fact, value=mended(document, place), answer=place, evidence=whole)
    group = _GROUP.search(before[: place.start])
    if group and not more and not (found and found.re is _LISTED):
        return replace(fact, slot="dose_of", subject=text[slice(*group.span("arm"))])
    return fact
