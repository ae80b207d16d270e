"""Figures of several arms side by side: `缓解率分别为40%和20%`, `愈合者24人对15人`, `(64%比40%)`.

A row tells a figure for each arm in the order in which its own words name them, or the study did before
(`roster`). What is measured stands in front of it, in the clause before, or was told with the row before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sctui.facts.trials.arm_chances import chance_of
from sctui.facts.trials.arm_measures import at_time
from sctui.facts.trials.measured import (
    ENDS_TURNED,
    LEAD,
    MEASURED,
    NO_COUNT,
    OF_PEOPLE,
    TIME_CLAUSE,
    TURN,
    arm_in_front,
    as_count,
    as_share,
    name_in,
    p_behind,
    timed,
)
from sctui.facts.trials.roster import arm_name
from sctui.facts.trials.roster_names import Arm, Roster, is_control
from sctui.facts.trials.row_heads import GROUPS, NO_ROW, before_bracket, head_of
from sctui.facts.trials.row_values import ROW, Value, values_of
from sctui.facts.trials.setting import Found
from sctui.facts.trials.sides import TREATED, is_traditional, without_time
from sctui.facts.trials.statement import Statement
from sctui.lexicon.term import TermKind
from sctui.text import literal
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

_SIGN = re.compile(r"对|比|\bv|、|[和与及]|以及")  # what no row is without
_EACH = re.compile(
    r"(?:均|也|又|则|便|就|倒)*(?P<each>分别|依次|各(?:自|为)?)?(?:均|也|约|平均|中位数?)*(?:为|是|有|达到?|约|仅|只有)?[\s:,]*$"
)
_OWN = re.compile(
    r"(?:在|于)?(?P<list>[^,。;:、()在于]{1,12}组(?:、[^,。;:、()]{1,12}组)*\s?[和与及]\s?[^,。;:、()]{1,12}组)(?:患者|病人)?(?:的|中的?|在)*"
)
_WITHIN = re.compile(  # `面积比在单次组和两次组分别下降…`
    r"[在于](?P<list>[^,。;:、()在于]{1,12}组(?:、[^,。;:、()]{1,12}组)*\s?[和与及]\s?[^,。;:、()]{1,12}组)(?:患者|病人)?(?:中|里)?(?=[^组]{0,12}$)"
)
_SIDED = re.compile("[组侧眼]|者(?!的|$)")
_OF_SOME = re.compile("亚组|次族群|亚群|分层")
_TREATED = Arm("治疗组", control=False)
_LASTS = re.compile("时间|天数|日数|时长|[期程]$|pfs|os$")
_TIME = re.compile(
    rf"(?:{LEAD.pattern})(?:但|而|事后(?:再)?(?:的)?分析(?:发现|显示)?|到了?)*(?P<time>{TIME_CLAUSE.pattern})[,，]?的?"
)
_AT_TIME = re.compile(rf"\s?(?P<time>{TIME_CLAUSE.pattern})(?:分别|各自?|均|平均)*(?P<turned>(?:{TURN})?)\s?")
_TWO = 2  # arms
_COUNTED = ("例", "名", "人", "位")
_IN_TURN = re.compile("(?:均|也)?(?:分别|依次|各自?)(?=..)")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of figures, what it measures, where that begins, and its figures with their arms."""

    match: re.Match[str]
    measure: str
    begin: int
    figures: tuple[tuple[Value, Arm], ...]


def rows(statement: Statement, roster: Roster, earlier: Statement | None = None) -> Iterator[Found]:
    """The figures of a Chinese sentence that stand in a row, each with its measure and its arm.

    `earlier` is the sentence before, whose last row may tell what is measured at another time.
    """
    for row in _read(statement, roster, earlier):
        yield from _told(statement, row)


def _read(statement: Statement, roster: Roster, earlier: Statement | None) -> Iterator[_Row]:
    if len(statement.quantities) < 2 or not _SIGN.search(statement.view) or not HAN.search(statement.view):
        return
    if _OF_SOME.search(statement.view):
        return
    at, before = 0, ""
    for match in ROW.finditer(statement.view):
        values = values_of(match)
        head = head_of(statement, at, match.start())
        if values and not at and earlier and _TIME.match(statement.view, head, match.start()):
            before = next((row.measure for row in reversed(list(_read(earlier, roster, None)))), "")
        told = _measure(statement, head, match.start(), before, known=bool(roster)) if values else None
        if told is None:
            continue
        measure, begin, own = told
        other = statement.text[slice(*match.span("other"))].strip() if match["other"] else ""
        arms = _arms(own, roster, len(values), against=bool(match["against"]), other=other)
        if arms and _fits(measure, values):
            at, before = match.end(), measure
            yield _Row(match, measure, begin, tuple(zip(values, arms, strict=True)))


