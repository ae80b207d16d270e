"""Figures that stand arm by arm behind what they measure: `90天死亡率:甲组7.5%,乙组9.3%`.

What is measured stands in front of the first arm, in the clause before it, or in the sentence before
(`主要终点是…的比例。结果甲组为…`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sctui.facts.trials.arm_chances import chance_of
from sctui.facts.trials.arm_differences import apart
from sctui.facts.trials.arm_measures import alike_before, measured, measured_between, turned
from sctui.facts.trials.arm_names import ArmPlace, arms_in
from sctui.facts.trials.circumstance import opposed
from sctui.facts.trials.measured import (
    ENDS_TURNED,
    MEASURED,
    NO_COUNT,
    OF_PEOPLE,
    TURN,
    arm_in_front,
    as_count,
    as_share,
    p_text,
)
from sctui.facts.trials.roster import arm_name
from sctui.facts.trials.roster_names import Arm, Roster
from sctui.facts.trials.setting import Found
from sctui.facts.trials.sides import VALUES, is_traditional
from sctui.facts.trials.statement import Statement
from sctui.text import literal
from sctui.text.match_view import match_view
from sctui.text.quantity import Quantity, QuantityKind

_ADVERBS = r"(?:平均|中位数?|中位|约|仅|只|则|也|亦|均|分别|显著|明显|反而)*"
_LINK = re.compile(
    rf"(?:\s?\([^()]*\))?的?[\s,:]*{_ADVERBS}(?:为|是|有|达到?|只有|仅有)?{_ADVERBS}\s?"
    r"(?:\d+\s?[例名人位个眼]\s?[(,]?\s?占?\s?)?"
)
_TURNED = re.compile(rf"(?:\s?\([^()]*\))?的?{_ADVERBS}{TURN}(?:了|约|至|到|为)*\s?")
_WITHIN = re.compile(
    rf"(?:\s?\([^()]*\))?的?(?P<what>[^,。;:()]{{2,24}}?(?:\([^()]{{1,12}}\))?)(?:较(?:基线|治疗前|前))?{_ADVERBS}"
    rf"(?:{TURN}(?:了|约|至|到|为)*|为|是|达到?|仅为)?\s?"
)
_FROM = re.compile(rf"(?:\s?\([^()]*\))?的?{_ADVERBS}[由从]\s?")
_TO = re.compile(rf"\s?[^,。;\d]{{0,4}}?{_ADVERBS}(?P<to>(?:{TURN}|变|改)?(?:到|至|为)\s?|→\s?)")
_DID = re.compile(r"\s?\)\s?(?:的?(?:患者|病人|受试者))?(?P<did>[^,。;:\d][^,。;:]{2,38}$)")
_SHARE = re.compile(r"\s?[例名人位个只眼]\s?[(,]\s?占?\s?")  # `14个(29.8%)`
_COUNT = re.compile(
    rf"(?:\s?\([^()]*\))?的?[\s,:]*(?P<what>(?!接受|给予|输注|注射|随机|每|使用|只|仅|共)[^,。;:()\d组]{{2,18}}?(?<!达到))?(?:者|的)?{_ADVERBS}(?:为|是|有|达到?|共)?{_ADVERBS}\s?"
    r"\d+\s?[例名人位个]"
)
_CHANGE = ("变化", "變化")
_OPENS = re.compile(r"\s?[(,]\s?占?\s?")
_OPENED = re.compile(r"\s?\(\s?")
_FIGURES = (*VALUES, QuantityKind.PEOPLE)
_NUMBER = re.compile(r"^[-+−–]?\s?\d[\d,.]*")
_UNIT = re.compile(r"/1\.73\s?m[²2]|\s?(?:[一-鿿]|[a-zμ]{1,4})/(?:[a-z]{1,3}[²³23]?)|\s?个字母")


_NO_ARM = ArmPlace(0, 0, "")


@dataclass(frozen=True, slots=True)
class _Value:
    """The figure of an arm: the verb it came with, whether it is the share of a count, and the arm.

    `own` are the columns of what it measures where that stands between arm and figure, or, for `did`, of what
    those who are counted did; `start` is that of the arm's name.
    """

    quantity: Quantity
    turn: str = ""
    counted: bool = False
    own: tuple[int, int] | None = None
    did: bool = False
    start: int = 0
    arm: ArmPlace = _NO_ARM

    @property
    def control(self) -> bool:
        """Whether the arm is the one that others are compared with."""
        return self.arm.control


def by_arm(statement: Statement, awaited: str = "", roster: Roster = ()) -> Iterator[Found]:
    """The figures of a sentence that stand arm by arm, each with what it measures, its arm and its time.

    `awaited` is what the sentence before says was to be measured, `roster` are the study's arms. A list of
    one arm tells nothing here.
    """
    values = list(_values(statement, roster))
    groups: list[tuple[str, int, list[_Value]]] = []
    for value in values:
        measure, begin = measured_between(statement, value.own, value.start) or measured(
            statement, value.start, awaited
        )
        if measure and not _counts(statement, measure, value):
            continue  # the size of an arm
        if measure:
            groups.append((measure, begin, [value]))
        elif groups and _goes_on(statement, groups[-1][2][-1], value):
            groups[-1][2].append(value)
    for measure, begin, members in groups:
        if len(members) > 1:
            yield from _told(statement, measure, begin, members)
            yield from apart(statement, turned(measure, members[0].turn), begin, members[-1].quantity.end)


def _counts(statement: Statement, measure: str, value: _Value) -> bool:
    """Whether a figure is no count, or one of those of an arm to whom befell what stands in front of it."""
    if value.quantity.kind is not QuantityKind.PEOPLE:
        return True
    seen = match_view(measure)
    clause = statement.clause_at(value.start)
    listed = statement.seen(value.start - 2, value.start).strip().endswith((":", "("))
    here = value.own or clause.start < value.start or OF_PEOPLE.match(seen)
    return bool(here or listed or alike_before(statement, clause)) and not NO_COUNT.search(seen)


def _called(place: ArmPlace, *, traditional: bool) -> str:
    """The name of an arm as it stands in a question."""
    return arm_name(Arm(place.name, place.control), traditional=traditional) if place.alone else place.name


def _with_unit(statement: Statement, figure: Quantity, last: Quantity) -> str:
    """A figure with the unit that stands behind the last of its list alone; empty where it has its own."""
    if figure.kind is not QuantityKind.PLAIN or last.kind is not QuantityKind.MEASURE:
        return ""
    unit = _NUMBER.sub("", statement.raw(last.number, last.end), count=1)
    behind = _UNIT.match(statement.view, last.end - statement.start)
    return f"{statement.raw(figure.start, figure.end)}{unit}{behind[0] if behind else ''}"


def _told(statement: Statement, measure: str, begin: int, members: list[_Value]) -> Iterator[Found]:
    controls = [one for one in members if one.control]
    traditional = is_traditional(statement)
    ends = members[-1].quantity.end
    for one in members:
        other = controls[0] if len(controls) == 1 and not one.control else None
        arm = _called(one.arm, traditional=traditional)
        clause = statement.clause_at(one.quantity.number)
        what = _what(statement, measure, one, members[0], traditional=traditional)
        unit = _UNIT.match(statement.view, one.quantity.end - statement.start)
        others = [each.arm.name for each in members if each is not one]
        yield Found(
            "change" if ENDS_TURNED.search(match_view(what)) else "outcome",
            one.quantity.start,
            one.quantity.end + (len(unit[0]) if unit else 0),
            measure=arm_in_front(arm, what),
            value=_with_unit(statement, one.quantity, members[-1].quantity) if unit is None else "",
            evidence=(min(begin, clause.start), max(clause.end, one.quantity.end)),
            arm=arm,
            versus=_against(statement, other, one) if other else "",
            other=_called(other.arm, traditional=traditional) if other else "",
            p=p_text(statement, ends)
            if len(others) == 1
            else chance_of(statement, ends - statement.start, one.arm.name, others),
        )


def _what(statement: Statement, measure: str, one: _Value, first: _Value, *, traditional: bool) -> str:
    """What a figure of an arm measures: how it turned, a number of people, or a share of them."""
    kind, what = one.quantity.kind, turned(measure, one.turn or first.turn)
    if kind is QuantityKind.PEOPLE:
        counter = statement.seen(one.quantity.end - 1, one.quantity.end)
        return as_count(measure, counter, traditional=traditional)
    if kind is QuantityKind.PERCENT:
        event = one.counted or not (one.turn or first.turn or MEASURED.search(match_view(measure)))
        return as_share(what, measure, of_people=first.did, event=event, traditional=traditional)
    return what


def _against(statement: Statement, other: _Value, one: _Value) -> str:
    """The figure that an arm's is set against, with the verb where that went the other way."""
    start = other.quantity.start
    if other.turn and opposed(match_view(other.turn), match_view(one.turn)):
        start = statement.start + statement.view.rfind(match_view(other.turn), 0, start - statement.start)
    return statement.raw(start, other.quantity.end)


