from pathlib import Path

import pytest

from sctui.decks.first_reading import FirstReading
from sctui.decks.library import LoadedDeck, read_library
from sctui.decks.remembered import RememberedDecks

_DECK = "deck: Kitchen::Water\nlanguage: en\ncards:\n  - {id: k, front: What boils?, back: water}\n"


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    folder = tmp_path / "decks"
    folder.mkdir()
    (folder / "one.yaml").write_text(_DECK, "utf-8")
    (folder / "two.yaml").write_text(_DECK.replace("id: k", "id: l"), "utf-8")
    return folder


def _reading(decks: Path) -> FirstReading:
    cache = decks.parent / "cache"
    return FirstReading([decks], cache / "decks.json", cache / "names.json")


def test_it_reads_what_lies_in_the_folders_and_tells_the_names_at_the_next_start(decks: Path) -> None:
    first = _reading(decks)
    assert first.names == ("Kitchen", "Kitchen::Water")  # what the files begin with
    assert first.read() == read_library([decks])
    first.keep(["Kitchen", "Kitchen::Water", "Cellar"])
    second = _reading(decks)
    assert second.names == ("Kitchen", "Kitchen::Water", "Cellar")
    assert second.read() == read_library([decks])


def test_one_that_was_broken_off_gives_nothing_and_leaves_what_was_remembered(decks: Path) -> None:
    whole = _reading(decks)
    whole.read()
    whole.keep(["Kitchen"])
    before = {file.name: file.read_bytes() for file in (decks.parent / "cache").iterdir()}
    broken = _reading(decks)
    broken.stop()
    assert broken.read() is None
    broken.keep([])
    assert {file.name: file.read_bytes() for file in (decks.parent / "cache").iterdir()} == before
    assert set(before) == {"decks.json", "names.json"}


def test_what_was_read_before_it_was_broken_off_is_not_read_again(decks: Path) -> None:
    broken = _reading(decks)

    class Leaving(RememberedDecks):
        def put(self, loaded: LoadedDeck) -> LoadedDeck:
            broken.stop()
            return super().put(loaded)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sctui.decks.remembered.RememberedDecks", Leaving)
        assert broken.read() is None
    broken.keep([])
    found = RememberedDecks(decks.parent / "cache" / "decks.json")
    known = [found.get(decks, decks / name) is not None for name in ("one.yaml", "two.yaml")]
    assert known == [True, False]
    assert not (decks.parent / "cache" / "names.json").exists()


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", b"3", b"null"])
def test_names_that_are_not_ours_are_none(decks: Path, content: bytes) -> None:
    (decks.parent / "cache").mkdir()
    (decks.parent / "cache" / "names.json").write_bytes(content)
    assert _reading(decks).names == ("Kitchen", "Kitchen::Water")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("# mine\n\ndeck:  心脏::瓣膜  \r\nlanguage: en\n", ("心脏", "心脏::瓣膜")),
        ('deck: "a \\u0041"\n', ()),
        ("deck: [a]\n", ()),
        ("deck:\n  a\n", ()),
        ("cards: []\n", ()),
        ("deck: C# for all\n", ()),
    ],
)
def test_only_names_that_stand_there_plainly_are_told_before_they_are_read(
    tmp_path: Path, text: str, names: tuple[str, ...]
) -> None:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "one.yaml").write_text(text, "utf-8")
    assert _reading(tmp_path / "decks").names == names


def test_nothing_is_told_of_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert _reading(tmp_path / "decks").names == ()
