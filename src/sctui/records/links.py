"""Mechanisms become links: who does what to what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.model.fact import Fact, FactKind
from sctui.model.knowledge import Evidence, Link
from sctui.records.names import cell_key, name_key


def links_of(document: Document, asked: Sequence[tuple[Fact, str]], lexicon: Lexicon) -> Iterator[Link]:
    """The links of a document's mechanisms; a list of objects makes one link for each of its members."""
    for fact, card in asked:
        if fact.kind is not FactKind.MECHANISM or not fact.subject:
            continue
        place = fact.evidence
        proof = Evidence(document.name, place.line, place.start, place.end, document.text(place))
        for thing in fact.items or fact.value.split("、"):
            yield Link(
                fact.subject,
                cell_key(fact.subject, lexicon),
                fact.slot,
                thing,
                name_key(thing, lexicon),
                proof,
                fact.measure,
                fact.context,
                card,
                fact.flags,
            )
