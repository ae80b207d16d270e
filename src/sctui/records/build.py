"""Facts of one document become records of studies, and with their notes what the library knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document, Span
from sctui.model.fact import Fact, FactKind, Slot, Study
from sctui.model.knowledge import DocumentKnowledge, Finding, Record, Told
from sctui.model.replacing import replace
from sctui.records.cells import cells_of
from sctui.records.checks import check
from sctui.records.citations import cited_by, numbered
from sctui.records.identity import identity_of
from sctui.records.links import links_of
from sctui.records.origin import origin_of
from sctui.records.proof import proof_at
from sctui.text.match_view import match_view

_KEY = 48  # characters of the first sentence that a record's key is made from
_NOBODYS = "loose"  # `clinical studies show …`: results, but of no study one could look up
_ARTICLE = "review"
_OF_A_PAPER = frozenset(  # what is said of any paper
    {"kind", "topic", "title", "year", "journal", "author", "country", "product", "cell_source", "condition"}
)
_TOLD = "_told"  # ends the slot of what is asked in more careful words
_NOT_TOLD = frozenset({"kind", "topic"})  # said by the record itself, and by a heading


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """A record as it is read, and for each value told the number of the fact that it became (or None)."""

    record: Record
    facts: tuple[int | None, ...]


def read_records(
    document: Document, facts: Sequence[Fact], prefix: str, lexicon: Lexicon
) -> tuple[ReadRecord, ...]:
    """The studies that a document tells of, checked; values that a check doubts carry its flag.

    Args:
        facts: every fact of the document.
        prefix: begins the keys of the records; unique among the documents of a library.
        lexicon: gives things the names they have across documents.
    """
    studies: dict[str, Study] = {}
    numbers: dict[str, list[int]] = {}
    for number, fact in enumerate(facts):
        if fact.kind is FactKind.TRIAL and fact.study and fact.study.get("kind") != _NOBODYS:
            studies.setdefault(fact.study.key, fact.study)
            numbers.setdefault(fact.study.key, []).append(number)
    keys = dict(zip(studies, _keys(document, studies.values(), prefix), strict=True))
    read, entries = [], numbered(document)
    for key, study in studies.items():
        told = tuple(_told(document, study, [(number, facts[number]) for number in numbers[key]]))
        identity = identity_of(
            [one for one, _ in told], lexicon, study.get("condition") or study.get("topic")
        )
        record = Record(
            keys[key], _kind(study), tuple(one for one, _ in told), identity, keys.get(study.parent, "")
        )
        cited = tuple(cited_by(document, record.told, entries))
        read.append(ReadRecord(replace(record, cited=cited), tuple(number for _, number in told)))
    return tuple(_checked(read, lexicon))


def flagged(facts: Sequence[Fact], read: Iterable[ReadRecord]) -> tuple[Fact, ...]:
    """The facts, with the flags that their values have in the records."""
    flags = {
        number: told.flags
        for one in read
        for told, number in zip(one.record.told, one.facts, strict=True)
        if number is not None and any(flag not in facts[number].flags for flag in told.flags)
    }
    return tuple(
        replace(fact, flags=tuple(dict.fromkeys((*fact.flags, *_doubts(flags[number])))))
        if number in flags
        else fact
        for number, fact in enumerate(facts)
    )


def document_knowledge(
    document: Document,
    title: str,
    read: Sequence[ReadRecord],
    asked: Sequence[tuple[Fact, str]],
    lexicon: Lexicon,
) -> DocumentKnowledge:
    """What a document gives to the library.

    Args:
        title: what the document calls itself.
        read: its records.
        asked: every fact of the document, and the id of the note that asks for it (empty when none does).
        lexicon: gives things the names they have across documents.
    """
    date, kind = origin_of(document, lexicon)
    return DocumentKnowledge(
        document.name,
        document.language,
        document.metadata.get("title") or title,
        tuple(_with_cards(one, asked) for one in read),
        tuple(cells_of(document, asked, lexicon)),
        tuple(links_of(document, asked, lexicon)),
        date=date,
        kind=kind,
    )


def _kind(study: Study) -> str:
    """What kind of work a study is; a paper of which only the title is told is no trial."""
    kind = study.get("kind")
    told = {slot.name for slot in study.slots}
    return _ARTICLE if kind == "trial" and "title" in told and told <= _OF_A_PAPER else kind


def _with_cards(read: ReadRecord, asked: Sequence[tuple[Fact, str]]) -> Record:
    pairs = zip(read.record.told, read.facts, strict=True)
    cards = ((one, one.card if number is None else asked[number][1]) for one, number in pairs)
    told = (one if one.card == card else replace(one, card=card) for one, card in cards)
    return replace(read.record, told=tuple(told))


def _doubts(flags: Iterable[str]) -> Iterator[str]:
    return (flag for flag in flags if flag.startswith("doubtful:"))


def _checked(read: Sequence[ReadRecord], lexicon: Lexicon) -> Iterator[ReadRecord]:
    """The records with what checks found in them; a value's flag goes to whichever record tells it."""
    by_key = {one.record.key: one.record for one in read}
    findings: dict[str, list[Finding]] = {}
    doubts: dict[Told, set[str]] = {}
    for one in read:
        for found in check(one.record, lexicon, by_key.get(one.record.parent)):
            findings.setdefault(one.record.key, []).append(found.finding)
            for told in found.told if found.flag else ():
                doubts.setdefault(told, set()).add(found.flag)
    for one in read:
        told_here = tuple(_doubted(told, doubts) for told in one.record.told)
        found_here = tuple(findings.get(one.record.key, ()))
        yield replace(one, record=replace(one.record, told=told_here, findings=found_here))


