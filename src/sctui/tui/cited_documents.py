"""The documents that decks cite: those at hand, and the cards that come from each of their lines.

A document that several decks cite at different places, as one that was copied with a deck, is one document.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sctui.collection import Collection
    from sctui.decks.library import LoadedDeck
    from sctui.model.card import Card


class _Cited(NamedTuple):
    """A document that a deck cites, and where; `same` is what all that cite the document have in common."""

    deck: LoadedDeck
    file: Path
    same: tuple[str, str]


def _cited(collection: Collection, scope: str | None = None) -> Iterator[_Cited]:
    """What a deck and those below it cite, all decks for None, in their order."""
    for deck in collection.library.decks:
        name = deck.deck.name
        if scope is None or name == scope or name.startswith(f"{scope}::"):
            for ref in deck.deck.documents.values():
                file = deck.file.parent / ref.file
                yield _Cited(deck, file, (file.name, ref.sha256 or str(file.resolve())))


def cards_by_line(collection: Collection, file: Path) -> dict[int, list[Card]]:
    """The cards that come from each line of a document, in the order of the decks."""
    cited = [one for one in _cited(collection) if one.file.name == file.name]
    same = {one.same for one in cited if one.file.resolve() == file}
    found: dict[int, list[Card]] = {}
    for deck in {one.deck.file: one.deck.deck for one in cited if one.same in same}.values():
        for card in deck.cards():
            for line in {s.line for s in card.note.sources if s.document == file.name}:
                found.setdefault(line, []).append(card)
    return found


def documents_of(collection: Collection, scope: str | None) -> tuple[Path, ...]:
    """The documents at hand of a deck and those below it, of all decks for None; each once, in order."""
    found: dict[tuple[str, str], Path] = {}
    for one in _cited(collection, scope):
        if one.same not in found and one.file.is_file():
            found[one.same] = one.file.resolve()
    return tuple(found.values())


def document_names(collection: Collection, scope: str | None) -> tuple[str, ...]:
    """The file names of the documents of a deck and those below it, of all decks for None; each once."""
    return tuple(dict.fromkeys(one.file.name for one in _cited(collection, scope)))


def file_named(collection: Collection, name: str) -> Path | None:
    """The first document at hand of this file name among those of all decks."""
    files = (one.file for one in _cited(collection) if one.file.name == name)
    return next((file.resolve() for file in files if file.is_file()), None)
