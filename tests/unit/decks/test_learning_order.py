import os
from pathlib import Path

import pytest

from sctui.decks.learning_order import learning_order
from sctui.decks.library import LoadedDeck, read_library

DECK = """deck: Heart
language: en
cards:
  - id: one
    front: What is a heart?
    back: A pump
  - id: two
    front: what is a heart
    back: a pump.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "heart.yaml").write_text(DECK, "utf-8")
    return tmp_path


def read(folder: Path) -> tuple[LoadedDeck, ...]:
    return read_library([folder / "decks"]).decks


def test_an_order_that_was_kept_is_the_one_worked_out(folder: Path) -> None:
    memory = folder / "cache" / "order.json"
    fresh = learning_order(read(folder))
    assert fresh.notes.tolist() == [0, 1]
    assert fresh.core == bytes([True, True])
    assert fresh.twins == {"two": "one"}
    assert learning_order(read(folder), memory) == fresh
    assert memory.exists()
    assert learning_order(read(folder), memory) == fresh


def test_a_deck_that_changed_is_ordered_anew(folder: Path) -> None:
    memory, deck = folder / "cache" / "order.json", folder / "decks" / "heart.yaml"
    learning_order(read(folder), memory)
    deck.write_text(DECK.replace("pump.", "muscle"), "utf-8")
    assert learning_order(read(folder), memory).twins == {}
    deck.write_text(DECK, "utf-8")
    os.utime(deck, (1, 1))
    assert learning_order(read(folder), memory).twins == {"two": "one"}


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"key": 1}'])
def test_a_memory_that_is_damaged_is_passed_over(folder: Path, content: str) -> None:
    memory = folder / "order.json"
    memory.write_text(content)
    assert learning_order(read(folder), memory).notes.tolist() == [0, 1]


def test_no_byte_of_a_memory_is_believed_once_it_has_changed(folder: Path) -> None:
    memory = folder / "order.json"
    fresh = learning_order(read(folder), memory)
    whole = memory.read_bytes()
    for at in range(len(whole)):
        memory.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert learning_order(read(folder), memory) == fresh, at


def test_decks_in_no_file_are_not_kept(folder: Path) -> None:
    decks = read(folder)
    (folder / "decks" / "heart.yaml").unlink()
    assert learning_order(decks, folder / "order.json").notes.tolist() == [0, 1]
    assert not (folder / "order.json").exists()
