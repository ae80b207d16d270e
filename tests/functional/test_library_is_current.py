"""`decks/` is what conversion makes of `data/documents/`, to the byte."""

from pathlib import Path

import pytest

from sctui.decks.yaml_reader import read_deck
from sctui.locations import bundled
from sctui.pipeline import Knowledge, convert, decks_of, read_knowledge, slug

DOCUMENTS = sorted((bundled() / "data" / "documents").glob("*.md"))


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return read_knowledge(bundled() / "data", Path("nobody's own lexicon"))


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: str(file.name))
def test_the_decks_have_not_drifted_from_the_documents(file: Path, knowledge: Knowledge) -> None:
    folder = bundled() / "decks" / slug(file)
    made = decks_of(convert(file, knowledge), file, folder)
    assert made
    assert {path.name for path in folder.glob("*.yaml")} == set(made)
    for name, deck in made.items():
        assert read_deck(folder / name) == deck, f"{name} is not what `make decks` makes"


def test_all_five_documents_have_decks() -> None:
    assert len(DOCUMENTS) == 5
    assert {folder.name for folder in (bundled() / "decks").iterdir() if folder.is_dir()} == {
        slug(f) for f in DOCUMENTS
    }
