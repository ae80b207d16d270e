"""Results by arm: `the score fell from 7.2 to 5.1 in treated patients, versus 7.0 to 6.8 in controls`.

A figure is taken only where the sentence says what was measured and, if it tells of arms at all, in which:
what cannot be told is nobody's result.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sctui.facts.trials.english_arms import TREATED, Arm, arm_at, is_of_all, names_arm
from sctui.facts.trials.english_figures import (
    AMOUNT,
    BASELINE,
    BRACKET,
    FIGURE,
    FROM_TO,
    OF_SOME,
    SHARE,
    TIME,
    VERSUS,
)
from sctui.facts.trials.english_measures import CHANGED, Measure, subject_before
from sctui.facts.trials.english_pairs import done, pairs, shares
from sctui.facts.trials.english_plain import WAY
from sctui.facts.trials.english_told import NO_ARM, base_of, outcome, with_arm
from sctui.facts.trials.roster_names import is_control
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement

_ADVERB = r"(?:(?:\w+ly|also|further|only|still|just|about|around|nearly|on average)\s)"
_VERB = re.compile(
    rf"\s(?P<change>{CHANGED})\s{_ADVERB}*(?P<by>by\s|to\s)?{AMOUNT}(?=from\s{FIGURE}|{FIGURE})"
    rf"|\s(?:(?:was|were|had been)\s)?(?:occurr?ed|happened|seen|observed|reported|achieved|reached|kept"
    rf"|maintained|met|noted|found|recorded|documented)"
    rf"\s(?P<event>in|by)\s{AMOUNT}(?={SHARE}|\d+\s(?:out\s)?of\s(?:the\s|all\s)?\d+(?:\s?\(|,\sor\s\d)|\d+/\d+\s?\()"
    rf"|\s(?P<state>was|were|reached|averaged|remained|stood\sat|came\sto|amounted\sto)\s{_ADVERB}*{AMOUNT}"
    rf"(?={FIGURE}(?!\s(?:of|out)\b|/\d|\s(?:points?\s|letters?\s)?{WAY}\b))"
)
_OF_SO_MANY = re.compile(
    rf"(?:\d+\s(?:out\s)?of\s(?:the\s|all\s)?\d+|\d+/\d+)"
    rf"(?:\s?[(\[]|,\sor\s)(?P<share>{SHARE})(?:[^()\[\]]*[)\]])?"
)
_PAST = {"fallen": "fell", "risen": "rose", "grown": "grew", "shrunk": "shrank", "gone up": "went up"}
_PAST["gone down"] = "went down"
_GIVEN = (
    r"\s(?:with|on|after|given|receiving)\s(?:the\s)?"
    r"(?P<name>[a-z][\w-]*(?:\s(?!and|vs|versus|in|at|after|by)[\w-]+)?)"
)
_AGAINST_ANOTHER = re.compile(
    rf"{_GIVEN}(?=,?\s(?:and|but|while|whereas|vs\.?|versus|against|compared\swith)\s(?:[a-z]+\s(?:by|to)\s)?\d)"
)
_LAST = re.compile(rf"(?<=[\d%)]){_GIVEN}(?=\s?[(.;,]|$)")
_NEXT = re.compile(
    rf"\s?(?:,(?=\s\d)|[,;]?\s?(?:(?P<versus>{VERSUS})|and|while|whereas"
    rf"|but))\s(?:(?:it\s)?(?P<verb>{CHANGED}|was"
    rf"|were)\s)?{_ADVERB}*"
    rf"(?P<by>(?:by|to|in|of)\s)?{AMOUNT}(?=from\s{FIGURE}|{FIGURE})"
)


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure by its offsets in the sentence, the verb that leads to it, and the arm it is told of."""

    start: int
    end: int
    verb: str = ""
    arm: Arm | None = None
    time: str = ""
    ends: int = 0
    at_baseline: bool = False
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Chain:
    """What was measured, and where the figures told of it end."""

    measure: Measure
    end: int


def by_arm(statement: Statement) -> tuple[list[Found], list[Chain]]:
    """The results of an English sentence with their arms, and where each chain of them stands."""
    found: list[Found] = []
    chains: list[Chain] = []
    for match in _VERB.finditer(statement.view):
        after = chains[-1].end if chains else 0
        measure = subject_before(statement, match.start(), after) if match.start() >= after else None
        if measure is None:
            continue
        figures, opposed = _figures(statement, match)
        chains.append(Chain(measure, figures[-1].ends))
        found += _told(statement, measure, match, figures, opposed=opposed)
    return [*found, *pairs(statement), *done(statement), *shares(statement)], chains


