"""Which of its patients a study counts something among: a group that the sentence names before the number."""

from __future__ import annotations

import re
from dataclasses import replace

from sctui.decks.templates import constant
from sctui.model.document import Document
from sctui.model.fact import Fact
from sctui.text.match_view import match_view

# of whom something is counted: `接受X的50名患者中，`
_AMONG = re.compile(
    r"(?P<who>(?:接受|使用|采用|採用)[^,，。;；]{2,28}?的?\d+[名例位](?:患者|参与者|參與者)?)中[,，]"
    r"(?:[^。;；]*[;；,，]其中|[^。;；]*)$"
)
# `37例患者达到缓解, 随后有9例复发`: nine of the 37
_OF_THESE = re.compile(
    r"(?P<who>\d+\s?[名例位](?:患者|病人))(?P<did>[达達][到至][^,，。;；、]{2,14}?)(?:[状狀][态態])?[,，]"
    r"(?:[随隨隨][后後]|其[后後]|此[后後])有?$"
)
# … `随后有9例复发,5年总复发率为24%`: of the 37 as well
_PART_OF_THESE = re.compile(
    r"(?P<whole>\d+)\s?[名例位](?P<people>患者|病人)(?P<did>[达達][到至][^,，。;；、]{2,14}?)(?:[状狀][态態])?[,，]"
    r"(?:[随隨隨][后後]|其[后後]|此[后後])有?(?P<part>\d+)\s?[名例位](?:患者|病人)?(?P<what>[^,，。;；\d]{2,6})[,，]"
)
# `第28天的客观缓解率为70%,其中16例`: of those with the response
_OF_RESPONDERS = re.compile(
    r"(?P<when>第\s?\d+\s?(?:天|[周週]|[个個]月))?的?(?P<did>[^,，。;；的\d]{0,4}(?:[缓緩]解|[应應]答|反[应應]))率"
    r"[^,，。;；]{1,10}[,，]其中(?:\d+\s?[名例位][^,，。;；]{2,12}[,，])*$"
)
# `接受X的50名患者中, … 在这些患者中`
_THESE = re.compile("[这這]些(?:患者|病人|参与者|參與者)")
_TREATED = re.compile(
    r"(?P<who>(?:接受|使用|采用|採用)[^,，。;；]{2,28}?)的?\d+[名例位](?P<people>患者|病人|参与者|參與者)中[,，][^。]*$"
)
_RECEIVED = re.compile(
    r"(?P<who>(?:接受|使用|采用|採用)[^,，。;；]{2,28}?)的(?P<people>患者|病人|参与者|參與者)中?[,，]?$"
)
_PERCENT = re.compile(r"(?P<rate>\d+(?:\.\d+)?)\s?%")
_NEAR = 80  # characters before a figure in which its group is named
# `首位患者恢复了A,30天后B`: of one, and not of the study
_FIRST = re.compile(r"(?P<who>首[位例名](?:患者|病人|受试者))[^。;]*,其?$")
# `一些接受X的患者,其Y上升`
_SOME = re.compile(r"(?P<who>一些|部分|少数|个别)[^,。;]{0,20}(?:患者|病人),其?$")


def of_whom(fact: Fact, document: Document) -> str:
    """Those among whom something is counted, told before the number; empty when they are not."""
    if fact.answer is None or fact.slot not in {"count", "share", "safety"}:
        return ""
    line, start = document.lines[fact.answer.line - 1].text, fact.answer.start
    if fact.slot == "safety":
        these = _THESE.search(document.text(fact.evidence))
        pooled = fact.study is not None and fact.study.get("kind") == "review"
        treated = (
            _TREATED.search(line[:start]) if these else _RECEIVED.search(line[:start]) if pooled else None
        )
        return f"{treated['who']}的{treated['people']}" if treated else ""
    before = line[max(0, start - _NEAR) : start]
    told = _AMONG.search(before)
    if told:
        return told["who"]
    if responders := _OF_RESPONDERS.search(before):
        when = (responders["when"] or "").replace(" ", "")
        return f"{when}{responders['did']}的患者"
    of = _OF_THESE.search(before)
    return f"{of['did']}的{of['who']}".replace(" ", "") if of else ""


def of_part(fact: Fact, document: Document) -> Fact | None:
    """A rate of what some of a group did, told of that group where its numbers make just that rate."""
    if fact.slot != "outcome" or fact.answer is None:
        return None
    before = document.lines[fact.answer.line - 1].text[: fact.evidence.start]
    told, rate = _PART_OF_THESE.search(before), _PERCENT.fullmatch(match_view(fact.value).strip())
    if told is None or rate is None or told["what"] not in fact.measure or before[told.end() :].strip():
        return None
    if round(100 * int(told["part"]) / int(told["whole"])) != round(float(rate["rate"])):
        return None
    counter = told[0][len(told["whole"]) :].lstrip()[0]
    group = f"{told['did']}的{told['whole']}{counter}{told['people']}的"
    return replace(fact, measure=f"{group}{fact.measure}")


def of_some(fact: Fact, document: Document) -> Fact:
    """A result that the source tells of its first patient, or of some, told of these; others as they are."""
    place, line = fact.evidence, document.lines[fact.evidence.line - 1].text
    told = line.find(fact.measure, place.start) if fact.measure else place.start
    near = max(0, told - _NEAR)
    before = line[near:told] if told >= 0 else ""
    view = match_view(before)
    who = _FIRST.search(view) or _SOME.search(view)
    if who is None or match_view(fact.measure).startswith(who["who"]):
        return fact
    if not fact.measure:
        return replace(fact, evidence=replace(place, start=near + who.start("who")))
    people = constant("患者", document.language) if who.re is _SOME else ""
    name = f"{before[slice(*who.span('who'))]}{people}{constant('的', document.language)}"
    return replace(fact, measure=f"{name}{fact.measure}")
