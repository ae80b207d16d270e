"""Several tellings of one study become one record that keeps every value, and says where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sctui.model.knowledge import Record, Told
from sctui.records.identity import SLOTS
from sctui.records.linking import linked
from sctui.records.names import bare
from sctui.records.same_study import Identity, contradictions
from sctui.text.collector_pause import collector_paused
from sctui.text.quantity import quantities

_MEASURED = ("outcome", "change", "share", "count")  # slots whose value is true of a measure


def merge_records(records: Sequence[Record]) -> tuple[Record, ...]:
    """The studies that records tell of, by key; the order of `records` does not matter."""
    with collector_paused():
        groups = linked(records)
        keys = {record.key: group[0].key for group in groups for record in group}
        return tuple(merged(group, keys) for group in groups)


def merged(group: Sequence[Record], keys: Mapping[str, str]) -> Record:
    """One record of the tellings of one study; `keys` gives the key that each record goes by now."""
    first = group[0]
    if len(group) == 1:
        return replace(first, parent=keys.get(first.parent, first.parent))
    parent = next((record.parent for record in group if record.parent), "")
    return Record(
        first.key,
        first.kind,
        tuple(told for record in group for told in record.told),
        tuple(sorted({facet for record in group for facet in record.identity})),
        keys.get(parent, parent),
        tuple(finding for record in group for finding in record.findings),
        tuple(disagreements(group)),
        tuple(dict.fromkeys(one for record in group for one in record.cited)),
    )


def disagreements(group: Sequence[Record]) -> Iterator[tuple[Told, ...]]:
    """The values of a slot that cannot all be true: of facets that contradict, of results of one measure."""
    identities = [Identity.of(record) for record in group]
    facets = {
        facet
        for at, a in enumerate(identities)
        for b in identities[at + 1 :]
        for facet in contradictions(a, b)
    }
    for facet in SLOTS:
        if facet in facets:
            yield tuple(_firsts(group, SLOTS[facet]))
    yield from _results(group)


def _firsts(group: Iterable[Record], slots: Sequence[str]) -> Iterator[Told]:
    """What each telling says first in the first of the slots it fills."""
    for record in group:
        told = (told for slot in slots for told in record.all(slot))
        yield from tuple(told)[:1]


def _results(group: Iterable[Record]) -> Iterator[tuple[Told, ...]]:
    """Results of one measure, arm and time whose figures differ between tellings."""
    found: dict[tuple[str, str, str, str], dict[str, list[Told]]] = {}
    for record in group:
        for told in record.told:
            if told.slot in _MEASURED and told.measure:
                key = (told.slot, bare(told.measure), bare(told.arm), bare(told.time))
                found.setdefault(key, {}).setdefault(record.key, []).append(told)
    for tellings in found.values():
        values = [tuple(sorted(_figures(told) for told in told_in)) for told_in in tellings.values()]
        if len(set(values)) > 1:
            yield tuple(told_in[0] for told_in in tellings.values())


def _figures(told: Told) -> tuple[tuple[float, float], ...]:
    return tuple((q.low, q.high) for q in quantities(told.value) if q.low is not None and q.high is not None)
