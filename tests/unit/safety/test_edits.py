"""Edits of files beside a program that writes to the same files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sctui.errors import ChangedMeanwhileError
from sctui.locations import Home
from sctui.safety.edits import edit_files
from sctui.store.store import Store

_NOW = 1


@pytest.fixture
def home(tmp_path: Path) -> Home:
    (tmp_path / "a.txt").write_bytes(b"old")
    (tmp_path / "b.txt").write_bytes(b"old")
    return Home(tmp_path)


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    store = Store.open(home.database)
    store.ensure()
    yield store
    store.close()


def _undoes_nothing(store: Store) -> bool:
    return store.undo(lambda _card: True, _NOW, put=lambda _edits: None) is None


def test_what_was_written_since_a_file_was_read_stays(home: Home, store: Store) -> None:
    file = home.folder / "a.txt"
    file.write_bytes(b"another's")
    with pytest.raises(ChangedMeanwhileError, match=r"a\.txt: was changed meanwhile"):
        edit_files(home, store, {"a.txt": b"new", "b.txt": b"new"}, _NOW, {file: "old"})
    assert file.read_bytes() == b"another's"
    assert (home.folder / "b.txt").read_bytes() == b"old"
    assert _undoes_nothing(store)


def test_what_is_written_while_an_act_is_put_into_the_journal_stays(
    home: Home, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_edits, file = Store.keep_edits, home.folder / "a.txt"

    def keep_slowly(*given: object) -> int:
        key = keep_edits(*given)  # type: ignore[arg-type]  # as it was called
        file.write_bytes(b"another's")
        return key

    monkeypatch.setattr(Store, "keep_edits", keep_slowly)
    with pytest.raises(ChangedMeanwhileError):
        edit_files(home, store, {"b.txt": b"new", "a.txt": b"new"}, _NOW, {file: "old"})
    assert file.read_bytes() == b"another's"
    assert (home.folder / "b.txt").read_bytes() == b"old"
    assert not list(home.folder.glob(".*.tmp"))
    assert _undoes_nothing(store)
