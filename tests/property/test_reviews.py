"""Whatever is studied and taken back: no answer is lost, and the log tells how every state came about."""

import sqlite3
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sctui.model.review import MemoryState, Rating, Review
from sctui.scheduler.fsrs6 import review
from sctui.study.session import StudySession
from sctui.study.settings import StudySettings
from tests.small_collection import NOON, basic, cloze, collection_of

DECKS = {"a": (*basic("one", "two"), cloze("gaps", 3)), "b": basic("three", "four")}
SETTINGS = StudySettings(utc_offset_minutes=480)

steps = st.lists(
    st.tuples(
        st.one_of(st.sampled_from(list(Rating)), st.just("undo"), st.just("restart")),
        st.integers(min_value=0, max_value=20 * 86_400_000),
    ),
    max_size=25,
)


def play(folder: Path, steps: list[tuple[Rating | str, int]]) -> list[tuple[str, int, Rating]]:
    """Study, undo and restart; gives the answers that were acknowledged and not taken back."""
    collection = collection_of(folder, DECKS)
    session = StudySession(collection, None, SETTINGS)
    standing: list[tuple[str, int, Rating]] = []
    now = NOON
    for step, wait in steps:
        now += wait
        if step == "undo":
            question = session.undo(now)
            taken_back = standing.pop()[0] if standing else None
            assert (question.card.id if question else None) == taken_back
        elif step == "restart":
            collection.close()
            collection = collection_of(folder, DECKS)
            session = StudySession(collection, None, SETTINGS)
        elif isinstance(step, Rating) and (question := session.next(now)):
            session.grade(step, now, 700)
            standing.append((question.card.id, now, step))
    collection.close()
    return standing


def replayed(log: list[Review]) -> dict[str, MemoryState]:
    states: dict[str, MemoryState] = {}
    for entry in log:
        before = states.get(entry.card, MemoryState(entry.card))
        assert entry.before == before
        states[entry.card] = review(before, entry.rating, entry.at, SETTINGS)
        assert entry.after == states[entry.card]
    return states


@settings(deadline=None, max_examples=60)
@given(steps)
def test_no_answer_is_lost_and_the_log_gives_the_states(steps: list[tuple[Rating | str, int]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        standing = play(folder, steps)
        collection = collection_of(folder, DECKS)
        collection.store.ensure()
        log = collection.store.reviews()
        assert [(entry.card, entry.at, entry.rating) for entry in log] == standing
        states = replayed(log)
        assert collection.store.studied() == set(states)
        assert {card: collection.store.state(card) for card in states} == states
        collection.close()
        assert problems(folder / "collection.db") == [("ok",)]


def problems(file: Path) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(file)
    try:
        return [
            *connection.execute("PRAGMA integrity_check").fetchall(),
            *connection.execute("PRAGMA foreign_key_check").fetchall(),
        ]
    finally:
        connection.close()
