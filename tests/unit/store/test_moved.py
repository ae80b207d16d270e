"""The database's file goes away, or another one takes its place, while a program has it open."""

import shutil
from pathlib import Path

import pytest

from sctui.errors import CollectionError
from sctui.model.review import Rating
from sctui.store.store import Store
from sctui.study.session import StudySession
from sctui.study.settings import StudySettings
from tests.small_collection import MINUTE, NOON, basic, collection_of


def answered(folder: Path) -> list[str]:
    store = Store.open(folder / "collection.db")
    cards = [review.card for review in store.reviews()]
    store.close()
    return cards


@pytest.fixture
def session(tmp_path: Path) -> StudySession:
    collection = collection_of(tmp_path, {"deck": basic("a", "b", "c")})
    session = StudySession(collection, None, StudySettings())
    session.next(NOON)
    session.grade(Rating.EASY, NOON, 1000)
    session.next(NOON)
    return session


def test_an_answer_goes_into_no_file_that_another_one_was_put_in_the_place_of(
    session: StudySession, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    collection_of(tmp_path / "other", {"deck": basic("a")}).store.ensure()
    for end in ("-wal", "-shm"):
        (tmp_path / f"collection.db{end}").unlink(missing_ok=True)
    (tmp_path / "other" / "collection.db").replace(tmp_path / "collection.db")
    with pytest.raises(CollectionError, match="another file was put in its place") as told:
        session.grade(Rating.GOOD, NOON + MINUTE, 1000)
    assert "once more" in told.value.hint
    assert answered(tmp_path) == []
    session.grade(Rating.GOOD, NOON + MINUTE, 1000)
    assert answered(tmp_path) == ["b"]
    asked = session.next(NOON + MINUTE)
    assert asked
    assert asked.card.id == "a"  # new again, as that file has it


def test_where_the_file_is_gone_none_is_made_and_it_may_come_back(
    session: StudySession, tmp_path: Path
) -> None:
    away = tmp_path / "away"
    away.mkdir()
    files = sorted(tmp_path.glob("collection.db*"))
    for file in files:
        file.rename(away / file.name)
    for _ in range(2):
        with pytest.raises(CollectionError, match="is gone"):
            session.grade(Rating.GOOD, NOON + MINUTE, 1000)
    assert not (tmp_path / "collection.db").exists()
    for file in files:
        (away / file.name).rename(file)
    session.grade(Rating.GOOD, NOON + MINUTE, 1000)
    assert answered(tmp_path) == ["a", "b"]


def test_a_copy_in_its_place_is_gone_on_with(session: StudySession, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(tmp_path, copy, ignore=shutil.ignore_patterns("copy"))
    for file in copy.glob("collection.db*"):
        file.replace(tmp_path / file.name)
    with pytest.raises(CollectionError, match="another file"):
        session.grade(Rating.GOOD, NOON + MINUTE, 1000)
    session.grade(Rating.GOOD, NOON + MINUTE, 1000)
    assert answered(tmp_path) == ["a", "b"]
