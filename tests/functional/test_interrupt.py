"""Ctrl-C and kill -9 at any moment of a conversion: what is on the disk is whole."""

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest

from sctui.decks.library import read_library
from sctui.locations import bundled

STOPS, KILLS = 6, 3


def text(note: str) -> str:
    """Two of our documents, one behind the other."""
    files = sorted((bundled() / "data" / "documents").glob("*.md"))[:2]
    return "".join(file.read_text("utf-8").split("\n---\n")[-1] for file in files) + f"\n\n{note}\n"


def start(home: Path, file: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "sctui", "--home", str(home), "convert", str(file)]
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.Popen(command, env=environment, text=True, encoding="utf-8", **streams)  # type: ignore[call-overload,no-any-return]  # the streams are given by name


def stopped(home: Path, file: Path, after: float, number: int) -> tuple[int, str]:
    """Send a signal after some seconds: the exit code, and all that was said."""
    child = start(home, file)
    try:
        child.wait(after)
    except subprocess.TimeoutExpired:
        child.send_signal(number)
    said = "".join(child.communicate(timeout=60))
    return child.returncode, said


def state(home: Path) -> dict[str, str]:
    """Every file of a home but hidden ones, by what is in it."""
    files = sorted(path for path in home.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {
        str(path.relative_to(home)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
        if path.suffix in {".yaml", ".json", ".md", ".txt"}
    }


@pytest.fixture
def states(tmp_path: Path) -> tuple[Path, Path, dict[str, str], dict[str, str], float]:
    """A home with the decks of a text, the text as it is now, both states of the home, and the time it takes."""
    file, home, other = tmp_path / "page.md", tmp_path / "home", tmp_path / "other"
    file.write_text(text("间充质干细胞(MSC)分泌VEGF和HGF。"), "utf-8")
    assert stopped(home, file, 60, signal.SIGINT)[0] == 0
    before = state(home)
    shutil.copytree(home, other)
    file.write_text(text("脐带血干细胞(UCB)分泌IL-10和TGF-β。"), "utf-8")
    started = monotonic()
    assert stopped(other, file, 60, signal.SIGINT)[0] == 0
    assert state(other) != before
    return file, home, before, state(other), monotonic() - started


def test_control_c_leaves_the_old_decks_or_the_new_ones(
    states: tuple[Path, Path, dict[str, str], dict[str, str], float], tmp_path: Path
) -> None:
    file, home, before, behind, seconds = states
    chance, codes = random.Random(7), []  # noqa: S311 -- moments, not secrets
    for number in range(STOPS):
        place = tmp_path / f"stopped-{number}"
        shutil.copytree(home, place)
        code, said = stopped(place, file, seconds * (0.2 + 0.85 * chance.random()), signal.SIGINT)
        codes.append(code)
        assert code in {0, 130, -signal.SIGINT}, said  # the last: before our program began
        if code == 130:
            assert said.endswith("Stopped.\n")
            assert "Traceback" not in said
        assert state(place) in (before, behind)
        assert code or state(place) == behind
        assert not list(place.rglob("*.tmp"))
    assert 130 in codes


def test_kill_leaves_decks_that_can_be_read(
    states: tuple[Path, Path, dict[str, str], dict[str, str], float], tmp_path: Path
) -> None:
    file, home, before, behind, seconds = states
    chance = random.Random(8)  # noqa: S311 -- moments, not secrets
    for number in range(KILLS):
        place = tmp_path / f"killed-{number}"
        shutil.copytree(home, place)
        stopped(place, file, seconds * (0.6 + 0.4 * chance.random()), signal.SIGKILL)
        library = read_library([place / "decks"])
        assert library.decks
        assert not library.problems
        for name, content in state(place).items():  # each file by itself is the old one or the new one
            assert content in {before.get(name), behind.get(name)}
        assert stopped(place, file, 60, signal.SIGINT)[0] == 0
        assert state(place) == behind
        assert not list((place / "decks").rglob(".*.tmp"))
