"""A session that has been going on for a while has what one has that is begun now, whatever was done in it."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sctui.model.review import Rating
from sctui.scheduler.queue import Queue
from sctui.study.session import StudySession
from sctui.study.settings import StudySettings
from tests.small_collection import DAY, NOON, basic, cloze, collection_of

DECKS = {"a": (*basic("one", "two"), cloze("gaps", 3)), "a::b": basic("three"), "c": basic("four", "five")}
SETTINGS = StudySettings(learning_steps=(60, 600), relearning_steps=(600,), leech_lapses=2)

waits = st.one_of(st.integers(0, 900_000), st.integers(0, 3 * DAY), st.just(-3_600_000))
ratings = st.sampled_from(list(Rating))
acts: st.SearchStrategy[Callable[[StudySession, int], object]] = st.one_of(
    ratings.map(lambda rating: lambda session, now: session.grade(rating, now, 1000)),
    st.sampled_from([StudySession.undo, StudySession.redo]),
)


def told(queue: Queue) -> tuple[object, ...]:
    """A queue, but for the order of its reviews and new cards: a session keeps the one it began with."""
    return (
        queue.day, queue.learning, sorted(queue.reviews), sorted(queue.new), queue.reviews_done, queue.new_done,
    )  # fmt: skip


@settings(deadline=None, max_examples=40)
@given(done=st.lists(st.tuples(acts, waits), max_size=12), suspends=st.booleans())
def test_a_session_goes_on_with_what_one_begun_now_has(
    *, done: list[tuple[Callable[[StudySession, int], object], int]], suspends: bool
) -> None:
    chosen = replace(SETTINGS, suspend_leeches=suspends)
    with tempfile.TemporaryDirectory() as folder:
        collection = collection_of(Path(folder), DECKS)
        session, now = StudySession(collection, None, chosen), NOON
        for act, wait in done:
            now += wait
            if session.next(now) is not None:
                act(session, now)
            assert told(session._today(now)) == told(StudySession(collection, None, chosen)._today(now))
        collection.close()
