"""What a result is true of: the arm, the time point, the comparator's value and the p value beside it.

Only the words of the result's own sentence are read, and the p value only beside the result: a figure that
another clause gives another arm is not brought over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sctui.facts.trials.followups import followups
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.model.quick import quick
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN
from sctui.text.quantity import Quantity, QuantityKind

_RESULTS = re.compile("outcome|change|share|count|state|effect|caused|duration|safety|adverse")
_ARM = re.compile(
    r"(?P<zh>[a-z0-9+\-/一-鿿]{0,14}?(?<!分为)(?<!分成)组(?![织成合胺别蛋分间]))"
    r"|\b(?:in|for|of|with)\s(?:the\s)?(?P<en>(?:[\w-]+\s){1,3}(?:group|arm|cohort)(?:\s\d)?)\b"
    r"|\b(?P<numbered>(?:group|cohort|arm)\s(?:\d|[a-d]\b))"
    r"|\b(?:with|in|on|receiving)\s(?P<drug>placebo|sham|control)\b"
)
_LEAD = re.compile(
    "^(?:尽管|虽然|而|但|其中|在|与|和|较|相比|对(?!照)|优于|高于|低于|多于|少于|将|每|由|是|及|的|显著|明显)+"
)
_BOTH = re.compile("^(?:两|各|三|每|几|小|多)?组$")
_WITHOUT_GROUP = re.compile(r"(?P<arm>安慰剂|假手术|假注射|生理盐水)(?=的|[^组]{0,3}率)")
_VERSUS = re.compile(
    r"[)\]]?\s?[,(]?(?:[^,。;()\d]{0,14}?(?:优于|高于|低于|多于|少于|大于|小于|好于|长于|短于|相比|而|对比)"
    r"|\s?(?:vs\.?|versus|compared (?:with|to)|against|than)\s)(?P<who>[^,。;\d]{0,30}?)(?:的|[为是仅:])*\s?$"
)
_IN_BETWEEN = re.compile(r"[)\]]?\s?(?:in|with|for)?\s?(?:the\s)?[\w\s-]{0,30}?\s?(?:vs\.?|versus)\s?$")
# `治疗组升高4.6 g/L,对照组升高2.1 g/L`, `…,对照组由0.60升到0.63`
_CONTROL_BEHIND = re.compile(
    r"(?:\s?\([^()]{0,24}\))?[,;]\s?(?:而|但)?(?:对照|安慰剂|假手术|假注射|盐水|空白|常规(?:治疗)?|标准治疗)组(?:患者)?的?"
    r"(?:则|仅|只|也|平均|约|为|是|有)*(?:[由从]\s?\d[\d.±\s]*[^,;\d]{0,8}?)?"
    r"(?P<turn>(?:升高|增加|提高|上升|降低|下降|减少|改善|缩短|延长|[升降增减])(?:到|至|为|了)?|[变改]?[到至为])?\s?(?:仅|只|约)?(?=\d)"
)
_INTERVAL = re.compile(
    r"\s?[,;(\[(]{0,2}\s?(?P<ci>\d{2}(?:\.\d)?\s?%\s?(?:ci|confidence interval|置信区间|可信区间)"
    r"(?:为|was|of|[\s:,=])*"
    r"[-−–]?\d+(?:[.·]\d+)?\s?%?(?:\s?[-–—~至,]\s?|\sto\s)[-−–]?\d+(?:[.·]\d+)?\s?%?)"
)
_ACROSS = re.compile(r"\b(?:ratio|risk) for\b|\bdifference in\b|(?:风险|比值|优势|危险)比|均数差")
_AT = re.compile(r"\b(?:at|after|by|within|over|during|for|first|last|of)\s(?:a\s|the\s)?$")
_NEAR = 48  # characters between a result and the comparator's value, or its p value


@quick
@dataclass(frozen=True, slots=True)
class Circumstance:
    """Arm, time point, comparator's value, p value and interval, as written; empty where nothing is said."""

    arm: str = ""
    time: str = ""
    versus: str = ""
    p: str = ""
    interval: str = ""


def circumstance(statement: Statement, item: Found) -> Circumstance:
    """What the sentence says around a result; nothing for other slots."""
    if not _RESULTS.match(item.slot):
        return Circumstance()
    start, _ = item.evidence or (item.start, item.end)
    across = _ACROSS.search(match_view(item.measure))  # the arms against each other
    arm = "" if across else item.arm or _arm(statement, item, min(start, item.start))
    versus = item.versus or _versus(statement, item)
    p = item.p or _p_value(statement, item, versus)
    return Circumstance(arm, _time(statement, item), versus, p.strip(), _interval(statement, item))


