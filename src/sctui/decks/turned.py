"""A bare change turned round: not how something changed, which can be guessed, but what changed so."""

from __future__ import annotations

import re
from dataclasses import replace

from sctui.decks.quoting import plain
from sctui.model.document import Document
from sctui.model.fact import Fact
from sctui.model.language import Language
from sctui.text.enumeration import members
from sctui.text.match_view import match_view

_SLOTS = frozenset({"change_word", "state_change", "state_differs", "state_against"})
# several things that stayed as they were, or alike in two groups: which, is not to be guessed
_SAME = re.compile(r"(?:均|都|也)?(?:无|没有|未见)(?:显著|明显|统计学)*的?(?:差异|差别|变化|改变)")
_CHANGE = re.compile(
    r"(?:均|都)?(?P<change>(?:较(?:治疗前|基线|之前))?(?:仍|有所?|得到|得以|呈)?(?:了)?"
    r"(?:显著|明显|大幅|逐渐|持续|较大|进一步)*的?"
    r"(?:改善|缓解|减轻|降低|下降|减少|升高|上升|增加|提高|延长|恢复|好转|提升|回升|增大|缩小|保持稳定)"
    r"(?:趋势)?|(?:显著|明显)*[低高优]于(?:治疗前|基线|对照组?))"
)
_SPAN = r"[\d一二三四五六七八九十两半]+\s?个?(?:年|月|周|天|日|小时)?"  # `治疗后1年和3年`, `治疗后第3、6个月`
_WHEN = (
    r"在?(?:治疗|移植|注射|输注|干预|给药|术)[后前][^,，、和与及的\d]{0,2}"
    rf"(?:{_SPAN}[、和与及至-])*{_SPAN}(?<=[年月周天日时])[时内]?"
    rf"|在?第\s?{_SPAN}(?<=[年月周天日])末?时?"
)
# the arm and the time that stand before what was measured, and the time behind it
_BEFORE = re.compile(
    rf"(?P<before>(?:[^,，、的]{{0,16}}组(?:患者|病人)?(?:的|在)?)?(?:(?:{_WHEN})[,，]?的?)?)"
)
_BEHIND = re.compile(rf"(?P<behind>(?:{_WHEN}))$")
_ALSO = re.compile("(?:[也亦]|同样|同樣)+$")
_OTHER_TIME = re.compile(rf"(?:,?以及|和|及|与)(?:{_WHEN})的")
_WAYS = (
    re.compile("降|下降|减|低于|缩小|缩短"),
    re.compile("升|增|提高|高于|延长|回升"),
    re.compile("改善|缓解|好转|恢复|优于|减轻|消"),
    re.compile("稳定"),
)
# what a treatment did to something that is measured (`显著降低了X`)
_DID = re.compile(
    r"(?P<did>(?:显著地?|明显地?|有效地?|大大|大幅|进一步|持续)*(?:降低|减少|提高|增加|提升|减轻|缩小|延长))了?"
)
_FIRST = re.compile("(?P<who>(?:首[例位名个]|第一[例位名个])(?:患者|病人|受试者))")
_ARM, _TREATED = re.compile("[^,，、的]{0,16}组"), re.compile("(?:治疗|试验|实验|观察|干预|移植)组")
_VAGUE = re.compile(
    r"(?i:患者|病人|多名患者|治疗前|体内|临床|疾病|相关|主要|各项|多项|的|RA|SLE|MS|CD|UC|T1DM|AS)*"
    r"(?:症状|病情|指标|情况|状况|体征)(?:[、和与及](?:症状|体征|病情|生活质量))*"
)
_TIME = re.compile(
    r"(?P<when>在?[^,，。:：\d]{1,4}[后後]第?[\d一二三四五六七八九十两兩半]+[个個]?(?:年|月|[周週]|天)[时時]?)[,，]"
)
_IN_FRONT = re.compile(
    r"(?P<when>(?:在?第)?\s?\d{1,3}\s?[个個]?(?:年|月|[周週]|天)[时時末]"
    r"|在?第\s?\d{1,3}\s?[个個]?(?:年|月|[周週]|天))[,，]"
)
_AT = re.compile(
    r"(?:^|[,，:：])(?P<when>在?[^,，\d]{0,8}\d{1,3}\s?[个個]?(?:年|月|[周週]|天)"
    r"[^,，]{0,3}[中時时內内後后間间末])(?=[,，])"
)
# `在移植前,有39名患者接受了…`: when a group of the patients was given something
_BEFORE_TREATED = re.compile(
    r"(?:^|[,，。;；])(?P<when>在?[^,，。;；\d]{0,16}(?:移植|治[疗療]|注射|[输輸]注|手[术術])[前后後])[,，]$"
)
_LONGEST_WHOLE = 56  # characters of a list of which three are asked for
_COMMA, _LATER = re.compile("[,，。;；]"), re.compile(r"[后前时内]|\d\s?[年月周天]")
_INCLUDING = re.compile(r"[,，]\s?(?:例如|包括|包含|如)(?P<list>[^,，。;；:：]{3,56}?等?)(?=[。;；]|$)")
_SENTENCE_END = re.compile("[。;；]")
_OF_PEOPLE = frozenset({"share", "count", "share_of", "count_of"})
_WHOSE = re.compile(r"(?:患者|病人)的?(?:体内的?)?")  # the patients are those of the study
_LEAST = 2  # characters of what was measured that are still a name


