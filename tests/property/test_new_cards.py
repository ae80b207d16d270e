"""What is remembered between two questions never changes an answer: new cards are those of a fresh look."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from sctui.model.fresh import Fresh
from sctui.scheduler.limits import Place
from sctui.scheduler.new_cards import NewCards

_ALL = ("n0", "n1", "n2#1", "n2#2", "n3", "n4")
_TOPIC = Place("a", "t")  # of cards that do not lie beside each other
_ROWS: dict[object, Sequence[int]] = {"a": range(4), "b": range(4, 6), None: range(6), _TOPIC: (0, 3)}


@dataclass
class _Order:
    notes: list[int]
    core: list[int] = field(default_factory=lambda: [0] * 5)
    twins: dict[str, str] = field(default_factory=dict)


class _Rows:
    def __iter__(self) -> Iterator[str]:
        return iter(_ALL)

    def __len__(self) -> int:
        return len(_ALL)

    def find(self, card: object) -> int | None:
        return _ALL.index(str(card)) if card in _ALL else None

    def id_at(self, row: int) -> str:
        return _ALL[row]

    def note_rows(self) -> list[int]:
        return [int(card[1]) for card in _ALL]


def _asked(order: _Order) -> NewCards:
    return NewCards(_Rows(), lambda scope: [_ROWS[scope]], lambda: order)


def _expected(scope: object, order: _Order, new: set[str], *, beyond_core: bool) -> list[str]:
    """The same, as one would look for it by hand."""
    if isinstance(scope, tuple):
        return [card for card in scope if card in new]
    cards = [_ALL[row] for row in _ROWS[scope] if _ALL[row] in new]
    if not beyond_core:
        cards = [card for card in cards if order.core[int(card[1])]]
    return sorted(cards, key=lambda card: order.notes.index(int(card[1])))


@given(
    st.permutations(range(5)),
    st.lists(st.integers(0, 1), min_size=5, max_size=5),
    st.sampled_from([{}, {"n3": "n0"}, {"n4": "n2", "n1": "n0"}]),
    st.lists(st.sampled_from(_ALL), max_size=8),
)
def test_asked_again_as_cards_are_studied(
    places: list[int], core: list[int], twins: dict[str, str], answered: list[str]
) -> None:
    order = _Order(places, core, twins)
    kept, left = _asked(order), Fresh(set(_ALL))
    for card in ("", *answered):
        if card and card not in left.cards:
            left.taken_back(card)
        else:
            left.answered(card)
        for scope in (None, "a", "b", _TOPIC, ("n4", "gone", "n0")):
            for beyond_core in (True, False):
                found = list(kept.of(scope, left, beyond_core=beyond_core))
                assert found == _expected(scope, order, left.cards, beyond_core=beyond_core)
                fresh = _asked(order)
                assert list(kept.once(found, lambda: left)) == list(fresh.once(found, lambda: left))
        assert kept.all_studied(None, left) == (not left.cards)


def test_another_set_is_looked_at_afresh() -> None:
    kept = _asked(_Order([0, 1, 2, 3, 4]))
    assert list(kept.of("b", Fresh(set()), beyond_core=True)) == []
    assert list(kept.of("b", Fresh({"n3"}), beyond_core=True)) == ["n3"]
