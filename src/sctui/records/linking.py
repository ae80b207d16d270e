"""Which records of a library are one study: pairs are compared within blocks, and joined the surest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from sctui.model.knowledge import Record
from sctui.records.same_study import (
    TOLD_APART,
    UNIQUE,
    Identity,
    agreement,
    contradict,
    same_study,
)

_SMALL = 6  # identities that are compared with one another without more ado


def linked(records: Sequence[Record]) -> list[list[Record]]:
    """The records in groups of one study each, sorted by key; the order of `records` does not matter.

    Pairs that are one study are joined from the surest to the least sure, unless that would put two records
    together that contradict each other. Work grows with the number of records, not with its square: only
    records that share a block are compared, and those of equal identity once.
    """
    ordered = sorted(records, key=lambda record: record.key)
    twins: dict[tuple[str, tuple[tuple[str, str], ...]], list[int]] = defaultdict(list)
    for number, record in enumerate(ordered):
        twins[record.kind, record.identity].append(number)
    firsts = [numbers[0] for numbers in twins.values()]
    identities = {number: Identity.of(ordered[number]) for number in firsts}
    groups = _Groups(identities)
    for a, b in _pairs(identities):
        groups.join(a, b)
    for numbers in twins.values():
        identity = identities[numbers[0]]
        if same_study(identity, identity):
            for number in numbers[1:]:
                groups.follow(number, numbers[0])
    return groups.of(ordered)


def _pairs(identities: dict[int, Identity]) -> Iterator[tuple[int, int]]:
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, identity in identities.items():
        for block in identity.blocks:
            blocks[block].append(number)
    candidates: set[tuple[int, int]] = set()
    for block, numbers in blocks.items():
        facets = () if block[0] in UNIQUE else TOLD_APART
        for part in _parts(numbers, identities, facets):
            candidates.update(combinations(part, 2))
    same = [pair for pair in candidates if same_study(identities[pair[0]], identities[pair[1]])]
    sure = {pair: agreement(identities[pair[0]], identities[pair[1]]) for pair in same}
    yield from sorted(same, key=lambda pair: (-sure[pair], pair))


def _parts(numbers: list[int], identities: dict[int, Identity], facets: Sequence[str]) -> Iterator[list[int]]:
    """A block in parts, none of which holds apart two records that do not contradict each other.

    Those that tell a facet are parted by its values; those that do not tell it go with each of them.
    """
    if len(numbers) <= _SMALL or not facets:
        yield numbers
        return
    parts: dict[str, list[int]] = defaultdict(list)
    silent = [number for number in numbers if not identities[number].get(facets[0])]
    for number in numbers:
        for value in identities[number].get(facets[0]):
            parts[value].append(number)
    for part in (*parts.values(), []):
        if part or not parts:
            yield from _parts(sorted((*part, *silent)), identities, facets[1:])


class _Groups:
    """Disjoint groups of numbers, joined only where nothing in them contradicts."""

    def __init__(self, identities: dict[int, Identity]) -> None:
        self._identities = identities
        self._members = {number: [number] for number in identities}
        self._group = {number: number for number in identities}

    def join(self, a: int, b: int) -> None:
        """Put the groups of two numbers together, unless a pair in them contradicts."""
        into, other = sorted((self._group[a], self._group[b]))
        if into == other or not self._fit(into, other):
            return
        self._members[into] += self._members.pop(other)
        for number in self._members[into]:
            self._group[number] = into

    def follow(self, number: int, other: int) -> None:
        """Put a number that is in no group yet into that of another."""
        self._members[self._group[other]].append(number)

    def of(self, ordered: Sequence[Record]) -> list[list[Record]]:
        """The groups, with the records of their numbers."""
        grouped = {number for members in self._members.values() for number in members}
        alone = [[number] for number in range(len(ordered)) if number not in grouped]
        groups = sorted([*map(sorted, self._members.values()), *alone])
        return [[ordered[number] for number in group] for group in groups]

    def _fit(self, into: int, other: int) -> bool:
        """Whether no two records of the groups contradict, but for those that are one study all the same."""
        pairs = product(self._members[into], self._members[other])
        return all(
            not contradict(self._identities[a], self._identities[b])
            or same_study(self._identities[a], self._identities[b])
            for a, b in pairs
        )
