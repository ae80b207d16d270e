"""What a row of figures in a bracket is of: the words in front tell of an arm, or of all alike."""

from __future__ import annotations

import re

from sctui.facts.trials.measured import LEAD, TIME_CLAUSE, name_in
from sctui.facts.trials.roster_names import Arm, is_control
from sctui.facts.trials.sides import without_time
from sctui.facts.trials.statement import Statement
from sctui.text.match_view import match_view

GROUPS = re.compile(r"(?P<k>[两二三四2-4])\s?(?:个|臂)?组(?:患者|病人)?(?:之?间)?(?:的|均|都|则|相比|比较)*")
_HIGHER = re.compile(  # `感染在细胞组较少(20%比34%)`
    r"(?:在|于)?(?P<arm>[^,。;:、()在于]{1,10}组)(?:患者)?(?:的|中)?(?:显著|明显|则|也|比)*(?:较|更|比较)?(?:长得?)?(?:高|低|少|多|好|差|长|短|快|慢|轻|重|满|佳)+$"
)
_ARM_FIRST = re.compile(  # `细胞组不良事件发生率更高(43%比12%)`
    r"(?:^|(?<=[,;。而但且]))(?P<arm>(?![而但且])[^,。;:()]{1,12}?组)的?(?P<what>[^,。;:组]{2,24}?)(?:显著|明显)?(?:更|较)(?:高|低|多|少|长|短|好)$"
)
NO_ROW = re.compile(
    r"n\s?=|\b(?:ci|iqr)\b|置信|可信|区间|剂量|每次|\bp\s?[<>=]|年龄|随访$|完成者?$|使用率|纳入|入组|分成?为?$|随机"
)
_ALIKE = re.compile(  # `前13个月两组生存率相近(86.1%对83.8%)`, `运动分数没有差别(4.1对3.3)`
    r"(?:(?:两|各|三)组|组)?(?:患者)?(?:之?间)?(?:的|均|都|也|则|仍)*"
    r"(?:相近|相似|相当|接近|差不多|(?:没有|无|未见)(?:显著|明显|统计学)?(?:差[别异]|不同)|差[别异](?:不大|不显著|无统计学意义))$"
)
_OVER = re.compile(  # `13~75个月治疗组显著高于对照组(61.4%对47.2%)`
    r"(?P<arm>(?!个?月|[年周天时])[^,。;:()\d]{1,10}?组)(?:则|也|仍)?(?:显著|明显|略|稍)?(?:高|低|多|少|长|短|优|好|快|慢|差)于(?P<other>[^,。;:()\d]{1,10}?组)的?$"
)
_TIME = re.compile(
    rf"(?:{LEAD.pattern})(?P<time>(?:在|第|前)?\s?\d{{1,3}}(?:\s?[~–-]\s?\d{{1,3}})?\s?个?(?:年|月|周|天)(?:时|内|后|末|间)?|{TIME_CLAUSE.pattern})"
)
Head = tuple[str, int, tuple[Arm, ...]]


def head_of(statement: Statement, at: int, end: int) -> int:
    """Where the words in front of a row begin: behind the last comma, bracket or figure."""
    view = statement.view[:end]
    cut = max(view.rfind(mark) for mark in ",;。")
    opened, closed = view.rfind("("), view.rfind(")")
    if cut < closed and view.count(")", max(cut, 0)) > view.count("(", max(cut, 0)):
        cut = (
            closed + len(view[closed + 1 :]) - len(view[closed + 1 :].lstrip(": "))
        )  # `(n=60,24个月):再撕裂率`
    return max(at, cut + 1, opened + 1 if opened > closed else 0)


def before_bracket(statement: Statement, at: int, before: str, *, known: bool) -> Head | None:
    """`感染在细胞组较少(20%比34%)`: what is measured, where that begins, and the arms that are told first.

    `before` is what the last row of the sentence measured; `known` says that the study named its arms.
    """
    start = head_of(statement, 0, at)
    if over := _OVER.search(statement.view, start, at):
        return _over(statement, over, start, before)
    if known and (alike := _ALIKE.search(statement.view, start, at)):
        return _alike(statement, start, alike.start())
    higher = _HIGHER.search(statement.view, start, at) or _ARM_FIRST.search(statement.view, start, at)
    if higher is None:
        return None
    what = higher.span("what") if "what" in higher.re.groupindex else (start, higher.start())
    name, first = name_in(statement, *(statement.start + column for column in what))
    arm = statement.text[slice(*higher.span("arm"))]
    told = name and not NO_ROW.search(match_view(name))
    return (name, first - statement.start, (Arm(arm, is_control(arm)),)) if told else None


def _over(statement: Statement, over: re.Match[str], start: int, before: str) -> Head | None:
    """What was measured with the row before, of one arm and another, at another time."""
    arms = tuple(
        Arm(name, is_control(name))
        for name in (statement.text[slice(*over.span(g))] for g in ("arm", "other"))
    )
    front = statement.view[start : over.start()]
    time = _TIME.fullmatch(front)
    if time and before:
        when = statement.text[start + time.start("time") : start + time.end("time")].strip()
        return f"{when}，{without_time(before.rpartition('，')[2])}", start, arms
    name, first = name_in(statement, statement.start + start, statement.start + over.start())
    return (name.removesuffix("在"), first - statement.start, arms) if name else None


def _alike(statement: Statement, start: int, end: int) -> Head | None:
    """What did not differ between the arms, with the time in front of it."""
    both = GROUPS.search(statement.view, start, end)
    stop = both.start() if both and both.end() == end else end
    time = _TIME.match(statement.view, start, stop)
    begin = time.end() if time and time.end() < stop else start
    if both and both.start() == begin and both.end() < stop:
        begin = both.end()
    name, first = name_in(statement, statement.start + begin, statement.start + stop)
    if not name or NO_ROW.search(match_view(name)):
        return None
    when = statement.text[slice(*time.span("time"))].strip() if time and begin > start else ""
    return (f"{when}，{name}" if when else name), (start if when else first - statement.start), ()
