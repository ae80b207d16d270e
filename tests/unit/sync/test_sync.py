import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sctui.cli.commands import cli
from sctui.errors import SyncError
from sctui.locations import Home
from sctui.safety import this_machine
from sctui.safety.opening import open_store
from sctui.scheduler.replay import replay
from sctui.store.store import Store
from sctui.sync.cipher import Cipher
from sctui.sync.segment import Segment, TornError, packed, unpacked
from sctui.sync.target import target_at
from tests.small_collection import DAY
from tests.sync_soak import soak
from tests.unit.safety.conftest import answer, studied
from tests.unit.store.answers import FIRST, any_card, of

SEGMENT = Segment("desk", 3, 99, [["answer", 99, "一"]])


def test_a_soak_of_three_devices_ends_with_all_equal(tmp_path: Path) -> None:
    done = soak(tmp_path, 250, seed=5)
    assert done["sync"] > 5
    assert done["grade"] > 80


def test_a_soak_through_an_encrypted_target(tmp_path: Path) -> None:
    soak(tmp_path, 40, seed=6, cipher=Cipher("a passphrase"))
    assert not any(b"card-" in file.read_bytes() for file in (tmp_path / "shared").rglob("*.segment"))


@pytest.mark.parametrize("secret", [None, "secret"])
def test_a_segment_comes_back_and_every_damage_shows(secret: str | None) -> None:
    cipher = Cipher(secret) if secret else None
    data = packed(SEGMENT, cipher)
    assert unpacked(data, cipher) == SEGMENT
    for cut in range(0, len(data), 7):
        with pytest.raises(TornError):
            unpacked(data[:cut], cipher)
    for place in range(0, len(data), 3):
        changed = bytearray(data)
        changed[place] ^= 1
        with pytest.raises((TornError, SyncError)):
            unpacked(bytes(changed), cipher)


def test_another_passphrase_or_none_is_told() -> None:
    data = packed(SEGMENT, Cipher("right"))
    with pytest.raises(SyncError, match="not the one of the target"):
        unpacked(data, Cipher("wrong"))
    with pytest.raises(SyncError, match="is encrypted"):
        unpacked(data, None)


def test_a_newer_format_is_told() -> None:
    with pytest.raises(SyncError, match="newer sctui"):
        unpacked(b"sctui-segment-2 00 plain\n", None)


@pytest.fixture
def homes(tmp_path: Path) -> list[Home]:
    homes = [Home(tmp_path / name) for name in ("desk", "laptop")]
    for number, home in enumerate(homes):
        home.folder.mkdir()
        answer(home, f"card-{number}")
    (tmp_path / "shared").mkdir()
    return homes


