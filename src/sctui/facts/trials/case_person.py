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
_YEARS = re.compile(r"\d{1,2}\s?岁|\d{1,2}(?=[-\s]year)")
_SEX = re.compile(r"男性?|女性?|\bman\b|\bwoman\b|\bboy\b|\bgirl\b|\bfemale\b|\bmale\b")


def case(statement: Statement) -> Iterator[Found]:
    """Age and sex of the person a case report tells of; only to name the case by."""
    match = _CASE.search(statement.view)
    if match:
        start, end = match.span("who" if match["who"] else "en")
        yield Found("case", statement.start + start, statement.start + end, label=True)
        for slot, pattern in (("age", _YEARS), ("sex", _SEX)):
            told = pattern.search(statement.view, start, end)
            if told:
                yield Found(slot, statement.start + told.start(), statement.start + told.end(), label=True)
