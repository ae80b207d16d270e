"""What a library knows apart from its cards: study records, compared cells, links of mechanisms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain

from sctui.model.card import Source
from sctui.model.imprint import Imprint
from sctui.model.language import Language
from sctui.model.quick import quick
from sctui.model.reference import Reference

_PUBLISHED = frozenset({"journal", "title", "registry"})
_POOLED = ("荟萃", "薈萃", "meta-analy", "meta分析", "meta 分析")


@quick
@dataclass(frozen=True, slots=True)
class Evidence:
    """The proof of one value: document (file name), line from 1, columns in characters, the words there."""

    document: str
    line: int
    start: int
    end: int
    quote: str


@quick
@dataclass(frozen=True, slots=True)
class Told:
    """One value of one slot of a study, as one document tells it.

    Args:
        slot: what is told: `n`, `condition`, `dose`, `outcome` …
        value: as written, with unit and direction.
        evidence: the clause that proves it.
        measure: what an outcome measures.
        arm: the arm it is true of; empty for the whole study.
        time: the time point it is true at.
        versus: the comparator's value.
        p: the p value, as written.
        interval: the confidence interval with its level, as written.
        flags: `hedged`, `negated`, `preclinical`, `damage:…`, `repaired:…`
        card: the id of the note that asks for it; empty when none does.
    """

    slot: str
    value: str
    evidence: Evidence
    measure: str = ""
    arm: str = ""
    time: str = ""
    versus: str = ""
    p: str = ""
    interval: str = ""
    flags: tuple[str, ...] = ()
    card: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """An entry of a document's reference list that stands for a study, and where it begins."""

    evidence: Evidence
    reference: Reference


class Verdict(StrEnum):
    """What a check of numbers found. A check never edits: it is advice."""

    AGREES = "agrees"
    DOUBTFUL = "doubtful"
    DERIVED = "derived"  # a number that the text does not state follows from those it does


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one check: its name, its verdict, one sentence for a reader, and the clauses it read."""

    check: str
    verdict: Verdict
    says: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """One study, told by one document or by several.

    Args:
        key: unique in the library, and stable while the text is.
        kind: trial, case, review, consensus, approval.
        told: every value of every slot, in the order told.
        identity: what tells studies apart, by facet (`n`, `year`, `disease` …), in a form that does not
            depend on script, language or wording; a facet may have several values.
        parent: the key of the record that a case is taken from.
        findings: what checks of its numbers found.
        disagreements: the values of one slot that cannot all be true of the one study.
        cited: the publications that its documents cite for it, from their reference lists.
    """

    key: str
    kind: str
    told: tuple[Told, ...]
    identity: tuple[tuple[str, str], ...] = ()
    parent: str = ""
    findings: tuple[Finding, ...] = ()
    disagreements: tuple[tuple[Told, ...], ...] = ()
    cited: tuple[Cited, ...] = ()

    def all(self, slot: str) -> Iterator[Told]:
        """Every value of a slot, in the order told."""
        return (told for told in self.told if told.slot == slot)

    def get(self, slot: str) -> str:
        """The first value of a slot, or an empty string."""
        return next((told.value for told in self.all(slot)), "")

    @property
    def source(self) -> str:
        """What kind of source tells of it: `trial`, `meta-analysis`, `case`, `guideline`, `press`.

        Besides: `review` where nothing is pooled, and `approval`. `press` only where no publication is known.
        """
        slots = {told.slot for told in self.told}
        if self.kind == "trial" and "press" in slots and not slots & _PUBLISHED and not self.cited:
            return "press"
        if self.kind == "review":
            work = " ".join(
                told.value.lower() for told in self.told if told.slot in ("type", "design", "title")
            )
            return "meta-analysis" if any(word in work for word in _POOLED) else "review"
        return "guideline" if self.kind == "consensus" else self.kind

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that tell of the study."""
        return tuple(dict.fromkeys(told.evidence.document for told in self.told))

    @property
    def cards(self) -> tuple[str, ...]:
        """The ids of the notes that ask for what is told."""
        return tuple(dict.fromkeys(told.card for told in self.told if told.card))