def _doubted(told: Told, doubts: Mapping[Told, set[str]]) -> Told:
    flags = sorted(doubts.get(told, ()))
    return replace(told, flags=(*told.flags, *flags)) if flags else told


def _keys(document: Document, studies: Iterable[Study], prefix: str) -> Iterator[str]:
    """Keys that hold as long as the study's first sentence does."""
    import hashlib  # noqa: PLC0415 -- loads OpenSSL; readers of a library do without

    used: Counter[str] = Counter()
    for study in studies:
        place = next(study.all("kind")).span
        words = document.lines[place.line - 1].text[place.start : place.start + _KEY]
        key = f"{prefix}-{hashlib.sha256(match_view(words).encode()).hexdigest()[:8]}"
        used[key] += 1
        yield key if used[key] == 1 else f"{key}-{used[key]}"


def _told(
    document: Document, study: Study, numbered: Sequence[tuple[int, Fact]]
) -> Iterator[tuple[Told, int | None]]:
    """Every slot of a study as a value, with the number of the fact it became."""
    at: dict[Span, list[tuple[int, Fact]]] = {}
    for number, fact in numbered:
        if fact.answer:
            at.setdefault(fact.answer, []).append((number, fact))
    for slot in study.slots:
        if slot.name in _NOT_TOLD:
            continue
        found = _fact_of(slot, at.get(slot.span, ()), numbered)
        if found:
            number, fact = found
            yield _with_fact(_plain(document, slot), document, fact), number
        elif slot.evidence:
            yield _plain(document, slot), None


def _fact_of(
    slot: Slot, here: Sequence[tuple[int, Fact]], numbered: Sequence[tuple[int, Fact]]
) -> tuple[int, Fact] | None:
    """The fact that a slot became; one without a place of its own (a year taken over) goes by its slot."""
    if slot.evidence is None:
        return next((one for one in numbered if _is_of(slot, one[1]) and one[1].answer is None), None)
    return next((one for one in here if _is_of(slot, one[1])), next(iter(here), None))


def _is_of(slot: Slot, fact: Fact) -> bool:
    """Whether a fact asks for a slot, be it in other words (`year_told`)."""
    return fact.slot.removesuffix(_TOLD) == slot.name


def _plain(document: Document, slot: Slot) -> Told:
    return Told(
        slot.name,
        slot.value,
        proof_at(document, slot.evidence or slot.span),
        slot.measure,
        slot.arm,
        slot.time,
        slot.versus,
        slot.p,
        slot.interval,
        tuple(damage.flag for damage in document.damage_at(slot.span)),
    )


def _with_fact(told: Told, document: Document, fact: Fact) -> Told:
    return replace(
        told,
        slot=fact.slot.removesuffix(_TOLD),
        value=fact.value,
        evidence=proof_at(document, fact.evidence),
        measure=fact.measure,
        flags=tuple(dict.fromkeys((*fact.flags, *told.flags))),
    )
