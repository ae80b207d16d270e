"""Facts of one document, with the notes that ask for them, become what the document gives to the library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document, Span
from sctui.model.fact import Fact, FactKind, Slot, Study
from sctui.model.knowledge import DocumentKnowledge, Evidence, Record, Told
from sctui.records.cells import cells_of
from sctui.records.identity import identity_of
from sctui.records.links import links_of
from sctui.text.match_view import match_view

_KEY = 48  # characters of the first sentence that a record's key is made from
_NOBODYS = "loose"  # `clinical studies show …`: results, but of no study one could look up
_NOT_TOLD = frozenset({"kind", "topic"})  # said by the record itself, and by a heading

Asked = tuple[Fact, str]


def document_knowledge(
    document: Document, title: str, asked: Sequence[Asked], prefix: str, lexicon: Lexicon
) -> DocumentKnowledge:
    """What a document gives to the library.

    Args:
        title: what the document calls itself.
        asked: every fact of the document, and the id of the note that asks for it (empty when none does).
        prefix: begins the keys of the records; unique among the documents of a library.
        lexicon: gives things the names they have across documents.
    """
    return DocumentKnowledge(
        document.name,
        document.language,
        document.metadata.get("title") or title,
        tuple(_records(document, asked, prefix, lexicon)),
        tuple(cells_of(document, asked, lexicon)),
        tuple(links_of(document, asked, lexicon)),
    )


def evidence(document: Document, span: Span) -> Evidence:
    """A place of a document with the words that stand there."""
    return Evidence(document.name, span.line, span.start, span.end, document.text(span))


def _records(document: Document, asked: Iterable[Asked], prefix: str, lexicon: Lexicon) -> Iterator[Record]:
    by_study: dict[str, list[Asked]] = {}
    studies: dict[str, Study] = {}
    for fact, card in asked:
        if fact.kind is FactKind.TRIAL and fact.study:
            studies.setdefault(fact.study.key, fact.study)
            by_study.setdefault(fact.study.key, []).append((fact, card))
    known = {key: study for key, study in studies.items() if study.get("kind") != _NOBODYS}
    keys = dict(zip(known, _keys(document, known.values(), prefix), strict=True))
    for key, study in known.items():
        told = tuple(_told(document, study, by_study[key]))
        identity = identity_of(told, lexicon, study.get("condition") or study.get("topic"))
        yield Record(keys[key], study.get("kind"), told, identity, keys.get(study.parent, ""))


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


def _told(document: Document, study: Study, asked: Sequence[Asked]) -> Iterator[Told]:
    at: dict[Span, list[Asked]] = {}
    for fact, card in asked:
        if fact.answer:
            at.setdefault(fact.answer, []).append((fact, card))
    for slot in study.slots:
        if slot.name in _NOT_TOLD:
            continue
        found = _fact_of(slot, at.get(slot.span, ()), asked)
        if found:
            yield _with_fact(_plain(document, slot), document, *found)
        elif slot.evidence:
            yield _plain(document, slot)


def _fact_of(slot: Slot, here: Sequence[Asked], asked: Sequence[Asked]) -> Asked | None:
    """The fact that a slot became; one without a place of its own (a year taken over) goes by its slot."""
    if slot.evidence is None:
        return next((one for one in asked if one[0].slot == slot.name and one[0].answer is None), None)
    return next((one for one in here if one[0].slot == slot.name), next(iter(here), None))


def _plain(document: Document, slot: Slot) -> Told:
    place = slot.evidence or slot.span
    return Told(
        slot.name,
        slot.value,
        evidence(document, place),
        slot.measure,
        slot.arm,
        slot.time,
        slot.versus,
        slot.p,
        _damage(document, slot.span),
    )


def _with_fact(told: Told, document: Document, fact: Fact, card: str) -> Told:
    return replace(
        told,
        slot=fact.slot,
        value=fact.value,
        evidence=evidence(document, fact.evidence),
        measure=fact.measure,
        flags=tuple(dict.fromkeys((*fact.flags, *told.flags))),
        card=card,
    )


def _damage(document: Document, span: Span) -> tuple[str, ...]:
    return tuple(damage.flag for damage in document.damage_at(span))
