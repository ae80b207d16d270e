"""Ratios and differences of pooled or compared results: `降低VAS评分(MD=-1.58,95%CI:-2.31~-0.85)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.text.patterns import HAN

_VALUE = r"(?P<v>[-−–]?\s?\d+(?:\.\d+)?)"
_KIND = (
    r"(?P<kind>smd|wmd|md|rr|or|hr|(?:相对危险度|风险比|危险比"
    r"|比值比|优势比|标准化均数差|加权均数差|均数差)(?:\s?\([a-z]{2,3}\))?)"
)
_BRACKETED = re.compile(rf"(?P<before>[^,。;()]{{2,40}})\(\s?{_KIND}\s?[=:为是]?\s?{_VALUE}(?![\d.]*%)")
_PLAIN = re.compile(rf"(?:^|[,;])(?P<what>[^,。;()的]{{2,20}})的?{_KIND}(?:为|是|=|:)\s?{_VALUE}")
_DONE = re.compile(
    r"(?:显著地?|明显地?|有效地?|能够?|可以?)*(?:降低|减少|改善|提高|增加|缩短|延长|升高|提升|减轻|缩小)了?(?:患者)?的?(?P<what>[^,。;的]{2,20})$"
)
_HELD = re.compile(
    r"(?P<what>[^,。;]{2,20}?)(?:均|都|也)?(?:(?:更|较|显著|明显|无|没有|未见)+(?:低|高|少|多|好|差|短|长|降低|升高|减少|增加|改善|差异|统计学差异)"
    r"|差异(?:无|没有|不具有?|未达(?:到)?)(?:统计学)?(?:意义|显著性)"
    r"|(?:降低|升高|减少|增加|改善|缩短|延长))$"
)
_AGAINST = re.compile(  # `生存率为79.5%对68.2%(HR 0.60…)`
    r"(?P<what>[^,。;]{2,24}?)(?:分别)?(?:为|是|:)?\s?\d[\d.]*\s?%?\s?(?:对比?|比|vs\.?|versus|[和与])\s?\d[\d.]*\s?%?\s?$"
)
_NOTHING = re.compile("(?:两|各|三)组(?:之?间)?(?:均|都|的)*|组间|二者|两者|其|结果")
_LEAD = re.compile(
    r"^(?:(?:结果|研究|分析)?(?:显示|表明|发现)|结果(?:为|是)?|治疗组|细胞组|试验组|患者|二者|两者|其中|且|而|但|在?\d{1,2}个?(?:年|月|周|天)[时后]?)*的?"
)


def effects(statement: Statement) -> Iterator[Found]:
    """Measures of effect in a Chinese sentence, as outcomes; nothing where it does not say of what."""
    if not HAN.search(statement.view):
        return
    for match in (*_BRACKETED.finditer(statement.view), *_PLAIN.finditer(statement.view)):
        at, end = _measured(match)
        if end - at < 2 or _NOTHING.fullmatch(statement.view, at, end):
            continue
        start, stop = match.span("v")
        what = statement.text[at:end].strip()
        begin = statement.start + min(match.start("before" if match.re is _BRACKETED else "what"), start)
        clause = statement.clause_at(statement.start + start)
        yield Found(
            "outcome",
            statement.start + start,
            statement.start + stop,
            measure=f"{what}的{statement.text[slice(*match.span('kind'))]}",
            evidence=(min(begin, clause.start), max(clause.end, statement.start + stop)),
        )


def _measured(match: re.Match[str]) -> tuple[int, int]:
    """Where the words stand that a measure of effect is of."""
    if match.re is _PLAIN:
        return _without_lead(match.string, *match.span("what"))
    before = match["before"]
    found = _AGAINST.search(before) or _DONE.search(before) or _HELD.search(before)
    if found is None:
        return 0, 0
    first = match.start("before")
    if found.re is _AGAINST:
        start, end = (first + at for at in found.span("what"))
        return start + (2 if before.startswith("结果", found.start()) else 0), end
    return _without_lead(match.string, *(first + at for at in found.span("what")))


def _without_lead(view: str, start: int, end: int) -> tuple[int, int]:
    lead = _LEAD.match(view[start:end])
    return start + (lead.end() if lead else 0), end
