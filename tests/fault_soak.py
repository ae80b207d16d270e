"""Disks that are full, and last pages that were written in part, at random moments of a session.

    python -m tests.fault_soak full 1000      (mounts a small file system: for the super-user alone)
    python -m tests.fault_soak torn 1000

Run by a test with a few moments. Nothing that was acknowledged may be lost, and what is on the disk must be whole.
"""

import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

from sctui.scheduler.replay import replay
from sctui.store.checkup import check_up
from sctui.store.database import connect
from sctui.store.store import Store
from tests.kill_soak import Victim, so_far
from tests.small_collection import DAY, NOON
from tests.unit.store.answers import FIRST, of
from tests.workers import Worker

_ROOM = 64_000_000  # bytes of the small disk while it is looked at
_PAGE = 4096
_OPEN = 6  # answers that are in the log of writes when the page is torn


@contextmanager
def small_disk(place: Path) -> Iterator[bool]:
    """A small file system at a place; whether one may be mounted there."""
    place.mkdir(parents=True, exist_ok=True)
    words = ["mount", "-t", "tmpfs", "-o", f"size={_ROOM}", "tmpfs", str(place)]
    mounted = subprocess.run(words, check=False, capture_output=True).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", str(place)], check=True)


def _resized(disk: Path, size: int) -> None:
    subprocess.run(["mount", "-o", f"remount,size={size}", str(disk)], check=True)


def work_on_a_full_disk(victim: Victim, disk: Path, moment: int) -> None:
    """Work until the disk is full, which the program must tell; then there is room again."""
    _resized(disk, shutil.disk_usage(disk).used + _PAGE * victim.chance.randrange(60))
    victim.bury(Worker(victim.home.folder, victim.shared, moment), [])
    _resized(disk, _ROOM)


def full(disk: Path, moments: int, seed: int) -> tuple[int, list[str], set[str]]:
    """Fill the disk so many times: the answers acknowledged, the faults found, and what was told."""
    chance = Random(seed)  # noqa: S311 -- moments, not secrets
    faults: list[str] = []
    told: set[str] = set()
    answers = 0
    for number in range(moments):
        if number % 20 == 0:
            victim = Victim(disk / str(number), chance)
        work_on_a_full_disk(victim, disk, NOON + number * 30 * DAY)
        victim.check(NOON + (number * 30 + 20) * DAY)
        if number % 20 == 19 or number == moments - 1:
            faults += victim.faults
            told |= {re.sub(r"\S*/\S*", "…", line) for line in victim.told}
            answers += len(victim.answers)
            shutil.rmtree(victim.home.folder.parent)
            so_far(number + 1, faults)
    return answers, faults, told


def crashed(folder: Path, chance: Random) -> tuple[Path, int]:
    """A database as a crash leaves it, the last answers in the log of writes alone; how many answers there are."""
    folder.mkdir(parents=True)
    store = Store.open(folder / "collection.db")
    store.ensure()
    cards = [f"card-{number}" for number in range(chance.randrange(20, 60) + _OPEN)]
    for number, card in enumerate(cards):
        if number == len(cards) - _OPEN:
            with closing(connect(folder / "collection.db")) as other:
                other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        store.record(of(card, FIRST))
    (folder / "crashed").mkdir()
    for end in ("", "-wal"):
        shutil.copy(folder / f"collection.db{end}", folder / "crashed" / f"collection.db{end}")
    store.close()
    return folder / "crashed" / "collection.db", len(cards)


def tear_log(database: Path, chance: Random) -> int:
    """Tear the last page of the log of writes; how many answers that may cost."""
    log = database.with_name("collection.db-wal")
    data, cut = log.read_bytes(), chance.randrange(1, _PAGE + 24)
    tail = chance.choice((b"", bytes(cut), chance.randbytes(cut), data[-_PAGE - 24 :][:cut]))
    log.write_bytes(data[:-cut] + tail)
    return 1


def tear_page(database: Path, chance: Random) -> int:
    """Tear a page of the database while the log of writes is brought into it; that may cost nothing."""
    old, log = database.read_bytes(), database.with_name("collection.db-wal")
    kept = log.read_bytes()
    with closing(connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(FULL)")
        new = database.read_bytes()
    old = old.ljust(len(new), b"\0")
    pages = [at for at in range(0, len(new), _PAGE) if new[at : at + _PAGE] != old[at : at + _PAGE]]
    last = chance.randrange(len(pages))  # pages before it are on the disk, those behind it are not
    torn = bytearray(old)
    for at in pages[:last]:
        torn[at : at + _PAGE] = new[at : at + _PAGE]
    part = chance.randrange(1, _PAGE)
    torn[pages[last] : pages[last] + part] = new[pages[last] : pages[last] + part]
    database.write_bytes(torn)
    log.write_bytes(kept)
    return 0


def torn(folder: Path, moments: int, seed: int) -> tuple[int, list[str]]:
    """Tear so many last pages, in turns of the log and of the database: answers, and faults found."""
    chance = Random(seed)  # noqa: S311 -- moments, not secrets
    faults: list[str] = []
    answers = 0
    for number in range(moments):
        database, given = crashed(folder / str(number), chance)
        may_cost = (tear_log, tear_page)[number % 2](database, chance)
        with closing(sqlite3.connect(database)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                faults.append(f"integrity after {number}")
            (left,) = connection.execute("SELECT count(*) FROM reviews").fetchone()
        if not given - may_cost <= left <= given:
            faults.append(f"{given - left} answers lost after {number}")
        faults += [one.message for one in check_up(database, replay, NOON + 9999 * DAY) if one.mendable]
        answers += given
        shutil.rmtree(folder / str(number))
    return answers, faults


def main() -> None:
    """Do as many of either as are asked for, and say what was found."""
    kind, moments = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    with tempfile.TemporaryDirectory(prefix="fault-") as folder:
        if kind == "torn":
            answers, faults = torn(Path(folder), moments, seed)
            told: set[str] = set()
        else:
            with small_disk(Path(folder) / "disk") as mounted:
                if not mounted:
                    sys.exit("A small file system cannot be mounted here.")
                answers, faults, told = full(Path(folder) / "disk", moments, seed)
        sys.stdout.write(f"{moments} x {kind}, {answers} answers, {len(faults)} faults: {faults[:5]}\n")
        sys.stdout.write("".join(f"  told: {line}\n" for line in sorted(told)))


if __name__ == "__main__":
    main()
