"""The documents whose decks stand already: where they lie, and which tell of the same studies."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from sctui.conversion.made import Made
from sctui.decks.yaml_reader import read_deck
from sctui.errors import SctuiError
from sctui.model.deck import Origin
from sctui.model.imprint import Imprint
from sctui.model.knowledge import DocumentKnowledge, LibraryKnowledge
from sctui.pipeline import Knowledge, read, slug
from sctui.records.linking import linked


def standing_imprints(library: LibraryKnowledge) -> dict[str, Imprint]:
    """What `convert` must know of the documents whose decks stand already, by their names."""
    return {document.file: document.imprint for document in library.documents}


def places_of(
    documents: Iterable[DocumentKnowledge], names: Collection[str], decks: Path
) -> Iterator[tuple[str, Origin]]:
    """File and hash of those documents that are among `names`, as their decks name them."""
    for document in documents:
        if document.file not in names:
            continue
        for deck in sorted((decks / slug(Path(document.file))).glob("*.yaml")):
            try:
                cited = read_deck(deck).documents.values()
            except SctuiError:  # `check` tells of it; here it only means that nothing is known
                continue
            reference = next((one for one in cited if PurePosixPath(one.file).name == document.file), None)
            if reference:
                file = deck.parent / reference.file
                yield document.file, Origin(file, reference.sha256, reference.date, reference.kind)
                break


def linked_documents(made: Sequence[Made], stand: Sequence[DocumentKnowledge]) -> set[str]:
    """The standing documents that tell of a study that is being converted."""
    names = {one.known.file for one in made}
    records = [record for document in (*(one.known for one in made), *stand) for record in document.records]
    found: set[str] = set()
    for group in linked(records):
        documents = {told.evidence.document for record in group for told in record.told}
        if documents & names:
            found |= documents - names
    return found


def read_again(
    places: Mapping[str, Origin], knowledge: Knowledge, around: Mapping[str, Imprint]
) -> Iterator[Made]:
    """The documents that can be read and have not changed, converted again."""
    for _, (file, sha256, *_more) in sorted(places.items()):
        try:
            reading = read(file, knowledge, around=around)
        except SctuiError:  # gone, or not readable any more: its decks stay as they are
            continue
        if reading.document.sha256 == sha256:
            yield Made.of(file, file, reading, 0, around)
