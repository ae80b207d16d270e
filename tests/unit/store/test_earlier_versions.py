"""A database of each earlier version, with data made by the program of that time, comes through every step."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from sctui.errors import BackupError
from sctui.model.review import MemoryState, Phase, Review
from sctui.scheduler.replay import replay
from sctui.store.migrations import CURRENT
from sctui.store.rows import state_values
from sctui.store.store import Store
from tests.small_collection import NOON
from tests.unit.store.answers import any_card

EARLIER = sorted((Path(__file__).parent / "earlier").glob("version_*.sql"))


@pytest.fixture(params=EARLIER, ids=lambda file: file.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    file = tmp_path / "collection.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(request.param.read_text("utf-8"))
    return file


def rows(file: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(query).fetchall()


def old_version(file: Path) -> int:
    ((version,),) = rows(file, "PRAGMA user_version")
    return int(version)


def flat(review: Review) -> tuple[Any, ...]:
    before, after = review.before, review.after
    if before.phase is Phase.NEW:
        before = MemoryState(review.card)
    after_values = state_values(after)
    return (
        review.card,
        review.at,
        review.rating,
        review.duration,
        *state_values(before),
        *after_values[:5],
        after.lapses,
    )


OLD_LOG = """
    SELECT card, at, rating, duration, phase_before, step_before, stability_before, difficulty_before, due_before,
        last_review_before, reps_before, lapses_before, phase_after, step_after, stability_after, difficulty_after,
        due_after, lapses_after
    FROM standing_reviews ORDER BY number
"""
# since version 3 the state before an answer may stand in the journal, as a JSON list
LOG = """
    SELECT card, at, rating, duration, phase_before,
        coalesce(step_before, before ->> 1), coalesce(stability_before, before ->> 2),
        coalesce(difficulty_before, before ->> 3), coalesce(due_before, before ->> 4),
        coalesce(last_review_before, before ->> 5), coalesce(reps_before, before ->> 6, 0),
        coalesce(lapses_before, before ->> 7, 0), phase, step, stability, difficulty, due, lapses
    FROM standing_reviews ORDER BY number
"""
STATES = "SELECT * FROM card_states ORDER BY id"


def test_there_is_one_for_every_version_before_this_one() -> None:
    assert [file.stem for file in EARLIER] == [f"version_{number}" for number in range(1, CURRENT)]


def test_log_states_and_marks_come_through_exactly(old: Path) -> None:
    log, states = rows(old, OLD_LOG if old_version(old) < 3 else LOG), rows(old, STATES)
    has_marks = rows(old, "SELECT 1 FROM sqlite_schema WHERE name = 'marks'")
    marks = rows(old, "SELECT * FROM marks ORDER BY card") if has_marks else []
    assert len(log) > 30
    store = Store.open(old)
    assert [flat(review) for review in store.reviews()] == log
    store.close()
    assert rows(old, STATES) == states
    assert rows(old, "SELECT * FROM marks ORDER BY card") == marks
    assert rows(old, "PRAGMA integrity_check") == [("ok",)]
    assert rows(old, "PRAGMA foreign_key_check") == []
    assert rows(old, "PRAGMA user_version") == [(CURRENT,)]


def test_the_log_gives_the_states(old: Path) -> None:
    store = Store.open(old)
    assert replay(store.log()) == {card: store.state(card) for card in store.studied()}
    store.close()


def test_everything_can_still_be_taken_back_and_done_again(old: Path) -> None:
    store = Store.open(old)
    states, marks, log = rows(old, STATES), dict(store.marks()), store.log()
    count = 0
    while store.undo(any_card, NOON):
        count += 1
    assert count >= len(log) / 2
    assert store.log() == []
    assert store.studied() == set()
    assert store.marks() == {}
    for _ in range(count):
        assert store.redo(any_card, NOON)
    assert store.redo(any_card, NOON) is None
    assert store.log() == log
    assert store.marks() == marks
    store.close()
    assert rows(old, STATES) == states


def test_a_copy_is_made_before_the_tables_change(old: Path) -> None:
    seen: list[list[tuple[Any, ...]]] = []
    Store.open(old, lambda: seen.append(rows(old, "PRAGMA user_version"))).close()
    assert len(seen) == 1
    assert seen[0][0][0] < CURRENT
    Store.open(old, lambda: pytest.fail("it is up to date")).close()


def test_a_copy_that_cannot_be_made_leaves_the_old_database(old: Path) -> None:
    before = old.read_bytes()

    def fail() -> None:
        raise BackupError("the disk is full")

    with pytest.raises(BackupError):
        Store.open(old, fail)
    assert old.read_bytes() == before
