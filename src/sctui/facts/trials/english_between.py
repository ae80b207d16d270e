"""English figures of two arms: `7.4 points higher with cells than placebo`, `in 6 on cells, 4 on placebo`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sctui.facts.trials.arm_names import short_forms
from sctui.facts.trials.english_arms import Arm, arm_at, name_at
from sctui.facts.trials.english_figures import AMOUNT, FIGURE
from sctui.facts.trials.english_measures import reads_well, small, subject_before
from sctui.facts.trials.english_told import outcome, with_arm
from sctui.facts.trials.roster_names import Roster, is_control
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.text import literal

_NO = Arm("", 0, control=False)
_WAY = r"(?:higher|lower|longer|shorter|greater|smaller|larger|more|less|fewer|better|worse)"
_DIFFERENCE = re.compile(
    rf"\s(?:was|were|averaged)\s{AMOUNT}(?P<v>{FIGURE}(?:\s(?:points?|units?|letters?))?\s{_WAY})"
    r"(?P<arm>\s(?:with|in|on|for|after)\s)"
)
_THAN = re.compile(r"\sthan\s(?:(?:with|in|on|for|after)\s)?(?:the\s)?")
_EVENT = (
    r"(?P<what>(?!no\b|and\b|with\b)[a-z][\w’'-]*"
    r"(?:\s(?!in\b|was\b|were\b|occurr?ed\b|happened\b)[a-z][\w’'-]*){0,5})"
)
_WHO = r"(?:\s(?:patients|participants|subjects|people|pts|children|adults))?"
_IN = r"(?:\s(?:on|in|with|given|receiving|after))?\s(?:the\s)?"
_COUNTS = re.compile(
    rf"(?:^|[,;:]\s(?:and\s)?){_EVENT}\s"
    r"(?:(?:occurr?ed|happened|(?:was|were)\s(?:seen|reported|observed|recorded|noted))\s)?"
    rf"in\s(?P<a>\d+){_WHO}{_IN}(?P<x>[\w-]+(?:\s(?!and\b|vs?\b|versus\b|\d)[\w-]+)?),?"
    r"\s(?:and|vs?\.?|versus|compared\swith)"
    rf"\s(?P<b>\d+){_WHO}{_IN}(?P<y>[\w-]+(?:\s(?:group|arm|patients))?)(?=[\s,.;()]|$)"
)


_COLON = re.compile(  # `no difference in ADAS-Cog: +9.8 points in the cell group, +9.1 with saline`
    rf":\s(?P<a>{FIGURE})(?=\s(?:in|with|on|for|after)\s)"
)
_NEXT = re.compile(rf",?\s(?:and\s|versus\s|vs\.?\s)?(?P<b>{FIGURE})(?=\s(?:in|with|on|for|after)\s)")
_OF = re.compile(
    r"\b(?:differences?|changes?|effects?|improvements?)\b[^:]*?\s(?:in|on)\s(?:the\s)?(?P<what>[^:,]{2,60})$"
)


def between(statement: Statement, roster: Roster) -> Iterator[Found]:
    """The difference of two arms in what was measured, and how many of each something befell."""
    for match in _DIFFERENCE.finditer(statement.view):
        yield from _difference(statement, match)
    for match in _COLON.finditer(statement.view):
        yield from _behind_colon(statement, match)
    for match in _COUNTS.finditer(statement.view):
        yield from _counts(statement, match, roster)


def _difference(statement: Statement, match: re.Match[str]) -> Iterator[Found]:
    measure = subject_before(statement, match.start())
    first = arm_at(statement, match.start("arm"))
    than = _THAN.match(statement.view, first.end) if first else None
    second = name_at(statement, than.end()) if than else None
    if measure is None or measure.arm or first is None or second is None or first.name == second.name:
        return
    found = outcome(statement, match.span("v"), (measure.start, second.end))
    what = with_arm(
        statement, f"difference in {measure.what} with {first.name} versus {second.name}", _NO, ""
    )
    yield replace(found, measure=what, value=statement.text[slice(*match.span("v"))])


def _behind_colon(statement: Statement, match: re.Match[str]) -> Iterator[Found]:
    first = arm_at(statement, match.end())
    following = _NEXT.match(statement.view, first.end) if first else None
    second = arm_at(statement, following.end()) if following else None
    of = _OF.search(statement.view[: match.start()])
    if not (first and following and second and of) or first.name == second.name:
        return
    what = small(statement.text[slice(*of.span("what"))].strip())
    if not reads_well(what):
        return
    figures = (match.span("a"), following.span("b"))
    for figure, other, arm, against in ((*figures, first, second), (*figures[::-1], second, first)):
        yield replace(
            outcome(statement, figure, (of.start("what"), second.end)),
            measure=with_arm(statement, what, arm, ""),
            arm=arm.name,
            versus=statement.text[slice(*other)] if against.control else "",
            other=against.name if against.control else "",
        )


def _counts(statement: Statement, match: re.Match[str], roster: Roster) -> Iterator[Found]:
    arms = [_arm(statement, *match.span(group), roster) for group in "xy"]
    first, second = arms
    what = statement.text[slice(*match.span("what"))]
    if first is None or second is None or first.name == second.name:
        return
    for group, other, arm, against in (("a", "b", first, second), ("b", "a", second, first)):
        found = outcome(statement, match.span(group), (match.start("what"), match.end()))
        event = what[:1].lower() + what[1:] if what[1:2].islower() else what
        yield replace(
            found,
            measure=with_arm(statement, f"number of cases of {event}", arm, ""),
            arm=arm.name,
            versus=statement.text[slice(*match.span(other))] if against.control else "",
            other=against.name if against.control else "",
        )


def _arm(statement: Statement, start: int, end: int, roster: Roster) -> Arm | None:
    """The arm that words name: one of the study's, one that others are compared with, or cells."""
    name = literal.sub(r"\s(?:group|arm|patients)$", "", statement.text[start:end])
    for arm in roster:
        if name.lower() in (arm.name.lower(), *short_forms(arm.name)):
            told = arm.name if literal.search(r"(?i)\b(?:group|arm)\b", arm.name) else f"{arm.name} group"
            return Arm(told, end, control=arm.control)
    known = name_at(statement, start)
    if known and known.end == end:
        return known
    return Arm(f"{name} group", end, control=True) if is_control(name) else None
