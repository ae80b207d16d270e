"""What things are called and what they are: abbreviations, other names, definitions, kinds."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sctui.facts.abbreviation import Pair, listed_pairs, pairs
from sctui.facts.definitions import find_definitions
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.misnomers import is_misnomer
from sctui.lexicon.term import Term, TermKind
from sctui.model.document import Document, Line, LineKind, Span
from sctui.model.fact import Fact, FactKind
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

_OWN = (
    TermKind.CELL,
    TermKind.TREATMENT,
    TermKind.DISEASE,
    TermKind.FACTOR,
    TermKind.PATHWAY,
    TermKind.IMMUNE,
)
_BRACKET = re.compile(r"\s*[(（][^()（）]*[)）]\s*")
_SPACES = re.compile(r"\s+")


def find_terms(document: Document, lexicon: Lexicon) -> Iterator[Fact]:
    """Facts of the slots `expansion` (subject: the short form), `alias`, `definition`, `includes`.

    A short form that the document glosses with several names has all of them as its value, or makes no fact.
    """
    facts = _bracketed(document, lexicon)
    described = [fact for fact in facts if fact.slot == "definition"]
    yield from _one_answer(_glosses(facts, document, lexicon), lexicon)
    yield from _longest([*described, *find_definitions(document, lexicon)])


def find_glosses(document: Document, lexicon: Lexicon) -> list[Fact]:
    """Facts of the slot `expansion`, one spelling for each sense of a short form: it may have several."""
    return _glosses(_bracketed(document, lexicon), document, lexicon)


def _glosses(bracketed: Iterable[Fact], document: Document, lexicon: Lexicon) -> list[Fact]:
    named = [fact for fact in bracketed if fact.slot == "expansion"]
    return list(_distinct_senses(named, document, lexicon))


def _bracketed(document: Document, lexicon: Lexicon) -> list[Fact]:
    return [
        _fact(line, pair)
        for line in document.lines
        if line.kind.carries_facts
        for pair in _pairs(line, lexicon)
    ]


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


def _distinct_senses(facts: list[Fact], document: Document, lexicon: Lexicon) -> Iterator[Fact]:
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
        if told is not None and match_view(fact.value) == match_view(told):  # None: brackets alone
            yield fact


def _one_answer(glosses: list[Fact], lexicon: Lexicon) -> Iterator[Fact]:
    """The glosses of short forms with one sense.

    Where a document glosses one in several ways each is right when all are diseases of one field: `items`.
    Things that the lexicon knows apart (`UC`, a disease and a tissue) are each asked in its field. Else none
    is a fact, for nothing says which is meant.
    """
    senses: dict[str, dict[str, str]] = defaultdict(dict)
    for fact in glosses:
        senses[_key(fact)].setdefault(match_view(fact.value), fact.value)
    for fact in glosses:
        named = tuple(senses[_key(fact)].values())
        names = tuple(one for one in named if not is_misnomer(fact.subject, one, lexicon)) or named
        if len(names) < len(named) and fact.value not in names:
            continue
        if len(names) == 1 or _are_apart(names, lexicon):
            if not _is_anothers(fact, lexicon):
                yield fact
        elif _are_of_one_field(names, lexicon):
            joined = (" or " if fact.value.isascii() else "或").join(names)
            yield replace(fact, value=joined, answer=None, items=names, flags=("derived",))


def _is_anothers(fact: Fact, lexicon: Lexicon) -> bool:
    """Whether the lexicon knows a short form by a name unlike this one, and this one by none at all.

    `生长因子凝胶(PDGF)` says what a thing is made of.
    """
    known = lexicon.lookup(fact.subject) or lexicon.lookup(fact.subject.removesuffix("s"))
    if known is None or not HAN.search(fact.value) or lexicon.lookup(fact.value):
        return False
    ends = (m.term.kind for m in lexicon.mentions(fact.value) if m.end == len(fact.value))
    told = set(match_view(fact.value))
    names = [set(match_view(name)) for name in known.names() if HAN.search(name)]
    return known.kind not in ends and all(len(name & told) * 2 <= len(name) for name in names)


def _are_apart(names: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether names are those of known things of different kinds."""
    terms = [lexicon.lookup(name) for name in names]
    return all(terms) and len({term.kind for term in terms if term}) == len(names)


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


def _are_of_one_field(names: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether all are names of diseases of one field: a text that calls one thing by several of them."""
    terms = [lexicon.of(TermKind.DISEASE).lookup(name) for name in names]
    areas = {term.attributes.get("area", "") if term else "" for term in terms}
    return len(areas) == 1 and "" not in areas
