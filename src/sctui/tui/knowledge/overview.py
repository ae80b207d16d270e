"""One document on one screen: what it claims, and on what evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sctui.model.knowledge import DocumentKnowledge, LibraryKnowledge, Link, Verdict
from sctui.model.language import Language
from sctui.text.script import Script, show
from sctui.tui.knowledge.naming import shared_name
from sctui.tui.knowledge.record_rows import RecordRow, rows_of

# what is told of a kind at most, so that all of it stands on one screen
_LARGEST, _DISEASES, _CLAIMS, _RELATIONS, _OBJECTS = 3, 6, 3, 2, 3
_TRAITS = (
    "feature",
    "property",
    "kinds",
    "symptom",
    "marker",
    "trait",
    "ways",
)  # what a thing is, not does


@dataclass(frozen=True, slots=True)
class Claim:
    """What one subject does, as the document says it: for each relation the objects."""

    subject: str
    says: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """What stands in a document.

    Args:
        kinds: the kinds of its sources (trial, review …) with their numbers, the most frequent first.
        largest: the study with most participants, and the others in the order of their number.
        years: the first and the last year of its studies; None when none is told.
        diseases: what its studies are about, the most frequent first.
        claims: its main mechanisms.
        preclinical: how many steps of mechanisms are seen in animals or cells only.
        steps: how many steps it tells.
        compared: the things it compares.
        attributes: by what it compares them.
        shared: how many of its studies other documents of the library tell as well.
        disputed: how many of these are told differently elsewhere.
        doubtful: how many checks of its numbers raise doubt.
        cards: how many notes ask for what it tells.
    """

    kinds: tuple[tuple[str, int], ...] = ()
    largest: tuple[RecordRow, ...] = ()
    years: tuple[int, int] | None = None
    diseases: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    preclinical: int = 0
    steps: int = 0
    compared: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    shared: int = 0
    disputed: int = 0
    doubtful: int = 0
    cards: int = 0


def overview_of(document: DocumentKnowledge, library: LibraryKnowledge) -> Overview:
    """The overview of a document; what others say of its studies comes from the library.

    Names that documents share are kept in Simplified; here they are written as the document writes.
    """
    rows = [row for part in rows_of(document.records) for row in part]
    years = [row.year for row in rows if row.year is not None]
    known = [record for record in library.records if document.file in record.documents]
    return Overview(
        kinds=tuple(Counter(row.kind for row in rows).most_common()),
        largest=tuple(sorted((row for row in rows if row.n), key=lambda row: -(row.n or 0))[:_LARGEST]),
        years=(min(years), max(years)) if years else None,
        diseases=_written(_diseases(rows), document.language),
        claims=tuple(_claims(document)),
        preclinical=sum("preclinical" in link.flags for link in document.links),
        steps=len(document.links),
        compared=_names([(cell.row_key, cell.row) for cell in document.cells], document.language),
        attributes=_names([(cell.column_key, cell.column) for cell in document.cells], document.language),
        shared=sum(len(record.documents) > 1 for record in known),
        disputed=sum(bool(record.disagreements) for record in known),
        doubtful=sum(found.verdict is Verdict.DOUBTFUL for record in known for found in record.findings),
        cards=len(notes_of(document)),
    )


def notes_of(document: DocumentKnowledge) -> list[str]:
    """The notes that ask for what a document tells of studies, comparisons and mechanisms."""
    told = [card for record in document.records for card in record.cards]
    told += [cell.card for cell in document.cells]
    told += [link.card for link in document.links]
    return [card for card in dict.fromkeys(told) if card]


def _diseases(rows: Sequence[RecordRow]) -> tuple[str, ...]:
    """The diseases by their shared names."""
    names = Counter(row.disease.rpartition("/")[2] for row in rows if row.disease)
    return tuple(name for name, _ in names.most_common(_DISEASES))


def _written(names: Sequence[str], language: Language) -> tuple[str, ...]:
    """Names in the writing of a document."""
    script = Script.TAIWAN if language is Language.TRADITIONAL else Script.AS_WRITTEN
    return tuple(show(name, script) for name in names)


def _claims(document: DocumentKnowledge) -> Iterator[Claim]:
    """The subjects that most is told of, with what they do."""
    told: dict[str, list[Link]] = {}
    for link in document.links:
        if link.relation not in _TRAITS and "negated" not in link.flags:
            told.setdefault(link.subject_key, []).append(link)
    main = sorted(told.items(), key=lambda item: -len(item[1]))[:_CLAIMS]
    for key, of in main:
        name = shared_name(key, Counter(link.subject for link in of))
        yield Claim(_written([name], document.language)[0], tuple(_relations(of)))


def _relations(links: Sequence[Link]) -> list[tuple[str, tuple[str, ...]]]:
    objects: dict[str, dict[str, str]] = {}
    for link in links:
        objects.setdefault(link.relation, {}).setdefault(link.object_key, link.object)
    main = sorted(objects.items(), key=lambda item: -len(item[1]))[:_RELATIONS]
    return [(relation, tuple(of.values())[:_OBJECTS]) for relation, of in main]


def _names(told: Sequence[tuple[str, str]], language: Language) -> tuple[str, ...]:
    written: dict[str, Counter[str]] = {}
    for key, name in told:
        written.setdefault(key, Counter())[name] += 1
    return _written([shared_name(key, names) for key, names in written.items()], language)
