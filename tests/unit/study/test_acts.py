from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sctui.collection import Collection
from sctui.model.change import Marks
from sctui.model.review import MemoryState, Phase, Rating, Review
from sctui.scheduler.settings import DeckSettings
from sctui.scheduler.study_day import study_day
from sctui.study.bulk import Bulk
from sctui.study.session import StudySession
from sctui.study.settings import StudySettings
from sctui.study.waiting import next_due
from tests.small_collection import DAY, NOON, basic, collection_of

SETTINGS = StudySettings()
DECKS = {"cells": basic("a", "b"), "trials": basic("c")}


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    collection = collection_of(tmp_path, DECKS)
    yield collection
    collection.close()


def asked(session: StudySession, now: int = NOON) -> str:
    question = session.next(now)
    return question.card.id if question else ""


def test_a_buried_card_comes_back_tomorrow(collection: Collection) -> None:
    session = StudySession(collection, None, SETTINGS)
    assert asked(session) == "a"
    session.bury(NOON)
    assert asked(session) == "b"
    assert asked(StudySession(collection, None, SETTINGS)) == "b"
    assert collection.counts(NOON, SETTINGS)["cells"].new == 1
    assert asked(StudySession(collection, None, SETTINGS), NOON + DAY) == "a"


def test_a_suspended_card_does_not_come_back_until_that_is_undone(collection: Collection) -> None:
    session = StudySession(collection, None, SETTINGS)
    asked(session)
    session.suspend(NOON)
    assert asked(StudySession(collection, None, SETTINGS), NOON + 99 * DAY) == "b"
    question = session.undo(NOON)
    assert question is not None
    assert question.card.id == "a"
    assert question.marks == Marks()


def test_flags_go_round(collection: Collection) -> None:
    session = StudySession(collection, None, SETTINGS)
    asked(session)
    flags = [question.marks.flag for _ in range(8) if (question := session.flag(NOON))]
    assert flags == [1, 2, 3, 4, 5, 6, 7, 0]
    assert asked(session) == "a"


def test_without_a_question_no_act_does_anything(collection: Collection) -> None:
    session = StudySession(collection, None, SETTINGS)
    session.bury(NOON)
    session.suspend(NOON)
    assert session.flag(NOON) is None
    assert collection.store.marks() == {}


def forgotten(collection: Collection, lapses: int) -> None:
    """Card `a` as it stands before its next lapse."""
    after = MemoryState("a", Phase.REVIEW, None, 2.0, 9.0, NOON, NOON - DAY, 9, lapses)
    collection.store.ensure()
    collection.store.record(Review("a", NOON - DAY, Rating.HARD, 1, MemoryState("a"), after))


def test_a_leech_is_marked_with_the_answer_and_unmarked_with_its_undo(collection: Collection) -> None:
    forgotten(collection, 7)
    session = StudySession(collection, "cells", replace(SETTINGS, new_per_day=0))
    assert asked(session) == "a"
    session.grade(Rating.AGAIN, NOON, 1)
    assert collection.store.marks() == {"a": Marks(leech=True)}
    assert asked(session, NOON + 600_000) == "a"  # it is still studied
    session.undo(NOON)
    assert collection.store.marks() == {}


def test_a_leech_is_suspended_where_that_is_wanted(collection: Collection) -> None:
    forgotten(collection, 7)
    session = StudySession(collection, "cells", replace(SETTINGS, new_per_day=0, suspend_leeches=True))
    asked(session)
    session.grade(Rating.AGAIN, NOON, 1)
    assert collection.store.marks() == {"a": Marks(leech=True, suspended=True)}
    assert session.next(NOON + 600_000) is None


def test_a_leech_that_is_forgotten_again_and_again_is_told_each_time(collection: Collection) -> None:
    forgotten(collection, 7)
    told = []
    for lapse in range(6):
        session = StudySession(collection, "cells", replace(SETTINGS, new_per_day=0, suspend_leeches=True))
        now = NOON + lapse * 40 * DAY
        assert asked(session, now) == "a"
        told.append(session.grade(Rating.AGAIN, now, 1))
        bulk = Bulk(collection, now, study_day(now, 0, 4))
        assert bulk.no_leech(["a"]) == (told[-1] is not None)
        if told[-1]:
            bulk.suspend(["a"])  # which lets it come again
        session = StudySession(collection, "cells", replace(SETTINGS, new_per_day=0))
        assert asked(session, now + 600_000) == "a"
        assert session.grade(Rating.GOOD, now + 600_000, 1) is None
    suspended = Marks(leech=True, suspended=True)
    assert told == [suspended, None, None, None, suspended, None]
    assert collection.store.marks() == {}


def test_with_two_buttons_only_again_and_good_reach_the_log(collection: Collection) -> None:
    session = StudySession(collection, None, replace(SETTINGS, buttons=2))
    for rating in (Rating.EASY, Rating.HARD, Rating.AGAIN):
        question = session.next(NOON)
        assert question is not None
        assert [button.rating for button in question.buttons] == [Rating.AGAIN, Rating.GOOD]
        session.grade(rating, NOON, 1)
    log = collection.store.reviews()
    assert [review.rating for review in log] == [Rating.GOOD, Rating.GOOD, Rating.AGAIN]
    assert {review.preset.buttons for review in log if review.preset} == {2}


def test_a_deck_s_own_retention_decides_its_intervals(collection: Collection) -> None:
    careful = replace(SETTINGS, decks=(DeckSettings("trials", desired_retention=0.97),))
    session = StudySession(collection, None, careful)
    for _ in range(3):
        session.next(NOON)
        session.grade(Rating.EASY, NOON, 1)
    intervals = {r.card: ((r.after.due or 0) - NOON) // DAY for r in collection.store.reviews()}
    assert intervals["c"] < 4 < intervals["a"]
    wanted = {r.card: r.preset.desired_retention for r in collection.store.reviews() if r.preset}
    assert wanted == {"a": 0.9, "b": 0.9, "c": 0.97}


def test_a_suspended_card_is_not_asked_among_chosen_ones_either(collection: Collection) -> None:
    session = StudySession(collection, ("a", "b"), SETTINGS)
    asked(session)
    session.suspend(NOON)
    assert asked(StudySession(collection, ("a", "b"), SETTINGS)) == "b"


def test_what_is_put_away_is_not_announced_too_early(collection: Collection) -> None:
    session = StudySession(collection, "trials", SETTINGS)
    asked(session)
    session.grade(Rating.GOOD, NOON, 1)  # due again in ten minutes
    asked(session, NOON + 600_000)
    session.bury(NOON + 600_000)
    tomorrow = study_day(NOON + DAY, 0, 4).start
    assert next_due(collection, "trials", NOON + 600_000, SETTINGS) == tomorrow
    session.undo(NOON + 600_000)
    session.suspend(NOON + 600_000)
    assert next_due(collection, "trials", NOON + 600_000, SETTINGS) is None


def test_a_suspended_new_card_is_none_to_begin(collection: Collection) -> None:
    session = StudySession(collection, "trials", SETTINGS)
    asked(session)
    session.suspend(NOON)
    assert not collection.has_new("trials")
    assert collection.has_new(None)
