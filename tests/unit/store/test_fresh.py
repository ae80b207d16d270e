from pathlib import Path

import pytest

from sctui.store import fresh
from sctui.store.store import Store
from tests.unit.store.answers import FIRST, any_card, of

_CARDS = ("a", "b", "a card's \U0001d11e", "never asked")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store.open(tmp_path / "collection.db")
    for card in ("a", "b", "a card's \U0001d11e"):
        store.record(of(card, FIRST))
    store.close()
    return Store.open(tmp_path / "collection.db")


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(fresh, "_FEW", 2)
    monkeypatch.setattr(fresh, "_AT_ONCE", 2)
    return tmp_path / "cache" / "new.json"


def test_a_few_cards_are_looked_up_where_not_all_were_read(store: Store) -> None:
    assert store.all_studied_at_a_glance([])
    assert store.all_studied_at_a_glance(["a", "a card's \U0001d11e", "a"])
    assert not store.all_studied_at_a_glance(["a", "unheard of"])
    store.undo(any_card, FIRST.at + 1)
    assert not store.all_studied_at_a_glance(["a card's \U0001d11e"])  # it is new again
    assert store.studied() == {"a", "b"}
    assert store.fresh(_CARDS).cards == {"a card's \U0001d11e", "never asked"}
    assert not store.all_studied_at_a_glance(["a"])  # `fresh` tells it now
    store.close()


def test_of_many_cards_all_are_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fresh, "_FEW", 1)
    assert store.all_studied_at_a_glance(["a"])
    assert not store.all_studied_at_a_glance(["a", "b"])
    store.close()


def test_a_home_without_a_database_knows_of_no_card(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "none.db")
    assert not store.all_studied_at_a_glance(["a"])
    assert store.fresh(_CARDS).cards == set(_CARDS)
    assert store.count_studied() == 0


def test_what_was_found_out_is_kept_for_the_next_start(
    store: Store, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert store.fresh(_CARDS, memory).cards == {"never asked"}
    store.close()

    def again(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(fresh, "_found", again)
    assert store.fresh(_CARDS, memory).cards == {*_CARDS}  # closed: it reads as empty
    store = Store.open(store.path)
    assert store.fresh(_CARDS, memory).cards == {"never asked"}
    store.record(of("never asked", FIRST))
    store.close()
    store = Store.open(store.path)
    assert store.fresh(_CARDS, memory).cards == set()
    store.close()


@pytest.mark.parametrize(
    "text", ["", "[]", "[1, 2, 3]\n", '["a", [], 0]\n', "{", "null", "[3, [], 99]\na", "\udcff"]
)
def test_a_damaged_memory_does_no_harm(store: Store, memory: Path, text: str) -> None:
    memory.parent.mkdir()
    memory.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert store.fresh(_CARDS, memory).cards == {"never asked"}
    store.close()


def test_a_memory_that_cannot_be_written_does_no_harm(store: Store, memory: Path) -> None:
    memory.parent.write_bytes(b"in the way")
    assert store.fresh(_CARDS, memory).cards == {"never asked"}
    store.close()
