"""Figures of an English sentence side by side: `81% v 62%`, `NEDA: 77% vs 38%`, `were 5/20, 9/21 and 4/20`.

A row gives a figure for each arm in the order in which the study named them (`roster`); of two that are set
against each other the first is the treated one's. What is measured stands in front of it, or, where only a
time does, was told with the row before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sctui.facts.trials.english_arms import PEOPLE, Arm, arm_at
from sctui.facts.trials.english_figures import NUMBER, P_VALUE, UNIT, VERSUS
from sctui.facts.trials.english_measures import CHANGED, rate_of, reads_well, small
from sctui.facts.trials.english_told import base_of, outcome, with_arm
from sctui.facts.trials.roster_names import Roster, is_control
from sctui.facts.trials.row_values import Value, shares_behind
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.text import literal

_NUMBER = NUMBER.replace(r"\d[\d,]*", r"\d+(?:,\d{3})*")
_VALUE = rf"(?:\d+/\d+(?![\d.])|{_NUMBER}{UNIT}?(?![\w.]*\d))"
_BRACKET = r"(?:\s?\([^()]*\))?"
_ROW = re.compile(
    rf"(?<![\w./–−-]){_VALUE}{_BRACKET}(?:\s(?P<against>{VERSUS})\s{_VALUE}{_BRACKET}"
    rf"|(?:,\s{_VALUE}{_BRACKET}){{2,4}}(?!,?\sand)"
    rf"|(?:,\s{_VALUE}{_BRACKET}){{0,3}},?\sand\s{_VALUE}{_BRACKET})"
)
_ITEM = re.compile(rf"(?P<v>(?P<n>\d+/\d+(?![\d.])|{_NUMBER})(?P<u>{UNIT})?(?![\w.]*\d))(?P<b>{_BRACKET})")
_PERCENT = re.compile(r"\s?\(\s?(?P<v>\d+(?:\.\d+)?\s?%)")
_NAMED = r"\d+/\d+\s?\((?P<share>\d+(?:\.\d+)?\s?%)[^()]*\)\s(?P<name>(?!and\b|in\b|with\b|vs?\b|on\b)[\w-]+)"
_NAMED_ITEM = re.compile(_NAMED)
_PLAIN = literal.sub(r"\?P<\w+>", "?:", _NAMED)
_NAMED_ROW = re.compile(
    r"\s(?P<verb>(?:occurred|happened|(?:was|were)\s(?:seen|reported|observed|reached))\s(?:in|by))\s"
    rf"(?P<row>{_PLAIN}(?:,\s{_PLAIN})*,?\s(?:and|vs\.?|versus)\s{_PLAIN})"
)
_SIGN = re.compile(r"\sv\.?\s|\bvs\b|\bversus\b|\sand\s|\d,\s|compared")
_CUT = re.compile(r"[;:(]\s?|,\s(?:and\s|but\s|while\s|whereas\s)?|\)\s(?:and\s)?|\.\s")
_VERB = re.compile(
    rf"\s(?:(?P<change>{CHANGED})(?:\s\w+ly)?(?:\sby|\sto|\sfrom)?"
    r"|(?P<event>occurred|happened|(?:was|were)\s(?:seen|reported|observed))\sin"
    r"|(?:was|were|reached|averaged|is|are))"
    r"(?:\s(?:only|about|around|an average of|a mean of|a median of))*\s?$"
)
_TIME = (
    r"(?:at|by|after|in|to)\s(?:(?:week|month|day|year)s?\s\d{1,3}|(?:\d{1,3}|one|two|three|four|five|six|nine|twelve)\s?"
    r"(?:weeks?|months?|mo|days?|years?))"
)
_TIMED = re.compile(rf"^(?:{_TIME},?\s)?(?P<what>.+?)(?:\s(?P<time>{_TIME}))?$")
_LEADING = re.compile(rf"^(?P<time>{_TIME}),?\s")
_TIME_ALONE = re.compile(rf"^(?:and\s)?(?P<time>{_TIME}),?$")
_LEAD = re.compile(
    r"^(?:(?:and|but|while|whereas|that|the|a|an|mean|average|results?|only|also"
    r"|we reported(?: earlier)?)\s)+"
)
_NO_ROW = re.compile(
    r"\b(?:ci|iqr|range|cells?/kg|dose|doses|aged?|n\s?=|weeks?|months?|years?|days?|groups?|arms?|between|ratio|difference|points?)\s?[,:=]?$"
    r"|\bp\s?[<>=]|\bn\s?=|\bratio\b|\bdose\b|\bcohorts?\b|\bclass\b|\bgrades?$|\bphase\b"
)
_KNOWN = re.compile(
    r"\b(?:rates?|survival|mortality|deaths?|scores?|loss|response|remission|relapse|reherniation|progression|events?|infections?"
    r"|effects?|change|volume|time|levels?|incidence|surgery|failure|embolism|fever|headache|cough|rejection|engraftment"
    r"|healing|closure|improvement|reduction|recovery|index|distance|pain|count|toxicity|gvhd|agvhd|cgvhd|fraction|pressure|thickness|density"
    r"|birth|pregnanc(?:y|ies)|complications?|hospitali[sz]ations?|thrombosis|bleeding|cancers?|seizures?|stroke|signal|height|function|days|stay)\b|\b[A-Z][A-Z0-9-]{1,}\b"
)
_OF_SOME = re.compile(r"\b(?:subgroups?|subsets?|strat(?:um|a))\b")
_AT_FIRST = re.compile(r"\bbaseline\b[^,;.]{0,20}$")
_NOT_APART = re.compile(r"\s?[,;(]{0,2}\s?\(?(?:not significant|ns\b|n\.s\.|no difference)")
_NO_RATE = re.compile(
    r"\b(?:change|loss|volume|fraction|viability|saturation|score|level|capacity)\b|\b[A-Z][A-Z0-9-]+$"
)
_P = re.compile(r"[\s,;(]{1,3}(?:[^,;()]{0,40}[,;]\s?)?(?P<p>p\s?[<>=≤≥]\s?0?[.·]\d+)")
_COUNT = re.compile(r"\d+")
_KEPT = re.compile(r"number of|median|mean")
_PLURAL = re.compile(r"(?<![sui])s$")
_MOST = 5


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of figures, what it measures and when, where that begins, the verb of a change, and the arms."""

    match: re.Match[str]
    what: str
    time: str
    begin: int
    change: str
    figures: tuple[tuple[Value, Arm], ...]


