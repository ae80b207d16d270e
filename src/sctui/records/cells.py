"""Comparisons become cells of one matrix: cell sources by attributes, across documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.document import Document
from sctui.model.fact import Fact, FactKind
from sctui.model.knowledge import Cell
from sctui.model.language import Language
from sctui.records.matrix import places, row_kind
from sctui.records.proof import proof_at
from sctui.text.script import Script, show


def cells_of(document: Document, asked: Sequence[tuple[Fact, str]], lexicon: Lexicon) -> Iterator[Cell]:
    """The cells that a document's comparisons fill; what ranks several rows at once fills none."""
    for fact, card in asked:
        if fact.kind is not FactKind.COMPARISON:
            continue
        proof = proof_at(document, fact.evidence)
        for place in places(fact, lexicon):
            yield Cell(
                fact.subject,
                place.row_key,
                place.column or _named(place.column_key, document.language, lexicon),
                place.column_key,
                place.value,
                proof,
                fact.context,
                card,
                fact.flags,
                row_kind(fact, lexicon),
            )


def _named(key: str, language: Language, lexicon: Lexicon) -> str:
    """What an attribute of the lexicon is called in a language."""
    term = lexicon.of(TermKind.ATTRIBUTE).lookup(key)
    if term is None or language.is_chinese:
        return show(key, Script.TAIWAN) if language is Language.TRADITIONAL else key
    return term.en or key
