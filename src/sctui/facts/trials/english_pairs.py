"""English figures side by side: in a bracket, as shares of arms, or what a treatment did by how much."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sctui.facts.trials.english_arms import TREATED, Arm, arm_at, name_at, names_arm
from sctui.facts.trials.english_figures import AMOUNT, BRACKET, FIGURE, P_VALUE, SHARE, TIME, VERSUS
from sctui.facts.trials.english_measures import (
    cut_before,
    is_treatment,
    measure_before,
    reads_well,
    small,
    things_before,
)
from sctui.facts.trials.english_told import NO_ARM, base_of, outcome, with_arm
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.text import literal

_PAIR = re.compile(
    rf"[(\[](?P<a>{FIGURE}){BRACKET}?{TIME}?\s(?:{VERSUS})\s(?P<b>{FIGURE}){BRACKET}?(?=[\s,;)\]])(?P<rest>[^()\[\]]*)"
)
_THAN = re.compile(
    r"\b(?:than|(?:as\s)?compared\s(?:with|to)|versus|vs\.?|relative\sto|over)\s(?:that\s|those\s)?"
)
_IN = re.compile(r"\s(?:in|with|at|for|on)\s")
# `the treatment improved the score by 3 points`
_DID = re.compile(
    r"\s(?P<did>reduced|improved|increased|decreased|lowered|raised|prolonged|shortened)\s(?:the\s|their\s)?"
    rf"(?P<what>(?:[\w()/'-]+\s){{1,8}}?)by\s{AMOUNT}(?P<v>{FIGURE})"
)
# `40% of the cell group and 20% of the placebo group had a response`
_HAD = re.compile(
    r"\s(?P<did>(?:had|have|achieved|reached|showed|developed|experienced|improved|recovered|died"
    r"|survived|remained|relapsed"
    r"|responded|were|met)\b(?:(?!\s(?:vs|versus|compared|and|while|whereas|than)\b)[^,.;()])*)"
)


def done(statement: Statement) -> Iterator[Found]:
    """`cell therapy improved the ejection fraction by 3.8%`: what the treatment did, and by how much."""
    for match in _DID.finditer(statement.view):
        cut = cut_before(statement, match.start())
        what = small(statement.text[slice(*match.span("what"))].strip())
        if is_treatment(statement, cut, match.start()) and reads_well(what):
            figure = match.span("v")
            value = f"{match['did']} by {statement.text[slice(*match.span('v'))]}"
            arm = arm_at(statement, match.end())
            found = outcome(statement, figure, (cut, arm.end if arm else match.end()))
            measure = with_arm(statement, what, arm or NO_ARM, "")
            yield replace(found, slot="change", measure=measure, value=value, arm=arm.name if arm else "")


def shares(statement: Statement) -> Iterator[Found]:
    """`40% of the cell group and 20% of the placebo group had a response`: of each arm, what share did so."""
    found: list[tuple[tuple[int, int], Arm]] = []
    for match in literal.finditer(SHARE, statement.view):
        arm = arm_at(statement, match.end())
        if arm and not _IN.match(statement.view, match.end()):
            found.append((match.span(), arm))
    did = next((d for _, arm in found if (d := _HAD.match(statement.view, arm.end))), None)
    if did is None or len(found) > 2:
        return
    what = statement.text[slice(*did.span("did"))].strip()
    last = max(did.end(), found[-1][1].end)
    for place, (figure, arm) in enumerate(found):
        other = found[1 - place][0] if len(found) == 2 else None
        yield replace(
            outcome(statement, figure, (found[0][0][0], last)),
            slot="share",
            measure=f"{arm.of_people} {what}",
            arm=arm.name,
            versus=statement.text[slice(*other)] if other else "",
        )


def pairs(statement: Statement) -> Iterator[Found]:
    """`higher in the cell group than in the control group (62% vs. 39%; …)`."""
    for match in _PAIR.finditer(statement.view):
        measure = measure_before(statement, match.start())
        arms = _compared(statement, measure.start if measure else 0, match.start())
        listed = measure is None
        if measure is None and not names_arm(statement):
            measure, arms = things_before(statement, match.start()), (TREATED, None)
        if measure is None or arms is None:
            continue
        percent = statement.view[match.end("a") - 1] == "%"
        base = base_of(measure.what, percent=percent, event=listed and percent)
        span = (measure.start, match.end())
        p = P_VALUE.search(match["rest"])
        for group, other, arm in (("a", "b", arms[0]), ("b", "a", arms[1])):
            if arm is None:
                continue
            found = replace(
                outcome(statement, match.span(group), span),
                measure=with_arm(statement, base, arm, ""),
                arm=arm.name,
                versus=statement.text[slice(*match.span(other))],
            )
            first = match.start("rest")
            yield replace(found, p=statement.text[first + p.start() : first + p.end()]) if p else found


def _compared(statement: Statement, start: int, end: int) -> tuple[Arm | None, Arm | None] | None:
    """The two arms that are set against each other in front of a bracket, in their order; None for none."""
    than = _THAN.search(statement.view, start, end)
    if than is None:
        return (TREATED, None) if not names_arm(statement) else None
    second = arm_at(statement, than.end() - 1) or name_at(statement, than.end())
    spaces = [
        m.start() for m in literal.finditer(r"\s(?=(?:in|with|for|among)\s)", statement.view[: than.start()])
    ]
    first = next((arm for at in spaces if at >= start and (arm := arm_at(statement, at))), None)
    first = first or arm_at(statement, 0)
    if second is None:
        return None
    if first is None:
        return (TREATED, second) if second.control else None
    return first, second
