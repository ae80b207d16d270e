"""What was taken back is said in words, whatever the act was."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sctui.collection import Collection
from sctui.locations import Home
from sctui.model.change import Change, ChangeKind
from sctui.model.review import Phase, Rating
from sctui.safety.edits import edit_files
from sctui.study.last_act import turn
from sctui.study.session import StudySession
from sctui.study.settings import StudySettings
from tests.small_collection import NOON, basic, collection_of


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    collection = collection_of(tmp_path, {"cells": basic("a", "b")})
    yield collection
    collection.close()


def said(home: Home, collection: Collection, *, undo: bool = True) -> str:
    return turn(home, collection.store, NOON, lambda card: f"<{card}>", undo=undo)[0]


def test_every_act_is_taken_back_and_done_again_in_its_order(home: Home, collection: Collection) -> None:
    session = StudySession(collection, None, StudySettings())
    session.next(NOON)
    session.grade(Rating.EASY, NOON, 100)
    session.next(NOON)
    session.bury(NOON)
    edit_files(home, collection.store, {"notes.txt": b"1"}, NOON)
    assert said(home, collection) == "Taken back: the new file notes.txt"
    assert not (home.folder / "notes.txt").exists()
    assert said(home, collection) == "Taken back: burying <b>"
    assert said(home, collection) == "Taken back: the answer `easy` to <a>"
    assert said(home, collection) == "There is nothing to undo."
    assert collection.store.state("a").phase is Phase.NEW
    assert said(home, collection, undo=False) == "Done again: the answer `easy` to <a>"
    assert said(home, collection, undo=False) == "Done again: burying <b>"
    assert said(home, collection, undo=False) == "Done again: the new file notes.txt"
    assert (home.folder / "notes.txt").read_bytes() == b"1"
    assert said(home, collection, undo=False) == "There is nothing to redo."


def test_a_file_that_was_edited_or_deleted_is_told_as_that(home: Home, collection: Collection) -> None:
    (home.folder / "notes.txt").write_bytes(b"1")
    edit_files(home, collection.store, {"notes.txt": b"2"}, NOON)
    edit_files(home, collection.store, {"notes.txt": None}, NOON)
    assert said(home, collection) == "Taken back: the deletion of notes.txt"
    assert said(home, collection) == "Taken back: the edit of notes.txt"
    assert (home.folder / "notes.txt").read_bytes() == b"1"


def test_a_refit_is_told_by_its_number_of_cards(home: Home, collection: Collection) -> None:
    session = StudySession(collection, None, StudySettings())
    session.next(NOON)
    session.grade(Rating.EASY, NOON, 100)
    state = collection.store.state("a")
    collection.store.change([Change("a", NOON, ChangeKind.FITTED, state, state)])
    assert said(home, collection) == "Taken back: working out anew what is remembered of 1 card"
