from collections.abc import Iterator
from pathlib import Path

import pytest

from sctui.collection import Collection
from sctui.model.review import Rating
from sctui.scheduler.settings import StudySettings
from sctui.study.session import StudySession
from sctui.study.waiting import next_due
from tests.small_collection import DAY, MINUTE, NOON, basic, cloze, collection_of

SETTINGS = StudySettings()
FOUR = NOON + 16 * 60 * MINUTE  # when the next study day begins


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    collection = collection_of(
        tmp_path, {"a": basic("one"), "b": basic("two", "three"), "c": (cloze("gaps", 2),)}
    )
    yield collection
    collection.close()


def study(collection: Collection, deck: str, *ratings: Rating, settings: StudySettings = SETTINGS) -> None:
    session = StudySession(collection, deck, settings)
    for rating in ratings:
        assert session.next(NOON)
        session.grade(rating, NOON, 100)


def test_a_review_comes_with_its_study_day(collection: Collection) -> None:
    study(collection, "a", Rating.EASY)
    due = collection.store.state("one").due
    moment = next_due(collection, "a", NOON, SETTINGS)
    assert due is not None
    assert moment is not None
    assert 0 < due - moment < DAY
    session = StudySession(collection, "a", SETTINGS)
    assert session.next(moment - 1) is None
    assert session.next(moment) is not None


def test_a_learning_card_comes_as_early_as_it_may(collection: Collection) -> None:
    settings = StudySettings(learning_steps=(3600,), learn_ahead=1200)
    study(collection, "a", Rating.AGAIN, settings=settings)
    assert next_due(collection, "a", NOON, settings) == NOON + 40 * MINUTE
    session = StudySession(collection, "a", settings)
    assert session.next(NOON + 40 * MINUTE - 1) is None
    assert session.next(NOON + 40 * MINUTE) is not None


def test_new_cards_held_back_by_the_limit_come_tomorrow(collection: Collection) -> None:
    settings = StudySettings(new_per_day=1)
    study(collection, "b", Rating.EASY, settings=settings)
    assert next_due(collection, "b", NOON, settings) == FOUR


def test_siblings_held_back_come_tomorrow(collection: Collection) -> None:
    study(collection, "c", Rating.EASY)
    assert next_due(collection, "c", NOON, SETTINGS) == FOUR


def test_without_new_cards_a_day_new_cards_never_come(collection: Collection) -> None:
    assert next_due(collection, None, NOON, StudySettings(new_per_day=0)) is None


def test_a_review_far_away_is_found(collection: Collection) -> None:
    study(collection, "a", Rating.EASY)
    connection = collection.store._connection
    assert connection is not None
    connection.execute("UPDATE states SET due = ?", (NOON + 3000 * DAY,))
    assert next_due(collection, "a", NOON, SETTINGS) == FOUR + 2999 * DAY


def test_a_deck_without_cards_never_has_one(collection: Collection) -> None:
    assert next_due(collection, "nowhere", NOON, SETTINGS) is None
