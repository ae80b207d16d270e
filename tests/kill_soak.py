"""kill -9 at random moments of a session that studies, edits, converts, imports, backs up, syncs, restores and migrates.

    python -m tests.kill_soak 1000

Run by a test with a few kills. Nothing that was acknowledged may be lost, and every database, backup and segment must be
whole after every kill.
"""

import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

from click.testing import CliRunner

from sctui.cli.commands import cli
from sctui.errors import BackupError
from sctui.locations import Home
from sctui.safety.archive import verify
from sctui.safety.backups import backups
from sctui.safety.edits import putting
from sctui.scheduler.replay import replay
from sctui.store.checkup import check_up
from sctui.store.store import Store
from sctui.sync.segment import TornError, unpacked
from tests.small_collection import DAY, NOON
from tests.unit.store.answers import FIRST, of
from tests.workers import Worker

ROOT = Path(__file__).parents[1]
EARLIER = sorted((ROOT / "tests" / "unit" / "store" / "earlier").glob("version_*.sql"))


def packed(shared: Path) -> set[int]:
    """Write an Anki package with answers that is to be imported; the moments of the answers."""
    home = Home(shared / "other")
    home.decks.mkdir(parents=True)
    (home.decks / "other.yaml").write_text(
        "deck: Other\nlanguage: en\ncards:\n"
        + "".join(f"  - {{id: other-{n}, front: Other question {n}, back: answer}}\n" for n in range(3)),
        "utf-8",
    )
    store = Store.open(home.database)
    for number in range(3):
        store.record(replace(of(f"other-{number}", FIRST), at=NOON - number * DAY - 1))
    moments = {review.at for review in store.reviews()}
    store.close()
    where = ["--home", str(home.folder), "export", "--decks", str(home.decks), "--with-history"]
    CliRunner().invoke(cli, [*where, "-o", str(shared / "brought.apkg")], catch_exceptions=False)
    shutil.rmtree(home.folder)
    return moments


class Victim:
    """A home that is worked in and killed again and again; `answers` must be in its log."""

    def __init__(self, folder: Path, chance: Random) -> None:
        self.home, self.shared, self.chance = Home(folder / "home"), folder / "shared", chance
        self.shared.mkdir(parents=True)
        self.home.decks.mkdir(parents=True)
        (self.home.decks / "a.yaml").write_text("deck: B\n", "utf-8")  # as the journal of one of them has it
        self.answers: set[int] = set()
        self.told: list[str] = []  # what the program said of failures
        self.brought = packed(self.shared)
        self.edit = ""
        self.faults: list[str] = []
        # begins as an older database, so that the first kills meet the migration
        with closing(sqlite3.connect(self.home.database)) as connection:
            connection.executescript(chance.choice(EARLIER).read_text("utf-8"))
            self.answers |= {at for (at,) in connection.execute("SELECT at FROM standing_reviews")}

    def work_and_die(self, moment: int) -> None:
        worker = Worker(self.home.folder, self.shared, moment)
        lines = self.chance.choice((0, 0, 1, 3, 6, 8, 11, 14))
        heard = [worker.said.readline() for _ in range(lines)]
        # an import comes behind the sixth
        worker.kill_after(self.chance.random() * (0.9 if lines in {0, 6} else 0.06))
        self.bury(worker, heard)

    def bury(self, worker: Worker, heard: list[str]) -> None:
        """Take in what a worker said until its end; an error that was not told is a fault."""
        rest, wrong = worker.rest()
        self.hear([*heard, *rest])
        self.faults += [wrong] * bool(wrong)

    def hear(self, lines: list[str]) -> None:
        """Take in what the worker said."""
        for line in lines:
            match line.split() if line.endswith("\n") else []:
                case ["answer", moment]:
                    self.answers.add(int(moment))
                case ["brought"]:
                    self.answers |= self.brought
                case ["failed", *words]:
                    self.told.append(" ".join(words))
                case ["edit", moment]:
                    self.edit = f"edit {moment}\n"

    def check(self, moment: int) -> None:
        """Everything that must hold after a kill."""
        with closing(sqlite3.connect(self.home.database)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                self.faults.append("integrity")
        store = Store.open(self.home.database)
        store.ensure()
        for turn in (store.undo, store.redo):  # whatever was cut short can be taken back, and done again
            turn(lambda _: True, moment, replay=replay, put=putting(self.home))
        lost = self.answers - {review.at for review in store.reviews()}
        self.faults += [f"answer {moment} lost" for moment in lost]
        store.close()
        findings = check_up(self.home.database, replay, NOON + 10_000 * DAY)
        self.faults += [finding.message for finding in findings if finding.mendable]
        self._check_files()

    def _check_files(self) -> None:
        file = self.home.decks / "mine.yaml"
        text = file.read_text("utf-8") if file.exists() else ""
        if text < self.edit:  # a later edit may have been written and not been said
            self.faults.append(f"{self.edit!r} lost, {text!r} found")
        for backup in backups(self.home):
            try:
                verify(backup.path)
            except BackupError as error:
                self.faults.append(str(error))
        for segment in self.shared.rglob("*.segment"):
            try:
                unpacked(segment.read_bytes(), None)
            except TornError:
                self.faults.append(f"{segment.name} is torn")


def so_far(moments: int, faults: list[str]) -> None:
    """Say how far a long run is, so that one that is ended early has still proved something."""
    sys.stderr.write(f"{moments} so far, {len(faults)} faults {faults[:5]}\n")
    sys.stderr.flush()


def kill(folder: Path, kills: int, seed: int) -> tuple[int, list[str]]:
    """Kill so many times, with a new home after every 40: the answers acknowledged, and the faults found."""
    chance = Random(seed)  # noqa: S311 -- moments, not secrets
    faults: list[str] = []
    answers = 0
    for number in range(kills):
        if number % 40 == 0:
            victim = Victim(folder / str(number), chance)
        victim.work_and_die(NOON + number * 30 * DAY)
        victim.check(NOON + (number * 30 + 20) * DAY)
        if number % 40 == 39 or number == kills - 1:
            faults += victim.faults
            answers += len(victim.answers)
            shutil.rmtree(victim.home.folder.parent)
            so_far(number + 1, faults)
    return answers, faults


def main() -> None:
    """Kill as many times as are asked for, and say what was found."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory(prefix="kill-") as folder:
        answers, faults = kill(Path(folder), kills, seed=int(sys.argv[2]) if len(sys.argv) > 2 else 1)
        sys.stdout.write(f"{kills} kills, {answers} answers, {len(faults)} faults: {faults[:5]}\n")


if __name__ == "__main__":
    main()
