"""Kills, a full disk, writes cut short, a home that may only be read, a file that is locked: for real, in processes."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from sctui.locations import Home
from sctui.scheduler.replay import replay
from sctui.store.checkup import check_up
from sctui.store.store import Store
from tests.fault_soak import full, torn
from tests.fault_soak import small_disk as small_file_system
from tests.functional.grader import DECKS
from tests.kill_soak import kill
from tests.small_collection import DAY, NOON, collection_of
from tests.unit.safety.conftest import answer

ROOT = Path(__file__).parents[2]

# grades until it fails, then says how; argument: the largest file that may be written, in bytes (0: no limit)
_GRADER = """
import resource, signal, sys
from pathlib import Path
from sctui.errors import SctuiError
limit = int(sys.argv[2])
if limit:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
from tests.functional.grader import main
try:
    main(Path(sys.argv[1]), 1750075200000)
except SctuiError as error:
    print("FAILED", error, "|", error.hint, flush=True)
"""


def test_kills_at_random_moments_lose_nothing(tmp_path: Path) -> None:
    answers, faults = kill(tmp_path, 8, seed=20250616)
    assert faults == []
    assert answers > 30


def test_pages_that_were_written_in_part_cost_no_earlier_answer(tmp_path: Path) -> None:
    answers, faults = torn(tmp_path, 6, seed=20250616)
    assert faults == []
    assert answers > 6 * 20


def test_a_disk_that_fills_up_at_any_moment_is_told_and_loses_nothing(tmp_path: Path) -> None:
    with small_file_system(tmp_path / "small") as mounted:
        if not mounted:
            pytest.skip("mounting a small file system is not allowed here")
        answers, faults, said = full(tmp_path / "small", 3, seed=20250616)
    assert faults == []
    assert answers > 0
    assert any("full" in words or "No space" in words for words in said)


def grade_until_it_fails(folder: Path, limit: int = 0) -> tuple[set[int], str]:
    """The answers that were acknowledged, and what was said in the end."""
    folder.mkdir(exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-c", _GRADER, str(folder), str(limit)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    lines = done.stdout.splitlines()
    assert lines, done.stderr
    assert lines[-1].startswith("FAILED"), done.stderr
    return {int(line) for line in lines[:-1]}, lines[-1]


def assert_whole(database: Path, acknowledged: set[int]) -> None:
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert acknowledged <= {at for (at,) in connection.execute("SELECT at FROM reviews")}
    assert not [finding for finding in check_up(database, replay, NOON + 9999 * DAY) if finding.mendable]


def test_writes_that_fail_are_told_and_lose_nothing(tmp_path: Path) -> None:
    for limit in (300_000, 333_333):
        folder = tmp_path / str(limit)
        acknowledged, said = grade_until_it_fails(folder, limit)
        assert len(acknowledged) > 10
        assert "collection.db" in said
        assert_whole(folder / "collection.db", acknowledged)
        collection = collection_of(folder, DECKS)  # and there is room again
        collection.store.ensure()
        collection.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 700 kB; only where we may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=700k", "tmpfs", str(place)]
    if os.name == "nt" or os.geteuid() or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting a small file system is not allowed here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_is_told_and_loses_nothing(small_disk: Path) -> None:
    acknowledged, said = grade_until_it_fails(small_disk)
    assert len(acknowledged) > 10
    assert "full" in said
    assert "Make room" in said
    assert_whole(small_disk / "collection.db", acknowledged)
    with (small_disk / "filler").open("wb", buffering=0) as filler, suppress(OSError):
        while filler.write(b"x" * 4096):
            pass
    backup = sctui(small_disk, "backup")
    assert backup.returncode == 1
    assert "Make room on the disk" in backup.stderr
    assert not list((small_disk / "backups").glob("*"))


def sctui(home: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    done = subprocess.run(
        [sys.executable, "-m", "sctui", "--home", str(home), *words],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return done


@pytest.mark.parametrize("cut", [1, 30, 700, 4096, 4119])
def test_a_last_page_that_was_written_in_part_costs_no_earlier_answer(tmp_path: Path, cut: int) -> None:
    collection = collection_of(tmp_path / "from", DECKS)
    answer(Home(tmp_path / "from"), *(f"card-{number}" for number in range(40)))
    collection.close()
    store = Store.open(tmp_path / "from" / "collection.db")
    store.ensure()
    answer_open(store)
    home = Home(tmp_path / "torn")
    home.folder.mkdir()
    for end in ("", "-wal"):
        data = (tmp_path / "from" / f"collection.db{end}").read_bytes()
        torn = data[:-cut] + bytes(cut // 2) if end else data  # the tail is missing, or zeros
        home.database.with_name(f"collection.db{end}").write_bytes(torn)
    store.close()
    with closing(sqlite3.connect(home.database)) as connection:
        (count,) = connection.execute("SELECT count(*) FROM reviews").fetchone()
    assert count >= 44  # of 45: the last answer's page is the one that is torn
    assert_whole(home.database, set())


def answer_open(store: Store) -> None:
    from tests.unit.store.answers import FIRST, of  # noqa: PLC0415 -- only here

    for number in range(5):
        store.record(of(f"later-{number}", FIRST))


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """A home with answers that may not be written to."""
    home = tmp_path / "home"
    home.mkdir()
    as_root = os.geteuid() == 0
    if (
        as_root
        and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(home)], check=False, capture_output=True
        ).returncode
    ):
        pytest.skip("the super-user may write anywhere, and mounting is not allowed here")
    answer(Home(home), "a", "b")
    if as_root:
        subprocess.run(["mount", "-o", "remount,ro", str(home)], check=True)
    else:
        home.chmod(0o555)
    yield home
    if as_root:
        subprocess.run(["umount", str(home)], check=True)
    else:
        home.chmod(0o755)


@pytest.mark.parametrize("words", [["due"], ["backup"], ["doctor"], ["undo"], ["orphans"]])
def test_a_home_that_may_only_be_read_is_told(read_only: Path, words: list[str]) -> None:
    done = sctui(read_only, *words)
    assert done.returncode == 1
    assert any(words in done.stderr for words in ("ead-only", "readonly", "protected", "read and write"))


@pytest.mark.parametrize("words", [["due"], ["undo"], ["sync", "."]])
def test_a_file_that_another_program_has_locked_is_told(tmp_path: Path, words: list[str]) -> None:
    answer(Home(tmp_path), "a")
    with closing(sqlite3.connect(tmp_path / "collection.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        done = sctui(tmp_path, *words)
    assert done.returncode == 1
    assert "Another program is using it" in done.stderr
    assert sctui(tmp_path, "due").returncode == 0
