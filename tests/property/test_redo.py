"""Answers, changes of marks and states, and edits of files, undone and redone at random: a stack of snapshots."""

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sctui.locations import Home
from sctui.model.change import Marks
from sctui.model.review import MemoryState, Rating
from sctui.safety.edits import edit_files, putting
from sctui.scheduler import acts
from sctui.scheduler.replay import replay
from sctui.scheduler.study_day import study_day
from sctui.store.store import Store
from sctui.study.session import StudySession
from sctui.study.settings import StudySettings
from tests.small_collection import DAY, NOON, basic, cloze, collection_of
from tests.unit.store.answers import any_card

DECKS = {"a": (*basic("one", "two"), cloze("gaps", 2)), "b": basic("three")}
SETTINGS = StudySettings(learning_steps=(60,))
steps = st.lists(
    st.tuples(
        st.sampled_from(
            ["grade", "grade", "flag", "suspend", "due", "edit", "undo", "undo", "redo", "reopen"]
        ),
        st.integers(0, 3),
        st.integers(-2 * DAY, 9 * DAY),
    ),
    max_size=25,
)


class Learner:
    """Does what a step says; `done` and `undone` hold what everything looked like after and before each act."""

    def __init__(self, folder: Path) -> None:
        self.home = Home(folder)
        self.now = NOON
        self.collection = collection_of(folder, DECKS)
        self.history = [self.everything()]
        self.ahead: list[Any] = []

    @property
    def store(self) -> Store:
        return self.collection.store

    def everything(self) -> Any:
        files = {file.name: file.read_bytes() for file in self.home.decks.glob("*")}
        if not self.home.database.exists():
            return [], [], files
        with closing(sqlite3.connect(self.home.database)) as connection:
            states = connection.execute("SELECT * FROM card_states ORDER BY id").fetchall()
            return states, sorted(self.store.marks().items()), files

    def due(self, moment: int) -> list[MemoryState]:
        """Each state looked at, without the index that finds those that are due."""
        states = [state for _, state in self.store.states_page(0, 99) if (state.due or 0) < moment]
        return sorted(states, key=lambda state: state.due or 0)

    def take(self, step: str, which: int, wait: int) -> None:
        self.now += wait
        match step:
            case "undo":
                done = self.store.undo(any_card, self.now, put=putting(self.home))
                assert (done is not None) == (len(self.history) > 1)
                if done:
                    self.ahead.append(self.history.pop())
            case "redo":
                done = self.store.redo(any_card, self.now, put=putting(self.home))
                assert (done is not None) == bool(self.ahead)
                if done:
                    self.history.append(self.ahead.pop())
            case "reopen":
                self.collection.close()
                self.collection = collection_of(self.home.folder, DECKS)
            case _:
                if self.act(step, which):
                    self.history.append(self.everything())
                    self.ahead.clear()

    def act(self, step: str, which: int) -> bool:
        card = ("one", "two", "gaps#1", "three")[which]
        marks, state = self.store.marks().get(card, Marks()), self.store.state(card)
        day = study_day(self.now, 0, 4)
        if step == "grade":
            session = StudySession(self.collection, None, SETTINGS)
            if session.next(self.now) is None:
                return False
            session.grade(Rating(which + 1), self.now, 900)
        elif step == "flag":
            self.store.change([acts.flagged(card, marks, self.now, (marks.flag + 1) % 8)])
        elif step == "suspend":
            self.store.change([acts.suspended(card, marks, self.now, on=not marks.suspended)])
        elif step == "due" and state.reps:
            self.store.change([acts.made_due(state, self.now, day, which)])
        elif step == "edit":
            text = None if which == 3 else f"edit {self.now}".encode()
            before = self.everything()
            edit_files(self.home, self.store, {"decks/x.yaml": text, "decks/y.yaml": b"same"}, self.now)
            return bool(self.everything() != before)
        else:
            return False
        return True


@settings(deadline=None, max_examples=60)
@given(steps)
def test_undo_and_redo_walk_up_and_down_the_history(steps: list[tuple[str, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        learner = Learner(Path(folder))
        for step in steps:
            learner.take(*step)
            assert learner.everything() == learner.history[-1]
            assert learner.due(learner.now + DAY) == learner.store.due_before(learner.now + DAY)
        log, store = learner.store.log(), learner.store
        assert replay(log) == {card: store.state(card) for card in store.studied()}
        learner.collection.close()