def _measure(
    statement: Statement, start: int, end: int, before: str, *, known: bool
) -> tuple[str, int, tuple[Arm, ...]] | None:
    """What a row measures, where that begins, and the arms that its words name; None for no measure.

    `before` is what the row before measured, `known` says that the study named its arms.
    """
    seen = statement.view[start:end]
    if NO_ROW.search(seen):
        return None
    each = _EACH.search(seen)
    stop = start + (each.start() if each else len(seen))
    time = _TIME.fullmatch(statement.view, start, stop)
    if time:
        when = statement.text[slice(*time.span("time"))]
        return (f"{when}，{without_time(before.rpartition('，')[2])}", start, ()) if before else None
    bracketed = statement.view[start - 1 : start] == "("
    if bracketed and not seen.strip():
        return before_bracket(statement, start - 1, before, known=known)
    own, (begin, stop) = _own_arms(statement, start, stop)
    if named := _in_words(statement, (start, start + len(seen)), (begin, stop), listed=bool(own)):
        return (*named, own)
    if statement.view[begin:stop].strip(" ,:"):
        return None
    return _in_clause_before(statement, start, own)


def _in_words(
    statement: Statement, head: tuple[int, int], words: tuple[int, int], *, listed: bool
) -> tuple[str, int] | None:
    """The measure that the words of a row name, and where it begins; `listed` says that its arms are told."""
    if label := _labelled(statement, *words):
        return label
    (start, end), (begin, stop) = head, words
    name, first = name_in(statement, statement.start + begin, statement.start + stop)
    if not name or TIME_CLAUSE.fullmatch(match_view(name)) or _SIDED.search(match_view(name)):
        return None
    if listed and begin == start:  # `面积比在单次组和两次组分别下降…`: how it went stands behind the arms
        turn = ENDS_TURNED.search(statement.view, begin, end)
        name += statement.text[turn.start() : turn.end()] if turn and turn.end() == end else ""
    each = _IN_TURN.search(match_view(name))
    name = f"{name[: each.start()]}{name[each.end() :]}" if each else name
    return timed(statement, name, first)[0], first - statement.start


def _labelled(statement: Statement, start: int, end: int) -> tuple[str, int] | None:
    """`FVC:6个月时分别下降…`: the measure in front of a colon, at the time behind it."""
    colon = statement.view.find(":", start, end)
    told = _AT_TIME.fullmatch(statement.view, colon + 1, end) if colon >= 0 else None
    if told is None:
        return None
    name, first = name_in(statement, statement.start + start, statement.start + colon)
    time, turn = (statement.text[slice(*told.span(group))] for group in ("time", "turned"))
    return (f"{at_time(time, name)}{turn}", first - statement.start) if name else None


def _own_arms(statement: Statement, start: int, end: int) -> tuple[tuple[Arm, ...], tuple[int, int]]:
    """The arms that the words of a row name, and what is left of the words: none, or all but them."""
    listed = _OWN.search(statement.view, start, end)
    if listed and listed.start() == start:
        return _listed(statement, listed), (listed.end(), end)
    within = _WITHIN.search(statement.view, start, end)
    if within:
        return _listed(statement, within), (start, within.start())
    both = GROUPS.search(statement.view, start, end)
    if both and both.end() == end:
        return (), (start, both.start())
    return (), (both.end() if both and both.start() == start else start, end)


def _listed(statement: Statement, told: re.Match[str]) -> tuple[Arm, ...]:
    """The arms of a list by their names."""
    found, at = [], told.start("list")
    for name in literal.split(r"、|[和与及]", told["list"]):
        at = statement.view.index(name, at)
        found.append(Arm(statement.text[at : at + len(name)].strip(), is_control(name)))
    return tuple(found)