def at_its_time(fact: Fact, quote: str) -> str:
    """What was measured, behind the time that stands in front of the clause (`治疗后1年，X`)."""
    measure, when = plain(fact.measure), _when(fact, quote) if fact.answer else ""
    return f"{when}，{measure}" if when and measure and fact.slot not in _OF_PEOPLE else measure


def time_of_count(fact: Fact, quote: str, line: str) -> str:
    """The time in front of a clause that counts people, which is asked before them; empty for none."""
    if fact.slot == "arm":
        given = _BEFORE_TREATED.search(line[: fact.evidence.start])
        return given["when"] if given else ""
    if fact.answer is None or fact.slot not in _OF_PEOPLE:
        return ""
    return _when(fact, quote) or _time_before(fact, line[: fact.evidence.start])


def _time_before(fact: Fact, before: str) -> str:
    """The clause of the same sentence that gives the time of a result (`在5年隨訪中`)."""
    time = fact.told.time if fact.told else ""
    if not time or time in fact.measure:
        return ""
    told = [found["when"] for found in _AT.finditer(_SENTENCE_END.split(before)[-1]) if time in found["when"]]
    return told[-1] if told else ""


def _when(fact: Fact, quote: str) -> str:
    time = (_TIME.match(quote) or _IN_FRONT.match(quote)) if fact.study else None
    return time["when"] if time and match_view(time["when"]) not in match_view(fact.measure) else ""


def _told_time(fact: Fact) -> str:
    time = fact.told.time if fact.told else ""
    return f"在{time}" if time and time not in fact.measure else ""


def what_changed(fact: Fact, language: Language, quote: str) -> Fact | None:
    """The question for what changed in a known way; None where how it changed is the better question.

    The fact's `measure` is then the change with its arm and time, its value what was measured.
    """
    if not language.is_chinese or fact.slot not in _SLOTS:
        return None
    told, view = match_view(fact.value), match_view(fact.measure)
    change = _CHANGE.fullmatch(told)
    if change is None and not _SAME.fullmatch(told):
        return None
    before = _BEFORE.match(view)
    start = before.end() if before else 0
    behind = _BEHIND.search(view, start)
    end = behind.start() if behind else len(view)
    whose = _WHOSE.match(view, start, end)
    what = _ALSO.sub("", fact.measure[whose.end() if whose else start : end]).strip(" ,，的")
    if len(what) < _LEAST or is_vague(what):
        return None
    what = _whole_list(what, fact.value, quote)
    if change is None and len(members(match_view(what))) < _LEAST:
        return None
    said = fact.value[slice(*change.span("change"))] if change else fact.value
    time = fact.measure[end:] if behind else _when(fact, quote) or _told_time(fact)
    return replace(
        fact,
        slot="changed",
        subject=fact.measure[:start].strip(" ,，的在"),
        value=what,
        measure=f"{time}{said}",
        answer=None,
    )


