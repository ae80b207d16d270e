"""What is remembered between two questions never changes an answer: new cards are those of a fresh look."""

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from sctui.model.fresh import Fresh
from sctui.scheduler.new_cards import NewCards

_DECKS = {
    "a": ("n0", "n1", "n2#1", "n2#2"),
    "b": ("n3", "n4"),
    None: ("n0", "n1", "n2#1", "n2#2", "n3", "n4"),
}
_ALL = _DECKS[None]


@dataclass
class _Order:
    notes: list[str]
    core: set[str] = field(default_factory=set)
    twins: dict[str, str] = field(default_factory=dict)


def _asked(order: _Order) -> NewCards:
    return NewCards(
        lambda scope: scope if isinstance(scope, tuple) else _DECKS[str(scope) if scope else None],
        lambda: order,
    )


@given(
    st.permutations(range(5)),
    st.sets(st.sampled_from(["n0", "n1", "n2", "n3", "n4"])),
    st.sampled_from([{}, {"n3": "n0"}, {"n4": "n2", "n1": "n0"}]),
    st.lists(st.sampled_from(_ALL), max_size=8),
)
def test_asked_again_as_cards_are_studied(
    places: list[int], core: set[str], twins: dict[str, str], answered: list[str]
) -> None:
    order = _Order([f"n{note}" for note in places], core, twins)
    kept, left = _asked(order), Fresh(set(_ALL))
    for card in ("", *answered):
        if card and card not in left.cards:
            left.taken_back(card)
        else:
            left.answered(card)
        for scope in (None, "a", "b", ("n4", "n0")):
            for beyond_core in (True, False):
                found = list(kept.of(scope, left, beyond_core=beyond_core))
                fresh = _asked(order)
                assert found == list(fresh.of(scope, Fresh(set(left.cards)), beyond_core=beyond_core))
                assert list(kept.once(found, lambda: left)) == list(fresh.once(found, lambda: left))
        assert kept.all_studied(None, left) == (not left.cards)


def test_another_set_is_looked_at_afresh() -> None:
    kept = _asked(_Order([f"n{note}" for note in range(5)]))
    assert list(kept.of("b", Fresh(set()), beyond_core=True)) == []
    assert list(kept.of("b", Fresh({"n3"}), beyond_core=True)) == ["n3"]
