"""Where one study ends: another report's parts, the next of several, a paragraph on several of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sctui.facts.trials.another import is_said
from sctui.facts.trials.frame import Frame
from sctui.facts.trials.names import names
from sctui.facts.trials.parts import above_parts, begins_report, heads_part, is_labelled
from sctui.facts.trials.statement import Statement
from sctui.text.quantity import QuantityKind

# `the second is from Korea`, of several that were announced; no second dose, group or endpoint
_NEXT = re.compile(
    r"(?:and )?the (?:second|third|fourth|fifth|other|next|last)(?: (?:trial|study|one))?,?"
    r" (?:is|was|comes?|came|called|named)\b(?! (?:given|infused|injected|administered|the same))"
    r"|(?:而|至于|再看)?第[二三四五][个项篇]\s?(?:研究|试验|叫|是|来自|名为|则?由)"
)
_ALONE = re.compile(r"单臂|单组|无对照|没有对照|病例系列|\b(?:single-arm|uncontrolled|case series)\b")
_COMPARED = re.compile(
    r"随机|双盲|对照组|安慰剂|(?<!无)(?<!没有)对照|\b(?:randomi[sz]ed|placebo|sham|controlled)\b"
)


def is_of_other_report(statement: Statement, study: Frame) -> bool:
    """Whether a part of a report (`Methods: …`) is not of the report that a study is told in.

    It stands under another title, or begins anew behind results.
    """
    if not (is_labelled(statement) or any(map(heads_part, statement.section))):
        return False
    mine, theirs = above_parts(statement.section), above_parts(study.section)
    apart = mine[: len(theirs)] != theirs and theirs[: len(mine)] != mine
    return apart or begins_report(statement, study.statements)


def goes_on_with_report(statement: Statement, study: Frame) -> bool:
    """Whether a part of a report (`Conclusion: …`) is of the one that a study is told in."""
    if not is_labelled(statement) or begins_report(statement, study.statements):
        return False
    return bool(statement.section) and above_parts(statement.section) == above_parts(study.section)


def tells_next(statement: Statement) -> bool:
    """Whether a sentence turns to the next of several studies (`The second is …, called X.`)."""
    if not _NEXT.match(statement.view):
        return False
    return statement.first or any(names(statement))


def is_designed_otherwise(statement: Statement, study: Sequence[Statement]) -> bool:
    """Whether a sentence counts others than a study that had controls, who had none (`9例单臂`)."""
    if not _ALONE.search(statement.view) or _COMPARED.search(statement.view):
        return False
    mine = [q.low for q in statement.counted(QuantityKind.PEOPLE) if q.low]
    theirs = {q.low for one in study for q in one.counted(QuantityKind.PEOPLE)}
    return bool(mine) and mine[0] not in theirs and any(_COMPARED.search(one.view) for one in study)


def several_in(line: Iterable[Statement], known: Iterable[str]) -> frozenset[str]:
    """The names of studies told before that a paragraph speaks of, if it speaks of several."""
    views = [one.view for one in line]
    said = frozenset(name for name in known if any(is_said(name, view) for view in views))
    return said if len(said) > 1 else frozenset()
