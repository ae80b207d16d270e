from collections.abc import Iterator
from pathlib import Path

import pytest

from sctui.collection import Collection
from sctui.model.review import Phase, Rating
from sctui.scheduler.fsrs6 import review
from sctui.scheduler.queue import Counts
from sctui.scheduler.study_day import study_day
from sctui.study.session import StudySession, Summary
from sctui.study.settings import StudySettings
from tests.small_collection import DAY, MINUTE, NOON, basic, cloze, collection_of

SETTINGS = StudySettings()
DECKS = {"cells": basic("a", "b"), "cells::sources": basic("c"), "trials": (cloze("t", 2), *basic("d"))}


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    collection = collection_of(tmp_path, DECKS)
    yield collection
    collection.close()


def card(session: StudySession, now: int = NOON) -> str:
    question = session.next(now)
    return question.card.id if question else ""


def graded(session: StudySession, rating: Rating, now: int = NOON, duration: int = 1000) -> str:
    shown = card(session, now)
    session.grade(rating, now, duration)
    return shown


def test_a_session_asks_each_card_and_ends(collection: Collection) -> None:
    session = StudySession(collection, None, SETTINGS)
    assert [graded(session, Rating.EASY) for _ in range(5)] == ["a", "b", "c", "t#1", "d"]
    assert session.next(NOON) is None
    assert session.remaining(NOON) == Counts()


def test_a_session_of_a_deck_has_the_decks_below_it(collection: Collection) -> None:
    session = StudySession(collection, "cells", SETTINGS)
    assert [graded(session, Rating.EASY) for _ in range(3)] == ["a", "b", "c"]
    assert session.next(NOON) is None


def test_the_question_shows_state_and_intervals(collection: Collection) -> None:
    question = StudySession(collection, None, SETTINGS).next(NOON)
    assert question is not None
    assert question.state.phase is Phase.NEW
    assert [button.rating for button in question.buttons] == list(Rating)
    assert [button.interval_seconds for button in question.buttons[:3]] == [60, 330, 600]


def test_a_question_stays_until_it_is_answered(collection: Collection) -> None:
    session = StudySession(collection, None, SETTINGS)
    assert card(session) == card(session, NOON + 5 * MINUTE) == "a"
    session.grade(Rating.EASY, NOON + 5 * MINUTE, 10)
    assert card(session, NOON + 5 * MINUTE) == "b"


def test_a_forgotten_card_comes_back_in_the_same_session(collection: Collection) -> None:
    session = StudySession(collection, "cells::sources", SETTINGS)
    assert graded(session, Rating.AGAIN) == "c"
    assert session.remaining(NOON) == Counts(learning=1)
    assert card(session, NOON + MINUTE) == "c"


def test_the_button_s_interval_is_what_is_stored(collection: Collection) -> None:
    session = StudySession(collection, None, SETTINGS)
    question = session.next(NOON)
    assert question is not None
    session.grade(Rating.EASY, NOON + MINUTE, 500)
    state = collection.store.state(question.card.id)
    days = question.buttons[3].interval_seconds * 1000 // DAY
    assert state.due == study_day(NOON, 0, 4).start + days * DAY + DAY // 2


def test_grading_without_a_question_is_refused(collection: Collection) -> None:
    session = StudySession(collection, None, SETTINGS)
    with pytest.raises(RuntimeError, match="no question"):
        session.grade(Rating.GOOD, NOON, 0)
    graded(session, Rating.GOOD)
    with pytest.raises(RuntimeError, match="no question"):
        session.grade(Rating.GOOD, NOON, 0)


def test_undo_asks_the_card_again_and_the_other_question_later(collection: Collection) -> None:
    session = StudySession(collection, None, SETTINGS)
    graded(session, Rating.EASY)
    assert card(session) == "b"
    question = session.undo(NOON)
    assert question is not None
    assert (question.card.id, question.state.phase) == ("a", Phase.NEW)
    assert session.remaining(NOON).new == 5
    assert graded(session, Rating.GOOD) == "a"
    assert card(session) == "b"


def test_undo_goes_back_before_the_start_of_the_program(collection: Collection, tmp_path: Path) -> None:
    session = StudySession(collection, None, SETTINGS)
    assert [graded(session, Rating.GOOD, NOON + i) for i in range(3)] == ["a", "b", "c"]
    collection.close()
    reopened = collection_of(tmp_path, DECKS)
    session = StudySession(reopened, None, SETTINGS)
    undone = [session.undo(NOON + DAY) for _ in range(4)]
    assert [question.card.id if question else None for question in undone] == ["c", "b", "a", None]
    assert reopened.store.studied() == set()
    reopened.close()


def test_redo_gives_the_answers_again_also_in_a_later_session(collection: Collection, tmp_path: Path) -> None:
    session = StudySession(collection, None, SETTINGS)
    assert [graded(session, Rating.HARD, NOON + i, 900) for i in range(3)] == ["a", "b", "c"]
    before = collection.store.log()
    session.undo(NOON + 4)
    session.undo(NOON + 5)
    assert session.redo(NOON + 6)
    assert session.summary() == Summary(2, 0, 2, 0, 0, 1800)
    assert card(session) == "c"
    collection.close()
    reopened = collection_of(tmp_path, DECKS)
    later = StudySession(reopened, None, SETTINGS)
    assert later.redo(NOON + 7)
    assert not later.redo(NOON + 8)
    assert later.summary() == Summary()
    assert reopened.store.log() == before
    reopened.close()


