"""A figure of an English result as it is told: its measure with arm and time, its words, its p value."""

from __future__ import annotations

import re

from sctui.facts.trials.english_arms import Arm
from sctui.facts.trials.english_figures import P_VALUE
from sctui.facts.trials.english_measures import rate_of, small
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement

NO_ARM = Arm("", 0, control=False)
_LEADING_TIME = re.compile(
    r"^(?=(?:at|by) \S+ \w+ |[^,]{0,90},)(?:[^,]{0,40}\b)?"
    r"(?P<time>(?:at|by) (?:(?:week|month|day|year)s? \d{1,3}|(?:\d{1,3}|[a-z]+) (?:weeks?"
    r"|months?|days?|years?)))\b[^,]{0,24},"
)
_TIMED = re.compile(r"\b(?:weeks?|months?|days?|years?)\b|-(?:week|month|day|year)\b")
_RATED = re.compile(
    r"\b(?:events?|effects?|reactions?|infections?|complications?|deaths?|relapses?|responses?|flares?|gvhd|agvhd|cgvhd|failures?|pain|headaches?|fever|toxicity|thrombosis|embolism|pneumonia|bleeding|closure|healing|stroke|amputations?)\b"
)


def base_of(what: str, *, percent: bool, event: bool) -> str:
    """What a figure measures: a share of the people where something befell them."""
    if event or (percent and _RATED.search(what.lower())):
        return rate_of(what)
    return rate_of(what) if percent and rate_of(what).endswith(" rate") else what


def with_arm(statement: Statement, base: str, arm: Arm, time: str) -> str:
    """The measure with its arm and its time."""
    leading = _LEADING_TIME.match(statement.view)
    told = time or (statement.text[slice(*leading.span("time"))] if leading else "")
    parts = (
        base,
        arm.told if arm.name and arm.told not in base else "",
        small(told) if not _TIMED.search(base) else "",
    )
    return " ".join(part for part in parts if part)


def outcome(statement: Statement, figure: tuple[int, int], around: tuple[int, int]) -> Found:
    """A figure as an outcome, proved by the words around it, with the p value there."""
    begin, end = (statement.start + at for at in around)
    clause = statement.clause_at(statement.start + figure[0])
    return Found(
        "outcome",
        statement.start + figure[0],
        statement.start + figure[1],
        evidence=(min(begin, clause.start), max(end, clause.end)),
        p=_p_behind(statement, figure[0], around[1]),
    )


def _p_behind(statement: Statement, start: int, end: int) -> str:
    """The p value among the figures, or in the bracket right behind them."""
    within = P_VALUE.search(statement.view, start, end)
    if within:
        return statement.text[slice(*within.span())]
    bracket = re.compile(r"\s?[,;]?\s?[(\[][^()\[\]]{0,80}").match(statement.view, end)
    p = P_VALUE.search(bracket[0]) if bracket else None
    return statement.text[end + p.start() : end + p.end()] if p else ""
