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
DOCUMENTS = ("page", "msc-overview")
# Ctrl-C is ignored in whatever a shell runs behind itself, tests among it
SCTUI = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from sctui.cli.main import run
run()
"""


def text(note: str) -> str:
    """Two of our documents, one behind the other."""
    files = sorted((bundled() / "data" / "documents").glob("*.md"))[:2]
    return "".join(file.read_text("utf-8").split("\n---\n")[-1] for file in files) + f"\n\n{note}\n"


def start(home: Path, file: Path) -> "subprocess.Popen[str]":
    """Convert a text, and one beside it that another process takes."""
    beside = bundled() / "data" / "documents" / f"{DOCUMENTS[1]}.md"
    command = [sys.executable, "-c", SCTUI, "--home", str(home), "convert", str(file), str(beside)]
    return subprocess.Popen(
        command,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        encoding="utf-8",
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def stopped(home: Path, file: Path, after: float, number: int) -> tuple[int, str]:
    """Send a signal after some seconds: the exit code, and all that was said.

    Ctrl-C reaches the other process as well, a kill only the one that was called: it is left without a word.
    """
    child = start(home, file)
    try:
        child.wait(after)
    except subprocess.TimeoutExpired:
        (os.killpg if number == signal.SIGINT else os.kill)(child.pid, number)
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


def of(document: str, files: dict[str, str]) -> dict[str, str]:
    """The files of one document: each document is written in one act."""
    return {
        name: content
        for name, content in files.items()
        if document in Path(name).parts or Path(name).stem == document
    }


@pytest.fixture
def states(tmp_path: Path) -> tuple[Path, Path, dict[str, str], dict[str, str], float]:
    """A home with the decks of a text, the text as it is now, both states of the home, and the time it takes."""
    file, home, other = tmp_path / f"{DOCUMENTS[0]}.md", tmp_path / "home", tmp_path / "other"
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
    chance, codes = random.Random(7), [0]  # noqa: S311 -- moments, not secrets
    while len(codes) <= STOPS or (130 not in codes and len(codes) < 4 * STOPS):
        number = len(codes)
        place = tmp_path / f"stopped-{number}"
        shutil.copytree(home, place)
        code, said = stopped(place, file, seconds * (0.2 + 0.85 * chance.random()), signal.SIGINT)
        codes.append(code)
        seconds *= {0: 0.8, 130: 1}.get(code, 1.25)  # the machine has become quicker, or slower
        assert code in {0, 130, -signal.SIGINT}, said  # the last: before our program began
        if code == 130:
            assert said.endswith("Stopped.\n")
            assert "Traceback" not in said
        now = state(place)
        for document in DOCUMENTS:
            assert of(document, now) in (of(document, before), of(document, behind))
        assert code or now == behind
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
