"""A deck file: a name, the documents it draws on, and its notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from sctui.model.card import Card, Note
from sctui.model.language import Language


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """Where a deck's document lies (relative to the deck file, with `/`) and the hash of what was read.

    `date` says when it appeared (`2025-04-17`, `2025-04`, `2025`), `kind` what kind of source it is (`trial`,
    `review`, `press` …, or an author's own words); both are empty where nobody told.
    """

    file: str
    sha256: str = ""
    date: str = ""
    kind: str = ""


class Origin(NamedTuple):
    """A document that notes cite: its file, and as `DocumentRef` what is known of it."""

    file: Path
    sha256: str = ""
    date: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck. `name` nests with `::`; `documents` maps the short name used in sources to the file."""

    name: str
    language: Language
    notes: Sequence[Note] = ()
    documents: dict[str, DocumentRef] = field(default_factory=dict)

    def cards(self) -> Iterator[Card]:
        """All cards of all notes, in the order of the file."""
        for note in self.notes:
            yield from note.cards()
