"""kill -9 at any moment loses no answer that was acknowledged, and breaks nothing."""

import random
import sqlite3
import subprocess
import sys
from pathlib import Path

from sctui.model.review import MemoryState
from sctui.store.store import Store
from tests.functional.grader import DECKS
from tests.small_collection import DAY, NOON, collection_of

ROOT = Path(__file__).parents[2]
KILLS = 20


def start(folder: Path, moment: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "tests.functional.grader", str(folder), str(moment)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def graded_until_killed(folder: Path, moment: int, grades: int, pause: float) -> list[int]:
    """Start the grader, let it give `grades` grades, wait, kill it: the grades it acknowledged."""
    grader = start(folder, moment)
    assert grader.stdout is not None
    acknowledged = [int(grader.stdout.readline()) for _ in range(grades)]
    try:
        grader.wait(pause)
    except subprocess.TimeoutExpired:
        grader.kill()
    rest, _ = grader.communicate()
    # the last line may have been cut off by the kill: it was not acknowledged
    return acknowledged + [int(line) for line in rest.splitlines(keepends=True) if line.endswith("\n")]


def rows(file: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(file)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def test_no_acknowledged_answer_is_lost(tmp_path: Path) -> None:
    file = tmp_path / "collection.db"
    chance = random.Random(20250616)  # noqa: S311 -- moments, not secrets
    acknowledged: list[int] = []
    for kill in range(KILLS):
        grades, pause = chance.randrange(1, 40), chance.random() * 0.01
        acknowledged += graded_until_killed(tmp_path, NOON + kill * 1000 * DAY, grades, pause)
        assert rows(file, "PRAGMA integrity_check") == [("ok",)]
        assert rows(file, "PRAGMA foreign_key_check") == []
    written = [at for (at,) in rows(file, "SELECT at FROM reviews ORDER BY key")]
    assert len(acknowledged) >= KILLS
    assert set(acknowledged) <= set(written)
    # whatever was written beyond that is the one answer that was given when the kill came
    assert len(written) - len(acknowledged) <= KILLS
    assert states_agree_with_the_log(file)
    collection = collection_of(tmp_path, DECKS)
    assert collection.store.studied() <= set(collection.cards)
    collection.close()


def states_agree_with_the_log(file: Path) -> bool:
    store = Store.open(file)
    last: dict[str, MemoryState] = {}
    for review in store.reviews():
        assert review.before == last.get(review.card, MemoryState(review.card))
        last[review.card] = review.after
    same = {card: store.state(card) for card in store.studied()} == last
    store.close()
    return same


def test_a_kill_while_the_database_is_made_leaves_one_that_opens(tmp_path: Path) -> None:
    for moment in range(10):
        folder = tmp_path / str(moment)
        graded_until_killed(folder, NOON, 0, pause=0.06 + 0.02 * moment)
        collection = collection_of(folder, DECKS)
        collection.store.ensure()
        collection.close()
        assert rows(folder / "collection.db", "PRAGMA integrity_check") == [("ok",)]
        assert states_agree_with_the_log(folder / "collection.db")


def test_two_processes_at_once_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "collection.db"
    graders = [start(tmp_path, NOON), start(tmp_path, NOON + 7)]
    acknowledged: list[int] = []
    for grader in graders:
        assert grader.stdout is not None
        acknowledged += [int(grader.stdout.readline()) for _ in range(60)]
    for grader in graders:
        grader.kill()
        grader.communicate()
    assert set(acknowledged) <= {at for (at,) in rows(file, "SELECT at FROM reviews")}
    assert rows(file, "PRAGMA integrity_check") == [("ok",)]
    assert states_agree_with_the_log(file)
