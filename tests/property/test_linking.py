"""Linking and merging: the order of documents does not matter, nothing is lost, merged twice is merged once."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from sctui.model.knowledge import Evidence, Record, Told
from sctui.records.linking import _pairs, linked
from sctui.records.merging import merge_records
from sctui.records.same_study import Identity, contradictions, same_study

FACETS = {
    "registry": ("nct1", "nct2"),
    "n": ("9", "20"),
    "year": ("2019", "2020"),
    "disease": ("a", "a/b", "a/c"),
    "tissue": ("x", "y"),
    "dose": ("1e+06/kg", "40ml"),
    "route": ("iv", "it"),
    "donor": ("autologous", "allogeneic"),
    "author": ("li", "hu"),
    "result": ("2.66", "84%"),
}
facet = st.sampled_from([(name, value) for name, values in FACETS.items() for value in values])
identity = st.sets(facet, max_size=8).map(lambda facets: tuple(sorted(facets)))
kind = st.sampled_from(["trial", "trial", "case"])


@st.composite
def records(draw: st.DrawFn) -> list[Record]:
    found = draw(st.lists(st.tuples(kind, identity), max_size=9))
    made = []
    for number, (of_kind, facets) in enumerate(found):
        told = tuple(
            Told(name, value, Evidence(f"{number}.md", 1, 0, len(value), value)) for name, value in facets
        )
        made.append(Record(f"{number}", of_kind, told, facets))
    return made


@given(kind, identity, kind, identity)
def test_it_is_symmetric(
    kind_a: str, a: tuple[tuple[str, str], ...], kind_b: str, b: tuple[tuple[str, str], ...]
) -> None:
    one, other = Identity.of(Record("1", kind_a, (), a)), Identity.of(Record("2", kind_b, (), b))
    assert same_study(one, other) == same_study(other, one)
    assert set(contradictions(one, other)) == set(contradictions(other, one))
    assert not contradictions(one, one)


@given(records(), st.randoms())
def test_the_order_does_not_matter(found: list[Record], chance: Random) -> None:
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert merge_records(shuffled) == merge_records(found)


@given(records())
def test_nothing_is_lost(found: list[Record]) -> None:
    after = merge_records(found)
    assert sorted(str(t) for record in after for t in record.told) == sorted(
        str(t) for record in found for t in record.told
    )
    assert sum(len(group) for group in linked(found)) == len(found)


@given(records())
def test_records_of_one_group_do_not_contradict_unless_they_are_one_study(found: list[Record]) -> None:
    for group in linked(found):
        for a in map(Identity.of, group):
            for b in map(Identity.of, group):
                assert same_study(a, b) or not contradictions(a, b)


@given(records())
def test_other_studies_do_not_change_what_is_one(found: list[Record]) -> None:
    """A study that shares nothing with the others leaves them as they are."""
    stranger = Record("z", "trial", (), (("disease", "elsewhere"), ("n", "77")))
    with_it = merge_records([*found, stranger])
    assert tuple(record for record in with_it if record.key != "z") == merge_records(found)


@given(st.lists(identity, max_size=14))
def test_no_pair_is_lost_by_comparing_in_blocks(found: list[tuple[tuple[str, str], ...]]) -> None:
    identities = {
        number: Identity.of(Record(str(number), "trial", (), of)) for number, of in enumerate(found)
    }
    all_pairs = {
        (a, b) for a in identities for b in identities if a < b and same_study(identities[a], identities[b])
    }
    assert set(_pairs(identities)) == all_pairs
