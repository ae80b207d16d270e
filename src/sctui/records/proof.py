"""The place in a document that proves what a record says."""

from __future__ import annotations

from sctui.model.document import Document, Span
from sctui.model.knowledge import Evidence


def proof_at(document: Document, span: Span) -> Evidence:
    """What stands at a span; of a sentence that runs over the ends of lines, the line that has most of it."""
    pieces = document.pieces(span)
    place, quote = pieces[0] if len(pieces) == 1 else max(pieces, key=lambda piece: len(piece[1]))
    return Evidence(document.name, place.line, place.start, place.end, quote)
