"""Measures of effect by their names: `OR` as `odds ratio`, and what each is for."""

from __future__ import annotations

import re

from sctui.facts.trials.statement import Statement

_RATIOS = {
    "or": "odds ratio",
    "rr": "risk ratio",
    "hr": "hazard ratio",
    "md": "mean difference",
    "smd": "standardised mean difference",
    "wmd": "weighted mean difference",
}
_CHANCE = re.compile(
    r"^(?:(?:a|an|the|greater|higher|lower|reduced|increased|decreased|significantly|significant"
    r"|improved)\s)*"
    r"(?:(?:likelihood|risk|odds|chance|probability|rate|incidence|occurrence|improvement|reduction"
    r"|increase|decrease)"
    r"\s(?:of|for|in)\s)?(?:the\s)?"
)


def spelt(kind: str) -> str:
    """The name of a measure of effect, written out."""
    return _RATIOS.get(kind.lower(), kind)


def of_what(kind: str, what: str) -> str:
    """`for remission` of `a greater likelihood of remission`; a difference is one *in* a score."""
    event = _CHANCE.sub("", what).strip()
    event = event[:1].lower() + event[1:] if event[1:2].islower() else event
    return f"{'in' if 'difference' in spelt(kind) else 'for'} {event}"


def is_word_or(statement: Statement, match: re.Match[str]) -> bool:
    """Whether a kind of ratio is but the word `or` (`10 of 12, or 83%`)."""
    return match["kind"] == "or" and statement.text[slice(*match.span("kind"))] == "or"