def _figures(statement: Statement, match: re.Match[str]) -> tuple[list[_Figure], bool]:
    """The figures behind a verb, each with its arm, and whether the second is set against the first."""
    figures = [_figure(statement, match.end(), _verb(match["change"], match["by"]))]
    opposed = False
    while len(figures) < 4:
        following = _NEXT.match(statement.view, figures[-1].ends)
        if following is None:
            break
        if figures[-1].at_baseline and following["versus"] is None:  # `61% at baseline and 72% at 6 months`
            figures = [_figure(statement, following.end(), figures[0].verb)]
            continue
        verb = _verb(following["verb"], following["by"]) if following["verb"] else figures[0].verb
        figure = _figure(statement, following.end(), verb)
        if following["versus"] is None and (figure.arm is None or figures[-1].arm is None):
            return [replace(one, arm=None, unsure=True) for one in figures], False  # `60% and 62%`: of whom?
        opposed = opposed or bool(following["versus"])
        figures.append(figure)
    return figures, opposed


def _verb(verb: str | None, by: str | None) -> str:
    verb = _PAST.get(verb or "", verb)
    return f"{verb} {by or ''}".strip() if verb and verb not in ("was", "were") else ""


def _figure(statement: Statement, at: int, verb: str) -> _Figure:
    share = _OF_SO_MANY.match(statement.view, at)
    whole = share or FROM_TO.match(statement.view, at) or re.compile(FIGURE).match(statement.view, at)
    at, end = share.span("share") if share else (at, whole.end() if whole else at)
    before = re.compile(BASELINE).match(statement.view, end)
    time, arm, ends = "", None, before.end() if before else share.end() if share else end
    for _ in range(3):  # bracket, time and arm in any order
        bracket = re.compile(BRACKET).match(statement.view, ends)
        timed = re.compile(TIME).match(statement.view, ends)
        named = None if arm else arm_at(statement, ends) or _set_against(statement, ends)
        if bracket:
            ends = bracket.end()
        elif timed:
            time, ends = statement.text[timed.start() : timed.end()].strip(), timed.end()
        elif named:
            arm, ends = named, named.end
    return _Figure(at, end, verb, arm, time, ends, at_baseline=bool(before))


def _set_against(statement: Statement, at: int) -> Arm | None:
    """The arm of a figure by any name, where another is set against it: `after grafting and 4% on drugs`."""
    told = _AGAINST_ANOTHER.match(statement.view, at) or _LAST.match(statement.view, at)
    if told is None:
        return None
    name = statement.text[slice(*told.span("name"))]
    return Arm(name, told.end(), control=is_control(name))


def _told(
    statement: Statement, measure: Measure, match: re.Match[str], figures: list[_Figure], *, opposed: bool
) -> Iterator[Found]:
    arms = _arms(statement, measure, figures, opposed=opposed)
    percent = statement.view[figures[0].end - 1 : figures[0].end] == "%"
    base = base_of(measure.what, percent=percent and not match["change"], event=bool(match["event"]))
    end = figures[-1].ends
    for place, (figure, arm) in enumerate(zip(figures, arms, strict=True)):
        if arm is None or figure.at_baseline or figure.unsure or OF_SOME.match(statement.view, figure.end):
            continue
        other = figures[1 - place] if len(figures) == 2 else None
        beside = arms[1 - place] if other else None
        value = statement.text[figure.start : figure.end]
        turned = figure.verb if match["change"] and not _is_from_to(statement, figure) else ""
        found = replace(
            outcome(statement, (figure.start, figure.end), (measure.start, end)),
            slot="change" if match["change"] else "outcome",
            measure=with_arm(statement, base, arm, figure.time or figures[-1].time),
            arm=arm.name,
            versus=_beside(statement, figure, other) if other else "",
            other=beside.name if beside and beside.name else "",
        )
        yield replace(found, value=f"{turned} {value}") if turned else found


def _beside(statement: Statement, figure: _Figure, other: _Figure) -> str:
    """The other arm's figure, with its verb where that went another way."""
    value = statement.text[other.start : other.end]
    return f"{other.verb} {value}" if figure.verb and other.verb and figure.verb != other.verb else value


def _is_from_to(statement: Statement, figure: _Figure) -> bool:
    return bool(FROM_TO.fullmatch(statement.view, figure.start, figure.end))


def _arms(
    statement: Statement, measure: Measure, figures: list[_Figure], *, opposed: bool
) -> list[Arm | None]:
    """Whose each figure is: None where that cannot be told, an arm without a name where none is told of."""
    own = [figure.arm for figure in figures]
    if len(figures) == 1:
        leading = measure.arm or arm_at(statement, 0)
        arm = own[0] or leading
        return [arm or (NO_ARM if is_of_all(statement, figures[0].ends) else None)]
    first = own[0] or measure.arm
    if first is None and own[1] and own[1].control and len(figures) == 2:
        first = TREATED
    if first is None and not any(own):
        return [None if names_arm(statement) or not opposed else TREATED, *(None for _ in own[1:])]
    return [first, *own[1:]]
