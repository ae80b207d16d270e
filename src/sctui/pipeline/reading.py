"""From a file to its facts: everything that a document tells by itself, before a card is thought of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sctui.decks import identity
from sctui.decks.templates import Templates, read_templates
from sctui.documents.paragraphs import as_paragraphs
from sctui.documents.read import READING, read_document
from sctui.documents.recurring import imprint, recurring, without_recurring
from sctui.facts.extract import extract_facts
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.reader import read_lexicon
from sctui.model.document import Damage, Document
from sctui.model.fact import Fact
from sctui.model.imprint import Imprint
from sctui.model.knowledge import Repair
from sctui.model.progress import Progress, silent
from sctui.model.topic import Topic
from sctui.outline.build import build_outline
from sctui.records.build import ReadRecord, flagged, read_records
from sctui.text.collector_pause import collector_paused

FINDING = ("topics", "facts")  # what `progress` is told of behind `READING`
STAGES = (*READING, *FINDING, "cards")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What conversion knows beforehand: the lexicon and the question templates."""

    lexicon: Lexicon
    templates: Templates


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as it was read: its tree, its facts, and the records of the studies that it tells of.

    The places of facts are those of `paragraphs`: the document with the lines put together that a width
    broke.
    """

    document: Document
    tree: Topic
    facts: tuple[Fact, ...]
    records: tuple[ReadRecord, ...]
    imprint: Imprint
    paragraphs: Document

    @property
    def prefix(self) -> str:
        """What the ids of its notes and the keys of its records begin with."""
        return slug(Path(self.document.name))


def read_knowledge(data: Path, own_lexicon: Path) -> Knowledge:
    """Read the bundled lexicon and templates, and the learner's additions.

    Raises:
        LexiconError: a file of either is not what it should be.
    """
    with collector_paused():
        lexicon = read_lexicon(data / "lexicon", own_lexicon)
        return Knowledge(lexicon, read_templates(data / "templates", own_lexicon / "templates"))


@dataclass(frozen=True, slots=True)
class Opened:
    """A document whose text was read, and what others must know of it to find what recurs in them."""

    document: Document
    imprint: Imprint

    @property
    def telling(self) -> int:
        """The bytes of UTF-8 of lines that may tell facts: a Chinese character tells as three letters do."""
        lines = (line.text for line in self.document.lines if line.kind.carries_facts)
        return sum(len(line.encode(errors="replace")) for line in lines)


def opened(file: Path, knowledge: Knowledge, progress: Progress = silent) -> Opened:
    """Read the text of a document; `progress` is told how far each of `READING` has come.

    Raises:
        DocumentError: the file cannot be read as a document.
    """
    document = read_document(file, knowledge.lexicon, progress)
    with collector_paused():
        return Opened(document, imprint(document, knowledge.lexicon))


def read(
    file: Path,
    knowledge: Knowledge,
    progress: Progress = silent,
    around: Mapping[str, Imprint] | None = None,
    text: Opened | None = None,
) -> Reading:
    """Read a document and its facts; `progress` is told how far each of `READING` and `FINDING` has come.

    `around` are the documents of its library, by name: what recurs in them becomes no cards. `text` is what
    `opened` gave for the file, where that was done already.

    Raises:
        DocumentError: the file cannot be read as a document.
    """
    text = text or opened(file, knowledge, progress)
    document, own = text.document, text.imprint
    with collector_paused():  # facts stay; looking through them again would cost more the longer the text
        others = (one for name, one in sorted((around or {}).items()) if name != document.name)
        document = without_recurring(document, recurring(own, others))
        tree = build_outline(document, knowledge.lexicon.words)
        progress("topics", 1, 1)
        return _reading(document, tree, own, knowledge, progress)


def _reading(
    document: Document, tree: Topic, own: Imprint, knowledge: Knowledge, progress: Progress = silent
) -> Reading:
    paragraphs = as_paragraphs(document)
    facts = extract_facts(paragraphs, tree, knowledge.lexicon, progress)
    records = read_records(paragraphs, facts, slug(Path(document.name)), knowledge.lexicon)
    return Reading(document, tree, flagged(facts, records), records, own, paragraphs)


def repaired(reading: Reading, repairs: Sequence[Repair], knowledge: Knowledge) -> Reading:
    """A document with what others proved of its damaged places; decided and safe ones stay."""
    by_line = {repair.place.line: repair for repair in repairs}
    damage = tuple(_with_repair(place, by_line) for place in reading.document.damage)
    if damage == reading.document.damage:
        return reading
    document = replace(reading.document, damage=damage)
    with collector_paused():
        return _reading(document, reading.tree, reading.imprint, knowledge)


def _with_repair(place: Damage, repairs: Mapping[int, Repair]) -> Damage:
    repair = repairs.get(place.span.line)
    if repair is None or place.safe or place.span.start != repair.place.start:
        return place
    return replace(place, repair=repair.text, safe=True)


def slug(file: Path) -> str:
    """The short name of a document: its file name, in letters, digits and dashes."""
    return identity.slug(file.stem)