def test_there_is_nothing_to_redo_once_something_else_was_done(collection: Collection) -> None:
    session = StudySession(collection, None, SETTINGS)
    graded(session, Rating.GOOD)
    session.undo(NOON + 1)
    graded(session, Rating.EASY, NOON + 2)
    assert not session.redo(NOON + 3)
    assert [review.rating for review in collection.store.reviews()] == [Rating.EASY]


def test_undo_stays_within_the_session_s_decks(collection: Collection) -> None:
    graded(StudySession(collection, "cells", SETTINGS), Rating.GOOD)
    trials = StudySession(collection, "trials", SETTINGS)
    graded(trials, Rating.GOOD)
    undone = trials.undo(NOON)
    assert undone is not None
    assert undone.card.id == "t#1"
    assert trials.undo(NOON) is None
    assert card(trials) == "t#1"
    assert collection.store.studied() == {"a"}


def test_undo_with_nothing_to_undo_keeps_the_question(collection: Collection) -> None:
    session = StudySession(collection, None, SETTINGS)
    assert card(session) == "a"
    assert session.undo(NOON) is None
    session.grade(Rating.GOOD, NOON, 0)
    assert collection.store.studied() == {"a"}


def test_the_summary_leaves_out_what_was_taken_back(collection: Collection) -> None:
    session = StudySession(collection, None, SETTINGS)
    for rating in (Rating.AGAIN, Rating.HARD, Rating.GOOD, Rating.EASY):
        graded(session, rating, duration=1500)
    assert session.summary() == Summary(4, 1, 1, 1, 1, 6000)
    session.undo(NOON)
    assert session.summary() == Summary(3, 1, 1, 1, 0, 4500)


def test_undoing_an_earlier_session_does_not_touch_the_summary(collection: Collection) -> None:
    graded(StudySession(collection, None, SETTINGS), Rating.GOOD)
    session = StudySession(collection, None, SETTINGS)
    graded(session, Rating.HARD)
    session.undo(NOON)
    session.undo(NOON)
    assert session.summary() == Summary()


def test_limits_are_per_day_and_not_per_session(collection: Collection) -> None:
    settings = StudySettings(new_per_day=2)
    first = StudySession(collection, None, settings)
    assert [graded(first, Rating.EASY) for _ in range(2)] == ["a", "b"]
    assert first.next(NOON) is None
    assert StudySession(collection, None, settings).next(NOON) is None
    assert card(first, NOON + DAY) == "c"


def test_a_session_goes_on_past_the_end_of_the_study_day(collection: Collection) -> None:
    session = StudySession(collection, "trials", SETTINGS)
    evening, morning = NOON + 15 * 60 * MINUTE, NOON + 17 * 60 * MINUTE  # the day ends at four
    assert graded(session, Rating.EASY, evening) == "t#1"
    assert card(session, evening) == "d"
    session.grade(Rating.EASY, morning, 10)
    assert card(session, morning) == "t#2"


def test_a_card_answered_elsewhere_keeps_both_answers(collection: Collection, tmp_path: Path) -> None:
    here = StudySession(collection, None, SETTINGS)
    assert card(here) == "a"
    other = collection_of(tmp_path, DECKS)
    assert graded(StudySession(other, None, SETTINGS), Rating.GOOD, NOON + 1) == "a"
    other.close()
    here.grade(Rating.GOOD, NOON + 2, 10)
    log = collection.store.reviews()
    assert [(review.card, review.at) for review in log] == [("a", NOON + 1), ("a", NOON + 2)]
    assert log[1].before == log[0].after
    assert collection.store.state("a") == log[1].after
    assert card(here, NOON + 3) == "b"


def test_a_negative_duration_counts_as_none(collection: Collection) -> None:
    session = StudySession(collection, None, SETTINGS)
    graded(session, Rating.GOOD, duration=-5)
    assert session.summary().ms == 0


def test_the_database_is_made_when_study_begins(collection: Collection, tmp_path: Path) -> None:
    assert not (tmp_path / "collection.db").exists()
    StudySession(collection, None, SETTINGS)
    assert (tmp_path / "collection.db").exists()


def test_a_card_answered_elsewhere_is_not_asked_again_here(collection: Collection, tmp_path: Path) -> None:
    here = StudySession(collection, "cells", SETTINGS)
    assert graded(here, Rating.EASY) == "a"
    other = collection_of(tmp_path, DECKS)
    assert graded(StudySession(other, "cells", SETTINGS), Rating.EASY) == "b"
    other.close()
    assert card(here) == "c"


def test_taking_back_an_answer_given_elsewhere_keeps_our_own_count(
    collection: Collection, tmp_path: Path
) -> None:
    here = StudySession(collection, "cells", SETTINGS)
    graded(here, Rating.GOOD)
    other = collection_of(tmp_path, DECKS)
    assert graded(StudySession(other, "cells", SETTINGS), Rating.EASY) == "b"
    other.close()
    undone = here.undo(NOON)
    assert undone is not None
    assert undone.card.id == "b"
    assert here.summary() == Summary(reviews=1, good=1, ms=1000)


def test_a_question_answered_on_the_next_day_is_scheduled_from_that_day(collection: Collection) -> None:
    graded(StudySession(collection, "cells", SETTINGS), Rating.EASY)
    learned = collection.store.state("a")
    evening, morning = NOON + 12 * DAY + 15 * 60 * MINUTE, NOON + 12 * DAY + 17 * 60 * MINUTE
    session = StudySession(collection, "cells", SETTINGS)
    assert card(session, evening) == "a"
    session.grade(Rating.GOOD, morning, 10)
    assert collection.store.state("a") == review(learned, Rating.GOOD, morning, SETTINGS)
    assert review(learned, Rating.GOOD, evening, SETTINGS).stability != collection.store.state("a").stability