def rows(statement: Statement, roster: Roster, earlier: Statement | None = None) -> Iterator[Found]:
    """The figures of an English sentence that stand in a row, each with its measure and its arm.

    `earlier` is the sentence before, whose last row may tell what is measured at another time.
    """
    for row in (*_each_named(statement), *_read(statement, roster, earlier)):
        yield from _told(statement, row)


def _read(statement: Statement, roster: Roster, earlier: Statement | None) -> Iterator[_Row]:
    if len(statement.quantities) < 2 or not _SIGN.search(statement.view) or _OF_SOME.search(statement.view):
        return
    at, before = 0, ""
    for match in _ROW.finditer(statement.view):
        values = _values(match)
        arms = _arms(statement, match, roster, len(values)) if values else ()
        start = _head(statement, at, match.start())
        if (
            arms
            and not at
            and earlier
            and _TIME_ALONE.match(statement.view[start : match.start()].strip(" :,"))
        ):
            before = next((row.what for row in reversed(list(_read(earlier, roster, None)))), "")
        told = _measure(statement, start, match, before) if arms and (at or _is_compared(match)) else None
        if told is not None:
            at, before = match.end(), told[0]
            yield _Row(match, *told, tuple(zip(values, arms, strict=True)))


def _is_compared(row: re.Match[str]) -> bool:
    """Whether figures of a row are surely those of arms: set against each other, of so many, or with p."""
    surely = row["against"] or literal.search(r"\d/\d", row[0]) or len(list(_ITEM.finditer(row[0]))) > 2
    surely = surely or P_VALUE.search(row[0])
    return bool(surely or _P.match(row.string, row.end()) or _NOT_APART.match(row.string, row.end()))


def _each_named(statement: Statement) -> Iterator[_Row]:
    """`occurred in 2/18 (11%) IT, 4/18 (22%) IV and 9/18 (50%) sham patients`: each figure before its arm."""
    for match in _NAMED_ROW.finditer(statement.view) if "/" in statement.view else ():
        items = list(_NAMED_ITEM.finditer(match["row"]))
        names = [statement.text[match.start("row") + i.start("name") :][: len(i["name"])] for i in items]
        shares = all(item["share"] for item in items)
        what, time, shift = _split(
            statement.text[_head(statement, 0, match.start("verb")) : match.start("verb")]
        )
        if (
            not reads_well(what)
            or _NO_ROW.search(what.lower())
            or len(set(names)) != len(names)
            or not shares
        ):
            continue
        figures = tuple(
            (
                Value(match.start("row") + item.start("share"), match.start("row") + item.end("share"), "%"),
                Arm(f"{name} group", 0, control=is_control(name)),
            )
            for item, name in zip(items, names, strict=True)
        )
        begin = _head(statement, 0, match.start("verb")) + shift
        yield _Row(match, f"rate of {what}", time or _leading(statement, begin), begin, "", figures)


