"""Edits of many cards: what their author wrote outside meanwhile is not lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sctui.collection import Collection
from sctui.decks.yaml_reader import read_deck
from sctui.locations import Home
from sctui.study.deck_edits import DeckEdits

ONE = "deck: One\ncards:\n  - {id: a, front: What is a?, back: A}\n  - {id: b, front: What is b?, back: B}\n"
TWO = "deck: Two\ncards:\n  - {id: c, front: What is c?, back: C}\n"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path)
    home.decks.mkdir()
    (home.decks / "one.yaml").write_text(ONE, encoding="utf-8")
    (home.decks / "two.yaml").write_text(TWO, encoding="utf-8")
    return home


@pytest.fixture
def edits(home: Home) -> Iterator[DeckEdits]:
    """Edits of decks as they were read, of which one was written since: a card has another answer, one is gone."""
    collection = Collection.open([home.decks], home.folder / "collection.db")
    outside = ONE.replace("back: A", "back: my own A").replace(
        "  - {id: b, front: What is b?, back: B}\n", ""
    )
    (home.decks / "one.yaml").write_text(outside, encoding="utf-8")
    yield DeckEdits(home, collection, 1)
    collection.close()


def test_a_tag_is_given_to_a_card_as_it_stands_in_its_file_now(home: Home, edits: DeckEdits) -> None:
    assert edits.tag(["a", "b"], ["hard"]) == 1
    (note,) = read_deck(home.decks / "one.yaml").notes
    assert (note.id, note.back, note.tags) == ("a", "my own A", ("hard",))


def test_a_card_is_moved_as_it_stands_in_its_file_now(home: Home, edits: DeckEdits) -> None:
    assert edits.move(["a", "b"], "Two") == 1
    assert read_deck(home.decks / "one.yaml").notes == ()
    assert [(note.id, note.back) for note in read_deck(home.decks / "two.yaml").notes] == [
        ("c", "C"),
        ("a", "my own A"),
    ]