def _whole_list(what: str, change: str, quote: str) -> str:
    """What changed with all that the sentence lists, where a question had room for some of it alone."""
    told = what.removesuffix("等")
    at = quote.find(told) if told != what else -1
    end = quote.find(change, at + len(told)) if at >= 0 else -1
    whole = quote[at:end].strip(" ,，的") if end > at else ""
    if _OTHER_TIME.match(match_view(whole), len(told)):
        return told  # what else changed did so at another time
    more = _COMMA.search(whole) or _LATER.search(match_view(whole[len(told) :]))
    return whole if 0 < len(whole) <= _LONGEST_WHOLE and not more else what


def listed_behind(fact: Fact, document: Document) -> Fact | None:
    """Of what is but `the symptoms` those that stand listed behind the change (`症状改善,包括A、B等`)."""
    if fact.slot != "change_word" or fact.answer is None or not is_vague(fact.measure):
        return None
    line, at = document.lines[fact.answer.line - 1].text, fact.answer.end
    listed = _INCLUDING.match(match_view(line), at)
    if listed is None or len(members(listed["list"])) < _LEAST:
        return None
    evidence = replace(fact.evidence, end=max(fact.evidence.end, listed.end("list")))
    value = line[slice(*listed.span("list"))].strip()
    said = bare_change(fact) or fact.value
    return replace(
        fact, slot="changed", subject="", value=value, measure=said, answer=None, evidence=evidence
    )


def way_of(change: str) -> int:
    """Which way something went: down, up, for the better, or not at all; -1 where that is not known."""
    view = match_view(change)
    found = ((at.start(), way) for way, pattern in enumerate(_WAYS) if (at := pattern.search(view)))
    return min(found, default=(0, -1))[1]


def arm_of(whose: str) -> str:
    """The arm in which something changed, without the time; empty for those who were treated."""
    arm = _ARM.match(match_view(whose))
    return whose[: arm.end()] if arm and not _TREATED.match(match_view(whose)) else ""


def bare_change(fact: Fact) -> str:
    """How something changed, without where and when; empty where that is not a known way."""
    change = _CHANGE.fullmatch(match_view(fact.value))
    return fact.value[slice(*change.span("change"))] if change else ""


def what_was_done(fact: Fact, language: Language, line: str) -> Fact | None:
    """The question for what a treatment changed (`治疗显著降低了什么？`), or the first patient got back."""
    if not language.is_chinese or fact.slot != "effect" or fact.answer is None or not fact.measure:
        return None
    first = first_patient(fact, line)
    what = fact.measure.removeprefix(first).removeprefix("的") if first else fact.measure
    at = fact.value.rfind(what)
    if at < 1 or not (first or _DID.match(match_view(fact.value))):
        return None
    said = fact.value[:at].removesuffix("了")
    return replace(fact, slot="did", subject=first, value=what, measure=said, answer=None)


def first_patient(fact: Fact, line: str) -> str:
    """The words for the first patient, where a sentence tells of nobody else."""
    before = _SENTENCE_END.split(line[: fact.answer.start])[-1] if fact.answer else ""
    told = _FIRST.search(match_view(before))
    return before[slice(*told.span("who"))] if told and not _FIRST.search(match_view(fact.value)) else ""


def is_vague(measure: str) -> bool:
    """Whether what was measured, in whatever arm, is a word for anything (`症状`, `治疗组患者的病情`)."""
    view = match_view(measure)
    before = _BEFORE.match(view)
    return bool(_VAGUE.fullmatch(view[before.end() if before else 0 :].strip(" ,，的")))
