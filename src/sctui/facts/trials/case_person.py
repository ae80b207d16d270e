"""Whom a case report tells of: age and sex of one person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.trials.people import NOUN
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement

_CASE = re.compile(
    rf"(?:一|1|首)\s?(?:名|例|位)(?P<who>[^,。]{{0,20}}?\d{{1,2}}\s?岁[^,。]{{0,20}}?(?:{NOUN}|男子|女子"
    rf"|男孩|女孩)(?:[^,。]{{0,12}}?患者)?)"
    r"|\b(?P<en>\d{1,2}[-\s]year[-\s]old\s(?:\w+\s)?(?:man|woman|boy|girl|patient|male|female))"
)
# what was of no use before the treatment that is told of
_FAILED = re.compile(
    r"(?:使用|接受|应用|采用|经|对)(?:了|过)?(?!(?:多种|各种|常规|传统|标准|多次|其他|一线|二线|药物|该|此))"
    r"(?P<zh>[^,。;]{2,30}?)(?:方案|治疗|疗法|药物)*(?:诱导(?:缓解|治疗))?(?:均|都|后)*"
    r"(?:失败|无效|无反应|无应答|效果不佳|疗效不佳|耐药)(?=后|[,。;]|$)"
    r"|\bafter (?:the )?failure of (?!several|multiple|standard|conventional|all)"
    r"(?P<en>[a-z][^.;]{3,50}?)(?=[,.;]|$)"
)
_YEARS = re.compile(r"\d{1,2}\s?岁|\d{1,2}(?=[-\s]year)")
_SEX = re.compile(r"男性?|女性?|\bman\b|\bwoman\b|\bboy\b|\bgirl\b|\bfemale\b|\bmale\b")


def _failed(statement: Statement) -> Iterator[Found]:
    """The treatments that had failed in the person a case report tells of."""
    match = _FAILED.search(statement.view)
    if match:
        start, end = match.span("zh" if match["zh"] else "en")
        yield Found("failed", statement.start + start, statement.start + end)


def case(statement: Statement) -> Iterator[Found]:
    """Age and sex of the person a case report tells of, to name the case by; and what had failed before."""
    yield from _failed(statement)
    match = _CASE.search(statement.view)
    if match:
        start, end = match.span("who" if match["who"] else "en")
        yield Found("case", statement.start + start, statement.start + end, label=True)
        for slot, pattern in (("age", _YEARS), ("sex", _SEX)):
            told = pattern.search(statement.view, start, end)
            if told:
                yield Found(slot, statement.start + told.start(), statement.start + told.end(), label=True)
