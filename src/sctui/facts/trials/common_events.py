"""Harm that befell most: `the most common adverse events were fever and headache`, `headache occurre"
"d in 7`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.trials.english_arms import is_of_all
from sctui.facts.trials.english_groups import WHO
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.text.patterns import HAN

_LONGEST = 60  # characters of a list that an answer can hold
_MOST = (
    re.compile(
        r"\b(?:the\s)?most\s(?:common|frequent|frequently\sreported|commonly\sreported)\s(?:treatment-related\s)?"
        r"(?:adverse\s(?:events?|reactions?|effects?)|side\seffects?)\s(?:was|were|included?|are|is)\s(?P<what>[^.;:]{3,120})"
    ),
    re.compile(
        r"最常见的?(?:治疗相关的?)?(?:不良反应|不良事件|副作用|副反应)(?:为|是|包括|有)(?P<what>[^,。;:]{2,60})"
    ),
)
_TAIL = re.compile(r",?\s(?:which|all|most\sof\swhich|and\s(?:were|was|most|all))\b.*$|等$")
_BEFELL = re.compile(
    r"(?:^|[.;]\s|,\s(?:and\s)?)(?P<what>(?!no\b|all\b|this\b|these\b|it\b)[a-z][\w’'-]*(?:\s(?!in\b)[a-z0-9][\w’'-]*){0,6})"
    r"\s(?:occurr?ed|developed|(?:was|were)\s(?:seen|reported|observed|noted|recorded))\sin\s(?:only\s)?"
    rf"(?P<k>\d{{1,4}}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s(?P<who>{WHO})(?!\s(?:in|on|given|with)\b)"
)


def common_events(statement: Statement) -> Iterator[Found]:
    """Which adverse events were the most common, and in how many people an event was seen."""
    for pattern in _MOST if "most" in statement.view or "最常见" in statement.view else ():
        found = pattern.search(statement.view)
        if found:
            cut = _TAIL.search(found["what"])
            end = found.start("what") + (cut.start() if cut else len(found["what"]))
            what = statement.text[found.start("what") : end].rstrip(" ,，")
            if len(what) <= _LONGEST:
                start = statement.start + found.start("what")
                evidence = (statement.start + found.start(), statement.start + end)
                yield Found("common_events", start, start + len(what), evidence=evidence)
    if " in " not in statement.view or HAN.search(statement.text) or not is_of_all(statement):
        return
    for befell in _BEFELL.finditer(statement.view):
        first, last = statement.start + befell.start("k"), statement.start + befell.end("who")
        what = statement.text[slice(*befell.span("what"))]
        event = what[:1].lower() + what[1:] if what[1:2].islower() else what
        evidence = (statement.start + befell.start("what"), last)
        yield Found("count", first, last, measure=f"had {event}", evidence=evidence)
