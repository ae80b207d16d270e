"""Whether something lasted longer than it was looked at: off a drug for five years, three after it began."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.model.knowledge import Record, Told, Verdict
from sctui.records.checks.doubt import Checked, checked
from sctui.text.match_view import match_view
from sctui.text.quantity import QuantityKind, quantities

CHECK = "timeline"
_DAYS = ((re.compile("年|year"), 365.0), (re.compile("月|month"), 30.4), (re.compile("周|星期|week"), 7.0))
_OFF = re.compile("停用|停药|停止|脱离|off|without")


def times_fit(record: Record) -> Iterator[Checked]:
    """How long an effect lasted against how long the study followed its people; how long someone was off a
    drug against how long the treatment before it took."""
    followed = [told for told in record.told if told.slot in ("followup", "followups")]
    for lasted in record.all("duration"):
        limits = [*followed, *_treatment_before(record, lasted)]
        longest = max(limits, key=lambda told: days(told.value), default=None)
        if longest is None or not days(lasted.value) or days(longest.value) >= days(lasted.value):
            continue
        says = f"{lasted.value} is longer than the {longest.value} that were looked at."
        yield checked(CHECK, Verdict.DOUBTFUL, says, lasted, longest)


def days(value: str) -> float:
    """The longest time that a value tells, in days; 0 when it tells none."""
    view = match_view(value)
    found = [0.0]
    for quantity in quantities(view):
        if quantity.kind is QuantityKind.TIME and quantity.high is not None:
            unit = view[quantity.number : quantity.end]
            found.append(quantity.high * next((per for word, per in _DAYS if word.search(unit)), 1.0))
    return max(found)


def _treatment_before(record: Record, lasted: Told) -> Iterator[Told]:
    """`after three years of treatment`, said in the same line before someone was off a drug."""
    if not _OFF.search(match_view(lasted.measure)):
        return
    place = lasted.evidence
    for told in record.all("course"):
        if told.evidence.line == place.line and told.evidence.start <= place.start:
            yield told
