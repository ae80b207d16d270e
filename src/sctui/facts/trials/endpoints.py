"""What a study was to measure first of all: `the primary endpoint was overall survival`, `主要终点为…`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.text import literal
from sctui.text.quantity import QuantityKind

_NOUN = r"(?:endpoint|end[\s-]point|outcome(?:\smeasure)?)s?"
_EN = (
    re.compile(
        rf"\b(?:the\s)?(?:co-)?primary\s(?:[\w-]+\s){{0,2}}?{_NOUN}\s(?:was|were|is|included?|comprised)\s(?:the\s|an?\s)?"
        r"(?P<what>[a-z][^.;:()]{3,90}(?:\([^()]{2,14}\)[^.;:()]{0,40})?)"
    ),
    re.compile(
        rf"(?:^|[.;]\s)(?:the\s)?(?P<what>[a-z][^.;:,]{{3,90}}?)\s(?:served|was\s(?:chosen|used|set|taken))\sas\s(?:the\s)?(?:co-)?primary\s{_NOUN}"
    ),
)
_ZH = re.compile(
    r"(?:首要|主要)(?:的)?(?:研究|疗效|评估|有效性|观察|临床)?(?:终点|结局|疗效指标|评价指标|评估指标|观察指标)(?:指标)?(?:为|是|包括|:)\s?"
    r"(?P<what>(?!:|什么|否|有)[^。;:,]{3,40})(?=[。;,]|$)"
)
_RESULT = re.compile(r"\d[\d.]*\s?%|达到|未达|显著|\b(?:met|reached|achieved|significant\w*|reported)\b")
_TAIL = re.compile(r",?\s(?:while|whereas|and\s(?:the\s)?secondary|with|as\s(?:assessed|measured))\b.*$")


def endpoints(statement: Statement) -> Iterator[Found]:
    """The primary endpoint, where a sentence says what it is, and not what came of it."""
    view = statement.view
    if statement.counted(QuantityKind.P_VALUE) or ("primary" not in view and "要" not in view):
        return
    found = next(filter(None, (pattern.search(view) for pattern in (*_EN, _ZH))), None)
    if found is None or _RESULT.search(found["what"]):
        return
    start, end = found.span("what")
    cut = _TAIL.search(found["what"]) if found.re is not _ZH else None
    end = start + cut.start() if cut else end
    what = statement.text[start:end].rstrip(" ,，")
    if literal.search(r"\b(?:this|that|it|these)\b|[该此其]", what.lower()):
        return  # it points to what was told before
    clause = statement.clause_at(statement.start + found.start())
    yield Found(
        "endpoint",
        statement.start + start,
        statement.start + start + len(what),
        evidence=(min(clause.start, statement.start + found.start()), statement.start + found.end()),
    )
