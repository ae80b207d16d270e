"""The decks of a document and its knowledge in the folder of its name: what is to be written there."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from sctui.decks.merge import MergeReport, plan_decks
from sctui.decks.surroundings import surroundings
from sctui.decks.templates import constant
from sctui.decks.yaml_reader import read_deck
from sctui.errors import DocumentError
from sctui.i18n import _
from sctui.model.card import CardKind
from sctui.model.deck import Deck, DocumentRef, Origin
from sctui.model.document import Language
from sctui.pipeline.asking import Conversion
from sctui.pipeline.reading import slug
from sctui.records.knowledge_file import FILE_NAME, knowledge_text

# the order in which a learner meets the kinds, the file each has, and its name in a deck's path
_FILES = {
    CardKind.TERM: ("1-terms.yaml", "术语", "Terms"),
    CardKind.MECHANISM: ("2-mechanisms.yaml", "作用机制", "Mechanisms"),
    CardKind.COMPARISON: ("3-comparisons.yaml", "比较", "Comparisons"),
    CardKind.TRIAL: ("4-trials.yaml", "临床研究", "Studies"),
    CardKind.FIGURE: ("5-figures.yaml", "数据", "Figures"),
}


def decks_of(
    conversion: Conversion, file: Path, folder: Path, others: Mapping[str, Origin] | None = None
) -> dict[str, Deck]:
    """The decks of a document by file name.

    Args:
        conversion: what was made of the document.
        file: the document's place.
        folder: where the decks will lie.
        others: the other documents that notes may cite, by file name.
    """
    document = conversion.document
    name = document.metadata.get("deck") or _title(conversion)
    known = conversion.knowledge
    places = {**(others or {}), document.name: Origin(file, document.sha256, known.date, known.kind)}
    decks: dict[str, Deck] = {}
    for kind, (file_name, chinese, english) in _FILES.items():
        notes = tuple(note for note in conversion.generation.notes if note.kind is kind)
        label = constant(chinese, document.language) if document.language.is_chinese else english
        if notes:
            cited = dict.fromkeys((document.name, *(s.document for note in notes for s in note.sources)))
            references = {
                slug(places[name].file): _reference(places[name], folder) for name in cited if name in places
            }
            title = f"{_level(name, document.language)}::{label}"
            decks[file_name] = Deck(title, document.language, notes, references)
    return decks


def _title(conversion: Conversion) -> str:
    """The document's title; one without a title is called as its file, without what follows the last dot."""
    document, title = conversion.document, conversion.tree.title
    return Path(document.metadata.get("original", title)).stem if title == document.name else title


def _reference(origin: Origin, folder: Path) -> DocumentRef:
    return DocumentRef(_relative(origin.file, folder), origin.sha256, origin.date, origin.kind)


def plan(
    conversion: Conversion,
    file: Path,
    decks: Path,
    others: Mapping[str, Origin] | None = None,
    *,
    inbox: bool = False,
    there: Path | None = None,
) -> tuple[MergeReport, dict[Path, bytes]]:
    """The decks of a document in `decks/<document>/` and its knowledge beside them: what is to be written.

    `inbox` lets new cards wait there until they are accepted. `there` is where the files of that folder lie,
    when they lie elsewhere yet.

    Raises:
        DeckError: a deck that is there already cannot be read.
        DocumentError: the folder holds the decks of another document of the same name.
    """
    folder = decks / slug(file)
    other = _other_document(there or folder, file)
    if other:
        raise DocumentError(
            _("{folder} holds the decks of {other}, and {name} would have the same folder").format(
                folder=folder, other=other, name=file.name
            ),
            hint=_("Give one of the two documents another name."),
        )
    made, beside = decks_of(conversion, file, folder, others), surroundings(conversion.document)
    report, files = plan_decks(folder, made, inbox=inbox, beside=beside, there=there)
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
