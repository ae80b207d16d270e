"""A document as it is read in the app: its lines with marks, its topics as rows."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from sctui.documents.decisions_file import sidecar_of
from sctui.locations import bundled
from sctui.text.printable import one_line
from sctui.text.script import Script, show

if TYPE_CHECKING:
    from sctui.model.card import Source
    from sctui.model.document import Damage, Document, Line
    from sctui.model.topic import Topic

_SHORT = 5_000  # lines of a document that is remembered
_LONGEST = 2_000  # characters of a line that are wrapped at once
_MAY_END = re.compile("[。;；!！?？ ]")
_BEFORE_TEXT = {"front-matter", "blank"}
# the kinds of lines that stand out, or stand back
_TONES = {
    "heading": "heading",
    "front-matter": "quiet",
    "record": "quiet",
    "boilerplate": "quiet",
    "reference": "quiet",
    "repeated": "quiet",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its topic tree."""

    document: Document
    tree: Topic

    @property
    def text_begins(self) -> int:
        """The first line behind what the document says of itself; 1 where it says nothing, or only that."""
        before = takewhile(lambda line: line.kind.value in _BEFORE_TEXT, self.document.lines)
        kinds = [line.kind.value for line in before]
        whole = len(kinds) == len(self.document.lines)
        return 1 if whole or "front-matter" not in kinds else len(kinds) + 1


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line fit for a terminal, or a stretch of one that is very long.

    Args:
        number: the line in the document, from 1.
        pieces: the text in order, each piece with the names of its styles.
        length: about how many cells it has.
        tone: the style of the whole line, or "".
        columns: where in the line of the document each piece begins.
        cards: how many cards come from the line.
        damage: "damage" when a place in it is damaged, "repaired" when all such places are, else "".
    """

    number: int
    pieces: tuple[tuple[str, tuple[str, ...]], ...]
    length: int
    tone: str = ""
    columns: tuple[int, ...] = (0,)
    cards: int = 0
    damage: str = ""

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(text for text, _ in self.pieces)

    @property
    def begins(self) -> bool:
        """Whether it is the beginning of the line."""
        return self.columns[0] == 0

    def offset(self, column: int) -> int:
        """Where in the text the piece begins that has a column of the document's line in it."""
        before = bisect_right(self.columns, column) - 1
        return sum(len(text) for text, _ in self.pieces[: max(0, before)])


def read(file: Path, own_lexicon: Path) -> Reading:
    """Read a document; takes a while for a long one. The last short one is remembered.

    Raises:
        DocumentError, LexiconError: the file, or the learner's lexicon, cannot be read.
    """
    lexicon = tuple(stamp(path) for path in (own_lexicon, *own_lexicon.rglob("*.yaml")))
    reading = _read_at((stamp(file), stamp(sidecar_of(file)), lexicon), file, own_lexicon)
    if len(reading.document.lines) > _SHORT:
        _read_at.cache_clear()
    return reading


def stamp(path: Path) -> tuple[str, int, int]:
    """What is another one when a file has been written."""
    try:
        stat = path.stat()
    except OSError:
        return str(path), 0, 0
    return str(path), stat.st_mtime_ns, stat.st_size


@lru_cache(maxsize=1)
def _read_at(_stamps: object, file: Path, own_lexicon: Path) -> Reading:
    from sctui.documents.read import read_document  # noqa: PLC0415 -- only when a document is opened
    from sctui.lexicon.reader import read_lexicon  # noqa: PLC0415 -- loaded where it is used
    from sctui.outline.build import build_outline  # noqa: PLC0415 -- loaded where it is used

    lexicon = read_lexicon(bundled() / "data" / "lexicon", own_lexicon)
    document = read_document(file, lexicon)
    return Reading(document, build_outline(document, lexicon.words))


def shown_lines(
    document: Document, cards: Mapping[int, Sized], quotes: Sequence[Source], script: Script
) -> tuple[ShownLine, ...]:
    """Every line in the reader's script; the quotes stay as they are written."""
    damage: defaultdict[int, list[Damage]] = defaultdict(list)
    for found in document.damage:
        damage[found.span.line].append(found)
    return tuple(
        ShownLine(
            line.number,
            tuple((text, names) for _, text, names in pieces),
            _about_cells(line.text[start:end]),
            _TONES.get(line.kind.value, ""),
            tuple(start + column for column, _, _ in pieces) or (start,),
            len(cards.get(line.number, ())),
            _gravest(damage.get(line.number, [])),
        )
        for line in document.lines
        for places in [list(_places(line, damage.get(line.number, []), quotes))]
        for start, end in _stretches(line.text)
        for pieces in [list(_pieces(line.text[start:end], _inside(places, start, end), script))]
    )


def _about_cells(text: str) -> int:
    """The cells of a text, where characters of three bytes in UTF-8 take two."""
    return (len(text) + len(text.encode(errors="replace"))) // 2


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """A line in stretches that can be wrapped at once, cut behind a sentence or word where one ends."""
    start = 0
    while len(text) - start > _LONGEST:
        ends = [at.end() for at in _MAY_END.finditer(text, start, start + _LONGEST)]
        end = ends[-1] if ends else start + _LONGEST
        yield start, end
        start = end
    yield start, len(text)


def _inside(places: Sequence[tuple[int, int, str]], start: int, end: int) -> list[tuple[int, int, str]]:
    """What of the places lies between two offsets, counted from the first."""
    return [
        (max(first, start) - start, min(last, end) - start, name)
        for first, last, name in places
        if first < end and last > start
    ]


def _gravest(damage: Sequence[Damage]) -> str:
    if not damage:
        return ""
    return "repaired" if all(found.safe for found in damage) else "damage"


def _places(line: Line, damage: Sequence[Damage], quotes: Sequence[Source]) -> Iterator[tuple[int, int, str]]:
    for found in damage:
        yield found.span.start, found.span.end, "repaired" if found.safe else "damage"
    for source in quotes:
        at = line.text.find(source.quote) if source.line == line.number else -1
        if at >= 0:
            yield at, at + len(source.quote), "quote"


def _pieces(
    text: str, places: Sequence[tuple[int, int, str]], script: Script
) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """The text cut where a mark begins or ends, so that marks fit whatever becomes of the characters.

    Each piece with the offset at which it begins, as it is shown, and with the names of its marks.
    """
    view = show(text, script)
    cuts = sorted({0, len(text), *(cut for start, end, _ in places for cut in (start, end))})
    for start, end in pairwise(cuts):
        names = tuple(name for first, last, name in places if first <= start and end <= last)
        piece = text[start:end]
        if "quote" not in names:  # a line is converted as a whole where its offsets stay
            piece = view[start:end] if len(view) == len(text) else show(piece, script)
        yield start, one_line(piece), names


def topic_rows(tree: Topic, depth: int = 0) -> Iterator[tuple[Topic, int]]:
    """The topics with their depth, in the order of the document; without the root, which stands for it."""
    for child in tree.children:
        yield child, depth
        yield from topic_rows(child, depth + 1)
