"""A connection that breaks off while a segment is sent: nothing is lost, and nobody waits for its rest for ever."""

from dataclasses import replace
from pathlib import Path

import pytest

from sctui.errors import SyncError
from sctui.locations import Home
from sctui.store.store import Store
from sctui.sync import target
from tests.small_collection import DAY
from tests.unit.safety.conftest import answer, studied
from tests.unit.store.answers import FIRST, of
from tests.unit.sync.two_machines import other, run, shared

__all__ = ["shared"]  # a fixture


def break_off(monkeypatch: pytest.MonkeyPatch, home: Home) -> None:
    """Sync, and let half of what is sent arrive."""

    def half(path: Path, data: bytes) -> None:
        path.write_bytes(data[: len(data) // 2])
        raise SyncError("connection lost")

    with monkeypatch.context() as patch:
        patch.setattr(target, "write_atomically", half)
        assert isinstance(run(home, "sync").exception, SyncError)


def test_what_arrived_half_is_sent_again_and_nobody_waits_for_its_rest(
    monkeypatch: pytest.MonkeyPatch, home: Home, shared: Path
) -> None:
    answer(home, "later")
    for _ in range(2):
        break_off(monkeypatch, home)
    waiting = run(other(home), "sync")
    assert waiting.exit_code == 1
    assert "is not whole yet" in waiting.output
    assert "Sent 1 change" in run(home, "sync").output
    assert "Sent 0 changes" in run(home, "sync").output
    after = run(other(home), "sync")
    assert after.exit_code == 0, after.output
    assert "later" in studied(other(home))
    assert run(Home(shared.parent / "third"), "sync").exit_code == 0


def test_what_the_collection_does_not_know_of_is_left_alone_until_it_is_whole(
    home: Home, shared: Path
) -> None:
    run(home, "backup")
    (backup,) = home.backups.glob("*asked.zip")
    answer(home, "later")
    run(home, "sync")
    newest = max(shared.rglob("*.segment"), key=lambda file: (len(file.parts), file.stat().st_mtime_ns))
    whole = newest.read_bytes()
    run(home, "restore", backup.stem, "--yes")
    assert "later" not in studied(home)
    newest.write_bytes(whole[:-9])  # it is still on its way back
    store = Store.open(home.database)
    store.record(replace(of("after", FIRST), at=FIRST.at + 3000 * DAY))
    store.close()
    run(home, "sync")
    assert newest.read_bytes() == whole[:-9]
    newest.write_bytes(whole)
    run(home, "sync")
    assert {"later", "after"} <= studied(home)
    run(other(home), "sync")
    assert {"later", "after"} <= studied(other(home))


def test_what_was_read_whole_once_is_not_taken_for_half(
    monkeypatch: pytest.MonkeyPatch, home: Home, shared: Path
) -> None:
    read, seen = target.FolderTarget.read, set[str]()

    def only_once(self: target.FolderTarget, name: str) -> bytes:
        data = read(self, name)
        again = name in seen
        seen.add(name)
        return data[: len(data) // 2] if again else data

    answer(home, "later")
    assert "Sent 1 change" in run(home, "sync").output
    answer(home, "last")
    before = {file: file.read_bytes() for file in shared.rglob("*.segment")}
    with monkeypatch.context() as patch:
        patch.setattr(target.FolderTarget, "read", only_once)
        assert "Sent 1 change" in run(home, "sync").output
    assert {file: file.read_bytes() for file in before} == before
    assert run(other(home), "sync").exit_code == 0
    assert {"later", "last"} <= studied(other(home))


def test_what_was_given_again_once_is_not_lost_when_that_comes_in_half(
    monkeypatch: pytest.MonkeyPatch, home: Home, shared: Path
) -> None:
    for card in ("first", "second"):
        answer(home, card)
        assert run(home, "sync").exit_code == 0
    *_, first, second = sorted(file.relative_to(shared).as_posix() for file in shared.rglob("*.segment"))
    sync_badly(monkeypatch, home, hidden=second, half=first)
    (again,) = {file.relative_to(shared).as_posix() for file in shared.rglob("*4.segment")}
    sync_badly(monkeypatch, home, half=again)
    assert run(other(home), "sync").exit_code == 0
    assert {"first", "second"} <= studied(other(home))


def sync_badly(monkeypatch: pytest.MonkeyPatch, home: Home, half: str, hidden: str = "") -> None:
    """Sync where one segment comes in half, and another is not seen."""
    read, names = target.FolderTarget.read, target.FolderTarget.names

    def half_of_one(self: target.FolderTarget, name: str) -> bytes:
        data = read(self, name)
        return data[: len(data) // 2] if name == half else data

    with monkeypatch.context() as patch:
        patch.setattr(target.FolderTarget, "read", half_of_one)
        patch.setattr(
            target.FolderTarget, "names", lambda self: [one for one in names(self) if one != hidden]
        )
        assert run(home, "sync").exit_code == 0
