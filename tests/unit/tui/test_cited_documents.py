"""A document that is cited at two places is one, and has the cards of all decks that cite it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sctui.collection import Collection
from sctui.tui.cited_documents import cards_by_line, document_names, documents_of, file_named

_DECK = """deck: {name}
documents:
  tea: {{file: {file}, sha256: "{sha}"}}
cards:
  - {{id: {name}, front: What is {name}?, back: a pot, source: {{document: tea, line: 2, quote: pot}}}}
"""
_SAME, _OTHER = "a" * 64, "b" * 64


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """Decks A and B cite one document at two places; C another of the same name; D one that is not there."""
    for name, folder, sha in (("A", "one", _SAME), ("B", "two", _SAME), ("C", "three", _OTHER)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "tea.md").write_text("Tea\nA pot", "utf-8")
        (tmp_path / f"{name}.yaml").write_text(
            _DECK.format(name=name, file=f"{folder}/tea.md", sha=sha), "utf-8"
        )
    (tmp_path / "D.yaml").write_text(_DECK.format(name="D", file="gone/milk.md", sha=_OTHER), "utf-8")
    collection = Collection.open([tmp_path], tmp_path / "collection.db")
    yield collection
    collection.close()


def test_each_document_stands_there_once(collection: Collection, tmp_path: Path) -> None:
    first, third = (tmp_path / folder / "tea.md" for folder in ("one", "three"))
    assert documents_of(collection, None) == (first.resolve(), third.resolve())
    assert documents_of(collection, "B") == ((tmp_path / "two" / "tea.md").resolve(),)
    assert document_names(collection, None) == ("tea.md", "milk.md")
    assert file_named(collection, "tea.md") == first.resolve()
    assert file_named(collection, "milk.md") is None


@pytest.mark.parametrize(
    ("folder", "cards"), [("one", ["A", "B"]), ("two", ["A", "B"]), ("three", ["C"]), ("four", [])]
)
def test_it_has_the_cards_of_all_that_cite_it(
    collection: Collection, tmp_path: Path, folder: str, cards: list[str]
) -> None:
    found = cards_by_line(collection, (tmp_path / folder / "tea.md").resolve())
    assert {line: [card.id for card in there] for line, there in found.items()} == (
        {2: cards} if cards else {}
    )
