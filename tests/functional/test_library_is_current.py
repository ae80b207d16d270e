"""`decks/` is what conversion makes of `data/documents/`, to the byte."""

from pathlib import Path

import pytest

from sctui.conversion import Library, Made, together
from sctui.decks.yaml_reader import read_deck
from sctui.locations import bundled
from sctui.pipeline import Knowledge, decks_of, read, read_knowledge, slug
from sctui.records.knowledge_file import FILE_NAME, knowledge_text

DOCUMENTS = sorted((bundled() / "data" / "documents").glob("*.md"))


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return read_knowledge(bundled() / "data", Path("nobody's own lexicon"))


@pytest.fixture(scope="module")
def library(knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The documents converted together, as into an empty folder."""
    made = [Made.of(file, file, read(file, knowledge), 0) for file in DOCUMENTS]
    return together(made, tmp_path_factory.mktemp("empty"), knowledge)


@pytest.mark.parametrize("number", range(len(DOCUMENTS)), ids=[file.name for file in DOCUMENTS])
def test_the_decks_have_not_drifted_from_the_documents(
    number: int, library: Library, knowledge: Knowledge
) -> None:
    one = library.made[number]
    folder = bundled() / "decks" / slug(one.file)
    conversion = library.finished(one, knowledge)
    made = decks_of(conversion, one.file, folder, library.places)
    assert made
    assert {path.name for path in folder.glob("*.yaml")} == set(made)
    for name, deck in made.items():
        assert read_deck(folder / name) == deck, f"{name} is not what `make decks` makes"
    assert (folder / FILE_NAME).read_text("utf-8") == knowledge_text(conversion.knowledge)


def test_all_five_documents_have_decks() -> None:
    assert len(DOCUMENTS) == 5
    assert {folder.name for folder in (bundled() / "decks").iterdir() if folder.is_dir()} == {
        slug(f) for f in DOCUMENTS
    }
