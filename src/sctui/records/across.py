"""One study told in several places is asked for once: by which note, with whose proof, and who disagrees."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from sctui.model.card import Source
from sctui.model.knowledge import DocumentKnowledge, Record, Told, ToldElsewhere
from sctui.records.linking import linked
from sctui.records.merging import disagreements
from sctui.records.names import bare, without_patients
from sctui.text.match_view import match_view
from sctui.text.quantity import quantities

_COUNTED = frozenset(
    {"n", "studies", "groups"}
)  # slots whose counter word (`名`, `例`, `patients`) says nothing

# what stands in brackets behind an answer, or says more of whom it counts: no reason to ask once more
_BESIDE = frozenset({"year", "journal", "title", "site", "sites", "country", "type", "condition"})
_MADE = frozenset({"n", "design", "phase"})  # what is asked where one finding stands in brackets behind it
_UNNAMED = re.compile("某[一家所]?[^,，。]{0,4}(?:[医醫]院|中心|大[学學])")
_SINGLE = ("route", "comparator", "doses")  # slots that a study has once, however it is worded
_FIGURES = frozenset({"outcome", "change", "share", "duration"})
_ALIKE = 4  # characters at the end of two measures that make them one


@dataclass(slots=True)
class _Found:
    asked_by: dict[str, str] = field(default_factory=dict)
    sources: defaultdict[str, list[Source]] = field(default_factory=lambda: defaultdict(list))
    conflicts: defaultdict[str, list[Told]] = field(default_factory=lambda: defaultdict(list))


def told_elsewhere(
    documents: Sequence[DocumentKnowledge], converted: Collection[str], standing: Collection[str]
) -> dict[str, ToldElsewhere]:
    """For each document that is being converted, what the others mean for its notes.

    Of several notes that ask for the same value of one study, the one that stands in a deck already goes on;
    failing that, the one of the document whose name comes first. It gets the other places as further sources,
    and where they tell another value, that value as well. So neither the order of documents nor converting
    again changes anything.

    Args:
        documents: what every document of the library knows, with the notes it would have by itself.
        converted: the file names of those that are being converted.
        standing: ids of the notes that stand in the decks already.
    """
    found = {name: _Found() for name in converted}
    tolls: dict[str, set[int]] = defaultdict(set)  # for each note, the values it asks for
    rivals: dict[str, set[int]] = defaultdict(set)  # … and those of them that another note asks for
    for group in linked([record for document in documents for record in document.records]):
        values = [told for record in group for told in record.told]
        _count(values, tolls)
        if len(group) < 2:
            continue
        for special, general in _nested(values, converted):
            _settle(special, (special, general), found, rivals, differ=False)
        told_by = Counter(told.card for told in values)
        for alike in _said_twice(group):
            owner = _owner(alike, converted, standing, told_by)
            if owner is not None:
                _settle(owner, alike, found, rivals, differ=False)
        for alike in (*_twins(values), *_differing(group)):
            owner = _owner(alike, converted, standing, told_by)
            if owner is not None:
                _settle(owner, alike, found, rivals)
    for one in found.values():
        unneeded = {card: by for card, by in one.asked_by.items() if tolls[card] <= rivals[card]}
        one.asked_by = unneeded
    return {name: _frozen(one) for name, one in found.items()}


def _count(values: Iterable[Told], tolls: dict[str, set[int]]) -> None:
    """Enter for each note the values that it asks for; year and place only where it asks for nothing else."""
    of_card: dict[str, list[Told]] = defaultdict(list)
    for told in values:
        of_card[told.card].append(told)
    for card, asked in of_card.items():
        made = [told for told in asked if told.slot in _MADE]
        main = made or [told for told in asked if told.slot not in _BESIDE] or asked
        tolls[card].update(id(told) for told in main)


def with_other_cards(knowledge: DocumentKnowledge, asked_by: Mapping[str, str]) -> DocumentKnowledge:
    """What a document knows, with the notes that ask in place of its own."""

    def asked(record: Record) -> Record:
        told = (replace(one, card=asked_by[one.card]) if one.card in asked_by else one for one in record.told)
        return replace(record, told=tuple(told))

    return replace(knowledge, records=tuple(map(asked, knowledge.records)))


def _twins(values: Iterable[Told]) -> Iterator[tuple[Told, ...]]:
    """Values of one slot and measure that are the same answer."""
    alike: dict[tuple[str, str, str], list[Told]] = defaultdict(list)
    for told in values:
        alike[told.slot, bare(told.measure), _answer(told)].append(told)
    yield from (tuple(same) for same in alike.values() if len({told.card for told in same} - {""}) > 1)


def _said_twice(group: Sequence[Record]) -> Iterator[tuple[Told, ...]]:
    """What tellings of one study say in other words: its one route, a figure measured under two names."""
    for slot in _SINGLE:
        first = [
            next((told for told in record.told if told.slot == slot and told.card), None) for record in group
        ]
        same = tuple(told for told in first if told)
        if len(same) > 1:
            yield same
    figures = [(at, told) for at, record in enumerate(group) for told in record.told if told.slot in _FIGURES]
    for (a, one), (b, other) in combinations(figures, 2):
        if a != b and _is_one_figure(one, other):
            yield one, other


def _is_one_figure(one: Told, other: Told) -> bool:
    """Whether two results are one: the same number, of measures that end alike, or of how long it lasted."""
    if one.slot != other.slot or not one.card or not other.card:
        return False
    a, b = ([(q.low, q.high, q.kind) for q in quantities(told.value)] for told in (one, other))
    ends = bare(one.measure)[-_ALIKE:]
    alike = len(ends) == _ALIKE and bare(other.measure).endswith(ends)
    return bool(a) and a == b and (alike or one.slot == "duration")


def _differing(group: Sequence[Record]) -> Iterator[tuple[Told, ...]]:
    yield from (told for told in disagreements(group) if any(one.card for one in told))


def _nested(values: Sequence[Told], converted: Collection[str]) -> Iterator[tuple[Told, Told]]:
    """What is told more and less specifically (`refractory RA`, `RA`): the former is asked."""
    for general in values:
        longer = [one for one in values if one.card and general.card and _says_more(one, general)]
        special = max(longer, key=lambda one: (len(bare(one.value)), one.evidence.document), default=None)
        documents = {general.evidence.document, special.evidence.document} if special else set()
        if special and len(documents) > 1 and documents <= set(converted):
            yield special, general


def _says_more(special: Told, general: Told) -> bool:
    """Whether a telling names the kind of patients, or the hospital, that another leaves open."""
    if special.slot != general.slot:
        return False
    if special.slot == "site":
        return bool(_UNNAMED.search(general.value)) and not _UNNAMED.search(special.value)
    one, other = (without_patients(bare(told.value)) for told in (special, general))
    return special.slot == "condition" and one != other and one.endswith(other)


def _answer(told: Told) -> str:
    numbers = quantities(told.value)
    if told.slot == "dose" and len(numbers) == 1:  # whose cells they are is another slot
        return f"{numbers[0].low}-{numbers[0].high}{'/kg' if '/kg' in match_view(told.value) else ''}"
    if told.slot in _COUNTED and len(numbers) == 1 and numbers[0].low is not None:
        return f"{numbers[0].low:g}-{numbers[0].high:g}" if numbers[0].high else f"{numbers[0].low:g}"
    return bare(told.value)


def _owner(
    alike: Sequence[Told],
    converted: Collection[str],
    standing: Collection[str],
    told_by: Mapping[str, int],
) -> Told | None:
    """Whose note goes on; None when that is of a document that cannot be written now.

    Of two notes the one that tells more values goes on; `told_by` counts them.
    """
    asking = sorted(
        (told for told in alike if told.card),
        key=lambda told: (
            told.card not in standing,
            -told_by[told.card],
            told.evidence.document,
            told.evidence.line,
            told.evidence.start,
        ),
    )
    return asking[0] if asking and asking[0].evidence.document in converted else None


def _settle(
    owner: Told,
    alike: Sequence[Told],
    found: dict[str, _Found],
    rivals: dict[str, set[int]],
    *,
    differ: bool = True,
) -> None:
    mine = found[owner.evidence.document]
    for told in alike:
        if told is owner or told.card == owner.card:
            continue
        place = told.evidence
        mine.sources[owner.card].append(Source(place.document, place.line, place.quote))
        if differ and _answer(told) != _answer(owner):
            mine.conflicts[owner.card].append(told)
        theirs = found.get(told.evidence.document)
        if theirs and told.card:
            theirs.asked_by.setdefault(told.card, owner.card)
            rivals[told.card].add(id(told))


def _frozen(found: _Found) -> ToldElsewhere:
    return ToldElsewhere(
        found.asked_by,
        {card: tuple(dict.fromkeys(places)) for card, places in found.sources.items()},
        {card: tuple(dict.fromkeys(told)) for card, told in found.conflicts.items()},
    )
