"""A lexicon of some kinds, or with further names, finds what one made of just these names would find."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import Term, TermKind
from sctui.text.match_view import match_view

KINDS = (TermKind.CELL, TermKind.DISEASE, TermKind.FACTOR)
NAMES = st.text("ab-心肌", min_size=1, max_size=4).filter(lambda name: name.strip("-"))
TERMS = st.lists(
    st.builds(lambda kind, zh, other: Term(kind, zh, "", (other,)), st.sampled_from(KINDS), NAMES, NAMES),
    max_size=12,
)
TEXT = st.text("ab-s 心肌細", max_size=24)


@given(terms=TERMS, text=TEXT, kinds=st.sets(st.sampled_from(KINDS), min_size=1))
def test_some_kinds_alone(terms: list[Term], text: str, kinds: set[TermKind]) -> None:
    part = Lexicon(terms).of(*kinds)
    alone = Lexicon([term for term in terms if term.kind in kinds])
    assert part.terms == alone.terms
    assert part.mentions(text) == alone.mentions(text)
    assert part.leading(text) == next((one for one in alone.mentions(text) if not one.start), None)
    for name in (name for term in terms for name in term.names()):
        assert part.lookup(name) == alone.lookup(name)
        assert part.senses(name) == alone.senses(name)


@given(terms=TERMS, text=TEXT, further=st.dictionaries(NAMES, st.sampled_from(KINDS), max_size=3))
def test_further_names(terms: list[Term], text: str, further: dict[str, TermKind]) -> None:
    names = {name: Term(kind, "另", "") for name, kind in further.items()}
    more = Lexicon(terms).naming(names)
    known = Lexicon(terms)
    new = [replace(term, zh=name) for name, term in names.items() if known.lookup(name) is None]
    alone = Lexicon([*terms, *new])
    places = [(mention.start, mention.end) for mention in more.mentions(text)]
    assert places == [(mention.start, mention.end) for mention in alone.mentions(text)]
    first = more.leading(text)
    assert (first and (first.start, first.end)) == next((place for place in places if not place[0]), None)
    assert more.terms == tuple(terms)


@given(terms=TERMS, text=TEXT, kind=st.sampled_from(KINDS))
def test_one_kind_apart(terms: list[Term], text: str, kind: TermKind) -> None:
    lexicon = Lexicon(terms)
    apart = lexicon.apart(kind)
    assert list(apart.mentions_in(match_view(text))) == lexicon.of(kind).mentions(text)
    assert apart is lexicon.apart(kind)


@given(terms=TERMS, text=TEXT, edges=st.tuples(st.integers(0, 24), st.integers(0, 24)))
def test_a_part_of_a_text(terms: list[Term], text: str, edges: tuple[int, int]) -> None:
    start, end = sorted(min(edge, len(text)) for edge in edges)
    alone, within = Lexicon(terms), Lexicon(terms)
    assert within.mentions_within(text, start, end) == alone.mentions(text[start:end])
    assert within.mentions(text) == alone.mentions(text)
