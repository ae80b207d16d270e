"""What figures measure that stand arm by arm: in front of the arms, before a colon, or told before."""

from __future__ import annotations

import re

from sctui.facts.trials.measured import LEAD, TIME_CLAUSE, name_in, timed
from sctui.facts.trials.sides import time_before, without_time
from sctui.facts.trials.statement import Statement
from sctui.text.match_view import match_view
from sctui.text.sentence import Piece

_AWAITED = re.compile(r"(?:终点|指标|结局)(?:指标)?(?:是|为|定为|设为|设定为)(?P<what>[^,。;:]{4,40})$")
_OPENS = re.compile(r"(?:主要|次要|初步|试验|研究|具体)*(?:结果|数据)(?:整理|汇总)?(?:如下|是|为)?[::]?")
_TIME = (
    r"在?(?:<:giving.zh>|治疗|给药|术|随访)?后?的?第?\s?[\d一二三四五六七八九十]{1,3}\s?"
    r"个?(?:年|月|周|天)(?:时|后|末)?,?\s?"
)
_ALIKE = re.compile(
    r"[两三四2-4]\s?个?组(?:患者|病人)?(?:之?间)?(?:的|均|都)?"
    r"(?:相近|相似|接近|相当|无差[异别]|没有差[异别]|分别)$"
)
_COUNT_BEHIND = re.compile(r"\s?(?:共|有)?\s?\d+\s?[例名人位]$")
_CHANGE = re.compile(r"(?:较基线|较治疗前|相?对?于?基线)?的?(?:变化|改变|变动)(?:值|量|幅度|情况)?$")
_FROM_BASE = re.compile("较(?:基线|治疗前)")
_BARE_TIME = re.compile("[年月周天]$")


def awaited_in(statement: Statement) -> str:
    """What a sentence says was to be measured, without its figures: `主要终点是第90天的评分`; else empty."""
    told = _AWAITED.search(statement.view.rstrip(" 。."))
    return statement.text[slice(*told.span("what"))].strip() if told else ""


def still_awaited(statement: Statement, awaited: str) -> str:
    """What was to be measured before a sentence, and still is behind it: an item of a list, `结果如下:`."""
    told = awaited_in(statement)
    waits = statement.bullet or _OPENS.fullmatch(statement.view.strip(" 。."))
    return told or (awaited if waits else "")


def measured_between(statement: Statement, own: tuple[int, int] | None, at: int) -> tuple[str, int] | None:
    """What is measured between an arm at a column and its figure, behind the time in front of the arm."""
    if own is None:
        return None
    clause = statement.clause_at(at)
    before = [one for one in statement.clauses if one.end <= clause.start]
    begin = before[-1].start if before and at == clause.start else clause.start
    time = statement.words.pattern(_TIME).fullmatch(statement.seen(begin, at))
    told = f"{statement.raw(begin, at).strip(' ,，')}，" if time else ""
    return f"{told}{statement.raw(*own)}", begin if time else at


def measured(statement: Statement, at: int, awaited: str) -> tuple[str, int]:
    """What the figure of an arm at a column measures, and where that begins.

    Empty when another arm's words tell it. `awaited` is what the sentence before says was to be measured.
    """
    clause = statement.clause_at(at)
    name, begin = _named(statement, clause.start, at)
    if name:
        return timed(statement, name, begin)
    time = _time_in(statement, clause.start, at)
    front = LEAD.sub("", statement.seen(clause.start, at), count=1).strip(" 而但则、和与")
    if front and not time:
        return "", 0  # words that name no measure
    before = [one for one in statement.clauses if one.end <= clause.start]
    if not before:
        return at_time(time, awaited) if awaited else "", statement.start
    label = before[-1]
    if not time and (time := _time_in(statement, label.start, label.end)) and awaited:
        return at_time(time, awaited), label.start
    name, begin = _named(statement, label.start, label.end)
    return (at_time(time, name), begin) if name else ("", 0)


def _time_in(statement: Statement, start: int, end: int) -> str:
    """The words of a stretch that are a time and nothing else; else empty."""
    alone = TIME_CLAUSE.fullmatch(statement.seen(start, end).strip(" ,:"))
    return statement.raw(start, end).strip(" ,，:：") if alone else ""


def at_time(time: str, measure: str) -> str:
    """What was measured at a time; with its own, where none is given."""
    if not time:
        return measure
    time += "时" if _BARE_TIME.search(match_view(time)) else ""
    return f"{time}，{without_time(measure) if time_before(measure) else measure.rpartition('，')[2]}"


def _named(statement: Statement, start: int, end: int) -> tuple[str, int]:
    """The measure that a stretch names, without the count of all those told of arm by arm behind it."""
    seen = statement.seen(start, end).rstrip(" (")
    count = _COUNT_BEHIND.search(seen)
    alike = _ALIKE.search(seen)
    cut = count or alike
    return name_in(statement, start, start + cut.start() if cut else end)


def alike_before(statement: Statement, clause: Piece) -> bool:
    """Whether the clause in front says that something befell the arms alike: `粘连两组相近,治疗组4例…`."""
    before = [one for one in statement.clauses if one.end <= clause.start]
    return bool(before) and bool(_ALIKE.search(before[-1].text))


def turned(measure: str, turn: str) -> str:
    """A measure with how it went: `评分较基线的变化`, `下降`: `评分较基线下降`."""
    turn = {"多": "多出"}.get(turn, turn)
    change = _CHANGE.search(match_view(measure)) if turn else None
    if change is None:
        return f"{measure}{turn}"
    base = _FROM_BASE.match(match_view(measure), change.start())
    return f"{measure[: base.end() if base else change.start()]}{turn}"
