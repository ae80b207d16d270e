"""Parts of a question, as they stand within its sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from sctui.decks.templates import GAP, constant
from sctui.model.fact import Fact, Slot
from sctui.model.language import Language
from sctui.text.match_view import match_view

_ALL = re.compile(r"^(?:all of )?the (?=\S)", re.IGNORECASE)
_TITLE = re.compile(r"[A-Z][a-z]+\b(?!-[A-Z])")  # `Total score`, and not `Fugl-Meyer score`
_INTERVAL = re.compile(
    r"[\s;,，；]*[\[(（]?\s?95\s?%\s?(?:CIs?|confidence intervals?|置信区间|置信區間|可信区间|可信區間)"
    r"(?:\s?[(（](?:95%\s?)?CIs?[)）])?[\s:：,，=]*(?:为|是)?[\[(（]?"
    r"(?P<low>[-–−]?\s?\d[\d.]*)(?P<to>\s?(?:to|至|～|~|-|–|,)\s?)(?P<high>[-–−]?\s?\d[\d.]*)"
)
_BECAME = re.compile(  # `由9.1%降到`, in front of what it became
    r"[由从從自]\s?(?P<was>\d[\d.]*(?:\s?±\s?[\d.]+)?\s?[^\d\s,，;；。由从從]{0,8}?)"
    r"\s?(?:显著|顯著|明显|明顯|逐[渐漸])?(?:[升降增减減长長掉跌回变變提缩縮延改][^,，;；。\d]{0,4}?)?(?:到|至|[为為]|成)了?[约約]?\s?$"
)
_OF_CONTROL = re.compile("对照|安慰剂|假手术|假注射|盐水|对侧|placebo|sham|control|saline|vehicle")
_CLOSED = re.compile(r"\(95% CI [^()]*\)$")
_DIGIT = re.compile(r"\d")
_ARM = (
    r"(?P<arm>(?:[对對]照|安慰[剂劑]|常[规規]治[疗療]|[标標][准準]治[疗療]|假手[术術])[组組]"
    r"(?:[(（][^()（）]{2,16}[)）])?)"
)
_COUNTED = re.compile(  # `12人(80%)`: how many they were
    r"(?P<n>(?<![\d.])\d{1,4}(?:\s?[例名人位眼膝]|(?:\sof\s\d{1,4})?\s(?:patients|participants|people)|\sof\s\d{1,4}))"
    r"(?:患者|病人|患儿)?\s?[(（]\s?占?\s?约?$"
)
_SHARES = frozenset({"share", "share_of"})
_THAN_ARM = r"[于於比](?P<than>[^,，。;；%于於比两兩各]{1,10}[组組](?:[(（][^()（）]{2,16}[)）])?)"
COMPARED = frozenset({"outcome", "change"})  # figures that another arm's figure can stand beside
# characters of `并不会`, `does not yet`, which may stand before a verb, Chinese and English
_LONGEST_NEGATION = 4, 13


_HEADLESS = re.compile(
    r"(?:[还還][会會能可]?|[并並]|且)?(?:分泌|[释釋]放|[产產]生|表[达達]|[诱誘][导導])[^,，。;；]{2,24}[,，]"
)


def with_subject(fact: Fact, quote: str, gap: str) -> str:
    """The clause with its gap, and its subject before it where the clause leaves it out."""
    headless = _HEADLESS.match(gap)
    if headless and fact.subject and gap.startswith(fact.subject, headless.end()):
        return gap[headless.end() :]  # `分泌甲，甲与乙结合`: who secretes it is not told
    if not gap or not fact.subject or says(quote, fact.subject):
        return gap
    space = " " if fact.subject[-1].isascii() and gap[0].isascii() and gap[0] != GAP[0] else ""
    return f"{fact.subject}{space}{gap}"


def what_is_denied(value: str, verb: str) -> str:
    """What a denial denies: the answer behind its negated verb (`不表达`), else all of it."""
    at = match_view(value).find(match_view(verb)) if verb else -1
    return value[at + len(verb) :].strip() if 0 <= at <= _LONGEST_NEGATION[value.isascii()] else value


def small(measure: str) -> str:
    """A measure or a column's title as it stands within an English sentence; names and abbreviations stay."""
    measure = _ALL.sub("", measure)
    return measure[0].lower() + measure[1:] if _TITLE.match(measure) else measure


def with_interval(fact: Fact, behind: str) -> Fact:
    """A figure with its confidence interval, where that stands right behind it; `behind` is what does."""
    found = _INTERVAL.match(behind) if fact.slot in COMPARED and fact.answer else None
    if found is None or fact.answer is None:
        return fact
    low, high = (found[end].replace(" ", "") for end in ("low", "high"))
    evidence = replace(fact.evidence, end=max(fact.evidence.end, fact.answer.end + found.end()))
    return replace(fact, value=f"{fact.value} (95% CI {low} {found['to'].strip()} {high})", evidence=evidence)


def with_comparator(fact: Fact, line: str, language: Language) -> Fact:
    """A figure with what it was before, that of the arm it is set against, and its p value, behind it.

    `line` is the line of the document that the figure stands in. The other arm has the name that it was told
    by, or that the line gives it right before its figure. Behind a part of people stands how many they were.
    """
    counted = _COUNTED.search(line[: fact.answer.start]) if fact.answer and fact.slot in _SHARES else None
    if counted:
        opened, closed = ("（", "）") if language.is_chinese else (" (", ")")
        return replace(fact, value=f"{fact.value}{opened}{counted['n']}{closed}")
    told = fact.told if fact.slot in COMPARED else None
    if told is None or fact.answer is None:
        return fact
    span, beside = fact.evidence, list[str]()
    before = _BECAME.search(line[: fact.answer.start]) if fact.slot == "change" else None
    if before:
        span = replace(span, start=min(span.start, before.start()))
        beside.append(f"原{before['was'].strip()}")
    if told.arm and told.versus:
        at = line.find(told.versus, fact.answer.end)
        if told.versus not in line[span.start : span.end] and at < 0:
            return fact
        if told.versus not in line[span.start : span.end]:
            span = replace(span, end=at + len(told.versus))
        beside.append(_other_arm(told, line, language))
    at = line.find(told.p, fact.answer.end) if told.p else -1
    own = told.versus or not _DIGIT.search(_INTERVAL.sub("", line[fact.answer.end : at]))
    if at >= 0 and own and not _OF_CONTROL.search(match_view(told.arm)):
        span = replace(span, end=max(span.end, at + len(told.p)))
        beside.append(told.p)
    opened, comma, closed = ("（", "，", "）") if language.is_chinese else (" (", ", ", ")")
    value = f"{fact.value}{opened}{comma.join(beside)}{closed}"
    if _CLOSED.search(fact.value):  # behind its interval
        value = f"{fact.value[:-1]}{comma}{comma.join(beside)})"
    return replace(fact, value=value, evidence=span) if beside else fact


def _other_arm(told: Slot, line: str, language: Language) -> str:
    """The figure of the other arm with its name."""
    if not language.is_chinese:
        return f"{told.other or 'other group'}: {told.versus}"
    arm = re.search(rf"(?:{_ARM}|{_THAN_ARM})[^,，。;；%]{{0,10}}?{re.escape(told.versus)}", line)
    named = told.other or (arm["arm"] or arm["than"] if arm else constant("另一组", language))
    return f"{named}{told.versus}"


def says(text: str, part: str) -> bool:
    """Whether a text says a part, whatever the script; nothing is said by no words."""
    return bool(part) and match_view(part) in match_view(text)
