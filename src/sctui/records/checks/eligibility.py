"""Whether the person a study's case report tells of could have taken part in the study."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.model.knowledge import Record, Verdict
from sctui.records.checks.doubt import Checked, checked
from sctui.text.match_view import match_view
from sctui.text.quantity import quantities

CHECK = "eligibility"
_AGE = re.compile(r"(\d{1,3})\s?(?:岁|-?\s?years?)")
_AT_LEAST = re.compile(r"以上|at least|over|older|≥|>")
_AT_MOST = re.compile(r"以下|up to|under|younger|≤|<")


def eligible(case: Record, study: Record) -> Iterator[Checked]:
    """The age of the case against the ages that the study let in."""
    limits, person = next(study.all("age"), None), next(case.all("case"), None)
    age = _AGE.search(match_view(person.value)) if person else None
    span = _span(match_view(limits.value)) if limits else None
    if limits is None or person is None or age is None or span is None:
        return
    low, high = span
    inside = low <= int(age[1]) <= high
    verdict = Verdict.AGREES if inside else Verdict.DOUBTFUL
    says = f"A patient of {age[1]} is {'within' if inside else 'outside'} the ages let in ({limits.value})."
    yield checked(CHECK, verdict, says, person, limits)


def _span(view: str) -> tuple[float, float] | None:
    """The youngest and the oldest who could take part."""
    found = [q for q in quantities(view) if q.low is not None and q.high is not None]
    if not found or found[0].low is None or found[0].high is None:
        return None
    low, high = found[0].low, found[0].high
    if low < high:
        return low, high
    if _AT_LEAST.search(view):
        return low, float("inf")
    return (0.0, high) if _AT_MOST.search(view) else None
