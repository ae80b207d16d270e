"""English figures of one group: `of 34 followed, 32 (94%) were free of …`, `mucositis in 71%`, `in 4/7`.

Where a study has several arms, nobody can tell whose such a figure is, and none is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sctui.facts.trials.english_arms import is_of_all
from sctui.facts.trials.english_groups import WHO
from sctui.facts.trials.english_measures import rate_of, reads_well, small, tells_deed
from sctui.facts.trials.english_told import NO_ARM, outcome, with_arm
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement

_NUMBER = r"(?:\d{1,4}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?|[a-z]{3,9})"
_DID = (
    r"(?P<did>(?:were|was|had|achieved|reached|became|remained|showed|met|died|relapsed|responded|developed"
    r"|experienced|needed|required|stayed|survived|improved|recovered)\b[^,.;()]{2,90})"
)
_OF_SO_MANY = re.compile(  # `of the 34 followed for 16 months, 32 (94%; 95% CI …) were free of crises`
    rf"^of\s(?:the\s|these\s|all\s)?(?P<n>\d{{1,4}})\s[^,;.()]{{3,60}},\s(?P<k>\d{{1,4}})\s?"
    rf"(?:\((?P<share>\d+(?:\.\d+)?\s?%)[^()]*\)\s?)?{_DID}"
)
_OUT_OF = re.compile(
    r"(?:^|,\s(?:and\s)?|;\s)(?P<k>\d{1,4}/\d{1,4})(?:\s\((?P<share>\d[\d.]*\s?%)\))?\s"
    rf"(?:{WHO}\s)?{_DID}"
)
_EVENT = r"(?P<what>(?!with\b|and\b|in\b|as\b)[a-z][\w’'-]*(?:\s(?!in\b|and\b|with\b)[a-z][\w’'-]*){0,5})"
_IN_SHARE = re.compile(
    rf"(?:^|[,;:]\s(?:and\s)?|\sand\s){_EVENT}\s(?:(?:was|were)\s(?:seen|reported|observed|noted)\s|occurr?ed\s)?in\s"
    r"(?P<v>\d+(?:\.\d+)?\s?%|\d{1,4}/\d{1,4}(?:\s\(\d+(?:\.\d+)?\s?%\))?)(?=[,.;]|\sand\s|$)"
)
_WITH_SHARE = re.compile(
    r"(?:\b(?:with|were|was|included|including|by|like)\s|[,:]\s(?:and\s)?|(?<=\))\s?,?\sand\s)"
    rf"{_EVENT}\s\((?P<v>\d+(?:\.\d+)?\s?%)\)"
)
_NO_EVENT = re.compile(
    r"\b(?:patients|people|men|women|adults|children|group|arm|respectively|ci|trial|study|cells|of|ages?)\b"
)


def shares_of_all(statement: Statement) -> Iterator[Found]:
    """The figures of a sentence of a study's one group; nothing where it speaks of arms."""
    if not is_of_all(statement):
        return
    for match in (*_OF_SO_MANY.finditer(statement.view), *_OUT_OF.finditer(statement.view)):
        yield from _count(statement, match)
    for pattern in (_IN_SHARE, _WITH_SHARE):
        for match in pattern.finditer(statement.view):
            yield from _rate(statement, match)


def _count(statement: Statement, match: re.Match[str]) -> Iterator[Found]:
    """How many of how many did what, with their share."""
    start, end = statement.start + match.start("did"), statement.start + match.end("did")
    did = statement.raw(start, end).strip()
    whole = f" of {match['n']}" if "n" in match.re.groupindex else ""
    share = f" ({match['share']})" if match["share"] else ""
    if tells_deed(did):
        yield Found(
            "count",
            statement.start + match.start("k"),
            statement.start + match.end("share" if share else "k"),
            measure=did,
            value=f"{match['k']}{whole}{share}",
            evidence=(statement.start + match.start(), end),
        )


def _rate(statement: Statement, match: re.Match[str]) -> Iterator[Found]:
    """The rate of an event."""
    what = small(statement.text[slice(*match.span("what"))])
    if reads_well(what) and not _NO_EVENT.search(what.lower()):
        figure = match.span("v")
        found = outcome(statement, figure, (match.start("what"), match.end()))
        yield replace(found, measure=with_arm(statement, rate_of(what), NO_ARM, ""))