@quick
@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the matrix of cell sources (rows) and attributes (columns).

    `row` and `column` are as written; where prose names no attribute, `column` is the lexicon's name for it
    in the document's language. `row_key` and `column_key` are what they are called across documents (the
    lexicon's key where it knows the term, the match view else). `row_kind` is empty for what is given
    (cells, where they come from, a treatment), else the lexicon's kind of the row, or `other`. `title` is
    the table's; `card` the id of the note that asks it.
    """

    row: str
    row_key: str
    column: str
    column_key: str
    value: str
    evidence: Evidence
    title: str = ""
    card: str = ""
    flags: tuple[str, ...] = ()
    row_kind: str = ""


@quick
@dataclass(frozen=True, slots=True)
class Link:
    """One step of a mechanism: `subject` does `relation` to `object`, with `result`, in `context`.

    `subject_key` and `object_key` are the lexicon's keys where it knows a term in them, the match view else,
    so that a tree can go from one link's object to the links whose subject it is. `card` is the note's id.
    `after` are the keys of what the subject acts on before, where the sentence says that this comes of it
    (`使色氨酸耗竭,从而抑制T细胞`, `depletes tryptophan and thereby inhibits T cells`).
    """

    subject: str
    subject_key: str
    relation: str
    object: str
    object_key: str
    evidence: Evidence
    result: str = ""
    context: str = ""
    card: str = ""
    flags: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Repair:
    """What should stand at a damaged place, and the place of another telling of the study that has it."""

    place: Evidence
    text: str
    origin: Source


@quick
@dataclass(frozen=True, slots=True)
class Asked:
    """A question that a note asks: the note's id, and digests of its question and of its answer.

    `sources` prove the answer; they are kept with a question that was left to another document's note, whose
    id stands in `card` then.
    """

    card: str
    question: str
    answer: str
    sources: tuple[Source, ...] = ()

    def bare(self) -> Asked:
        """The same without its proof."""
        return Asked(self.card, self.question, self.answer)


@dataclass(frozen=True, slots=True)
class DocumentKnowledge:
    """All that one document gives to the library. `file` is its file name, `title` what it calls itself.

    `asked` are the questions of its notes, `left` those that notes of other documents ask in their place;
    `repairs` are those that other documents proved; `imprint` is what later documents are compared with.
    `date` and `kind` say when it appeared and what kind of source it is, where that is known.
    """

    file: str
    language: Language
    title: str
    records: tuple[Record, ...] = ()
    cells: tuple[Cell, ...] = ()
    links: tuple[Link, ...] = ()
    asked: tuple[Asked, ...] = ()
    left: tuple[Asked, ...] = ()
    repairs: tuple[Repair, ...] = ()
    imprint: Imprint = field(default_factory=Imprint)
    date: str = ""
    kind: str = ""

    @property
    def cards(self) -> tuple[str, ...]:
        """The ids of the notes that ask for what it tells of studies, comparisons and mechanisms."""
        told = (card for record in self.records for card in record.cards)
        asked = chain(told, (cell.card for cell in self.cells), (link.card for link in self.links))
        return tuple(dict.fromkeys(card for card in asked if card))


@dataclass(frozen=True, slots=True)
class ToldElsewhere:
    """What other documents of the library mean for the notes of one.

    Args:
        asked_by: notes that are not needed, and the note of another telling that asks for the same.
        sources: further places that prove a note's answer.
        conflicts: values that other tellings of the study give instead of a note's answer.
        right: values that are told as well of what a note asks: no wrong answers of it.
    """

    asked_by: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, tuple[Source, ...]] = field(default_factory=dict)
    conflicts: Mapping[str, tuple[Told, ...]] = field(default_factory=dict)
    right: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LibraryKnowledge:
    """All that the documents of a library give together; a study told by several of them is one record.

    `problems` says, in a sentence each, which documents' knowledge could not be read.
    """

    documents: tuple[DocumentKnowledge, ...] = ()
    records: tuple[Record, ...] = ()
    cells: tuple[Cell, ...] = ()
    links: tuple[Link, ...] = ()
    problems: tuple[str, ...] = ()
