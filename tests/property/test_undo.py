"""Whatever is studied: undoing gives back the state tables as they were, and the log still has every answer."""

import sqlite3
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sctui.model.review import Rating
from sctui.study.session import StudySession
from sctui.study.settings import StudySettings
from tests.small_collection import NOON, basic, cloze, collection_of

DECKS = {"a": (*basic("one", "two"), cloze("gaps", 3)), "a::b": basic("three"), "c": basic("four", "five")}
SETTINGS = StudySettings(learning_steps=(60,), relearning_steps=())

waits = st.integers(min_value=0, max_value=30 * 86_400_000)
answers = st.lists(st.tuples(st.sampled_from(list(Rating)), waits), max_size=12)
decks = st.sampled_from([None, "a", "a::b", "c"])


def state_table(file: Path) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(file)
    try:
        return connection.execute("SELECT * FROM card_states ORDER BY id").fetchall()
    finally:
        connection.close()


def log_table(file: Path) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(file)
    try:
        return connection.execute("SELECT * FROM reviews ORDER BY key").fetchall()
    finally:
        connection.close()


def study(session: StudySession, answers: list[tuple[Rating, int]], now: int) -> tuple[int, int]:
    given_answers = 0
    for rating, wait in answers:
        now += wait
        if session.next(now) is not None:
            session.grade(rating, now, wait % 60_000)
            given_answers += 1
    return given_answers, now


@settings(deadline=None, max_examples=40)
@given(answers, answers, decks)
def test_undo_restores_the_state_exactly(
    before: list[tuple[Rating, int]], after: list[tuple[Rating, int]], deck: str | None
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "collection.db"
        collection = collection_of(Path(folder), DECKS)
        _, now = study(StudySession(collection, None, SETTINGS), before, NOON)
        states = state_table(file)
        session = StudySession(collection, deck, SETTINGS)
        count, now = study(session, after, now)
        log = log_table(file)
        for _ in range(count):
            assert session.undo(now) is not None
        assert state_table(file) == states
        assert log_table(file) == log
        assert session.summary().reviews == 0
        collection.close()


@settings(deadline=None, max_examples=40)
@given(answers)
def test_each_undo_goes_back_one_answer(answers: list[tuple[Rating, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "collection.db"
        collection = collection_of(Path(folder), DECKS)
        session = StudySession(collection, None, SETTINGS)
        history, now = [state_table(file)], NOON
        for answer in answers:
            count, now = study(session, [answer], now)
            if count:
                history.append(state_table(file))
        while history:
            assert state_table(file) == history.pop()
            assert (session.undo(now) is not None) == bool(history)
        collection.close()