def _in_clause_before(
    statement: Statement, start: int, own: tuple[Arm, ...]
) -> tuple[str, int, tuple[Arm, ...]] | None:
    """`VAS评分两组都进步,分别…`: the measure of a row that begins its clause."""
    before = [one for one in statement.clauses if one.end <= statement.start + start]
    if not before:
        return None
    first, last = (column - statement.start for column in (before[-1].start, before[-1].end))
    both = GROUPS.search(statement.view, first, last)
    name, begin = name_in(
        statement, statement.start + first, statement.start + (both.start() if both else last)
    )
    return (name, begin - statement.start, own) if name else None


def _arms(own: tuple[Arm, ...], roster: Roster, size: int, *, against: bool, other: str) -> tuple[Arm, ...]:
    """The arms of a row in its order, `other` is the name of the second; none where that cannot be told."""
    if len(own) == size:
        return own
    if len(own) == 1 and against:
        others = [arm for arm in roster if arm.control != own[0].control and len(roster) == len(own) + 1]
        return (own[0], others[0] if len(others) == 1 else Arm(other, control=not own[0].control))
    if not own and len(roster) == size:
        return roster
    return (_TREATED, Arm(other, control=True)) if against and not own and not roster else ()


def _fits(measure: str, values: list[Value]) -> bool:
    """Whether figures of their unit can be those of what is measured."""
    seen, unit = match_view(measure), values[-1].unit
    if unit in _COUNTED or not (unit or MEASURED.search(seen)):
        return not NO_COUNT.search(seen)
    if literal.fullmatch("个?月|年|周|天|日|小时", unit):
        return bool(_LASTS.search(seen))
    ends = any(found.end() == len(seen) for found in MEASURED.finditer(seen)) or _LASTS.search(seen)
    return unit == "%" or bool(ends or ENDS_TURNED.search(seen) or OF_PEOPLE.match(seen))


def _told(statement: Statement, row: _Row) -> Iterator[Found]:
    """Each figure of a row with its arm, beside that of the arm which the others are compared with."""
    match, measure, begin, figures = row.match, row.measure, row.begin, row.figures
    traditional, last = is_traditional(statement), figures[-1][0]
    turned = bool(ENDS_TURNED.search(match_view(measure)))
    ill = any(measure.endswith(statement.raw(m.start, m.end)) for m in statement.terms(TermKind.DISEASE))
    what = measure if turned else _called(measure, last.unit, ill=ill, traditional=traditional)
    p = p_behind(statement, match.end())
    clause = statement.clause_at(statement.start + match.start())
    end = max(clause.end, statement.start + (p[1] if p else match.end()))
    for value, arm in figures:
        others = [one.name for _, one in figures if one is not arm]
        other, its = _beside(figures, arm)
        unit = "" if value.unit else statement.text[last.end - len(last.unit) : last.end]
        text = statement.text[value.start : value.end]
        name = arm_name(arm, traditional=traditional) if arm.name else ""
        name = TREATED[traditional] if arm is _TREATED else name
        found = Found(
            "change" if turned else "outcome",
            statement.start + value.start,
            statement.start + value.end,
            measure=arm_in_front(name, what),
            value=f"{text}{' ' if unit.isascii() and unit != '%' else ''}{unit}" if unit else "",
            evidence=(min(statement.start + begin, clause.start), end),
            arm=name,
            versus=statement.text[other.start : other.end] if other else "",
            p=(statement.text[slice(*p)] if p else "")
            if len(others) == 1
            else chance_of(statement, match.end(), arm.name, others),
            other=arm_name(its, traditional=traditional) if other and its.name else "",
        )
        if name:
            yield found


def _beside(figures: Sequence[tuple[Value, Arm]], arm: Arm) -> tuple[Value | None, Arm]:
    """What an arm's figure stands beside: the control's, or of two without one the second."""
    controls = [one for one in figures if one[1].control]
    if len(controls) == 1 and not arm.control:
        return controls[0]
    second = len(figures) == _TWO and not controls and arm is figures[0][1]
    return figures[1] if second else (None, arm)


def _called(measure: str, unit: str, *, ill: bool, traditional: bool) -> str:
    """What a row measures, as a share is called that is no rate by name, or a number of people.

    `ill` says that the measure is a disease, which some got.
    """
    seen = match_view(measure)
    if unit == "%":
        return as_share(measure, measure, of_people=False, event=True, traditional=traditional, ill=ill)
    if unit in _COUNTED or not (MEASURED.search(seen) or _LASTS.search(seen)):
        return as_count(measure, unit, traditional=traditional)
    return measure
