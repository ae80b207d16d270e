"""What things are called and what they are: abbreviations, other names, definitions, kinds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sctui.facts.abbreviation import Pair, listed_pairs, pairs
from sctui.facts.definitions import find_definitions
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import Term, TermKind
from sctui.model.document import Document, Line, LineKind, Span
from sctui.model.fact import Fact, FactKind
from sctui.model.topic import Topic
from sctui.text.match_view import match_view

_OWN = (
    TermKind.CELL,
    TermKind.TREATMENT,
    TermKind.DISEASE,
    TermKind.FACTOR,
    TermKind.PATHWAY,
    TermKind.IMMUNE,
)
_NUMBERING = re.compile(r"^[\s\d.、()（）一二三四五六七八九十-]+")
_BRACKET = re.compile(r"\s*[(（][^()（）]*[)）]\s*")
_SPACES = re.compile(r"\s+")
_TITLE = 24  # characters of a heading that still fit into a question


def find_terms(document: Document, tree: Topic, lexicon: Lexicon) -> Iterator[Fact]:
    """Facts of the slots `expansion` (subject: the short form), `alias`, `definition`, `includes`.

    A short form that stands for several names in the document carries its heading as context.
    """
    facts = [
        _fact(line, pair)
        for line in document.lines
        if line.kind.carries_facts
        for pair in _pairs(line, lexicon)
    ]
    described = [fact for fact in facts if fact.slot == "definition"]
    named = [fact for fact in facts if fact.slot == "expansion"]
    yield from _distinct_senses(named, document, tree, lexicon)
    yield from _longest([*described, *find_definitions(document, lexicon)])


def own_names(facts: Iterable[Fact], lexicon: Lexicon) -> dict[str, Term]:
    """The short forms that a document defines for one thing, with the term that their long forms end in."""
    named: dict[str, set[str]] = defaultdict(set)
    terms: dict[str, Term] = {}
    for fact in facts:
        if fact.slot == "expansion":
            ends = [m.term for m in lexicon.of(*_OWN).mentions(fact.value) if m.end == len(fact.value)]
            short = fact.subject.removesuffix("s")
            named[short].add(ends[0].key if ends else "")
            terms.update({short: ends[0]} if ends else {})
    return {short: term for short, term in terms.items() if named[short] == {term.key}}


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


def _distinct_senses(facts: list[Fact], document: Document, tree: Topic, lexicon: Lexicon) -> Iterator[Fact]:
    """One spelling for each sense of a short form; where it has several senses, each with its heading."""
    senses: dict[str, dict[str, str]] = defaultdict(dict)
    for fact in sorted(facts, key=lambda fact: _is_list_item(document, fact)):  # running text decides
        known = senses[_key(fact)]
        sense = _sense(fact.value, known, lexicon)
        spelling = known.get(sense, "")
        if len(spelling) < len(_bare(fact.value)) and not (spelling and lexicon.lookup(spelling)):
            known[sense] = fact.value
    for fact in facts:
        known = senses[_key(fact)]
        told = known.get(_sense(fact.value, known, lexicon))
        if told is None or match_view(fact.value) != match_view(told):  # None: brackets alone
            continue
        heading = _heading(tree, fact) if len(known) > 1 else ""
        if heading or len(known) == 1:
            yield replace(fact, context=heading)


def _is_list_item(document: Document, fact: Fact) -> bool:
    return document.lines[fact.evidence.line - 1].kind is LineKind.ABBREVIATIONS


def _sense(name: str, known: dict[str, str], lexicon: Lexicon) -> str:
    """What tells senses apart: the lexicon's term; names that contain one another are the same."""
    view = match_view(_bare(name))
    for key, other in known.items():
        said = match_view(_bare(other))
        if view in said or said in view:
            return key
    ends = [m.term.key for m in lexicon.mentions(name) if m.end == len(name)]
    return ends[0] if ends else view


def _bare(name: str) -> str:
    """A name without what stands in brackets: `stem (stromal) cells` are `stem cells`."""
    return _SPACES.sub(" ", _BRACKET.sub(" ", name)).strip()


def _longest(facts: list[Fact]) -> Iterator[Fact]:
    """Of several definitions of a thing the one that says most."""
    best: dict[str, Fact] = {}
    for fact in facts:
        key = match_view(fact.subject)
        if fact.slot != "definition":
            yield fact
        elif key not in best or len(fact.value) > len(best[key].value):
            best[key] = fact
    yield from best.values()


def _key(fact: Fact) -> str:
    return match_view(fact.subject).removesuffix("s")


def _heading(tree: Topic, fact: Fact) -> str:
    """The nearest heading that is short enough and does not give the name away."""
    for title in reversed(tree.path_of(fact.evidence.line)):
        if len(title) <= _TITLE and match_view(fact.value) not in match_view(title):
            return _NUMBERING.sub("", title)
    return ""
