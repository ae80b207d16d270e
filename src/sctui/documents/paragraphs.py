"""A document whose lines were broken by their width, as it is read for facts: each paragraph in one line.

The paragraph stands at its first line, and the others are blank, so that the numbers of lines stay. What is
found in it has its place in the document's own lines by `Document.pieces`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sctui.model.document import Damage, Document, Line, LineKind, Piece, Span
from sctui.text.wrapping import glue, is_broken, wrap_column

_BEGINS = frozenset({LineKind.PARAGRAPH, LineKind.NUMBERED, LineKind.BULLET, LineKind.RUN_IN})


def as_paragraphs(document: Document) -> Document:
    """The document with its paragraphs in one line each; itself when its lines were not broken."""
    texts = [line.text for line in document.lines]
    column = wrap_column(texts)
    if not column:
        return document
    lines = list(document.lines)
    joined: dict[int, tuple[Piece, ...]] = {}
    for group in _groups(lines, column):
        first = group[0]
        text, joined[first.number] = _join(group)
        lines[first.number - 1] = replace(first, text=text)
        for line in group[1:]:
            lines[line.number - 1] = Line(line.number, "", LineKind.BLANK)
    if not joined:
        return document
    return replace(document, lines=tuple(lines), damage=_moved(document.damage, joined), joined=joined)


def _groups(lines: Sequence[Line], column: int) -> Iterator[list[Line]]:
    """The lines that make one paragraph, where they are more than one."""
    group: list[Line] = []
    for line in lines:
        goes_on = group and line.kind is LineKind.PARAGRAPH and is_broken(group[-1].text, line.text, column)
        if goes_on:
            group.append(line)
            continue
        if len(group) > 1:
            yield group
        group = [line] if line.kind in _BEGINS else []
    if len(group) > 1:
        yield group


def _join(group: Sequence[Line]) -> tuple[str, tuple[Piece, ...]]:
    """The text of several lines, and where each of them begins in it."""
    text = group[0].text.rstrip()
    pieces = [Piece(0, group[0].number, 0)]
    for line in group[1:]:
        own = line.text.strip()
        text += glue(text, own)
        pieces.append(Piece(len(text), line.number, len(line.text) - len(line.text.lstrip())))
        text += own
    return text, tuple(pieces)


def _moved(damage: Sequence[Damage], joined: dict[int, tuple[Piece, ...]]) -> tuple[Damage, ...]:
    """The damaged places where they stand in the paragraphs."""
    places = {piece.line: (first, piece) for first, pieces in joined.items() for piece in pieces}
    found: list[Damage] = []
    for one in damage:
        if one.span.line in places:
            first, piece = places[one.span.line]
            by = piece.at - piece.start
            span = Span(first, max(0, one.span.start + by), max(0, one.span.end + by))
            found.append(replace(one, span=span))
        else:
            found.append(one)
    return tuple(sorted(found, key=lambda one: (one.span.line, one.span.start)))
