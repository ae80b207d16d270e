"""The one place that knows the order of the stages: file to document, topic tree, facts, notes, decks."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from sctui.decks import identity
from sctui.decks.across import asked_by
from sctui.decks.generate import Generation, make_notes
from sctui.decks.library_studies import LibraryStudies
from sctui.decks.merge import MergeReport, plan_decks
from sctui.decks.study_label import StudyNames
from sctui.decks.templates import Templates, constant, read_templates
from sctui.decks.yaml_reader import read_deck
from sctui.documents.read import READING, read_document
from sctui.documents.recurring import imprint, recurring, without_recurring
from sctui.errors import DocumentError, SctuiError
from sctui.facts.extract import extract_facts
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.reader import read_lexicon
from sctui.model.card import CardKind
from sctui.model.deck import Deck, DocumentRef
from sctui.model.document import Damage, Document, Language, LineKind
from sctui.model.fact import Fact
from sctui.model.imprint import Imprint
from sctui.model.knowledge import DocumentKnowledge, Repair
from sctui.model.progress import Progress, silent
from sctui.model.topic import Topic
from sctui.outline.build import build_outline
from sctui.records.build import ReadRecord, document_knowledge, flagged, read_records
from sctui.records.knowledge_file import FILE_NAME, knowledge_text
from sctui.text.collector_pause import collector_paused

# the order in which a learner meets the kinds, the file each has, and its name in a deck's path
_FILES = {
    CardKind.TERM: ("1-terms.yaml", "术语", "Terms"),
    CardKind.MECHANISM: ("2-mechanisms.yaml", "作用机制", "Mechanisms"),
    CardKind.COMPARISON: ("3-comparisons.yaml", "比较", "Comparisons"),
    CardKind.TRIAL: ("4-trials.yaml", "临床研究", "Studies"),
    CardKind.FIGURE: ("5-figures.yaml", "数据", "Figures"),
}
_SILENT = {LineKind.BLANK, LineKind.FRONT_MATTER, LineKind.TABLE_RULE}


STAGES = (*READING, "topics", "facts", "cards")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What conversion knows beforehand: the lexicon and the question templates."""

    lexicon: Lexicon
    templates: Templates


@dataclass(frozen=True, slots=True)
class Conversion:
    """Everything that was made of one document."""

    document: Document
    tree: Topic
    facts: tuple[Fact, ...]
    generation: Generation
    knowledge: DocumentKnowledge

    @property
    def left_out(self) -> Counter[str]:
        """How many lines were left out, by the kind of line."""
        return Counter(
            line.kind.value
            for line in self.document.lines
            if not line.kind.carries_facts and line.kind not in _SILENT
        )


def read_knowledge(data: Path, own_lexicon: Path) -> Knowledge:
    """Read the bundled lexicon and templates, and the learner's additions.

    Raises:
        LexiconError: a file of either is not what it should be.
    """
    with collector_paused():
        lexicon = read_lexicon(data / "lexicon", own_lexicon)
        return Knowledge(lexicon, read_templates(data / "templates", own_lexicon / "templates"))


def imprints(files: Iterable[Path], knowledge: Knowledge) -> dict[str, Imprint]:
    """What `convert` must know of documents to find what recurs in them, by their names.

    Files that cannot be read are left out; `convert` says why.
    """
    found = {}
    for file in files:
        with suppress(SctuiError):
            document = read_document(file, knowledge.lexicon)
            found[document.name] = imprint(document, knowledge.lexicon)
    return found


def convert(
    file: Path,
    knowledge: Knowledge,
    progress: Progress = silent,
    around: Mapping[str, Imprint] | None = None,
) -> Conversion:
    """Read a document and make its notes; `progress` is told how far each of `STAGES` has come.

    `around` are the documents of its library, by name: what recurs in them becomes no cards.

    Raises:
        DocumentError: the file cannot be read as a document.
    """
    with (
        collector_paused()
    ):  # facts and notes stay; looking through them again would cost more the longer the text
        document = read_document(file, knowledge.lexicon, progress)
        own = imprint(document, knowledge.lexicon)
        others = (one for name, one in sorted((around or {}).items()) if name != document.name)
        document = without_recurring(document, recurring(own, others))
        tree = build_outline(document)
        progress("topics", 1, 1)
        facts = extract_facts(document, tree, knowledge.lexicon, progress)
        conversion = ask(document, tree, facts, knowledge)
        progress("cards", 1, 1)
    return replace(conversion, knowledge=replace(conversion.knowledge, imprint=own))


def ask(
    document: Document,
    tree: Topic,
    facts: tuple[Fact, ...],
    knowledge: Knowledge,
    taken: Mapping[str, Collection[str]] | None = None,
    library: LibraryStudies | None = None,
) -> Conversion:
    """Make the notes of facts.

    Args:
        taken: digests of questions that others answer, with their answers.
        library: the studies of all documents, so that a name fits no other one.
    """
    prefix = slug(Path(document.name))
    records = read_records(document, facts, prefix, knowledge.lexicon)
    facts = flagged(facts, records)
    generation = make_notes(
        document,
        tree,
        facts,
        knowledge.templates,
        prefix,
        taken or {},
        knowledge.lexicon,
        _names(document, facts, records, knowledge.lexicon, library),
    )
    note_of = {id(fact): note for fact, note in generation.asked}
    asked = [(fact, note_of.get(id(fact), "")) for fact in facts]
    known = document_knowledge(document, tree.title, records, asked, knowledge.lexicon)
    questions = tuple(replace(one, sources=()) for one in asked_by(generation.notes))
    return Conversion(document, tree, facts, generation, replace(known, asked=questions))


def _names(
    document: Document,
    facts: Sequence[Fact],
    records: Sequence[ReadRecord],
    lexicon: Lexicon,
    library: LibraryStudies | None,
) -> StudyNames:
    """Names for the studies of a document that fit no other study of the library."""
    studies = {fact.study.key: fact.study for fact in facts if fact.study}
    owners: dict[str, str] = {}
    for one in records if library else ():
        study = next((facts[number].study for number in one.facts if number is not None), None)
        if library and study and one.record.key in library.owner:
            owners[study.key] = library.owner[one.record.key]
    known = library.known if library else None
    return StudyNames(tuple(studies.values()), document.language, lexicon, known, owners)


def repaired(conversion: Conversion, repairs: Sequence[Repair], knowledge: Knowledge) -> Conversion:
    """A conversion with what other documents proved of damaged places; decided and safe ones stay."""
    by_line = {repair.place.line: repair for repair in repairs}
    damage = tuple(_with_repair(place, by_line) for place in conversion.document.damage)
    if damage == conversion.document.damage:
        return conversion
    document = replace(conversion.document, damage=damage)
    facts = extract_facts(document, conversion.tree, knowledge.lexicon)
    return ask(document, conversion.tree, facts, knowledge)


def _with_repair(place: Damage, repairs: Mapping[int, Repair]) -> Damage:
    repair = repairs.get(place.span.line)
    if repair is None or place.safe or place.span.start != repair.place.start:
        return place
    return replace(place, repair=repair.text, safe=True)


def decks_of(
    conversion: Conversion, file: Path, folder: Path, others: Mapping[str, tuple[Path, str]] | None = None
) -> dict[str, Deck]:
    """The decks of a document by file name.

    Args:
        conversion: what was made of the document.
        file: the document's place.
        folder: where the decks will lie.
        others: place and hash of the other documents that notes may cite, by file name.
    """
    document = conversion.document
    name = document.metadata.get("deck") or conversion.tree.title or file.stem
    places = {**(others or {}), document.name: (file, document.sha256)}
    decks: dict[str, Deck] = {}
    for kind, (file_name, chinese, english) in _FILES.items():
        notes = tuple(note for note in conversion.generation.notes if note.kind is kind)
        label = constant(chinese, document.language) if document.language.is_chinese else english
        if notes:
            cited = dict.fromkeys((document.name, *(s.document for note in notes for s in note.sources)))
            references = {
                slug(places[name][0]): DocumentRef(_relative(places[name][0], folder), places[name][1])
                for name in cited
                if name in places
            }
            title = f"{_level(name, document.language)}::{label}"
            decks[file_name] = Deck(title, document.language, notes, references)
    return decks


def plan(
    conversion: Conversion, file: Path, decks: Path, others: Mapping[str, tuple[Path, str]] | None = None
) -> tuple[MergeReport, dict[Path, bytes]]:
    """The decks of a document in `decks/<document>/` and its knowledge beside them: what is to be written.

    Raises:
        DeckError: a deck that is there already cannot be read.
        DocumentError: the folder holds the decks of another document of the same name.
    """
    folder = decks / slug(file)
    other = _other_document(folder, file)
    if other:
        raise DocumentError(
            f"{folder} holds the decks of {other}, and {file.name} would have the same folder",
            hint="Give one of the two documents another name.",
        )
    report, files = plan_decks(folder, decks_of(conversion, file, folder, others))
    knowledge, text = folder / FILE_NAME, knowledge_text(conversion.knowledge).encode()
    if not (knowledge.is_file() and knowledge.read_bytes() == text):
        files[knowledge] = text
    return report, files


def _other_document(folder: Path, file: Path) -> str:
    """The name of the document that the decks of a folder were made from, when it is not `file`."""
    for deck_file in sorted(folder.glob("*.yaml")):
        reference = read_deck(deck_file).documents.get(slug(file))
        if reference and PurePosixPath(reference.file).name != file.name:
            return PurePosixPath(reference.file).name
    return ""


def slug(file: Path) -> str:
    """The short name of a document: its file name, in letters, digits and dashes."""
    return identity.slug(file.stem)


def _level(name: str, language: Language) -> str:
    """A document's name as one level of a deck's path, short enough to be read in a list."""
    limit = 24 if language.is_chinese else 48
    text = " ".join(name.replace("::", " ").split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _relative(file: Path, folder: Path) -> str:
    """The way from the deck to the document, with `/`; the full path when they are on different drives."""
    try:
        return Path(os.path.relpath(file.resolve(), folder.resolve())).as_posix()
    except ValueError:
        return file.resolve().as_posix()
