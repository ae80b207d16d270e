"""Figures of several arms in a row: `45%, 31% and 20% in the high-dose, low-dose and placebo groups`.

Each figure is that of the arm in its place (`respectively`), or of the one in the bracket behind it
(`4.9 mL (low dose), 14.6 mL (high dose) and 2.3 mL (sham)`). Where arms and figures do not agree in number,
nobody can tell whose each is, and none is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sctui.facts.trials.english_arms import Arm, name_at
from sctui.facts.trials.english_figures import AMOUNT, FIGURE, NUMBER, UNIT
from sctui.facts.trials.english_measures import CHANGED, Measure, subject_before
from sctui.facts.trials.english_told import base_of, outcome, with_arm
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.text import literal

_ADVERB = r"(?:(?:\w+ly|only|about|around|nearly)\s)"
_VERB = (
    rf"\s(?:(?P<change>{CHANGED})\s{_ADVERB}*(?:by|to)?|(?:was|were|reached|averaged)|(?P<event>occurr?ed in)"
)
_VERB += rf"|(?:was|were)\s(?:seen|observed|achieved|reached|reported)\s(?P<seen>in))\s?{_ADVERB}*{AMOUNT}"
_NEXT = r"(?:,\s(?:and\s)?|\sand\s|;\s)"
_NO_ARM = r"(?!(?:p|n|ci|sd|range|iqr)\b)"
_ARM_NAME = rf"\s?\((?P<arm>{_NO_ARM}[^()\d=<>%,;]*(?:\d[\d.]*\s?(?:m|x|mg|million|cells)?)?[^()\d=<>%,;]*)\)"
_WITH_ARM = rf"{FIGURE}{_ARM_NAME.replace('?P<arm>', '?:')}"
_BRACKETED = re.compile(rf"{_VERB}(?P<list>{_WITH_ARM}(?:{_NEXT}(?:by\s|to\s)?{_WITH_ARM})+)")
_ITEM = re.compile(rf"(?P<v>{FIGURE}){_ARM_NAME}")
_ROW = rf"(?P<list>{FIGURE}(?:{_NEXT}{FIGURE})+)"
_BEHIND = re.compile(
    rf"{_VERB}{_ROW}\s(?:in|with|for|on|among)\s(?:the\s)?(?P<arms>[^.;()%]{{5,120}}?)"
    r"(?:(?P<noun>\s(?:groups?|arms?|cohorts?))(?:,?\srespectively)?(?=\s?[.;,(]|$|\sat\s)|,?\srespectively\b)"
)
_FIGURE = re.compile(FIGURE)
_AND = re.compile(r",\s(?:and\s)?(?:the\s)?|\sand\s(?:the\s)?")
_NAME = re.compile(
    r"(?!.*\b(?:was|were|had|who|which|patients|years?|months?|weeks?)\b)[a-z0-9][\w .+/%-]{0,38}"
)
_MOST_ARMS = 5


def lists(statement: Statement) -> Iterator[Found]:
    """The figures of an English sentence that stand in a row, each with its arm."""
    for match in _BRACKETED.finditer(statement.view):
        items = list(_ITEM.finditer(statement.view, *match.span("list")))
        named = [(item.span("v"), statement.text[slice(*item.span("arm"))]) for item in items]
        yield from _told(statement, match, named, "")
    for match in _BEHIND.finditer(statement.view):
        figures = [one.span() for one in _FIGURE.finditer(statement.view, *match.span("list"))]
        arms = _names(statement, *match.span("arms"))
        if len(arms) == len(figures):
            yield from _told(statement, match, list(zip(figures, arms, strict=True)), match["noun"] or "")


def _names(statement: Statement, start: int, end: int) -> list[str]:
    """The names of a list of arms, as written."""
    names, at = [], start
    for mark in (*_AND.finditer(statement.view, start, end), None):
        stop = mark.start() if mark else end
        names.append(statement.text[at:stop].strip())
        at = mark.end() if mark else end
    return names


def _told(
    statement: Statement, match: re.Match[str], named: list[tuple[tuple[int, int], str]], noun: str
) -> Iterator[Found]:
    """Each figure of a row with its arm; nothing where a name is none, or two are alike."""
    measure = subject_before(statement, match.start())
    names = [name.lower() for _, name in named]
    well = all(_NAME.fullmatch(name) for name in names) and len(set(names)) == len(names)
    if measure is None or measure.arm or not well or not 1 < len(named) <= _MOST_ARMS:
        return
    arms = [_arm(statement, name, noun) for _, name in named]
    controls = [figure for (figure, _), arm in zip(named, arms, strict=True) if arm.control]
    for (figure, _), arm in zip(named, arms, strict=True):
        other = controls[0] if len(controls) == 1 and not arm.control else None
        yield _one(statement, match, measure, figure, arm, other)


def _arm(statement: Statement, name: str, noun: str) -> Arm:
    """An arm by its name, with the noun that stands behind the last of them."""
    at = statement.text.find(name)
    known = name_at(statement, at)
    one = noun.strip().lower().rstrip("s")
    if not one and not (known and known.name == name):
        one = "group"  # `25M`, `cells alone`: a name that is no noun
    whole = name if not one or literal.search(r"(?:groups?|arms?|cohorts?)$", name) else f"{name} {one}"
    return Arm(whole, 0, control=bool(known and known.control))


def _one(
    statement: Statement,
    match: re.Match[str],
    measure: Measure,
    figure: tuple[int, int],
    arm: Arm,
    other: tuple[int, int] | None,
) -> Found:
    """One figure of a row."""
    percent = statement.view[figure[1] - 1] == "%"
    event = bool(match["event"] or match["seen"])
    base = base_of(measure.what, percent=percent and not match["change"], event=event)
    value = f"{statement.text[slice(*figure)]}{_unit(statement, match, figure)}"
    turned = statement.text[match.start("change") : match.start("list")].strip() if match["change"] else ""
    found = replace(
        outcome(statement, figure, (measure.start, match.end())),
        slot="change" if match["change"] else "outcome",
        measure=with_arm(statement, base, arm, ""),
        arm=arm.name,
        versus=statement.text[slice(*other)] if other else "",
    )
    return replace(found, value=f"{turned} {value}".strip())


def _unit(statement: Statement, match: re.Match[str], figure: tuple[int, int]) -> str:
    """The unit that a row tells behind its last figure alone; empty where this one has its own."""
    bare, last = (re.compile(NUMBER).match(statement.view, at) for at in (figure[0], _last(statement, match)))
    if bare is None or last is None or bare.end() != figure[1]:
        return ""
    unit = re.compile(UNIT).match(statement.view, last.end())
    return statement.text[slice(*unit.span())] if unit and figure[0] != last.start() else ""


def _last(statement: Statement, match: re.Match[str]) -> int:
    """Where the last figure of a row begins."""
    return [one.start() for one in _FIGURE.finditer(statement.view, *match.span("list"))][-1]
