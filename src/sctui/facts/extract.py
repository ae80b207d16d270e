"""All facts of a document: the five kinds, without what is said twice at the same place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from sctui.facts.comparisons import find_comparisons
from sctui.facts.figures import find_figures
from sctui.facts.mechanisms import find_mechanisms
from sctui.facts.terms import find_terms
from sctui.facts.trials import find_trials
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.model.fact import Fact
from sctui.model.topic import Topic
from sctui.text.match_view import match_view


def extract_facts(document: Document, tree: Topic, lexicon: Lexicon) -> tuple[Fact, ...]:
    """The facts of a document, in the order of its lines."""
    finders = (find_terms, find_mechanisms, find_comparisons, find_trials, find_figures)
    facts = chain.from_iterable(find(document, tree, lexicon) for find in finders)
    return tuple(sorted(_distinct(facts), key=lambda fact: (fact.evidence.line, fact.evidence.start)))


def _distinct(facts: Iterable[Fact]) -> Iterator[Fact]:
    seen: set[tuple[object, ...]] = set()
    for fact in facts:
        key = (
            fact.kind,
            fact.slot,
            fact.evidence.line,
            match_view(fact.subject),
            match_view(fact.measure),
            match_view(fact.value),
        )
        if key not in seen:
            seen.add(key)
            yield fact
