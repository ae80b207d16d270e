"""Comparisons become cells of one matrix: cell sources by attributes, across documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.model.fact import Fact, FactKind
from sctui.model.knowledge import Cell, Evidence
from sctui.records.names import bare, cell_key

# facts that name no column of the text: their slot is the attribute
_PROSE = frozenset({"advantages", "drawbacks", "features", "strong-in"})
# the parts of a cell that are an attribute of their own, and what that is called
_PARTS = {"source": "来源", "differentiates": "分化"}
_RANKED = frozenset({"better-in", "most", "outcome"})  # sentences that rank two or more: no cell of one row


def cells_of(document: Document, asked: Sequence[tuple[Fact, str]], lexicon: Lexicon) -> Iterator[Cell]:
    """The cells that a document's comparisons fill; what ranks several rows at once fills none."""
    for fact, card in asked:
        if fact.kind is not FactKind.COMPARISON or fact.slot in _RANKED:
            continue
        if fact.slot not in _PROSE and not fact.measure:
            continue
        column = "" if fact.slot in _PROSE else fact.measure
        place = fact.evidence
        yield Cell(
            fact.subject,
            cell_key(fact.subject, lexicon),
            column,
            fact.slot if fact.slot in _PROSE else _PARTS.get(fact.slot, bare(column)),
            fact.value,
            Evidence(document.name, place.line, place.start, place.end, document.text(place)),
            fact.context,
            card,
            fact.flags,
        )