def _values(statement: Statement, roster: Roster) -> Iterator[_Value]:
    arms = arms_in(statement, roster)
    for at, arm in enumerate(arms):
        end = statement.start + arm.end
        stop = statement.start + arms[at + 1].start if at + 1 < len(arms) else statement.end
        figures = [q for q in statement.quantities if end <= q.start < stop and q.kind in _FIGURES]
        value = _value(statement, end, figures, whole=arm.alone)
        if value:
            yield replace(value, start=statement.start + arm.start, arm=arm)


def _value(statement: Statement, end: int, figures: list[Quantity], *, whole: bool) -> _Value | None:
    """The figure behind an arm, with the words between the two that say what it is; `whole` as below."""
    first, second = next(iter(figures), None), next(iter(figures[1:]), None)
    if first is None:
        return None
    between = statement.seen(end, first.start)
    if first.kind is QuantityKind.PEOPLE:
        return _of_people(statement, end, first, second)
    if (
        second
        and first.kind is QuantityKind.PLAIN
        and _SHARE.fullmatch(statement.seen(first.end, second.start))
    ):
        return _Value(second, counted=True) if _LINK.fullmatch(between) else None
    if second and (_FROM.fullmatch(between) or _OPENED.fullmatch(between)):
        return _changed(statement, first, second)
    return _told_behind(statement, end, between, first, whole=whole)


