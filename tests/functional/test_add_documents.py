"""Documents are added in the running app, in a real terminal, by the real command beside it."""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.functional.test_app_pty import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

NOTES = """# AAA细胞笔记

间充质干细胞(MSC)是一种多能干细胞。造血干细胞(HSC)是一种能够分化为各种血细胞的成体干细胞。
"""


@pytest.fixture
def terminal(home: Path) -> Iterator[Terminal]:
    running = Terminal(home, (80, 24), "")
    yield running
    running.child.close(force=True)


def _choose(terminal: Terminal, path: Path) -> None:
    """Type a path into the dialogue, and take it once it is known."""
    terminal.wait_for("All decks", "Today", "Study")
    terminal.press("a")
    terminal.wait_for("Add documents", "everything in")
    terminal.press(f"\x15{path}")  # Ctrl+U empties the line
    terminal.wait_without("everything in")
    terminal.wait_for(path.name)
    terminal.settled()
    terminal.press("\r")


def test_what_is_added_is_there_at_once_and_is_taken_back(
    terminal: Terminal, home: Path, tmp_path: Path
) -> None:
    (tmp_path / "notes.md").write_text(NOTES, "utf-8")
    _choose(terminal, tmp_path / "notes.md")
    terminal.wait_for("in your library.", "notes.md: ")
    assert (home / "documents" / "notes.md").read_text("utf-8") == NOTES
    assert list((home / "decks" / "notes").glob("*.yaml"))
    terminal.press("\x1b")
    terminal.wait_without("in your library.")
    terminal.settled()
    terminal.press("u")
    end = time.monotonic() + 20
    while list((home / "decks" / "notes").glob("*.yaml")):
        assert time.monotonic() < end, terminal.text
        terminal.settled()


def test_what_is_stopped_leaves_nothing(terminal: Terminal, home: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "endless.md")  # nobody writes into it, so that it is read for ever
    _choose(terminal, tmp_path / "endless.md")
    terminal.wait_for("Adding endless.md", "Stop")
    terminal.press("\x1b")
    terminal.wait_for("Stopped.", "Back")
    assert [file.name for file in (home / "decks").iterdir()] == ["kitchen.yaml"]
    assert not (home / "documents").exists()
    terminal.press("\x1b")
    terminal.wait_without("Stopped.")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
