"""What is studied today for an exam."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sctui.collection import Collection
from sctui.model.review import Rating
from sctui.scheduler.plans import Exam
from sctui.scheduler.queue import note_of
from sctui.study.exams import ExamStudy
from sctui.study.session import StudySession
from sctui.study.settings import StudySettings
from tests.small_collection import MINUTE, NOON, basic, cloze, collection_of

SETTINGS = StudySettings()
TODAY = datetime.fromtimestamp(NOON / 1000, UTC).date()
DAY = 24 * 60 * MINUTE


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    collection = collection_of(tmp_path, {"cells": (cloze("t", 3), *basic("a", "b"))})
    yield collection
    collection.close()


def study(collection: Collection, now: int = NOON, days: int = 10, *, bury: bool = True) -> ExamStudy:
    exam = Exam(TODAY + timedelta(days=days), minutes=60)
    return ExamStudy(collection, exam, now, replace(SETTINGS, bury_siblings=bury))


def test_a_day_asks_one_card_of_a_note(collection: Collection) -> None:
    assert sorted(map(note_of, study(collection).today())) == ["a", "b", "t"]
    assert len(study(collection, bury=False).today()) == 5


def test_none_is_asked_whose_sibling_was_answered_today(collection: Collection) -> None:
    session = StudySession(collection, ("t#2",), SETTINGS)
    assert session.next(NOON)
    session.grade(Rating.GOOD, NOON, 1000)
    assert sorted(study(collection, NOON + MINUTE).today()) == ["a", "b"]
    assert "t" in map(note_of, study(collection, NOON + DAY).today())


def test_the_last_day_holds_nothing_back(collection: Collection) -> None:
    assert len(study(collection, days=1).today()) == 5
