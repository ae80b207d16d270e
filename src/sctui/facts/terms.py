"""What things are called and what they are: abbreviations, other names, definitions, kinds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from sctui.facts.abbreviation import Pair, listed_pairs, pairs
from sctui.facts.definitions import find_definitions
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document, Line, LineKind, Span
from sctui.model.fact import Fact, FactKind
from sctui.model.topic import Topic
from sctui.text.match_view import match_view

_NUMBERING = re.compile(r"^[\s\d.、()（）一二三四五六七八九十-]+")
_TITLE = 24  # characters of a heading that still fit into a question


def find_terms(document: Document, tree: Topic, lexicon: Lexicon) -> Iterator[Fact]:
    """Facts of the slots `expansion` (subject: the short form), `alias`, `definition`, `includes`.

    A short form that stands for several names in the document carries its heading as context.
    """
    expansions = [
        _fact(line, pair)
        for line in document.lines
        if line.kind.carries_facts
        for pair in _pairs(line, lexicon)
    ]
    yield from _with_context(expansions, tree)
    yield from find_definitions(document, lexicon)


def _pairs(line: Line, lexicon: Lexicon) -> Iterator[Pair]:
    if line.kind is LineKind.ABBREVIATIONS:
        yield from listed_pairs(line.text)
    else:
        yield from pairs(line.text, lexicon)


def _fact(line: Line, pair: Pair) -> Fact:
    return Fact(
        FactKind.TERM,
        "definition" if pair.describes else "expansion",
        pair.short,
        pair.name,
        Span(line.number, pair.outer_start, pair.outer_end),
        Span(line.number, pair.start, pair.end),
    )


def _with_context(facts: list[Fact], tree: Topic) -> Iterator[Fact]:
    senses: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if fact.slot == "expansion":
            senses[_key(fact)].add(match_view(fact.value))
    for fact in facts:
        if fact.slot == "expansion" and len(senses[_key(fact)]) > 1:
            yield replace(fact, context=_heading(tree, fact))
        else:
            yield fact


def _key(fact: Fact) -> str:
    return match_view(fact.subject).removesuffix("s")


def _heading(tree: Topic, fact: Fact) -> str:
    """The nearest heading that is short enough and does not give the name away."""
    for title in reversed(tree.path_of(fact.evidence.line)):
        if len(title) <= _TITLE and match_view(fact.value) not in match_view(title):
            return _NUMBERING.sub("", title)
    return ""
