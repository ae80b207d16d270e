from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sctui.collection import Collection
from sctui.model.review import Rating
from sctui.scheduler.queue import Counts
from sctui.study.session import StudySession
from sctui.study.settings import StudySettings
from sctui.study.waiting import next_due
from tests.small_collection import MINUTE, NOON, basic, cloze, collection_of

SETTINGS = replace(StudySettings(), new_per_day=1)
DECKS = {"cells": basic("a", "b"), "trials": (cloze("t", 2), *basic("d"))}
CHOSEN = ("t#1", "t#2", "b", "d")


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    collection = collection_of(tmp_path, DECKS)
    yield collection
    collection.close()


def asked(session: StudySession, rating: Rating = Rating.EASY, now: int = NOON) -> list[str]:
    """The cards a session asks until it ends, each answered with `rating`."""
    cards = []
    while question := session.next(now):
        cards.append(question.card.id)
        session.grade(rating, now, 1000)
    return cards


def test_chosen_cards_are_all_asked_whatever_the_limit_and_siblings_last(collection: Collection) -> None:
    session = StudySession(collection, CHOSEN, SETTINGS)
    assert session.remaining(NOON) == Counts(new=4)
    assert asked(session) == ["t#1", "b", "d", "t#2"]
    assert session.summary().reviews == 4


def test_when_nothing_is_due_they_are_asked_ahead_of_time(collection: Collection) -> None:
    asked(StudySession(collection, CHOSEN, SETTINGS))
    again = StudySession(collection, CHOSEN, SETTINGS)
    assert again.remaining(NOON + MINUTE).total == 4
    assert asked(again, Rating.GOOD, NOON + MINUTE) == ["t#1", "b", "d", "t#2"]


def test_nothing_comes_ahead_of_time_before_what_is_due_and_new(collection: Collection) -> None:
    asked(StudySession(collection, ("d",), SETTINGS))
    due = collection.store.state("d").due
    assert due is not None
    asked(StudySession(collection, ("b",), SETTINGS), now=due - MINUTE)
    cards = asked(StudySession(collection, ("b", "d", "a", "t#1"), SETTINGS), now=due)
    assert cards[-1] == "b"
    assert sorted(cards) == ["a", "b", "d", "t#1"]


def test_a_forgotten_card_comes_again_in_its_steps(collection: Collection) -> None:
    session = StudySession(collection, ("a",), SETTINGS)
    assert session.next(NOON)
    session.grade(Rating.AGAIN, NOON, 1000)
    question = session.next(NOON + MINUTE)
    assert question
    assert question.card.id == "a"


def test_a_card_that_waits_for_its_step_is_asked_at_once(collection: Collection) -> None:
    first = StudySession(collection, ("a",), replace(SETTINGS, learn_ahead=0))
    assert first.next(NOON)
    first.grade(Rating.GOOD, NOON, 1000)
    assert first.next(NOON) is None
    second = StudySession(collection, ("a",), replace(SETTINGS, learn_ahead=0))
    assert second.remaining(NOON) == Counts(due=1)
    assert second.next(NOON)


def test_an_answer_is_taken_back_only_within_the_choice(collection: Collection) -> None:
    asked(StudySession(collection, ("a",), SETTINGS))
    session = StudySession(collection, ("b",), SETTINGS)
    assert session.undo(NOON) is None
    asked(session)
    question = session.undo(NOON)
    assert question
    assert question.card.id == "b"


def test_a_choice_has_its_own_next_due(collection: Collection) -> None:
    asked(StudySession(collection, ("a",), SETTINGS))
    assert next_due(collection, ("a",), NOON, SETTINGS) not in (
        None,
        next_due(collection, None, NOON, SETTINGS),
    )


def test_cards_of_notes_stand_in_the_order_of_the_decks(collection: Collection) -> None:
    assert collection.cards_of(["d", "t", "gone"]) == ("t#1", "t#2", "d")
    assert list(collection.cards_in(("d", "gone"))) == ["d"]
    assert not collection.within(("gone",))("gone")
