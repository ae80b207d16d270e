"""The passage that a card comes from: the lines of its document around the quote."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from sctui.decks.origins import origins_of
from sctui.errors import DocumentError
from sctui.i18n import _
from sctui.model.card import Source
from sctui.text.printable import printable

if TYPE_CHECKING:
    from sctui.collection import Collection

_AROUND = 40


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines of a document, and where the quote stands in them.

    Args:
        lines: number (from 1) and text of each line, fit for a terminal.
        line: the number of the quoted line.
        place: start and end of the quote in that line's text; None when it is no longer there.
    """

    lines: tuple[tuple[int, str], ...]
    line: int
    place: tuple[int, int] | None


def find_document(collection: Collection, deck: str, source: Source) -> Path | None:
    """The file a source names, by the documents of the card's deck; None when it is not there."""
    files = (
        loaded.file.parent / ref.file
        for loaded in collection.library.decks
        if loaded.deck.name == deck
        for ref in loaded.deck.documents.values()
        if Path(ref.file).name == source.document
    )
    return next((file.resolve() for file in files if file.is_file()), None)


def origin(collection: Collection, deck: str, source: Source) -> str:
    """When the document of a source appeared, and what kind of source it is, as the card's deck says."""
    decks = (loaded.deck for loaded in collection.library.decks if loaded.deck.name == deck)
    told = (printable(origins_of(one).get(source.document, "")) for one in decks)
    return next(filter(None, told), "")


def lines_after(file: Path, source: Source, beyond: int, most: int) -> tuple[tuple[int, str], ...]:
    """Number and text of the next lines that are not blank, from `beyond` lines behind the quoted one.

    Raises:
        DocumentError: when the file cannot be read as text.
    """
    lines = _lines(file)
    first = source.line + beyond + 1
    shown = ((n, printable(lines[n - 1])) for n in range(first, len(lines) + 1) if lines[n - 1].strip())
    return tuple(islice(shown, most))


def read_passage(file: Path, source: Source) -> Passage:
    """The quoted line and those around it.

    Raises:
        DocumentError: when the file cannot be read as text.
    """
    lines = _lines(file)
    first = max(1, source.line - _AROUND)
    shown = tuple(
        (n, printable(lines[n - 1])) for n in range(first, min(len(lines), source.line + _AROUND) + 1)
    )
    quoted = next((line for n, line in shown if n == source.line), "")
    start = quoted.find(printable(source.quote))
    place = (start, start + len(printable(source.quote))) if start >= 0 else None
    return Passage(shown, source.line, place)


def _lines(file: Path) -> list[str]:
    from sctui.documents.decode import decode  # noqa: PLC0415 -- only when a passage is looked at

    try:
        return decode(file.read_bytes(), file.name).text.split("\n")
    except OSError as error:
        raise DocumentError(
            _("{file}: cannot be read ({strerror})").format(file=file, strerror=error.strerror)
        ) from error
