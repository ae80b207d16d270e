"""The arms that an English sentence names in order: `randomised to A, B, or placebo`, `(A 118, B 94)`."""

from __future__ import annotations

import re

from sctui.facts.trials.roster_names import Arm, Roster, is_control
from sctui.facts.trials.statement import Statement

_ITEM = r"[^,.;:()]{2,90}?(?:\s?\([^()]*\))?"
_PARTED = re.compile(
    r"\b(?:randomi[sz]ed|randomly|assigned|allocated|divided|split|groups?|arms|received|compared|got)\b"
    r"[^.;]{0,60}?(?:\b(?:to|into|received|compared|got)\s(?:either\s)?|:\s)"
    rf"(?P<list>{_ITEM}(?:,\s{_ITEM})*,?\s(?:or|and|versus|vs\.?)\s{_ITEM})(?=[.;,:]|$|\s?\()"
)
_SIZED = re.compile(r"(?P<name>[a-z][\w +/.-]{1,60}?)\s?[(,]\s?(?:[^()]*?\b)?n\s?=\s?\d+(?:\seach)?[^()]*\)")
_COUNTED = re.compile(
    r"\((?P<a>[a-z][\w +/-]{1,24}?)\s(?P<n>\d+),\s(?P<b>[a-z][\w +/-]{1,24}?)\s(?P<m>\d+)\)"
)
_GIVEN_TO = re.compile(
    r"\b(?P<n>\d+)\s(?:\w+\s)?(?:to|received|got)\s(?P<a>[^,.;()]{3,50}?)\s(?:and|,)\s?(?P<m>\d+)\s(?:to\s|received\s|got\s)?(?P<b>[^,.;()]{3,40}?)(?=[,.;()]|$)"
)
_NEXT = re.compile(r",?\s(?:or|and|versus|vs\.?)\s|,\s")
_LEAD = re.compile(
    r"^(?:(?:either|the|a|an|one|two|three|four|single|repeated|to|into|or|and|receive|in)\s|\d(?::\d)+\s(?:to\s)?"
    r"|.*\b(?:infusions?|injections?|doses?|courses?|addition|administration)\s(?:of\s|\()?)+"
)
_DOSED = re.compile(r"\s(?:at|for|every|on|with|after|placed|given|weekly|daily|via|by)\s.*$")
_POWER = re.compile(r"(?P<a>\d+(?:\.\d+)?)\s?[×x]\s?10\^?(?P<b>\d{1,2})(?:\s?(?:cells)?/\w+|\scells)?$")
_LOW_AND_HIGH = 2  # doses
_AT_DOSE = re.compile(r"\sat\s(?P<dose>\d[\w^×. ]*(?:/\w+)?)$")
_NAME = re.compile(r"(?!\d+\s?(?:mg|weeks?|months?|years?|days?)\b)[a-z0-9][\w^×. +/%-]{1,39}")
_NO_ARM = re.compile(
    r"\b(?:patients|years?|months?|weeks?|women|men|was|were|had|primary|secondary|grade|stage)\b|\bwith(?:out)?$|^without\b"
)
_BRACKETS = re.compile(r"\s?\([^()]*\)")
_MOST = 5


def english_roster(statement: Statement) -> Roster:
    """The arms of an English sentence one behind the other; none where it does not name them so."""
    if counted := _COUNTED.search(statement.view):
        return _both(statement, counted)
    given = _GIVEN_TO.search(statement.view)
    if given and (found := _both(statement, given)):
        return found
    for parted in _PARTED.finditer(statement.view):
        text = statement.text[slice(*parted.span("list"))]
        found = _roster([text[a:b] for a, b in _parts(parted["list"])])
        if found:
            return found
    sized = [statement.text[slice(*m.span("name"))] for m in _SIZED.finditer(statement.view)]
    return _roster(sized) if len(sized) > 1 else ()


def _both(statement: Statement, told: re.Match[str]) -> Roster:
    """The two arms `a` and `b` of a match."""
    return _roster([statement.text[slice(*told.span(group))] for group in "ab"])


def _parts(text: str) -> list[tuple[int, int]]:
    """Where the members of a list stand; what is in brackets is not parted."""
    cuts, at = [], 0
    for mark in _NEXT.finditer(text):
        if text.count("(", 0, mark.start()) == text.count(")", 0, mark.start()):
            cuts.append((at, mark.start()))
            at = mark.end()
    return [*cuts, (at, len(text))]


def _roster(names: list[str]) -> Roster:
    """Arms by their names; none where one is no name, or two are alike."""
    named = [_clean(name) for name in names]
    if any(name[:1].isdigit() for name in named):  # doses of one thing: each is known by its own
        named = [_dose(raw) or name for raw, name in zip(names, named, strict=True)]
    named = _by_height(named)
    seen = [name.lower() for name in named]
    well = all(_NAME.fullmatch(name) and not _NO_ARM.search(name) for name in seen)
    if not well or len(set(seen)) != len(seen) or not 1 < len(seen) <= _MOST:
        return ()
    return tuple(Arm(name, is_control(name)) for name in named)


def _by_height(names: list[str]) -> list[str]:
    """The names of arms, which powers of ten would not be: the low and the high dose of two of one thing."""
    powers = [_POWER.search(name) for name in names]
    things = {name[: power.start()] for name, power in zip(names, powers, strict=True) if power}
    doses = [float(p["a"]) * 10.0 ** int(p["b"]) for p in powers if p]
    if len(doses) != _LOW_AND_HIGH or doses[0] == doses[1] or len(things) > 1:
        return names
    of = iter(("low-dose", "high-dose") if doses[0] < doses[1] else ("high-dose", "low-dose"))
    return [next(of) if power else name for power, name in zip(powers, names, strict=True)]


def _dose(name: str) -> str:
    """The dose of an arm that is told with it (`infusion of MSCs at 1×10^6/kg`); empty where none is."""
    told = _AT_DOSE.search(name)
    return told["dose"] if told else ""


def _clean(name: str) -> str:
    """The name of an arm without how it was given, and how often."""
    name = _BRACKETS.sub("", name).strip(" ,")
    lead = _LEAD.match(name.lower())
    bare = name[lead.end() if lead else 0 :]
    return _DOSED.sub("", bare).strip() or bare
