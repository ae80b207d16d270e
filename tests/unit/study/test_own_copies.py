"""A bundled deck as the learner's own: cards, sources and pictures as before, and undo takes the copy back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sctui.collection import Collection
from sctui.decks.library import LoadedDeck, read_library
from sctui.errors import DeckError
from sctui.locations import Home
from sctui.study.last_act import turn
from sctui.study.own_copies import copy_decks

DECK = """# what an author says
deck: Kitchen
documents:
  tea: {file: ../../data/tea.md, date: "2024"}
cards:
  - id: a
    front: "What is it? ![it](img/pot.png)"
    back: a pot
    source: {document: tea, line: 1, quote: A pot}
"""


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """The folder of the decks that came with the program."""
    folder = tmp_path / "program" / "decks"
    for file, text in {
        folder / "kitchen" / "tea.yaml": DECK,
        folder / "kitchen" / "img" / "pot.png": "a picture",
        tmp_path / "program" / "data" / "tea.md": "A pot of tea",
    }.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def collection(home: Home, shipped: Path) -> Iterator[Collection]:
    home.folder.mkdir()
    collection = Collection.open([shipped, home.decks], home.database)
    yield collection
    collection.close()


def copied(home: Home, shipped: Path, collection: Collection) -> LoadedDeck:
    """The deck that is studied once it has been copied."""
    copy_decks(home, collection.store, collection.library.decks, 1)
    library = read_library([shipped, home.decks])
    assert not library.problems
    return library.decks[0]


def test_the_copy_stands_in_for_it_with_all_it_needs(
    home: Home, shipped: Path, collection: Collection
) -> None:
    before = collection.library.decks[0]
    after = copied(home, shipped, collection)
    assert after.file == home.decks / "kitchen" / "tea.yaml"
    assert after.deck.notes == before.deck.notes
    ref = after.deck.documents["tea"]
    assert (after.file.parent / ref.file).resolve() == home.documents / "tea.md"
    assert ref.date == "2024"
    assert (home.documents / "tea.md").read_text("utf-8") == "A pot of tea"
    assert (after.file.parent / "img" / "pot.png").read_text("utf-8") == "a picture"
    assert after.file.read_text("utf-8").startswith("# what an author says\n")


def test_a_document_of_the_learner_keeps_its_name(home: Home, shipped: Path, collection: Collection) -> None:
    home.documents.mkdir()
    (home.documents / "tea.md").write_text("my own tea", "utf-8")
    after = copied(home, shipped, collection)
    cited = (after.file.parent / after.deck.documents["tea"].file).resolve()
    assert cited == shipped.parent / "data" / "tea.md"
    assert (home.documents / "tea.md").read_text("utf-8") == "my own tea"


def test_it_is_one_act_that_undo_takes_back(home: Home, shipped: Path, collection: Collection) -> None:
    copied(home, shipped, collection)
    turn(home, collection.store, 2, str, undo=True)
    assert not [file for folder in (home.decks, home.documents) for file in folder.rglob("*.*")]
    assert read_library([shipped, home.decks]).decks == collection.library.decks


def test_a_deck_that_is_gone_is_told(home: Home, shipped: Path, collection: Collection) -> None:
    (shipped / "kitchen" / "tea.yaml").unlink()
    with pytest.raises(DeckError, match=r"tea\.yaml"):
        copied(home, shipped, collection)
    assert not home.decks.exists()