def _told_behind(
    statement: Statement, end: int, between: str, first: Quantity, *, whole: bool
) -> _Value | None:
    """The figure behind an arm with the words between the two: none, a verb, or what is measured.

    `whole` says that a bare whole number is a figure too.
    """
    if first.kind is QuantityKind.PLAIN and not (whole or "." in statement.raw(first.number, first.end)):
        return None
    verb = _TURNED.fullmatch(between)
    turn = statement.raw(end + verb.start("turn"), first.start).strip(" 约約") if verb else ""
    if verb or _LINK.fullmatch(between):
        counted = not turn and bool(literal.search(r"\d", between))
        did = _did(statement, first) if counted else None
        return _Value(first, turn, counted=counted, own=did, did=bool(did))
    return _with_measure(statement, end, between, first)


def _changed(statement: Statement, first: Quantity, second: Quantity) -> _Value | None:
    """`由7.2降至5.1`, `(7.2→5.1)`: what a figure became, with the verb; or both where an arrow is between."""
    to = _TO.fullmatch(statement.seen(first.end, second.start))
    if to is None:
        return None
    if to["to"].startswith("→"):
        whole = replace(second, start=first.start, number=first.number)
        return _Value(whole, _CHANGE[is_traditional(statement)])
    return _Value(second, statement.raw(first.end + to.start("to"), second.start).strip())


def _of_people(statement: Statement, end: int, first: Quantity, second: Quantity | None) -> _Value | None:
    """`细胞组愈合19例(70.4%)`, `细胞组1例`: how many did what stands in front of them, or their share."""
    counted = _COUNT.fullmatch(statement.seen(end, first.end))
    if counted is None:
        return None
    own = (end + counted.start("what"), end + counted.end("what")) if counted["what"] else None
    share = second and second.kind is QuantityKind.PERCENT and statement.seen(first.end, second.start)
    if second and share and _OPENS.fullmatch(share):
        did = _did(statement, second) if own is None else None
        return _Value(second, counted=True, own=own or did, did=bool(did))
    return _Value(first, counted=True, own=own)


def _did(statement: Statement, share: Quantity) -> tuple[int, int] | None:
    """The columns of what those did who are counted with their share (`9人(20.9%)达到缓解`)."""
    clause = statement.clause_at(share.number)
    told = _DID.match(statement.seen(share.end, clause.end))
    return (share.end + told.start("did"), clause.end) if told else None


def _with_measure(statement: Statement, end: int, between: str, first: Quantity) -> _Value | None:
    """`治疗组血浆蛋白较基线下降38%`: what is measured stands between the arm and its figure."""
    within = _WITHIN.fullmatch(between)
    if within is None or not any(
        found.end() == len(within["what"]) for found in MEASURED.finditer(within["what"])
    ):
        return None
    own = (end + within.start("what"), end + within.end("what"))
    start = end + within.start("turn")
    turn = statement.raw(start, first.start).strip(" 约約") if within["turn"] else ""
    return _Value(first, turn, own=own)


def _goes_on(statement: Statement, before: _Value, value: _Value) -> bool:
    """Whether an arm's figure is of the same measure as that of the arm before it."""
    clause = statement.clause_at(value.start)
    alone = not statement.seen(max(clause.start, before.quantity.end), value.start).strip(" 而但则、和与,;()")
    kinds = {before.quantity.kind, value.quantity.kind}
    alike = len(kinds) == 1 or kinds == {QuantityKind.PLAIN, QuantityKind.MEASURE}
    return alone and alike and (bool(before.turn) == bool(value.turn) or not value.turn)
