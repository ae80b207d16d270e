"""Folders of decks -> all that their documents know together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from sctui.errors import DeckError
from sctui.i18n import _
from sctui.model.knowledge import DocumentKnowledge, LibraryKnowledge
from sctui.records.knowledge_file import FILE_NAME, parse_knowledge
from sctui.records.merging import merge_records


def read_library_knowledge(folders: Sequence[Path]) -> LibraryKnowledge:
    """Read every `knowledge.json` in the folders of decks and merge what they say.

    A file in a later folder stands in for the file of the same relative name in an earlier one, as decks do;
    a folder that is not there is empty. A file that cannot be read becomes one of the `problems`. Nothing but
    these files is read: no document, no lexicon, no deck.
    """
    documents: list[DocumentKnowledge] = []
    problems: list[str] = []
    for file in knowledge_files(folders):
        try:
            documents.append(read_knowledge_file(file))
        except DeckError as error:
            problems.append(f"{error} {error.hint}".strip())
    return merge_knowledge(documents, problems)


def merge_knowledge(documents: Iterable[DocumentKnowledge], problems: Iterable[str] = ()) -> LibraryKnowledge:
    """What documents know together; their order does not matter."""
    known = tuple(sorted(documents, key=lambda document: document.file))
    return LibraryKnowledge(
        known,
        merge_records([record for document in known for record in document.records]),
        tuple(cell for document in known for cell in document.cells),
        tuple(link for document in known for link in document.links),
        tuple(problems),
    )


def knowledge_files(folders: Sequence[Path]) -> list[Path]:
    """The `knowledge.json` of every document, in the order of their folders' names."""
    found: dict[str, Path] = {}
    for folder in folders:
        for file in folder.glob(f"*/{FILE_NAME}"):
            found[file.relative_to(folder).as_posix()] = file
    return [found[name] for name in sorted(found)]


def read_knowledge_file(file: Path) -> DocumentKnowledge:
    """What one file says.

    Raises:
        DeckError: when it cannot be read, or says something we do not write.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DeckError(_("cannot be read: {error}").format(error=error), file=str(file)) from None
    return parse_knowledge(text, str(file))