def _arm(statement: Statement, item: Found, start: int) -> str:
    """The group that the measure names; or the last before the value in its clause, or the one behind it."""
    own = [
        m for m in _ARM.finditer(match_view(item.measure)) if not _BOTH.match(_LEAD.sub("", m["zh"] or ""))
    ]
    if len(own) == 1 and own[0]["zh"]:
        name = item.measure[slice(*own[0].span("zh"))]
        lead = _LEAD.match(own[0]["zh"])
        return name[lead.end() if lead else 0 :]
    alone = _WITHOUT_GROUP.match(match_view(item.measure))
    if alone:
        return item.measure[slice(*alone.span("arm"))]
    named = [
        m
        for m in _ARM.finditer(statement.seen(start, item.start))
        if not _BOTH.match(_LEAD.sub("", m["zh"] or ""))
    ]
    if named:
        return _name(statement, named[-1], start)
    behind = _ARM.match(statement.seen(item.end, item.end + _NEAR).lstrip(" "))
    return _name(statement, behind, item.end + 1) if behind and not behind["zh"] else ""


def _name(statement: Statement, match: re.Match[str], offset: int) -> str:
    group = next(name for name in ("zh", "en", "numbered", "drug") if match[name])
    start, end = (offset + at for at in match.span(group))
    lead = _LEAD.match(statement.seen(start, end))
    return statement.raw(start + (lead.end() if lead else 0), end).strip()


def _time(statement: Statement, item: Found) -> str:
    """The time point of the clause, or the one that the sentence named last before it."""
    if item.slot == "duration":
        return ""
    clause = statement.clause_at(item.start)
    times = [found for found in followups(statement) if not item.start <= found.start < item.end]
    inside = [found for found in times if clause.start <= found.start < clause.end]
    before = [found for found in times if found.end <= item.start]
    chosen = (inside or before)[-1:] if inside or before else []
    if chosen:
        return statement.raw(chosen[0].start, chosen[0].end)
    told = [
        q
        for q in statement.counted(QuantityKind.TIME)
        if clause.start <= q.start and q.end <= item.start and _is_at(statement, q)
    ]
    return statement.raw(told[-1].start, told[-1].end) if told else ""


def _is_at(statement: Statement, time: Quantity) -> bool:
    """Whether a time is told as one at which something was; `6-minute walk` is a test."""
    english = statement.seen(time.start, time.end).isascii() and not HAN.search(statement.view)
    return not english or bool(_AT.search(statement.seen(statement.start, time.start)))


def _versus(statement: Statement, item: Found) -> str:
    """The figure of the same kind that the result is set against."""
    own = _at(statement, item.start, item.end)
    if own is None:
        return ""
    control = _CONTROL_BEHIND.match(statement.view, item.end - statement.start)
    for other in statement.quantities:
        if control and other.number == statement.start + control.end():
            start = other.start
            if control["turn"] and opposed(control["turn"], match_view(item.measure)):
                start = statement.start + control.start("turn")  # `…下降13%,对照组上升4%`
            return statement.raw(start, other.end) if other.kind is own.kind else ""
        if control or other.start < item.end or other.kind is not own.kind:
            continue
        between = statement.seen(item.end, other.start)
        told = len(between) <= _NEAR and (_VERSUS.match(between) or _IN_BETWEEN.match(between))
        return statement.raw(other.start, other.end) if told else ""
    return ""


def opposed(turn: str, measure: str) -> bool:
    """Whether a figure went one way, and what a measure says the other (`升高`, `评分下降`)."""
    ways = [re.findall("[升增提高涨延回多]|[降减缩低少短掉跌]", text[-4:]) for text in (turn, measure)]
    up = [one[-1] in "升增提高涨延回多" for one in ways if one]
    return len(up) == len(ways) and up[0] is not up[1]


def _at(statement: Statement, start: int, end: int) -> Quantity | None:
    return next((q for q in statement.quantities if start <= q.start and q.number < end), None)


def _interval(statement: Statement, item: Found) -> str:
    """The confidence interval directly behind the value, with its level."""
    found = _INTERVAL.match(statement.view, item.end - statement.start)
    return statement.text[slice(*found.span("ci"))].strip() if found else ""


def _p_value(statement: Statement, item: Found, versus: str) -> str:
    """The p value in the result's clause, or behind it with no other figure than the comparator's between."""
    clause = statement.clause_at(item.start)
    for p in statement.counted(QuantityKind.P_VALUE):
        within = clause.start <= p.start < clause.end
        figures = [q for q in statement.quantities if item.end <= q.start < p.start]
        behind = item.end <= p.start <= item.end + _NEAR and len(figures) <= bool(versus)
        if within or behind:
            return statement.raw(p.start, p.end)
    return ""
