"""What is wrong with decks, as far as it can be seen from the decks and the documents they name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

from sctui.decks.library import Library, LoadedDeck
from sctui.decks.pictures import find_picture, is_damaged, picture_paths
from sctui.decks.places import Place, yaml_lines
from sctui.decks.rubric import leaks, length
from sctui.decks.rubric.answer import is_too_long
from sctui.decks.rubric.measure import MAX_CHARACTERS
from sctui.decks.slips import find_slips
from sctui.decks.twins import clashes, twins
from sctui.decks.values import shown
from sctui.decks.yaml_reader import read_text
from sctui.errors import DeckError, DocumentError
from sctui.i18n import _
from sctui.markup.plain import plain
from sctui.markup.sounds import without_sounds
from sctui.model.card import CardType, Markup, Note, Source

_LEADING = re.compile(r"(?:!\[[^\]\n]*|\[([^\]\n]*))\]\([^)\n]*\)")  # a picture, a link with its words
_SHORTEST_LEAK = 2  # an answer of one Han character stands in most questions


class Severity(StrEnum):
    """An error makes a card wrong or lost; a warning asks somebody to look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, where, and how to mend it; line and column from 1. `hint` may be empty."""

    file: str
    line: int
    column: int
    message: str
    severity: Severity = Severity.ERROR
    hint: str = ""

    def __str__(self) -> str:
        mark = _("warning: ") if self.severity is Severity.WARNING else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.file}:{self.line}:{self.column}: {mark}{self.message}{hint}"


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """What a document says now: its lines, and the hash of its bytes."""

    lines: Sequence[str]
    sha256: str


# reads a document's file; raises DocumentError
ReadDocument = Callable[[Path], CheckedDocument]


def check_library(library: Library, read: ReadDocument) -> Iterator[Problem]:
    """Everything that is wrong with a library; `read` gives a document, the same one at most once for a deck.

    What the library left out comes first, then deck by deck in the order of the library.
    """
    for fault in library.problems:
        yield Problem(fault.file, fault.line, fault.column, fault.message, hint=fault.hint)
    for loaded in library.decks:
        yield from check_deck(loaded, read)
    yield from _two_answers(library)
    yield from _asked_twice(library)


def _where(library: Library) -> dict[str, tuple[str, Place]]:
    return {
        note.id: (str(loaded.file), loaded.places[note.id])
        for loaded in library.decks
        for note in loaded.deck.notes
    }


def _two_answers(library: Library) -> Iterator[Problem]:
    """A question that two cards of the library answer differently: a learner cannot know which is meant."""
    places = _where(library)
    for first, second in clashes(note for loaded in library.decks for note in loaded.deck.notes):
        (other, there), (file, here) = places[first.id], places[second.id]
        message = _("the same question has another answer in {other}:{line}: `{back}`").format(
            other=other, line=there.line, back=shown(first.back)
        )
        yield Problem(
            file, *here.answer, message, Severity.WARNING, _("say in one of them what sets it apart")
        )


def _asked_twice(library: Library) -> Iterator[Problem]:
    """A card that is there twice, in any script. What two documents tell is not: each has its own proof."""
    places = _where(library)
    notes = {note.id: note for loaded in library.decks for note in loaded.deck.notes}
    for second, first in twins(notes.values()).items():
        if {one.document for one in notes[first].sources}.isdisjoint(
            one.document for one in notes[second].sources
        ) and (notes[first].sources and notes[second].sources):
            continue
        (other, there), (file, here) = places[first], places[second]
        message = _("this card stands in {other}:{line} already").format(other=other, line=there.line)
        yield Problem(file, here.line, here.column, message, Severity.WARNING, _("delete one of the two"))


def check_deck(loaded: LoadedDeck, read: ReadDocument) -> Iterator[Problem]:
    """Everything that is wrong with one deck, in the order of its lines: documents first, then cards."""
    check = _DeckCheck(str(loaded.file), loaded.places)
    documents: dict[str, CheckedDocument] = {}
    for key, ref in loaded.deck.documents.items():
        line, column = loaded.document_places.get(key, (1, 1))
        try:
            document = read(loaded.file.parent / ref.file)
        except DocumentError as fault:
            yield check.warning(
                line,
                column,
                _("the document `{key}` cannot be checked: {message}").format(
                    key=shown(key), message=fault.message
                ),
            )
            continue
        documents[PurePosixPath(ref.file).name] = document
        if ref.sha256 and ref.sha256 != document.sha256:
            message = _(
                "the document `{key}` has changed since the cards were made; convert it again"
            ).format(key=shown(key))
            yield check.warning(line, column, message)
    for note in loaded.deck.notes:
        yield from check.note(note, documents)
    for slip in find_slips(loaded.file):
        yield check.warning(slip.line, slip.column, slip.message, slip.hint)


def _words(answer: str, note: Note) -> str:
    """What of an answer is to be remembered: no picture or sound, and not where a link leads."""
    text = without_sounds(answer)
    return text if note.markup is Markup.PLAIN else plain(_LEADING.sub(r"\1", text)).strip()


@dataclass(frozen=True, slots=True)
class _DeckCheck:
    file: str
    places: Mapping[str, Place]

    def warning(self, line: int, column: int, message: str, hint: str = "") -> Problem:
        return Problem(self.file, line, column, message, Severity.WARNING, hint)

    def note(self, note: Note, documents: Mapping[str, CheckedDocument]) -> Iterator[Problem]:
        place = self.places[note.id]
        if note.type is not CardType.CLOZE and not note.back.strip():
            yield Problem(self.file, *place.answer, _("`back` is empty"))
        elif any(
            length(card.back) >= _SHORTEST_LEAK and leaks(card.front, card.back) for card in note.cards()
        ):
            yield self.warning(*place.answer, _("the answer can be read in the question"))
        longest = max((_words(card.back, note) for card in note.cards()), key=len)
        if is_too_long(longest):
            message = _(
                "the answer is long to remember ({longest} characters; {max_characters} at most)"
            ).format(longest=len(longest), max_characters=MAX_CHARACTERS)
            yield self.warning(
                *place.answer, message, _("ask for its parts one by one, or write a text with gaps")
            )
        for source, at in zip(note.sources, place.sources, strict=True):
            document = documents.get(source.document)
            fault = _fault(source, document.lines) if document else ""
            if fault:
                yield Problem(self.file, *at, fault)
        yield from self._pictures(note, place)

    def _pictures(self, note: Note, place: Place) -> Iterator[Problem]:
        for path in picture_paths(note):
            try:
                picture = find_picture(Path(self.file), path)
            except DeckError as fault:
                line, column = _place_in(Path(self.file), place, path)
                yield Problem(self.file, line, column, fault.message, hint=fault.hint)
                continue
            if is_damaged(picture):
                message = _("the picture `{path}` is damaged: its file is empty or begins as no picture does")
                yield self.warning(
                    *_place_in(Path(self.file), place, path),
                    message.format(path=shown(path)),
                    _("save it again"),
                )


def _place_in(file: Path, place: Place, words: str) -> tuple[int, int]:
    """Where words stand in a card; the card's own place where they are written in another way."""
    lines = yaml_lines(read_text(file))[place.line - 1 : place.last_line]
    for number, line in enumerate(lines, place.line):
        if words in line:
            return number, line.index(words) + 1
    return place.answer


def _fault(source: Source, lines: Sequence[str]) -> str:
    if source.line > len(lines):
        return _("{document} has no line {line}; it has {lines}").format(
            document=source.document, line=source.line, lines=len(lines)
        )
    if source.quote in lines[source.line - 1]:
        return ""
    found = [number for number, line in enumerate(lines, 1) if source.quote in line]
    elsewhere = _("; it stands in line {found}").format(found=found[0]) if found else ""
    where = _("line {line} of {document}").format(line=source.line, document=source.document)
    return _("the quote `{quote}` does not stand in {where}{elsewhere}").format(
        quote=shown(source.quote), where=where, elsewhere=elsewhere
    )
