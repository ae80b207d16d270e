"""Decks edited while they are studied: taken in when they are whole, kept as they were when they are not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sctui.decks.inbox import FILE_NAME
from sctui.decks.library import Library, read_library
from sctui.decks.watching import DeckWatch


class Watched:
    """A folder of decks, and what is studied of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.watch = DeckWatch([folder])
        self.library: Library = read_library([folder])

    def look(self) -> bool:
        edited = self.watch.look(self.library)
        if edited:
            self.watch.take(edited)
            self.library = edited.library
        return edited is not None

    @property
    def fronts(self) -> list[str]:
        return [note.front for loaded in self.library.decks for note in loaded.deck.notes]


def write(folder: Path, name: str, *fronts: str) -> None:
    cards = "".join(f"  - {{id: {front}, front: {front}, back: x}}\n" for front in fronts)
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"deck: {name}\ncards:\n{cards}", encoding="utf-8")
    later = file.stat().st_mtime_ns + 1_000_000_000  # a file system may know no finer moments
    os.utime(file, ns=(later, later))


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    write(tmp_path, "a.yaml", "a1", "a2")
    write(tmp_path, "b.yaml", "b1")
    return Watched(tmp_path)


def test_nothing_is_read_when_nothing_has_changed(watched: Watched) -> None:
    assert not watched.look()
    assert not watched.look()


def test_an_edit_is_taken_in_once_it_stands_still(watched: Watched) -> None:
    b = watched.library.decks[1]
    write(watched.folder, "a.yaml", "a1")
    assert not watched.look()  # it may be written still
    write(watched.folder, "a.yaml", "a1", "a3", "a4")
    assert not watched.look()
    assert watched.look()
    assert watched.fronts == ["a1", "a3", "a4", "b1"]
    assert watched.library.decks[1] is b  # not read again
    assert not watched.look()


def test_decks_come_and_go(watched: Watched) -> None:
    write(watched.folder, "sub/c.yaml", "c1")
    (watched.folder / "b.yaml").unlink()
    assert [watched.look(), watched.look()] == [False, True]
    assert watched.fronts == ["a1", "a2", "c1"]


def test_a_deck_that_cannot_be_read_stays_as_it_was_until_it_is_mended(watched: Watched) -> None:
    (watched.folder / "a.yaml").write_text("deck: a\ncards:\n  - {id: a1, front: 'a", encoding="utf-8")
    watched.look()
    assert watched.look()
    assert watched.fronts == ["a1", "a2", "b1"]
    assert [Path(fault.file).name for fault in watched.library.problems] == ["a.yaml"]
    write(watched.folder, "b.yaml", "b2")  # an edit elsewhere: it is still broken, and still told
    watched.look()
    assert watched.look()
    assert watched.fronts == ["a1", "a2", "b2"]
    assert len(watched.library.problems) == 1
    write(watched.folder, "a.yaml", "a9")
    watched.look()
    assert watched.look()
    assert watched.fronts == ["a9", "b2"]
    assert not watched.library.problems


def test_a_card_that_was_left_out_comes_when_its_id_is_free(watched: Watched) -> None:
    write(watched.folder, "b.yaml", "a1", "b1")
    watched.look()
    watched.look()
    assert watched.fronts == ["a1", "a2", "b1"]
    write(watched.folder, "a.yaml", "a2")
    watched.look()
    watched.look()
    assert watched.fronts == ["a2", "a1", "b1"]


def test_the_inbox_is_looked_after_too(watched: Watched) -> None:
    (watched.folder / FILE_NAME).write_text('{"a1": "waiting", "gone": "waiting"}', encoding="utf-8")
    watched.look()
    assert watched.look()
    assert watched.library.waiting == {"a1"}


def test_what_was_settled_is_not_taken_in_again(watched: Watched) -> None:
    write(watched.folder, "a.yaml", "a7")
    watched.watch.settle(watched.folder / "a.yaml", watched.watch.stamps())
    assert [watched.look(), watched.look()] == [False, False]


@pytest.mark.parametrize("other", ["a.yaml", "b.yaml"])
def test_what_changes_while_a_deck_is_taken_in_is_seen(watched: Watched, other: str) -> None:
    write(watched.folder, "a.yaml", "a7")
    before = watched.watch.stamps()
    write(watched.folder, other, "a8", "a9")
    watched.watch.settle(watched.folder / "a.yaml", before)
    watched.look()
    assert watched.look()
    assert "a9" in watched.fronts


def test_another_deck_that_changed_before_is_still_looked_at(watched: Watched) -> None:
    write(watched.folder, "b.yaml", "b7")
    watched.watch.settle(watched.folder / "a.yaml", watched.watch.stamps())
    watched.look()
    assert watched.look()
    assert "b7" in watched.fronts


def test_a_folder_that_is_not_there_yet_is_looked_for(tmp_path: Path) -> None:
    watched = Watched(tmp_path / "decks")
    write(tmp_path / "decks", "a.yaml", "a1")
    watched.look()
    assert watched.look()
    assert watched.fronts == ["a1"]
