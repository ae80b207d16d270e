"""Events with the figures of two arms in brackets: `头痛(36.9%,安慰剂组33.3%)、腰痛(28.6%对14.3%)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.trials.arm_chances import UNTOLD
from sctui.facts.trials.arm_names import ArmPlace, arms_in
from sctui.facts.trials.measured import arm_in_front, as_share, name_in
from sctui.facts.trials.roster import arm_name
from sctui.facts.trials.roster_names import Arm, Roster, is_control
from sctui.facts.trials.setting import Found
from sctui.facts.trials.sides import TREATED, is_traditional
from sctui.facts.trials.statement import Statement
from sctui.lexicon.term import TermKind
from sctui.text.match_view import match_view

_SHARE = r"\d+(?:\.\d+)?\s?%"
_EVENT = re.compile(
    r"(?:^|[、,:;]\s?|[和与及为是有]|包括)(?P<what>(?![的了])[^,。;:、()和与及为是\d]{2,14})\s?"
    rf"\(\s?(?P<a>{_SHARE})(?:\s?(?:对比?(?!照)|比|vs\.?|versus)\s?(?P<arm>[^\d,;()]{{0,8}}?)"
    rf"|\s?[,;]\s?(?P<named>[^\d,;()]{{2,10}}?组?))的?(?:为|仅|只有)?\s?(?P<b>{_SHARE})\s?[),;]"
)
_HOW = re.compile("(?:相近|相似|相当|接近|[高低多少长短好差快慢轻重大小])$")  # how it stood, and no event
_OF_ONE = re.compile(  # `不良反应以疼痛为主(高剂量组45.8%,3天内缓解)`
    r"(?:[,;:]\s?|[是以有])(?P<what>(?![的了])[^,。;:、()和与及为是以\d]{2,16})(?:为主|最多见?|最常见|居多)?\s?"
    rf"\(\s?(?P<arm>(?![两各三])[^,。;:、()\d]{{1,10}}?组)\s?(?:为|约)?(?P<a>{_SHARE})\s?[),;]"
)


def event_pairs(statement: Statement, roster: Roster) -> Iterator[Found]:
    """The share of each arm to whom something befell; nothing where nobody says whose the first figure is."""
    if "%" not in statement.view or "(" not in statement.view:
        return
    traditional = is_traditional(statement)
    for match in _OF_ONE.finditer(statement.view):
        name, begin = name_in(
            statement, statement.start + match.start("what"), statement.start + match.end("what")
        )
        arm = statement.text[slice(*match.span("arm"))].strip()
        if name:
            start, end = (statement.start + column for column in match.span("a"))
            what = as_share(name, name, of_people=False, event=True, traditional=traditional)
            yield Found(
                "outcome",
                start,
                end,
                measure=arm_in_front(arm, what),
                evidence=(begin, end),
                arm=arm,
                p=UNTOLD,
            )
    for match in _EVENT.finditer(statement.view):
        name, begin = name_in(
            statement, statement.start + match.start("what"), statement.start + match.end("what")
        )
        named = name and not _HOW.search(match_view(name))
        both = _arms(statement, match, roster, traditional=traditional) if named else None
        if both is None:
            continue
        arm, other = both
        ill = any(name.endswith(statement.raw(m.start, m.end)) for m in statement.terms(TermKind.DISEASE))
        what = as_share(name, name, of_people=False, event=True, traditional=traditional, ill=ill)
        start, end = (statement.start + column for column in match.span("a"))
        yield Found(
            "outcome",
            start,
            end,
            measure=arm_in_front(arm, what),
            evidence=(begin, statement.start + match.end("b")),
            arm=arm,
            versus=statement.text[slice(*match.span("b"))],
            other=other,
        )


def _arms(
    statement: Statement, match: re.Match[str], roster: Roster, *, traditional: bool
) -> tuple[str, str] | None:
    """The arm of the first figure, and that of the second, by their names."""
    told = match["named"] or match["arm"] or ""
    group = "named" if match["named"] else "arm"
    control = statement.text[slice(*match.span(group))].strip() if told else ""
    if match["named"] and not is_control(control):
        return None
    before = [place for place in arms_in(statement, roster) if place.end <= match.start("what")]
    treated = _last(before)
    if not treated and len(roster) == 2:
        treated = next((arm.name for arm in roster if not arm.control), "")
    others = [arm.name for arm in roster if arm.name != treated]
    if len(roster) > 2 and not (treated and control):
        return None
    other = control or (others[0] if len(others) == 1 else "")
    name = arm_name(Arm(treated, control=False), traditional=traditional) if treated else TREATED[traditional]
    return name, arm_name(Arm(other, control=True), traditional=traditional) if other else ""


def _last(places: list[ArmPlace]) -> str:
    """The arm that was spoken of last, unless it is the control."""
    return places[-1].name if places and not places[-1].control else ""
