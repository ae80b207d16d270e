"""Room for the write-ahead log."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from sctui.store import room
from sctui.store.room import make_room
from sctui.store.store import Store
from tests.unit.store.answers import FIRST, of

_FULL = 1000 * 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "collection.db"


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def test_the_log_has_its_length_and_does_not_grow_by_answers(path: Path) -> None:
    with closing(Store.open(path)) as store:
        store.ensure()
        make_room(path)
        length = _log(path).stat().st_size
        assert length >= _FULL
        store.record(FIRST)
        assert _log(path).stat().st_size == length
        assert store.reviews() == [FIRST]


def test_nothing_of_it_stays_in_the_database(path: Path) -> None:
    with closing(Store.open(path)) as store:
        store.record(of("one", FIRST))
        make_room(path)
        make_room(path)
        with closing(sqlite3.connect(path)) as other:
            assert other.execute("SELECT count(*) FROM contents").fetchone() == (0,)
            assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert path.stat().st_size < _FULL
    with closing(Store.open(path)) as store:
        assert [review.card for review in store.reviews()] == ["one"]


def test_answers_stand_where_the_program_is_killed_behind_it(path: Path, tmp_path: Path) -> None:
    with closing(Store.open(path)) as store:
        store.record(of("one", FIRST))
        make_room(path)
        store.record(of("two", FIRST))
        copy = tmp_path / "copy" / path.name
        copy.parent.mkdir()
        for file in (path, _log(path)):  # what lies on the disk
            copy.with_name(file.name).write_bytes(file.read_bytes())
    with closing(Store.open(copy)) as store:
        assert [review.card for review in store.reviews()] == ["one", "two"]


def test_a_database_that_nobody_has_open_is_left_alone(path: Path) -> None:
    make_room(path)
    assert not path.exists()
    Store.open(path).close()
    with closing(Store.open(path)) as store:
        store.ensure()
    make_room(path)
    assert not _log(path).exists()


def test_whoever_writes_comes_first(path: Path) -> None:
    with closing(Store.open(path)) as store:
        store.ensure()
        with closing(sqlite3.connect(path, isolation_level=None)) as writing:
            writing.execute("BEGIN IMMEDIATE")
            make_room(path)
            writing.execute("ROLLBACK")
        assert _log(path).stat().st_size < _FULL


def test_a_disk_that_is_small_keeps_its_room_for_others(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "disk_usage", lambda _folder: SimpleNamespace(free=10 * _FULL))
    with closing(Store.open(path)) as store:
        store.ensure()
        make_room(path)
        assert _log(path).stat().st_size < _FULL
