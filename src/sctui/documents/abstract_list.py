"""Abstracts as bibliographic databases save them: citation, title, authors, workplaces, text, identifiers.

1. Journal. 2020 Aug;8(8):1-9. doi: 10.1000/x.

The title, over one line or several.

Bee A(1), Cee D(2).

Author information:
(1)Some Hospital.

BACKGROUND: …

PMID: 12345678
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest

from sctui.documents.bylines import is_short_names
from sctui.documents.sheet import Sheet
from sctui.model.document import LineKind
from sctui.text.patterns import CITED_ABSTRACT

_HEAD = 200  # characters of a citation that tell it
_WORKPLACES = re.compile(r"author information\b|\(\d{1,3}\)")
_TAIL = re.compile(
    r"(?:pmid|pmcid|doi)\s*:|©|\(c\)|copyright|conflicts? of interest|comments? (?:in|on)\b|erratum"
    r"|update (?:in|of)\b|publication types?\b"
)


def mark_abstracts(sheet: Sheet) -> None:
    """Class the lines around each abstract; its own lines are left to the other marks.

    A record is a numbered citation, then a title, then authors with initials, or where they work.
    """
    if not any(text[:1].isdigit() and CITED_ABSTRACT.match(text[:_HEAD].lower()) for text in sheet.texts):
        return
    place = -1  # of the paragraph in its record; -1 outside of any
    for paragraph, behind in zip_longest(_paragraphs(sheet), islice(_paragraphs(sheet), 2, None)):
        begins = bool(behind) and bool(CITED_ABSTRACT.match(sheet.views[paragraph[0]]))
        if begins and (_has_names(sheet, behind) or _WORKPLACES.match(sheet.views[behind[0]])):
            place = 0
        if place >= 0:
            _mark(sheet, paragraph, place)
            place += 1


def _mark(sheet: Sheet, paragraph: Sequence[int], place: int) -> None:
    first = sheet.views[paragraph[0]]
    if place == 1:
        sheet.mark(paragraph[0], LineKind.HEADING)
    if place <= 1 or _has_names(sheet, paragraph):
        sheet.mark_all(paragraph, LineKind.BYLINE)
    elif _WORKPLACES.match(first) or _TAIL.match(first):
        sheet.mark_all(paragraph, LineKind.BOILERPLATE)


def _has_names(sheet: Sheet, paragraph: Sequence[int]) -> bool:
    return is_short_names(" ".join(sheet.texts[i].strip() for i in paragraph))


def _paragraphs(sheet: Sheet) -> Iterator[list[int]]:
    """The lines between blank ones, by their indices."""
    paragraph: list[int] = []
    for i, view in enumerate(sheet.views):
        if view:
            paragraph.append(i)
        elif paragraph:
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph
