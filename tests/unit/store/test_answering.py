"""What an answer looks up and writes, and what it leaves for later: others and the index must not suffer by it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sctui.model.change import Marks
from sctui.model.review import Review
from sctui.scheduler import acts
from sctui.store.states import StaleStateError
from sctui.store.store import Store
from tests.small_collection import DAY, MINUTE, NOON
from tests.unit.store.answers import BEGUN, FIRST, LEARNED, SECOND, any_card, of

LATER = replace(SECOND, at=NOON + DAY, before=LEARNED, after=replace(LEARNED, due=NOON + 9 * DAY, reps=3))


def rows(file: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(query).fetchall()


def ask(store: Store, review: Review) -> None:
    """As a session does before an answer."""
    store.changed()
    assert store.state(review.card) == review.before


def flag(store: Store) -> None:
    store.change([acts.flagged("card", Marks(), NOON + 5 * MINUTE, 1)])


def answer_another_card(store: Store) -> None:
    later = replace(BEGUN, card="theirs", last_review=NOON + DAY)
    store.record(replace(of("theirs", FIRST), at=NOON + DAY, after=later))


def log_and_take_back(store: Store) -> None:
    answer_another_card(store)
    store.undo(any_card, NOON + 2 * DAY)


@pytest.fixture
def asked(store: Store) -> Store:
    """A card was answered and is asked again."""
    ask(store, FIRST)
    store.record(FIRST)
    ask(store, SECOND)
    return store


def test_nothing_is_looked_up_again_where_nobody_wrote(asked: Store) -> None:
    said: list[str] = []
    assert asked._connection is not None
    asked._connection.set_trace_callback(said.append)
    asked.record(SECOND)
    assert [words.split()[0] for words in said] == ["BEGIN", "PRAGMA", "UPDATE", "INSERT", "COMMIT"]
    assert asked.reviews() == [FIRST, SECOND]


@pytest.mark.parametrize("act", [flag, answer_another_card, log_and_take_back])
@pytest.mark.parametrize("elsewhere", [False, True], ids=["here", "elsewhere"])
def test_an_answer_stands_behind_all_that_was_done_since_its_card_was_asked(
    asked: Store, file: Path, act: Callable[[Store], None], *, elsewhere: bool
) -> None:
    writer = Store.open(file) if elsewhere else asked
    act(writer)
    (before,) = rows(file, _LAST)[0]
    number = asked.record(SECOND)
    assert number > before
    assert number == rows(file, _LAST)[0][0]
    assert asked.state("card") == LEARNED
    if elsewhere:
        writer.close()


def test_a_card_that_another_process_began_meanwhile_is_begun_once(file: Path, store: Store) -> None:
    ask(store, of("before", FIRST))
    store.record(of("before", FIRST))
    ask(store, FIRST)
    other = Store.open(file)
    other.record(FIRST)
    other.close()
    with pytest.raises(StaleStateError):
        store.record(FIRST)
    ask(store, SECOND)
    store.record(SECOND)
    assert store.state("card") == LEARNED
    assert rows(file, "SELECT id FROM cards ORDER BY key") == [("before",), ("card",)]


def test_a_card_that_is_put_off_stays_where_the_index_has_it_until_the_end(file: Path, asked: Store) -> None:
    asked.record(SECOND)
    asked.record(LATER)
    assert rows(file, _FILED) == [(BEGUN.due, LATER.after.due)]
    assert asked.due_before(NOON + 8 * DAY) == []
    assert asked.due_before(NOON + 10 * DAY) == [LATER.after]
    asked.close()
    assert rows(file, _FILED) == [(LATER.after.due, LATER.after.due)]
    asked.ensure()
    assert asked.due_before(NOON + 8 * DAY) == []
    assert asked.due_before(NOON + 10 * DAY) == [LATER.after]


def test_a_card_that_falls_due_sooner_is_found_at_once(file: Path, asked: Store) -> None:
    sooner = replace(LEARNED, due=NOON + 2 * MINUTE)
    asked.record(replace(SECOND, after=sooner))
    assert rows(file, _FILED) == [(sooner.due, sooner.due)]
    assert asked.due_before(NOON + 3 * MINUTE) == [sooner]
    asked.undo(any_card, NOON + 2 * MINUTE)
    assert asked.due_before(NOON + 11 * MINUTE) == [BEGUN]


def test_while_another_program_writes_the_index_is_left_for_the_next_time(file: Path, asked: Store) -> None:
    asked.record(SECOND)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        asked.close()
    assert rows(file, _FILED) == [(BEGUN.due, LEARNED.due)]
    again = Store.open(file)
    ask(again, LATER)
    again.record(LATER)
    again.close()
    assert rows(file, _FILED) == [(LATER.after.due, LATER.after.due)]


def test_a_file_that_another_one_was_put_in_the_place_of_is_left_alone(file: Path, asked: Store) -> None:
    asked.record(SECOND)
    said: list[str] = []
    assert asked._connection is not None
    asked._connection.set_trace_callback(said.append)
    file.rename(file.with_name("former.db"))
    file.write_bytes(b"")
    asked.close()
    assert said == []


_LAST = "SELECT max(key) FROM (SELECT key FROM reviews UNION SELECT key FROM changes UNION SELECT key FROM reversals)"
_FILED = "SELECT filed, due FROM states"
