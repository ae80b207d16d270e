"""English results in which the groups of a study were alike: `NYHA class did not differ`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.trials.english_measures import small
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement

_BETWEEN = r"(?:\sbetween\s(?:the\s)?(?:two\s|three\s|treatment\s)*(?:groups|arms|cohorts))"
_NO = (
    r"no\s(?:(?:statistically\s|clinically\s)?(?:significant|relevant|meaningful|clear|marked)\s)?"
    r"differences?"
)
_WORD = r"(?:(?!was\b|were\b|and\s(?:no|the)\b|did\b)[\w’'()/.-]+)"
_IN = re.compile(
    rf"\b(?P<how>{_NO}){_BETWEEN}?\s(?:in"
    rf"|for)\s(?:the\s)?(?P<what>{_WORD}(?:,?\s{_WORD}){{0,9}}?)(?={_BETWEEN}|\s(?:was|were|at|by|up)\b"
    rf"|[.;]|$)"
)
_FOR = re.compile(
    rf"\b(?:as\sfor|regarding|in\sterms\sof|with\sregard\sto)\s(?:the\s)?(?P<what>[^,.;]{{4,70}}),\s(?P<how>{_NO}){_BETWEEN}"
)
_DID_NOT = re.compile(
    rf"(?:^|[.;]\s|\b(?:by\scontrast|in\scontrast|however|whereas|while|but),?\s)(?:the\s)?"
    rf"(?P<what>[a-z0-9][^.;]{{2,120}}?)\s(?P<how>(?:did\snot\s(?:\w+ly\s)?differ|(?:was|were)\snot\s(?:\w+ly\s)?different"
    rf"|(?:was|were)\s(?:similar|comparable)){_BETWEEN}?)(?=[,.;]|\sand\s(?:no|the)\b|\s(?:at|up|after)\b|$)"
)
_NOBODYS = re.compile(
    r"\b(?:patients|participants|groups?|arms?|they|it|this|these|that|which|baseline|characteristics|age|sex|was|were|had)\b|\d\s?%"
)


def alike(statement: Statement) -> Iterator[Found]:
    """In what the groups of a study did not differ; nothing for how they were before treatment."""
    if (
        "differ" not in statement.view
        and "similar" not in statement.view
        and "comparable" not in statement.view
    ):
        return
    for pattern in (_FOR, _IN, _DID_NOT):
        found = pattern.search(statement.view)
        if found is None or _NOBODYS.search(found["what"]):
            continue
        what = statement.text[slice(*found.span("what"))].strip(" ,")
        start, end = (statement.start + at for at in found.span("how"))
        clause = statement.clause_at(start)
        begin = min(clause.start, statement.start + found.start("what"))
        yield Found(
            "state_differs",
            start,
            end,
            measure=small(what),
            evidence=(begin, max(clause.end, statement.start + found.end())),
            flags=("negated",),
        )
        return
