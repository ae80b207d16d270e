import sqlite3
from pathlib import Path

import pytest

from sctui.errors import CollectionError
from sctui.store import migrations
from sctui.store.database import connect
from sctui.store.migrations import CURRENT, is_current, migrate
from sctui.store.store import Store


def columns(path: Path, table: str) -> list[str]:
    connection = sqlite3.connect(path)
    try:
        return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    finally:
        connection.close()


def make(file: Path) -> None:
    store = Store(file)
    store.ensure()
    store.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "collection.db"


def test_a_new_database_has_the_current_version_and_strict_tables(file: Path) -> None:
    connection = connect(file)
    assert not is_current(connection, file)
    migrate(connection)
    assert is_current(connection, file)
    tables = connection.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
    assert {
        (name, strict) for name, strict in tables if name in {"cards", "states", "reviews", "undone"}
    } == {
        ("cards", 1),
        ("states", 1),
        ("reviews", 1),
        ("undone", 1),
    }
    connection.close()


def test_migrating_twice_changes_nothing(file: Path) -> None:
    connection = connect(file)
    migrate(connection)
    version = connection.execute("PRAGMA schema_version").fetchone()
    migrate(connection)
    assert connection.execute("PRAGMA schema_version").fetchone() == version
    connection.close()


def test_a_step_that_fails_leaves_the_version_before_it(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connection = connect(file)
    migrate(connection)
    broken = "CREATE TABLE half_done (a INTEGER) STRICT;\nINSERT INTO no_such_table VALUES (1);\n"
    monkeypatch.setattr(migrations, "_scripts", lambda: iter([(CURRENT + 1, broken)]))
    with pytest.raises(sqlite3.OperationalError, match="no_such_table"):
        migrate(connection)
    assert connection.execute("PRAGMA user_version").fetchone() == (CURRENT,)
    connection.close()
    assert columns(file, "half_done") == []


def test_a_later_step_brings_an_older_database_up_to_date(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(file)
    step = "ALTER TABLE cards ADD COLUMN note TEXT;\n"
    first = list(migrations._scripts())
    monkeypatch.setattr(migrations, "_scripts", lambda: iter([*first, (CURRENT + 1, step)]))
    monkeypatch.setattr(migrations, "CURRENT", CURRENT + 1)
    store = Store.open(file)
    store.close()
    assert columns(file, "cards") == ["key", "id", "becomes", "note"]


def test_cards_that_fell_due_before_1970_are_filed_as_well(file: Path) -> None:
    connection = connect(file)
    migrate(connection, 3)
    connection.execute("INSERT INTO cards (key, id) VALUES (1, 'card')")
    connection.execute("INSERT INTO states VALUES (1, 2, NULL, 1.0, 5.0, -5, -9, 1, 0, NULL)")
    migrate(connection)
    assert connection.execute("SELECT filed, due FROM states").fetchall() == [(-5, -5)]
    connection.close()


def test_a_newer_database_is_left_as_it_is(file: Path) -> None:
    make(file)
    connection = sqlite3.connect(file)
    connection.execute(f"PRAGMA user_version = {CURRENT + 1}")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(CollectionError, match="newer sctui") as raised:
        Store.open(file)
    assert "Update sctui" in raised.value.hint
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_another_program_s_database_is_left_as_it_is(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE theirs (a)")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(CollectionError, match="another program"):
        Store.open(file)
    assert file.read_bytes() == before


def test_a_comment_or_trigger_is_no_place_to_cut_a_script() -> None:
    script = "-- one; two\nCREATE TABLE t (a);\nCREATE TRIGGER x BEFORE UPDATE ON t\nBEGIN SELECT 1; END;\n"
    assert len(list(migrations._statements(script))) == 2
