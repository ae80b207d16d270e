import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from sctui.errors import CollectionError, HomeError
from sctui.store import database
from sctui.store.store import Store
from tests.unit.store.answers import FIRST, of


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
    assert "sctui doctor" in raised.value.hint
    assert file.read_bytes() == before


def test_a_damaged_database_is_told(file: Path, store: Store) -> None:
    for number in range(200):
        store.record(of(f"card-{number}", FIRST))
    store.close()
    content = file.read_bytes()
    file.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with pytest.raises(CollectionError, match="malformed") as raised:
        Store.open(file)
    assert "backup" in raised.value.hint


def test_a_folder_in_the_place_of_the_database_is_told(file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(CollectionError, match="is a folder") as raised:
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
