from pathlib import Path

import pytest

from sctui.store import states
from sctui.store.store import Store
from tests.unit.store.answers import FIRST, any_card, of


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store.open(tmp_path / "collection.db")
    for card in ("a", "b", "a card's \U0001d11e"):
        store.record(of(card, FIRST))
    store.close()
    return Store.open(tmp_path / "collection.db")


def test_a_few_cards_are_looked_up_where_not_all_were_read(store: Store) -> None:
    assert store.all_studied_at_a_glance([])
    assert store.all_studied_at_a_glance(["a", "a card's \U0001d11e", "a"])
    assert not store.all_studied_at_a_glance(["a", "unheard of"])
    store.undo(any_card, FIRST.at + 1)
    assert not store.all_studied_at_a_glance(["a card's \U0001d11e"])  # it is new again
    assert store.studied() == {"a", "b"}
    assert not store.all_studied_at_a_glance(["a"])  # `studied` tells it now
    store.close()


def test_of_many_cards_all_are_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(states, "_FEW", 1)
    assert store.all_studied_at_a_glance(["a"])
    assert not store.all_studied_at_a_glance(["a", "b"])
    store.close()


def test_a_home_without_a_database_knows_of_no_card(tmp_path: Path) -> None:
    assert not Store.open(tmp_path / "none.db").all_studied_at_a_glance(["a"])
