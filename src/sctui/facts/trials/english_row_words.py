"""What a row of figures in an English sentence measures, and how each of its figures is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sctui.facts.trials.arm_chances import chance_of
from sctui.facts.trials.english_arms import PEOPLE, Arm
from sctui.facts.trials.english_measures import CHANGED, rate_of, reads_well, small
from sctui.facts.trials.english_told import base_of, outcome, with_arm
from sctui.facts.trials.row_values import Value
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.text import literal

_ASIDE = re.compile(r"(?<=\w)\s\([^()=]{3,60}\)$")  # `improvement (subscore 0-1) 35%, 44%`
_CUT = re.compile(r"[;:(]\s?|,\s(?:and\s|but\s|while\s|whereas\s)?|\)\s(?:and\s)?|\.\s")
_VERB = re.compile(
    rf"\s(?:(?P<change>{CHANGED})(?:\s\w+ly)?(?:\sby|\sto|\sfrom)?"
    r"|(?P<event>occurr?ed|happened|(?:was|were)\s(?:seen|reported|observed|recorded|noted))\sin"
    r"|(?:was|were|reached|averaged|numbered|totall?ed|is|are))"
    r"(?:\s(?:only|about|around|an average of|a mean of|a median of))*\s?$"
)
_TIME = (
    r"(?:at|by|after|in|to)\s(?:(?:week|month|day|year)s?\s\d{1,3}|(?:\d{1,3}|one|two|three|four|five|six|nine|twelve)\s?"
    r"(?:weeks?|months?|mo|days?|years?))"
)
_TIMED = re.compile(rf"^(?:{_TIME},?\s)?(?P<what>.+?)(?:\s(?P<time>{_TIME}))?$")
_LEADING = re.compile(rf"^(?P<time>{_TIME}),?\s")
TIME_ALONE = re.compile(rf"^(?:and\s)?(?P<time>{_TIME}),?$")
_LEAD = re.compile(
    r"^(?:(?:and|but|while|whereas|that|the|a|an|mean|average|results?|only|also"
    r"|we reported(?: earlier)?)\s)+"
)
NO_ROW = re.compile(
    r"\b(?:ci|iqr|range|cells?/kg|dose|doses|aged?|n\s?=|weeks?|months?|years?|days?|groups?|arms?|between|ratio|difference|points?)\s?[,:=]?$"
    r"|\bp\s?[<>=]|\bn\s?=|\bratio\b|\bdose\b|\bcohorts?\b|\bclass\b|\bgrades?$|\bphase\b"
)
_KNOWN = re.compile(
    r"\b(?:rates?|survival|mortality|deaths?|scores?|loss|response|remission|relapse|reherniation|progression|events?|infections?"
    r"|effects?|change|volume|time|levels?|incidence|surgery|failure|embolism|fever|headache|cough|rejection|engraftment"
    r"|healing|closure|improvement|reduction|recovery|index|distance|pain|count|toxicity|gvhd|agvhd|cgvhd|fraction|pressure|thickness|density"
    r"|birth|pregnanc(?:y|ies)|complications?|hospitali[sz]ations?|thrombosis|bleeding|cancers?|seizures?|stroke|signal|height|function|days|stay)\b|\b[A-Z][A-Z0-9-]{1,}\b"
)
_AT_FIRST = re.compile(r"\bbaseline\b[^,;.]{0,20}$")
_NO_RATE = re.compile(
    r"\b(?:change|loss|volume|fraction|viability|saturation|score|level|capacity)\b|\b[A-Z][A-Z0-9-]+$"
)
P_BEHIND = re.compile(r"[\s,;(]{1,3}(?:[^,;()]{0,40}[,;]\s?)?(?P<p>p\s?[<>=≤≥]\s?0?[.·]\d+)")
_COUNT = re.compile(r"\d+")
_KEPT = re.compile(r"number of|median|mean")
_CASES = re.compile("^number of (?P<what>.+) cases$")
_TWO = 2  # arms
_PLURAL = re.compile(r"(?<![sui])s$")


@dataclass(frozen=True, slots=True)
class Row:
    """Where a row ends, what it measures and when, where that begins, how it went, and its figures."""

    end: int
    what: str
    time: str
    begin: int
    change: str
    figures: tuple[tuple[Value, Arm], ...]


def head(statement: Statement, at: int, end: int) -> int:
    """Where the words in front of a row begin.

    A colon right in front of it is none of its ends, nor is a bracket that explains those words.
    """
    view = _ASIDE.sub("", statement.view[at:end].rstrip(" :"))
    return at + max((m.end() for m in _CUT.finditer(view)), default=0)


def measure_of(statement: Statement, start: int, at: int, before: str) -> tuple[str, str, int, str] | None:
    """What a row measures, when, where that begins, and the verb of a change; None for no measure."""
    seen = _ASIDE.sub("", statement.view[start:at].rstrip(" :,"))
    text = statement.text[start : start + len(seen)]
    alone = TIME_ALONE.match(seen.strip())
    if alone:
        return (before, small(text.strip(" ,")), start, "") if before else None
    verb = _VERB.search(seen)
    stop = verb.start() if verb else len(seen)
    colon = statement.view[:at].rstrip().endswith(":")
    if _AT_FIRST.search(statement.view[:at]):
        return None
    what, time, shift = split(text[:stop])
    if NO_ROW.search(what.lower()) or not reads_well(what) or len(what) < 3:
        return None
    if not verb and not colon and not _KNOWN.search(what):
        return None
    if verb and verb["event"]:
        what = f"number of {literal.sub(f'^{PEOPLE} with ', '', what)} cases"
    return what, time or leading_time(statement, start), start + shift, verb["change"] or "" if verb else ""


def split(text: str) -> tuple[str, str, int]:
    """A measure without its time, that time, and how much stands in front of the measure."""
    shift = len(text) - len(text.lstrip())
    text = text.strip(" ,")
    leading = _LEADING.match(text.lower())
    time = text[: leading.end("time")] if leading else ""
    shift += leading.end() if leading else 0
    rest = text[leading.end() :] if leading else text
    lead = _LEAD.match(rest.lower())
    shift, rest = shift + (lead.end() if lead else 0), rest[lead.end() if lead else 0 :]
    told = _TIMED.match(rest.lower())
    if told and told["time"] and not time:
        return small(rest[: told.end("what")]), small(rest[told.start("time") :]), shift
    return small(rest), small(time), shift


def leading_time(statement: Statement, start: int) -> str:
    """The time at the beginning of a sentence, which is that of its further rows as well."""
    leading = _LEADING.match(statement.view)
    return small(statement.text[slice(*leading.span("time"))]) if leading and start else ""


def told_of(statement: Statement, row: Row) -> Iterator[Found]:
    """Each figure of a row with its arm, beside that of the arm which the others are compared with."""
    what, figures, change = row.what, row.figures, row.change
    unit = figures[-1][0].unit
    counted = not unit and all(_COUNT.fullmatch(statement.view, one.start, one.end) for one, _arm in figures)
    base = _called(what, unit, counted=counted) if not change else what
    p = P_BEHIND.match(statement.view, row.end)
    last = statement.text[figures[-1][0].end - len(unit) : figures[-1][0].end]
    controls = [figure for figure, arm in figures if arm.control]
    two = len(figures) == _TWO and not controls and figures[1][1].name
    for told, arm in figures:
        if not arm.name:
            continue
        other = controls[0] if len(controls) == 1 and not arm.control else None
        other = figures[1][0] if two and arm is figures[0][1] else other  # of two without a control
        its = next((one.name for figure, one in figures if figure is other), "")
        whole = (row.begin, p.end() if p else row.end)
        found = outcome(statement, (told.start, told.end), whole)
        others = [one.name for _, one in figures if one is not arm]
        text = statement.text[told.start : told.end]
        value = f"{text}{'' if unit == '%' else ' '}{last}" if unit and not told.unit else ""
        value = f"{change} {'by ' if ' ' not in change else ''}{value or text}" if change else value
        yield replace(
            found,
            slot="change" if change else "outcome",
            measure=with_arm(statement, base, arm, row.time),
            value=value,
            arm=arm.name,
            versus=statement.text[other.start : other.end] if other else "",
            p=(statement.text[slice(*p.span("p"))] if p else "")
            if len(others) == 1
            else chance_of(statement, row.end, arm.name, others),
            other=its,
        )


def _called(what: str, unit: str, *, counted: bool) -> str:
    """What a row measures, as a share is called that is no rate by name, or a number of cases."""
    if what.lower() in ("responders", "response"):
        return "response rate" if unit == "%" else "number of responders"
    if unit == "%":
        what = _CASES.sub(r"\g<what>", what)
        base = base_of(what, percent=True, event=False)
        return base if _NO_RATE.search(base) else rate_of(base)
    if not counted or _KEPT.match(what.lower()):
        return what
    return f"number of {what}" if _PLURAL.search(what) else f"number of cases of {what}"
