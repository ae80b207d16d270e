"""A document that stands in the decks under another name: what it says tells, not what it is called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from sctui.model.imprint import Imprint, length
from sctui.model.knowledge import DocumentKnowledge, LibraryKnowledge
from sctui.pipeline import slug

_MOST = 0.8  # of all letters of both, in lines that are the same


def former_name(imprint: Imprint, standing: Iterable[DocumentKnowledge]) -> str:
    """The file name of the one document among those `standing` that a text is most of; else empty."""
    found = [one.file for one in standing if _are_one(one.imprint, imprint)]
    return found[0] if len(found) == 1 else ""


def under_name(library: LibraryKnowledge, former: str, name: str) -> LibraryKnowledge:
    """What is known of a library whose document `former` is called otherwise."""
    before, after = (f"{slug(Path(one))}-" for one in (former, name))

    def called(one: DocumentKnowledge) -> DocumentKnowledge:
        asked = tuple(
            replace(question, card=f"{after}{question.card.removeprefix(before)}")
            if question.card.startswith(before)
            else question
            for question in one.asked
        )
        return replace(one, file=name, asked=asked)

    documents = tuple(called(one) if one.file == former else one for one in library.documents)
    return replace(library, documents=documents)


def _are_one(one: Imprint, other: Imprint) -> bool:
    shared, either = (sum(map(length, lines)) for lines in (one.lines & other.lines, one.lines | other.lines))
    return bool(shared) and shared >= _MOST * either
