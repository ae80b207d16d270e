"""What a document compares: tables, profiles of sources side by side, and sentences that rank."""

from __future__ import annotations

from collections.abc import Iterator

from sctui.facts.comparisons.attributes import find_attributes
from sctui.facts.comparisons.disease_types import find_disease_types
from sctui.facts.comparisons.profiles import find_profiles
from sctui.facts.comparisons.ranking import find_rankings
from sctui.facts.comparisons.table_facts import find_table_facts
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.model.fact import Fact
from sctui.model.topic import Topic


def find_comparisons(document: Document, tree: Topic, lexicon: Lexicon) -> Iterator[Fact]:
    """Facts of table cells, of profiles (`label: strengths, but weaknesses`), of comparing sentences.

    Slots: `cell` and what a cell's part can be asked as (`source`, `differentiates`, `via`, `factors`,
    `secretes`); `advantages`, `drawbacks`, `features`, `strong-in`; `better-in`, `outcome`, `most`, `order`;
    `state-in`, `of-type`.
    """
    yield from find_table_facts(document, tree, lexicon)
    yield from find_profiles(document, tree, lexicon)
    yield from find_rankings(document, tree, lexicon)
    yield from find_attributes(document, lexicon)
    yield from find_disease_types(document, lexicon)