def _values(match: re.Match[str]) -> list[Value]:
    """The figures of a row; their shares where those stand behind each."""
    items = list(_ITEM.finditer(match.string, match.start(), match.end()))
    shares = shares_behind(items, _PERCENT)
    if shares or not items:
        return shares
    units = {(item["u"] or "").strip() for item in items}
    unit = (items[-1]["u"] or "").strip()
    if units - {"", unit} or len(items) > _MOST:
        return []
    return [Value(*item.span("v"), (item["u"] or "").strip()) for item in items]


def _arms(statement: Statement, match: re.Match[str], roster: Roster, size: int) -> tuple[Arm, ...]:
    """The arms of a row in its order; none where they are told behind it, or cannot be told."""
    if arm_at(statement, match.end()) or literal.match(
        r"\s(?:in|with|on|for|of|among)\s", statement.view[match.end() :]
    ):
        return ()
    if len(roster) == size:
        return tuple(_named(arm.name, control=arm.control) for arm in roster)
    if size == 2 and match["against"] and not roster:
        return (Arm("treatment group", 0, control=False), Arm("", 0, control=True))
    return ()


def _named(name: str, *, control: bool) -> Arm:
    """An arm by its name; with the noun where the name alone would not read as one."""
    alone = literal.search(
        r"(?:groups?|arms?|cells|MSCs?|HSCT|placebo|sham|saline|vehicle|care|drug|controls?)$", name
    )
    return Arm(name if alone else f"{name} group", 0, control=control)


def _head(statement: Statement, at: int, end: int) -> int:
    """Where the words in front of a row begin; a colon right in front of it is none of its ends."""
    view = statement.view[at:end].rstrip(" :")
    return at + max((m.end() for m in _CUT.finditer(view)), default=0)


def _measure(
    statement: Statement, start: int, row: re.Match[str], before: str
) -> tuple[str, str, int, str] | None:
    """What a row measures, when, where that begins, and the verb of a change; None for no measure."""
    seen = statement.view[start : row.start()].rstrip(" :,")
    text = statement.text[start : start + len(seen)]
    alone = _TIME_ALONE.match(seen.strip())
    if alone:
        return (before, small(text.strip(" ,")), start, "") if before else None
    verb = _VERB.search(seen)
    stop = verb.start() if verb else len(seen)
    colon = statement.view[start + len(seen) : row.start()].strip() == ":"
    if _AT_FIRST.search(statement.view[: row.start()]):
        return None
    what, time, shift = _split(text[:stop])
    if _NO_ROW.search(what.lower()) or not reads_well(what) or len(what) < 3:
        return None
    if not verb and not colon and not _KNOWN.search(what):
        return None
    if verb and verb["event"]:
        what = f"number of {literal.sub(f'^{PEOPLE} with ', '', what)} cases"
    return what, time or _leading(statement, start), start + shift, verb["change"] or "" if verb else ""


def _split(text: str) -> tuple[str, str, int]:
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


def _leading(statement: Statement, start: int) -> str:
    """The time at the beginning of a sentence, which is that of its further rows as well."""
    leading = _LEADING.match(statement.view)
    return small(statement.text[slice(*leading.span("time"))]) if leading and start else ""


def _told(statement: Statement, row: _Row) -> Iterator[Found]:
    """Each figure of a row with its arm, beside that of the arm which the others are compared with."""
    what, figures, change = row.what, row.figures, row.change
    unit = figures[-1][0].unit
    counted = not unit and all(_COUNT.fullmatch(statement.view, one.start, one.end) for one, _arm in figures)
    base = _called(what, unit, counted=counted) if not change else what
    p = _P.match(statement.view, row.match.end())
    last = statement.text[figures[-1][0].end - len(unit) : figures[-1][0].end]
    controls = [figure for figure, arm in figures if arm.control]
    for told, arm in figures:
        if not arm.name:
            continue
        other = controls[0] if len(controls) == 1 and not arm.control else None
        its = next((one.name for figure, one in figures if figure is other), "")
        whole = (row.begin, p.end() if p else row.match.end())
        found = outcome(statement, (told.start, told.end), whole)
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
            p=statement.text[slice(*p.span("p"))] if p else "",
            other=its,
        )


def _called(what: str, unit: str, *, counted: bool) -> str:
    """What a row measures, as a share is called that is no rate by name, or a number of cases."""
    if what.lower() in ("responders", "response"):
        return "response rate" if unit == "%" else "number of responders"
    if unit == "%":
        base = base_of(what, percent=True, event=False)
        return base if _NO_RATE.search(base) else rate_of(base)
    if not counted or _KEPT.match(what.lower()):
        return what
    return f"number of {what}" if _PLURAL.search(what) else f"number of cases of {what}"
