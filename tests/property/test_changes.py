"""Whatever is answered, put away, set due, reset and taken back, under changing settings: the log tells all of it."""

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sctui.collection import Collection
from sctui.model.change import UNMARKED, Change, Marks
from sctui.model.review import MemoryState, Phase, Rating
from sctui.scheduler import acts
from sctui.scheduler.replay import replay
from sctui.scheduler.study_day import study_day
from sctui.study.session import StudySession
from sctui.study.settings import StudySettings
from tests.small_collection import DAY, NOON, basic, collection_of

DECKS = {"a": basic("one", "two"), "b": basic("three")}
CARDS = ("one", "two", "three")
SETTINGS = (
    StudySettings(utc_offset_minutes=480, leech_lapses=1, suspend_leeches=True),
    StudySettings(desired_retention=0.8, learning_steps=(), relearning_steps=(), buttons=2),
    StudySettings(rollover_hour=0, fuzz_seed=5, maximum_interval=30, pauses=((20_300, 20_330),)),
)
steps = st.lists(
    st.tuples(
        st.sampled_from([*Rating, "bury", "suspend", "flag", "due", "reset", "undo", "redo", "restart"]),
        st.integers(0, 40 * DAY),
        st.integers(0, 2),
    ),
    max_size=30,
)


def do(session: StudySession, collection: Collection, step: Rating | str, now: int, number: int) -> None:
    store, card = collection.store, CARDS[number]
    if step == "undo":
        session.undo(now)
    elif step == "redo":
        session.redo(now)
    elif step == "reset" and store.state(card).phase is not Phase.NEW:
        store.change([acts.reset(store.state(card), now)])
    elif step == "due" and store.state(card).phase is not Phase.NEW:
        store.change([acts.made_due(store.state(card), now, study_day(now, 0, 4), number)])
    elif session.next(now) is not None:
        if isinstance(step, Rating):
            session.grade(step, now, 700)
        elif step in ("bury", "suspend", "flag"):
            getattr(session, step)(now)


@settings(deadline=None, max_examples=80)
@given(steps)
def test_the_log_gives_states_and_marks(steps: list[tuple[Rating | str, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        collection = collection_of(Path(name), DECKS)
        session = StudySession(collection, None, SETTINGS[0])
        now = NOON
        for step, wait, number in steps:
            now += wait
            if step == "restart":
                collection.close()
                collection = collection_of(Path(name), DECKS)
                session = StudySession(collection, None, replace(SETTINGS[number], new_per_day=9))
            else:
                do(session, collection, step, now, number)
        log = collection.store.log()
        states = {
            card: state for card in CARDS if (state := collection.store.state(card)) != MemoryState(card)
        }
        assert replay(log) == states
        marks: dict[str, Marks] = {}
        for entry in log:
            if isinstance(entry, Change) and isinstance(entry.after, Marks):
                assert entry.before == marks.get(entry.card, UNMARKED)
                marks[entry.card] = entry.after
        assert {card: mark for card, mark in marks.items() if mark != UNMARKED} == collection.store.marks()
        collection.close()
