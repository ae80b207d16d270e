"""A document in the making: read first, and asked once what the whole library tells is known."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sctui.decks.library_studies import LibraryStudies
from sctui.model.imprint import Imprint
from sctui.model.knowledge import Asked, DocumentKnowledge, Repair
from sctui.pipeline import Ahead, Conversion, Knowledge, Reading, ask, candidates, read, repaired

if TYPE_CHECKING:
    from sctui.conversion.worker import Worker

_AHEAD = 0.7  # of what asking takes, how much there is to do before the questions of others are known
_HELD = 2_000_000  # bytes of documents that are kept until all are made; of more only what others must know


@dataclass(frozen=True, slots=True)
class Made:
    """A document that was read: what it is read from, where its text is kept, and what came of it.

    `reading` and `conversion` are None where they are made again when they are needed. `known` and `asked`
    are what the library must know, without notes until it was asked `among` others; `taken` the questions
    that it must not ask, `library` the studies its names must not fit, and `around` the documents whose
    lines it was compared with. `keeper` has what is None here, where another process made it. `ahead` are
    facts that are asked before the library is known; `asked_ahead` counts those of another process.
    """

    read_from: Path
    file: Path
    reading: Reading | None
    known: DocumentKnowledge
    sha256: str
    conversion: Conversion | None = None
    asked: tuple[Asked, ...] = ()
    repairs: tuple[Repair, ...] = ()
    taken: Mapping[str, Collection[str]] = field(default_factory=dict)
    library: LibraryStudies | None = None
    around: Mapping[str, Imprint] = field(default_factory=dict)
    keeper: Worker | None = None
    facts: int = 0
    ahead: Ahead | None = field(default=None, repr=False, compare=False)
    asked_ahead: int = 0

    @classmethod
    def of(
        cls,
        read_from: Path,
        file: Path,
        reading: Reading,
        held: int,
        around: Mapping[str, Imprint] | None = None,
    ) -> Made:
        """What is kept of a document; `held` are the bytes of those that are held already."""
        kept = reading if held < _HELD else None
        sha256, facts = reading.document.sha256, len(reading.facts) if kept else 0
        return cls(read_from, file, kept, _told(reading), sha256, around=around or {}, facts=facts)

    @property
    def left(self) -> float:
        """How many facts there are to ask yet."""
        done = len(self.ahead.made) if self.ahead else self.asked_ahead
        return self.facts - _AHEAD * done

    def asked_until(self, enough: Callable[[], bool], knowledge: Knowledge) -> Made:
        """The document, with some of its facts asked ahead, where it is kept here."""
        if self.reading is None or enough():
            return self
        ahead = self.ahead or Ahead(self.reading, knowledge)
        while ahead.step() and not enough():
            pass
        return replace(self, ahead=ahead)

    def whole(self, knowledge: Knowledge) -> Conversion:
        """The conversion, from whoever keeps it."""
        elsewhere = self.keeper.conversion(self.file) if self.keeper else None
        return replace(elsewhere, knowledge=self.known) if elsewhere else self.again(knowledge)

    def again(self, knowledge: Knowledge) -> Conversion:
        """The conversion, made once more where it was not kept."""
        if self.conversion:
            return self.conversion
        reading = self._read(knowledge)
        found = candidates(reading, knowledge, self.library, self.ahead)
        return ask(reading, found, knowledge, self.taken)

    def mended(self, repairs: tuple[Repair, ...], knowledge: Knowledge) -> Made:
        """The same document, with what others proved of its damaged places; it is not asked yet."""
        reading = repaired(self._read(knowledge), repairs, knowledge)
        kept = reading if self.reading else None
        ahead = self.ahead if reading is self.reading else None
        return replace(self, reading=kept, known=_told(reading), repairs=repairs, ahead=ahead)

    def among(self, library: LibraryStudies | None, knowledge: Knowledge) -> Made:
        """The document asked; names of its studies fit no other study of the library."""
        one = replace(self, library=library)
        return _asked(one, one.again(knowledge))

    def otherwise(self, taken: Mapping[str, Collection[str]], knowledge: Knowledge) -> Made:
        """The document asked anew, without the questions that others ask."""
        one = replace(self, taken=taken, conversion=None)
        if self.conversion is None:
            return _asked(one, one.again(knowledge))
        return _asked(one, ask(self.conversion.reading, self.conversion.candidates, knowledge, taken))

    def _read(self, knowledge: Knowledge) -> Reading:
        return self.reading or repaired(
            read(self.read_from, knowledge, around=self.around), self.repairs, knowledge
        )


def _asked(made: Made, conversion: Conversion) -> Made:
    """A document with what came of asking it; the conversion is kept where the reading is."""
    kept = conversion if made.reading else None
    return replace(made, conversion=kept, known=conversion.knowledge, asked=conversion.asked, ahead=None)


def _told(reading: Reading) -> DocumentKnowledge:
    """What a document tells, before there are notes."""
    document = reading.document
    title = document.metadata.get("title") or reading.tree.title
    records = tuple(one.record for one in reading.records)
    return DocumentKnowledge(document.name, document.language, title, records, imprint=reading.imprint)
