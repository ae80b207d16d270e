"""A dose that lost its exponent in one document, told whole by another telling of the same study."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import isclose, log10

from sctui.model.card import Source
from sctui.model.knowledge import DocumentKnowledge, Evidence, Record, Repair, Told
from sctui.records.identity import per_what
from sctui.records.linking import linked
from sctui.text import literal
from sctui.text.match_view import match_view
from sctui.text.quantity import QuantityKind, quantities

_LOST = ("damage:lost-exponent", "damage:flattened-exponent")
_PLACE = re.compile(r"(?P<factor>\d+(?:\.\d+)?)\s*[×x*]\s*10(?P<rest>[?□�]{1,2}|\d{1,2}(?!\d)|(?!\d))")


def repairs(documents: Iterable[DocumentKnowledge]) -> dict[str, tuple[Repair, ...]]:
    """What should stand at damaged doses, by document: as other tellings of the same study have it.

    Only where the factor and what it is per (kg, dose, …) are the same, and all sound tellings give one
    exponent; digits that were flattened (`1×106`) must be those of that exponent.
    """
    found: dict[str, list[Repair]] = defaultdict(list)
    for group in linked([record for document in documents for record in document.records]):
        for told in _damaged(group):
            repair = _repair(told, group)
            if repair:
                found[told.evidence.document].append(repair)
    return {name: tuple(listed) for name, listed in found.items()}


def repaired_notes(document: DocumentKnowledge, proved: Iterable[Repair]) -> Iterator[tuple[str, Source]]:
    """The notes of a document whose answer stands at a repaired place, and where the repair is from."""
    for repair in proved:
        for record in document.records:
            for told in record.all("dose"):
                place = told.evidence
                here = place.line == repair.place.line and place.start <= repair.place.start < place.end
                if told.card and here and repair.text in told.value:
                    yield told.card, repair.origin


def _damaged(group: Sequence[Record]) -> Iterator[Told]:
    if len(group) > 1:
        yield from (told for record in group for told in record.all("dose") if set(told.flags) & {*_LOST})


def _repair(told: Told, group: Sequence[Record]) -> Repair | None:
    place = _PLACE.search(match_view(told.evidence.quote))
    if place is None:
        return None
    sound = {
        exponent: other
        for record in group
        for other in record.all("dose")
        if not any(flag in _LOST for flag in other.flags)
        for factor, per, exponent in _doses(other.value)
        if isclose(factor, float(place["factor"])) and per == per_what(told.value)
    }
    if len(sound) != 1:
        return None
    ((exponent, other),) = sound.items()
    if place["rest"].isdigit() and int(place["rest"]) != exponent:
        return None
    text = f"{place['factor']}×10^{exponent}"
    return Repair(_within(told.evidence, *place.span()), text, _source(other))


def _doses(value: str) -> Iterator[tuple[float, str, int]]:
    """Factor, what it is per, and exponent of a dose that is told whole."""
    view = match_view(value)
    for quantity in quantities(value):
        written = literal.match(r"\d+(?:\.\d+)?(?=\s*[×x*])", view[quantity.number :])
        if quantity.kind is QuantityKind.POWER and quantity.low and written:
            yield float(written[0]), per_what(value), round(log10(quantity.low / float(written[0])))


def _within(evidence: Evidence, start: int, end: int) -> Evidence:
    first = evidence.start + start
    return Evidence(evidence.document, evidence.line, first, evidence.start + end, evidence.quote[start:end])


def _source(told: Told) -> Source:
    return Source(told.evidence.document, told.evidence.line, told.evidence.quote)
