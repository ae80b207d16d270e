"""A new user's first sitting in a real terminal, on an empty home with the library that comes along."""

import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.functional.test_app_pty import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

CARDS = 10
TRIALS = "临床研究"  # a deck that begins with basic and number cards
COMPARISONS = "比較"  # one that begins with choice cards
_OPTION = re.compile(r"^\s*▌ +1 \S", re.MULTILINE)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def terminals(home: Path) -> Iterator[list[Terminal]]:
    running = [Terminal(home, (80, 24), "", tour=True)]
    yield running
    for terminal in running:
        terminal.child.close(force=True)


def open_deck(terminal: Terminal, name: str) -> None:
    """Go to the first deck of a name and study it."""
    terminal.wait_for("All decks", name, "? Help")
    rows = terminal.text.split("\n")
    first = next(at for at, row in enumerate(rows) if "All decks" in row)
    steps = next(at for at, row in enumerate(rows) if name in row.split()[:2]) - first
    terminal.press("j" * steps + "\r")


def answer(terminal: Terminal) -> str:
    """Answer the card on the screen, whatever its type; which type it was."""
    terminal.wait_for("Show the answer")
    text = terminal.settled()
    kind, keys = "basic", " "
    if "a number" in text:
        kind, keys = "number", "12\r"
    elif _OPTION.search(text):
        kind, keys = "choice", "1"
    terminal.press(keys)
    terminal.wait_for("1 Again", "4 Easy")
    return kind


def study(terminal: Terminal, cards: int) -> set[str]:
    """Answer some cards, each as easy; the types they were of."""
    kinds = set()
    for _ in range(cards):
        kinds.add(answer(terminal))
        terminal.press("4")
    terminal.wait_for("Show the answer")
    return kinds


def be_shown_around(terminal: Terminal) -> None:
    """The tour: four stops over the real screens, then the library."""
    for number, words in enumerate(
        ("Your library", "A card asks", "more than cards", "opens the settings"), 1
    ):
        terminal.wait_for(f"{number} / 4", words)
        terminal.press("\r")
    terminal.wait_for("All decks", "q Quit")
    terminal.settled()


def find_a_card(terminal: Terminal) -> None:
    """Find a card by a word in the other script, and look at it."""
    terminal.press("/")
    terminal.wait_for("Browse", " cards")
    terminal.press("幹細胞")
    terminal.wait_for("干细胞", " of ")
    terminal.press("\r\x1b")  # typed, then no longer looked for
    terminal.wait_without(" of ")
    terminal.press("q")
    terminal.wait_for("All decks", "q Quit")


def test_a_first_sitting_loses_nothing(terminals: list[Terminal], home: Path) -> None:
    first = terminals[0]
    be_shown_around(first)
    open_deck(first, TRIALS)
    kinds = study(first, 6)
    first.child.kill(signal.SIGKILL)
    first.child.wait()

    second = Terminal(home, (80, 24), "")
    terminals.append(second)
    second.wait_for("6 cards done")
    open_deck(second, COMPARISONS)
    kinds |= study(second, CARDS - 6)
    assert kinds == {"basic", "number", "choice"}
    answer(second)
    second.press("s")
    second.wait_for("Source ·", "line", "q to close")
    second.press("q")
    second.wait_for("1 Again")
    second.press("q")

    second.wait_for("10 cards done")
    second.press("u")
    second.wait_for("Taken back: the answer `easy` to", "9 cards done")
    second.press("U")
    second.wait_for("Done again: the answer `easy` to", "10 cards done")
    second.press("r")
    second.wait_for("records", "Disease")
    second.press("\r")
    second.wait_for("1 of", "The study", "line")
    second.press("qq")
    second.wait_for("All decks", "as written")
    second.press("t")
    second.wait_for("t 简体", "自体免疫病")
    find_a_card(second)
    second.press("S")
    second.wait_for("Statistics", "10")
    second.press("q")
    second.wait_for("All decks", "q Quit")
    second.press("q")
    assert second.wait_for_end() == 0

    third = Terminal(home, (80, 24), "")
    terminals.append(third)
    third.wait_for("10 cards done", "t 简体", "自体免疫病")
    third.press("q")
    assert third.wait_for_end() == 0
    assert "Traceback" not in "".join(terminal.output for terminal in terminals)
