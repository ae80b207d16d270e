import sqlite3
import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sctui.errors import CollectionError, HomeError
from sctui.model.review import MemoryState, Phase, Rating, Review
from sctui.store import database
from sctui.store.store import StaleStateError, Store
from tests.small_collection import MINUTE, NOON

NEW = MemoryState("card")
BEGUN = MemoryState("card", Phase.LEARNING, 1, 2.3065, 2.1181, NOON + 10 * MINUTE, NOON, 1, 0)
LEARNED = MemoryState("card", Phase.REVIEW, None, 2.3065, 2.11, NOON + 99 * MINUTE, NOON + MINUTE, 2, 0)
FIRST = Review("card", NOON, Rating.GOOD, 2500, NEW, BEGUN)
SECOND = Review("card", NOON + MINUTE, Rating.GOOD, 900, BEGUN, LEARNED)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "home" / "collection.db"


@pytest.fixture
def store(file: Path) -> Iterator[Store]:
    store = Store.open(file)
    yield store
    store.close()


def any_card(_: str) -> bool:
    return True


def of(card: str, review: Review) -> Review:
    before, after = replace(review.before, card=card), replace(review.after, card=card)
    return replace(review, card=card, before=before, after=after)


def test_opening_writes_nothing(file: Path, store: Store) -> None:
    assert store.state("card") == NEW
    assert store.studied() == set()
    assert store.due_before(NOON) == []
    assert store.answers_since(0) == []
    assert store.reviews() == []
    assert not file.parent.exists()


def test_an_answer_is_state_and_log(store: Store) -> None:
    assert store.record(FIRST) == 1
    assert store.record(SECOND) == 2
    assert store.state("card") == LEARNED
    assert store.reviews() == [FIRST, SECOND]
    assert store.answers_since(NOON + 1) == [("card", Phase.LEARNING)]


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
    store.record(FIRST)
    store.record(SECOND)
    assert store.undo(any_card, NOON) == (2, SECOND)
    assert store.state("card") == BEGUN
    assert store.undo(any_card, NOON) == (1, FIRST)
    assert store.state("card") == NEW
    assert store.undo(any_card, NOON) is None
    assert store.reviews() == []


def test_undone_answers_stay_in_the_log(file: Path, store: Store) -> None:
    store.record(FIRST)
    store.undo(any_card, NOON + 5)
    store.record(FIRST)
    connection = sqlite3.connect(file)
    assert connection.execute("SELECT count(*) FROM reviews").fetchone() == (2,)
    assert connection.execute("SELECT review, at FROM undone").fetchall() == [(1, NOON + 5)]
    connection.close()
    assert store.answers_since(0) == [("card", Phase.NEW)]


def test_undoing_looks_only_at_the_given_cards(store: Store) -> None:
    store.record(of("a", FIRST))
    store.record(of("b", FIRST))
    undone = store.undo(lambda card: card == "a", NOON)
    assert undone is not None
    assert undone[1].card == "a"
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
        "UPDATE reviews SET rating = 1",
        "DELETE FROM undone",
        "UPDATE undone SET at = 0",
        "INSERT OR REPLACE INTO reviews SELECT * FROM reviews WHERE id = 1",
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


def test_a_file_in_the_way_of_home_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("not a folder")
    with pytest.raises(HomeError, match="is not a folder") as raised:
        Store.open(tmp_path / "home" / "collection.db")
    assert "--home" in raised.value.hint


def test_a_write_protected_home_is_told_at_once(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(HomeError, match="write-protected"):
        Store.open(file)
    assert not file.parent.exists()


def test_no_database_is_told_and_kept(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("notes of mine, " * 100)
    before = file.read_bytes()
    with pytest.raises(CollectionError, match="not a database") as raised:
        Store.open(file)
    assert "Move the file away" in raised.value.hint
    assert file.read_bytes() == before


def test_a_damaged_database_is_told(file: Path, store: Store) -> None:
    for number in range(200):
        store.record(of(f"card-{number}", FIRST))
    store.close()
    content = file.read_bytes()
    file.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    damaged = Store.open(file)
    with pytest.raises(CollectionError, match="malformed") as raised:
        damaged.reviews()
    assert "backup" in raised.value.hint
    damaged.close()


def test_a_folder_in_the_place_of_the_database_is_told(file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(CollectionError, match="unable to open") as raised:
        Store.open(file)
    assert raised.value.hint


def test_a_locked_database_is_told(file: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.ensure()
    monkeypatch.setattr(database, "_PATIENCE", 0.05)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(CollectionError, match="locked") as raised:
        Store.open(file)
    assert "Another program" in raised.value.hint
    other.close()
    Store.open(file).close()


_READ_ONLY = """
import sys
from pathlib import Path
from sctui.errors import SctuiError
from sctui.store import database
from sctui.store.store import Store
connect = database.sqlite3.connect
def read_only(path, **options):
    return connect(f"file:{path}?mode=ro", uri=True, **options)
database.sqlite3.connect = read_only
try:
    Store.open(Path(sys.argv[1]))
except SctuiError as error:
    print(type(error).__name__, error.message, error.hint)
"""


def test_a_database_that_cannot_be_written_is_told_at_once(file: Path, store: Store) -> None:
    # file modes do not stop the super-user that tests may run as; a read-only connection fails the same way
    store.record(FIRST)
    store.close()
    done = subprocess.run(
        [sys.executable, "-c", _READ_ONLY, str(file)], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("CollectionError")
    assert "readonly" in done.stdout
    assert "write-protected" in done.stdout


def test_a_current_database_opens_without_sqlite_utils(file: Path, store: Store) -> None:
    store.record(FIRST)
    store.close()
    program = (
        "import sys; from pathlib import Path; from sctui.store.store import Store;"
        "store = Store.open(Path(sys.argv[1])); print(store.studied(), 'sqlite_utils' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(file)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "{'card'} False"


def test_what_is_studied_keeps_up_with_us_and_with_others(file: Path, store: Store) -> None:
    store.record(of("ours", FIRST))
    assert store.studied() == {"ours"}
    other = Store.open(file)
    other.record(of("theirs", FIRST))
    assert store.studied() == {"ours", "theirs"}
    store.undo(lambda card: card == "ours", NOON)
    assert store.studied() == other.studied() == {"theirs"}
    other.close()
