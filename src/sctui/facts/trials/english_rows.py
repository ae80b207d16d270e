"""Figures of an English sentence side by side: `81% v 62%`, `NEDA: 77% vs 38%`, `were 5/20, 9/21 and 4/20`.

A row gives a figure for each arm in the order in which the study named them (`roster`); of two that are set
against each other the first is the treated one's. What is measured stands in front of it, or, where only a
time does, was told with the row before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.trials.arm_names import ArmPlace, short_places
from sctui.facts.trials.english_arms import LETTERED, Arm, arm_at
from sctui.facts.trials.english_figures import NUMBER, P_VALUE, UNIT, VERSUS
from sctui.facts.trials.english_measures import reads_well
from sctui.facts.trials.english_row_words import (
    NO_ROW,
    P_BEHIND,
    TIME_ALONE,
    Row,
    head,
    leading_time,
    measure_of,
    split,
    told_of,
)
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
_LABELLED_ITEM = re.compile(rf"\s?:?\s?{_ITEM.pattern}")
_NEXT_ARM = re.compile(r"(?:[,;]\s|\s)(?:and\s|versus\s|vs\.?\s)?")
_PERCENT = re.compile(r"\s?\(\s?(?P<v>\d+(?:\.\d+)?\s?%)")
_NAMED = r"\d+/\d+\s?\((?P<share>\d+(?:\.\d+)?\s?%)[^()]*\)\s(?P<name>(?!and\b|in\b|with\b|vs?\b|on\b)[\w-]+)"
_NAMED_ITEM = re.compile(_NAMED)
_PLAIN = literal.sub(r"\?P<\w+>", "?:", _NAMED)
_NAMED_ROW = re.compile(
    r"\s(?P<verb>(?:occurr?ed|happened|(?:was|were)\s(?:seen|reported|observed|reached))\s(?:in|by))\s"
    rf"(?P<row>{_PLAIN}(?:,\s{_PLAIN})*,?\s(?:and|vs\.?|versus)\s{_PLAIN})"
)
_SIGN = re.compile(r"\sv\.?\s|\bvs\b|\bversus\b|\sand\s|\d%?,\s|compared")
_OF_SOME = re.compile(r"\b(?:subgroups?|subsets?|strat(?:um|a))\b")
_BEFELL = re.compile(  # `were reported in 31% and 33%`: in those of one arm and of the other
    r"\b(?:occurr?ed|happened|(?:was|were)\s(?:seen|reported|observed|recorded|noted))\sin\s$"
)
_NOT_APART = re.compile(r"\s?[,;(]{0,2}\s?\(?(?:not significant|ns\b|n\.s\.|no difference)")
_MOST = 5


def rows(statement: Statement, roster: Roster, earlier: Statement | None = None) -> Iterator[Found]:
    """The figures of an English sentence that stand in a row, each with its measure and its arm.

    `earlier` is the sentence before, whose last row may tell what is measured at another time.
    """
    for row in (*_each_named(statement), *_labelled(statement, roster), *_read(statement, roster, earlier)):
        yield from told_of(statement, row)


def _labelled(statement: Statement, roster: Roster) -> Iterator[Row]:
    """`remission at week 24: A 11/20 (55%), B 5/20 (25%)`: each figure behind the short name of its arm."""
    at, run = 0, list[tuple[ArmPlace, re.Match[str]]]()
    for place in (*short_places(statement, roster), None):
        if run and (place is None or not _NEXT_ARM.fullmatch(statement.view[run[-1][1].end() : place.start])):
            row = _of_run(statement, at, run)
            if row:
                yield row
            at, run = run[-1][1].end(), []
        item = _LABELLED_ITEM.match(statement.view, place.end) if place else None
        if place and item and place.name not in [one.name for one, _ in run]:
            run.append((place, item))


def _of_run(statement: Statement, at: int, run: list[tuple[ArmPlace, re.Match[str]]]) -> Row | None:
    """The row of the figures of several arms, each behind its name."""
    items = [item for _, item in run]
    units = {(item["u"] or "").strip() for item in items} - {""}
    if len(items) == 1 or len(units) > 1:
        return None
    values = shares_behind(items, _PERCENT) or [Value(*i.span("v"), (i["u"] or "").strip()) for i in items]
    first = run[0][0].start
    told = measure_of(statement, head(statement, at, first), first, "")
    arms = (_named(place.name, control=place.control) for place, _ in run)
    return Row(items[-1].end(), *told, tuple(zip(values, arms, strict=True))) if told else None


def _read(statement: Statement, roster: Roster, earlier: Statement | None) -> Iterator[Row]:
    if len(statement.quantities) < 2 or not _SIGN.search(statement.view) or _OF_SOME.search(statement.view):
        return
    at, before = 0, ""
    for match in _ROW.finditer(statement.view):
        values = _values(match)
        arms = _arms(statement, match, roster, len(values)) if values else ()
        start = head(statement, at, match.start())
        if (
            arms
            and not at
            and earlier
            and TIME_ALONE.match(statement.view[start : match.start()].strip(" :,"))
        ):
            before = next((row.what for row in reversed(list(_read(earlier, roster, None)))), "")
        told = (
            measure_of(statement, start, match.start(), before)
            if arms and (at or _is_compared(match))
            else None
        )
        if told is not None:
            at, before = match.end(), told[0]
            yield Row(match.end(), *told, tuple(zip(values, arms, strict=True)))


def _is_compared(row: re.Match[str]) -> bool:
    """Whether figures of a row are surely those of arms: set against each other, of so many, or with p."""
    surely = row["against"] or literal.search(r"\d/\d", row[0]) or len(list(_ITEM.finditer(row[0]))) > 2
    surely = surely or P_VALUE.search(row[0]) or row.string.startswith(" respectively", row.end())
    surely = surely or (row[0].count("%") > 1 and _BEFELL.search(row.string[: row.start()]))
    return bool(surely or P_BEHIND.match(row.string, row.end()) or _NOT_APART.match(row.string, row.end()))


def _each_named(statement: Statement) -> Iterator[Row]:
    """`occurred in 2/18 (11%) IT, 4/18 (22%) IV and 9/18 (50%) sham patients`: each figure before its arm."""
    for match in _NAMED_ROW.finditer(statement.view) if "/" in statement.view else ():
        items = list(_NAMED_ITEM.finditer(match["row"]))
        names = [statement.text[match.start("row") + i.start("name") :][: len(i["name"])] for i in items]
        shares = all(item["share"] for item in items)
        what, time, shift = split(
            statement.text[head(statement, 0, match.start("verb")) : match.start("verb")]
        )
        if not reads_well(what) or NO_ROW.search(what.lower()) or len(set(names)) != len(names) or not shares:
            continue
        figures = tuple(
            (
                Value(match.start("row") + item.start("share"), match.start("row") + item.end("share"), "%"),
                Arm(f"{name} group", 0, control=is_control(name)),
            )
            for item, name in zip(items, names, strict=True)
        )
        begin = head(statement, 0, match.start("verb")) + shift
        yield Row(match.end(), f"rate of {what}", time or leading_time(statement, begin), begin, "", figures)


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
    alone = LETTERED.fullmatch(name) or literal.search(
        r"(?:groups?|arms?|cells|MSCs?|HSCT|placebo|sham|saline|vehicle|care|drug|controls?)$", name
    )
    return Arm(name if alone else f"{name} group", 0, control=control)