def run(home: Home, target: object, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--home", str(home.folder), "sync", str(target), *words])


def test_two_homes_meet_in_a_folder_and_nothing_is_overwritten(homes: list[Home], tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    assert "Sent 1 change; received 0 reviews" in run(homes[0], shared).output
    files = {file: file.read_bytes() for file in shared.rglob("*.segment")}
    assert "Sent 1 change; received 1 review, 1 card rescheduled" in run(homes[1], shared).output
    run(homes[0], shared)
    again = run(homes[0], shared)
    assert "Sent 0 changes; received 0 reviews" in again.output
    assert studied(homes[0]) == studied(homes[1]) == {"card-0", "card-1"}
    assert {file: file.read_bytes() for file in files} == files


@pytest.mark.parametrize("address", ["memory://shared", "file://{}/shared"])
def test_an_address_of_fsspec_s_works_as_a_folder_does(
    homes: list[Home], tmp_path: Path, address: str
) -> None:
    address = address.format(tmp_path)
    for home in (*homes, *homes):
        assert run(home, address).exit_code == 0
    assert studied(homes[0]) == studied(homes[1]) == {"card-0", "card-1"}


def test_a_copied_home_is_another_device_and_counts_nothing_twice(homes: list[Home], tmp_path: Path) -> None:
    shutil.copytree(homes[0].folder, tmp_path / "copy")
    copy = Home(tmp_path / "copy")
    answer(copy, "later")
    for home in (homes[0], copy, homes[0], copy):
        done = run(home, tmp_path / "shared")
        assert done.exit_code == 0
    assert len(list((tmp_path / "shared").iterdir())) == 2
    for home in (homes[0], copy):
        store = Store.open(home.database)
        assert [review.card for review in store.reviews()] == ["card-0", "later"]
        store.close()
        told = CliRunner().invoke(cli, ["--home", str(home.folder), "doctor"]).output
        assert "Nothing is wrong" in told


def test_a_restored_home_gets_its_later_answers_back(homes: list[Home], tmp_path: Path) -> None:
    home, runner = homes[0], CliRunner()
    runner.invoke(cli, ["--home", str(home.folder), "backup"])
    answer(home, "later")
    run(home, tmp_path / "shared")
    runner.invoke(cli, ["--home", str(home.folder), "restore", "2", "--yes"])
    name = min(file.stem for file in home.backups.glob("*asked.zip"))
    runner.invoke(cli, ["--home", str(home.folder), "restore", name, "--yes"])
    assert studied(home) == {"card-0"}
    assert run(home, tmp_path / "shared").exit_code == 0
    assert studied(home) == {"card-0", "later"}


def test_a_share_that_is_gone_is_told_and_not_made(homes: list[Home], tmp_path: Path) -> None:
    done = run(homes[0], tmp_path / "unplugged")
    assert done.exit_code == 1
    assert "no such folder" in str(done.exception)
    assert not (tmp_path / "unplugged").exists()


def test_a_share_that_goes_away_in_between_is_told(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    target = target_at(str(tmp_path / "share"))
    (tmp_path / "share").rmdir()
    with pytest.raises(SyncError, match="gone"):
        target.write("desk/00000001.segment", b"x")
    assert not (tmp_path / "share").exists()


def test_an_address_that_cannot_be_reached_is_told(homes: list[Home]) -> None:
    done = run(homes[0], "no-such-protocol://host/path")
    assert done.exit_code == 1
    assert isinstance(done.exception, SyncError)
    assert "Nothing is lost" in done.exception.hint


def test_a_segment_that_is_not_whole_is_told_and_read_later(homes: list[Home], tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    run(homes[0], shared)
    (file,) = shared.rglob("*.segment")
    whole = file.read_bytes()
    file.write_bytes(whole[:-9])
    half = run(homes[1], shared)
    assert half.exit_code == 1
    assert "not whole yet" in half.output
    file.write_bytes(whole)
    assert "received 1 review" in run(homes[1], shared).output


def test_answers_in_a_copy_of_a_home_that_had_synced_reach_the_other(
    homes: list[Home], tmp_path: Path
) -> None:
    shared = tmp_path / "shared"
    run(homes[0], shared)
    copy = Home(tmp_path / "copy")
    shutil.copytree(homes[0].folder, copy.folder)
    open_store(copy, lambda: 0).close()  # as the program opens it: what follows is another device's
    answer(copy, "in the copy")
    answer(homes[0], "at home")
    assert "Sent 1 change;" in run(copy, shared).output
    assert "Sent 1 change; received 1 review" in run(homes[0], shared).output
    assert "Sent 0 changes; received 1 review" in run(copy, shared).output
    answer(copy, "later")
    assert "Sent 1 change; received 0 reviews" in run(copy, shared).output
    assert "Sent 0 changes; received 1 review" in run(homes[0], shared).output
    assert studied(homes[0]) == studied(copy) == {"card-0", "in the copy", "at home", "later"}
    assert "Sent 0 changes; received 3 reviews" not in run(homes[0], shared).output


def test_a_machine_that_looks_like_another_one_each_time_sends_all(
    homes: list[Home], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared, numbers = tmp_path / "shared", iter(range(99))
    monkeypatch.setattr(this_machine, "_machine", lambda: str(next(numbers)))
    for card in "abc":
        answer(homes[0], card)
        assert run(homes[0], shared).exit_code == 0
        run(homes[1], shared)
        assert studied(homes[0]) <= studied(homes[1])
    run(homes[0], shared)
    assert studied(homes[0]) == studied(homes[1])


def test_what_came_from_a_clock_ahead_does_not_hold_back_answers_after_a_restore(
    homes: list[Home], tmp_path: Path
) -> None:
    home, shared, runner = homes[0], tmp_path / "shared", CliRunner()
    run(home, shared)
    runner.invoke(cli, ["--home", str(home.folder), "backup"])
    (backup,) = home.backups.glob("*asked.zip")
    store = Store.open(home.database)
    store.record(replace(of("ahead", FIRST), at=FIRST.at + 3000 * DAY))
    store.close()
    run(home, shared)
    runner.invoke(cli, ["--home", str(home.folder), "restore", backup.stem, "--yes"])
    answer(home, "after")
    run(home, shared)
    run(homes[1], shared)
    assert studied(homes[1]) == {"card-0", "card-1", "ahead", "after"}


def test_what_was_done_before_a_home_moved_can_be_undone(homes: list[Home], tmp_path: Path) -> None:
    run(homes[0], tmp_path / "shared")
    moved = Home(tmp_path / "moved")
    homes[0].folder.rename(moved.folder)
    store = open_store(moved, lambda: 0)
    assert store.undo(any_card, FIRST.at + 1, replay=replay)
    assert store.studied() == set()
    assert store.redo(any_card, FIRST.at + 2, replay=replay)
    assert store.studied() == {"card-0"}
    store.close()
    assert "Sent 2 changes" in run(moved, tmp_path / "shared").output  # undone and done again
