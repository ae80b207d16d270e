"""What was measured, where it stands as a label in front: `UACR:高剂量组下降24%`, `FVC:6个月时下降`."""

from __future__ import annotations

import re
from dataclasses import replace

from sctui.facts.trials.parts import is_part
from sctui.facts.trials.setting import Found
from sctui.facts.trials.sides import of_arm
from sctui.facts.trials.statement import Statement
from sctui.text.match_view import match_view

_FIGURES = frozenset({"outcome", "change"})
_WHEN = r"(?:[·•]?\s?(?:在|于|至|到)?第?\s?\d{1,3}\s?个?(?:年|月|周|天|日)(?:时|后|末|内)?[,，]?)"
_TURN = (
    r"(?:(?:平均|分别|仅|只|均|也|约|则)*"
    r"(?:上升|下降|升高|降低|增加|减少|提高|改善|缩小|扩大|延长|缩短|升|降)?(?:至|到|了|为)*)"
)
_ARM = r"(?:[^的,，:：]{0,10}组(?:患者)?的?)"
# an arm, a time and how something went, and not what it was that did so
_NAMELESS = re.compile(rf"(?P<a>{_WHEN})?(?P<arm>{_ARM})?(?P<b>{_WHEN})?(?P<turn>{_TURN})")
_DIFFERENCE = re.compile(rf"(?:[组两][组间]*)?(?:差[值距别异]?|差别)(?:的|平均)*{_TURN}")
_COLON = re.compile(rf"(?P<arm>{_ARM})?(?P<label>[^:：的]{{2,20}})[:：]\s?(?P<when>{_WHEN})?(?P<rest>.*)")
_NAME = re.compile("(?:^|[,，;；、])(?P<name>[^,，;；、\\d]{2,20}-?\\d{0,2})$")
_TIME_ALONE = re.compile(_WHEN)
_ENDS = " ,，:：·•"


def named(statement: Statement, item: Found) -> Found | None:
    """A figure with what it measures, from the label of its sentence if need be; None for one of nothing."""
    if item.slot not in _FIGURES or not item.measure:
        return item
    whole = _without_colon(_with_name(statement, item))
    if whole is None:
        return None
    item, view = whole, match_view(whole.measure)
    if _DIFFERENCE.fullmatch(view):
        return None  # `组间差1.9分`: of what, and between whom?
    bare = _NAMELESS.fullmatch(view)
    if bare is None or not (bare["arm"] or bare["a"]):
        return item
    label = _label(statement, item)
    if not label:
        return None
    when, arm, turn = (item.measure[slice(*bare.span(name))] for name in ("a", "arm", "turn"))
    when = (when or item.measure[slice(*bare.span("b"))]).strip(_ENDS)
    told = of_arm(arm.removesuffix("的"), label) if arm else label
    start = statement.clauses[0].start
    evidence = (
        start,
        max(item.end, item.evidence[1] if item.evidence else statement.clause_at(item.start).end),
    )
    return replace(item, measure=f"{when}{'，' if when else ''}{told}{turn}", evidence=evidence)


def _label(statement: Statement, item: Found) -> str:
    """The label that a sentence begins with, where that names what is measured."""
    first = statement.clauses[0] if statement.clauses else None
    if first is None or first.end > item.start or not statement.labels(first):
        return ""
    text = statement.raw(first.start, first.end).strip(_ENDS)
    view = match_view(text)
    other = "组" in view or is_part(view) or _TIME_ALONE.fullmatch(view)
    return "" if other or not 1 < len(text) <= _LONGEST else text


_LONGEST = 20  # characters of a label that is the name of a measure


def _with_name(statement: Statement, item: Found) -> Found | None:
    """A measure cut behind the number of its name (`蛋白-1(MCP-1)下降`) with all of it; None for no name."""
    if not item.measure.startswith(("(", "（")):
        return item
    clause = statement.clause_at(item.start)
    at = statement.text.find(item.measure, clause.start - statement.start)
    name = _NAME.search(statement.text[clause.start - statement.start : at]) if at > 0 else None
    return replace(item, measure=f"{name['name']}{item.measure}") if name else None


def _without_colon(item: Found | None) -> Found | None:
    """`细胞组的FVC:6个月时下降` as `6个月时，细胞组的FVC下降`; of `不良事件:疼痛发生率` what is behind."""
    found = _COLON.fullmatch(match_view(item.measure)) if item else None
    if item is None or found is None:
        return item
    arm, label, when, rest = (
        item.measure[slice(*found.span(name))] for name in ("arm", "label", "when", "rest")
    )
    if re.fullmatch(_TURN, match_view(rest)):
        rest = f"{label}{rest}"
    told = of_arm(arm.removesuffix("的"), rest) if arm else rest
    when = when.strip(_ENDS)
    return replace(item, measure=f"{when}{'，' if when else ''}{told}")
