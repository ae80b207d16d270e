import sqlite3
from collections import deque
from dataclasses import replace
from pathlib import Path

import pytest

from sctui.errors import CollectionError
from sctui.model.review import Phase
from sctui.scheduler.replay import replay
from sctui.store import database
from sctui.store.states import StaleStateError
from sctui.store.store import Store
from sctui.store.undo import Undone
from tests.small_collection import DAY, MINUTE, NOON
from tests.unit.store.answers import BEGUN, FIRST, LEARNED, NEW, SECOND, any_card, of


def test_opening_writes_nothing(file: Path, store: Store) -> None:
    assert store.state("card") == NEW
    assert store.studied() == set()
    assert store.due_before(NOON) == []
    assert store.answers_between(0, NOON + DAY) == []
    assert store.reviews() == []
    assert not file.parent.exists()


def test_an_answer_is_state_and_log(store: Store) -> None:
    assert store.record(FIRST) == NOON << 8
    assert store.record(SECOND) == NOON + MINUTE << 8
    assert store.state("card") == LEARNED
    assert store.reviews() == [FIRST, SECOND]
    assert store.answers_between(NOON + 1, NOON + DAY) == [("card", Phase.LEARNING)]


def test_what_was_written_is_there_when_opened_again(file: Path, store: Store) -> None:
    store.record(FIRST)
    store.close()
    again = Store.open(file)
    assert again.state("card") == BEGUN
    assert again.reviews() == [FIRST]
    again.close()


def test_due_cards_come_earliest_first(store: Store) -> None:
    store.record(of("late", FIRST))
    store.record(replace(of("soon", FIRST), after=replace(BEGUN, card="soon", due=NOON + MINUTE)))
    assert [state.card for state in store.due_before(NOON + 11 * MINUTE)] == ["soon", "late"]
    assert [state.card for state in store.due_before(NOON + 10 * MINUTE)] == ["soon"]


def test_undoing_takes_back_one_answer_after_the_other(store: Store) -> None:
    numbers = [store.record(FIRST), store.record(SECOND)]
    assert store.undo(any_card, NOON) == Undone(SECOND, numbers[1])
    assert store.state("card") == BEGUN
    assert store.undo(any_card, NOON) == Undone(FIRST, numbers[0])
    assert store.state("card") == NEW
    assert store.undo(any_card, NOON) is None
    assert store.reviews() == []


def test_undone_answers_stay_in_the_log(file: Path, store: Store) -> None:
    store.record(FIRST)
    store.undo(any_card, NOON + 5)
    store.record(FIRST)
    connection = sqlite3.connect(file)
    assert connection.execute("SELECT count(*) FROM reviews").fetchone() == (2,)
    assert connection.execute("SELECT batch, at FROM reversals").fetchall() == [(NOON << 8, NOON + 5)]
    connection.close()
    assert store.answers_between(0, NOON + DAY) == [("card", Phase.NEW)]


def test_undoing_looks_only_at_the_given_cards(store: Store) -> None:
    store.record(of("a", FIRST))
    store.record(of("b", FIRST))
    undone = store.undo(lambda card: card == "a", NOON)
    assert undone is not None
    assert undone.review is not None
    assert undone.review.card == "a"
    assert store.studied() == {"b"}


def test_an_answer_to_a_state_that_has_changed_is_refused_whole(store: Store) -> None:
    store.record(FIRST)
    for stale in (FIRST, replace(SECOND, before=replace(BEGUN, reps=7))):
        with pytest.raises(StaleStateError):
            store.record(stale)
    assert store.reviews() == [FIRST]
    assert store.state("card") == BEGUN


def test_undoing_after_the_file_was_edited_by_hand_is_refused(file: Path, store: Store) -> None:
    store.record(FIRST)
    connection = sqlite3.connect(file)
    connection.execute("UPDATE states SET reps = 9")
    connection.commit()
    connection.close()
    with pytest.raises(CollectionError, match="not the one its last answer left"):
        store.undo(any_card, NOON)
    assert store.reviews() == [FIRST]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM reviews",
        "UPDATE reviews SET duration = 1",
        "DELETE FROM reversals",
        "UPDATE reversals SET skew = 0",
        "INSERT OR REPLACE INTO reversals SELECT key, batch, is_undo, skew FROM reversals",
    ],
)
def test_the_log_can_only_grow(file: Path, store: Store, statement: str) -> None:
    store.record(FIRST)
    store.record(SECOND)
    store.undo(any_card, NOON)
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA recursive_triggers = ON")  # else REPLACE deletes without asking the triggers
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement)
    connection.close()


def test_a_full_disk_is_told_and_nothing_is_half_written(store: Store) -> None:
    store.record(FIRST)
    assert store._connection is not None
    (pages,) = store._connection.execute("PRAGMA page_count").fetchone()
    store._connection.execute(f"PRAGMA max_page_count = {pages}")
    cards = (f"card-{number}" * 40 for number in range(100))
    with pytest.raises(CollectionError, match="full") as raised:
        deque((store.record(of(card, FIRST)) for card in cards), maxlen=0)
    assert "Make room" in raised.value.hint
    log = store.reviews()
    assert {review.card for review in log} == store.studied()
    store._connection.execute(f"PRAGMA max_page_count = {pages + 10}")
    store.record(SECOND)
    assert store.reviews() == [*log, SECOND]


def test_changes_of_another_process_are_noticed(file: Path, store: Store) -> None:
    store.record(FIRST)
    store.changed()
    assert not store.changed()
    other = Store.open(file)
    other.record(SECOND)
    other.close()
    assert store.changed()
    assert not store.changed()


def test_an_answer_is_synced_before_it_is_acknowledged(store: Store) -> None:
    store.ensure()
    assert store._connection is not None
    pragma = {
        name: store._connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("synchronous", "foreign_keys", "journal_mode")
    }
    assert pragma == {"synchronous": 2, "foreign_keys": 1, "journal_mode": "wal"}


def test_a_database_that_others_are_reading_keeps_its_mode(
    file: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_PATIENCE", 0.05)
    store.record(FIRST)
    store.close()
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("PRAGMA journal_mode = DELETE")
    other.execute("BEGIN")
    other.execute("SELECT * FROM cards").fetchall()
    store.ensure()
    assert store._read("PRAGMA journal_mode") == [("delete",)]
    other.close()
    store.record(SECOND)
    assert store.reviews() == [FIRST, SECOND]


def test_what_is_studied_keeps_up_with_us_and_with_others(file: Path, store: Store) -> None:
    store.record(of("ours", FIRST))
    assert store.studied() == {"ours"}
    other = Store.open(file)
    other.record(of("theirs", FIRST))
    assert store.studied() == {"ours", "theirs"}
    store.undo(lambda card: card == "ours", NOON)
    assert store.studied() == other.studied() == {"theirs"}
    other.close()


def test_an_answer_whose_predecessor_is_lost_can_be_taken_back(file: Path, store: Store) -> None:
    store.record(FIRST)
    store.record(SECOND)
    connection = sqlite3.connect(file)
    connection.execute("DROP TRIGGER reviews_never_go")
    connection.execute("DELETE FROM reviews WHERE key = (SELECT min(key) FROM reviews)")
    connection.commit()
    connection.close()
    assert store.undo(any_card, NOON + DAY, replay=replay)
    assert store.state("card") == NEW
    assert store.redo(any_card, NOON + DAY, replay=replay)
    assert store.state("card") == LEARNED
