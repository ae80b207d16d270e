"""From a document's facts to its notes, beside the other documents of a library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sctui.decks.across import asked_by
from sctui.decks.candidate import Candidate
from sctui.decks.candidates import Candidates, asked_ahead, find_candidates
from sctui.decks.generate import Generation, make_notes
from sctui.decks.library_studies import LibraryStudies
from sctui.decks.rubric import Refusal
from sctui.decks.study_label import StudyNames
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document, LineKind
from sctui.model.fact import Fact
from sctui.model.imprint import Imprint
from sctui.model.knowledge import Asked, DocumentKnowledge
from sctui.model.progress import Progress, silent
from sctui.model.topic import Topic
from sctui.pipeline.reading import Knowledge, Reading, read
from sctui.records.build import document_knowledge
from sctui.text.collector_pause import collector_paused

_SILENT = {LineKind.BLANK, LineKind.FRONT_MATTER, LineKind.TABLE_RULE}


@dataclass(frozen=True, slots=True)
class Conversion:
    """Everything that was made of one document; `asked` are the questions of its notes with their proof."""

    reading: Reading
    candidates: Candidates
    generation: Generation
    knowledge: DocumentKnowledge
    asked: tuple[Asked, ...]

    @property
    def document(self) -> Document:
        """The document as it was read."""
        return self.reading.document

    @property
    def tree(self) -> Topic:
        """Its topics."""
        return self.reading.tree

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Its facts, in their order."""
        return self.reading.facts

    @property
    def left_out(self) -> Counter[str]:
        """How many lines were left out, by the kind of line."""
        return Counter(
            line.kind.value
            for line in self.document.lines
            if not line.kind.carries_facts and line.kind not in _SILENT
        )


def convert(
    file: Path,
    knowledge: Knowledge,
    progress: Progress = silent,
    around: Mapping[str, Imprint] | None = None,
) -> Conversion:
    """Read a document and make its notes, as if there were no other studies; see `read`.

    Raises:
        DocumentError: the file cannot be read as a document.
    """
    reading = read(file, knowledge, progress, around)
    conversion = ask(reading, candidates(reading, knowledge), knowledge)
    progress("cards", 1, 1)
    return conversion


class Ahead:
    """Facts of a document that are asked while nobody knows yet which other studies the library has."""

    def __init__(self, reading: Reading, knowledge: Knowledge) -> None:
        self.made: dict[int, Candidate | Refusal] = {}
        self._coming = asked_ahead(
            *(reading.paragraphs, reading.tree, reading.facts, knowledge.templates, knowledge.lexicon)
        )

    def step(self) -> bool:
        """Ask the next fact; whether there was one."""
        with collector_paused():
            found = next(self._coming, None)
        if found:
            self.made[found[0]] = found[1]
        return found is not None


def candidates(
    reading: Reading,
    knowledge: Knowledge,
    library: LibraryStudies | None = None,
    ahead: Ahead | None = None,
) -> Candidates:
    """Every way to ask for the facts of a document.

    `library` has the studies of all documents, so that a name fits no other one; `ahead` what was made of
    this reading already.
    """
    with collector_paused():
        return find_candidates(
            reading.paragraphs,
            reading.tree,
            reading.facts,
            knowledge.templates,
            knowledge.lexicon,
            _names(reading, knowledge.lexicon, library),
            ahead.made if ahead else {},
        )


def ask(
    reading: Reading,
    found: Candidates,
    knowledge: Knowledge,
    taken: Mapping[str, Collection[str]] | None = None,
) -> Conversion:
    """Make the notes of a document.

    Args:
        found: what `candidates` gave for it.
        taken: digests of questions that others answer, with their answers.
    """
    document, lexicon = reading.paragraphs, knowledge.lexicon
    with collector_paused():
        generation = make_notes(document, reading.tree, found, reading.prefix, taken or {}, lexicon)
        note_of = {id(fact): note for fact, note in generation.asked}
        asked = [(fact, note_of.get(id(fact), "")) for fact in reading.facts]
        known = document_knowledge(document, reading.tree.title, reading.records, asked, lexicon)
    questions = tuple(asked_by(generation.notes))
    known = replace(known, asked=tuple(one.bare() for one in questions), imprint=reading.imprint)
    return Conversion(reading, found, generation, known, questions)


def _names(reading: Reading, lexicon: Lexicon, library: LibraryStudies | None) -> StudyNames:
    """Names for the studies of a document that fit no other study of the library."""
    studies = {fact.study.key: fact.study for fact in reading.facts if fact.study}
    owners: dict[str, str] = {}
    for one in reading.records if library else ():
        study = next((reading.facts[number].study for number in one.facts if number is not None), None)
        if library and study and one.record.key in library.owner:
            owners[study.key] = library.owner[one.record.key]
    known = library.known if library else None
    return StudyNames(tuple(studies.values()), reading.document.language, lexicon, known, owners)
