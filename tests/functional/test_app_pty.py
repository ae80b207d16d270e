"""The real program in a pseudo-terminal."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pyte
import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


class Terminal:
    """The program, and the screen it has drawn."""

    def __init__(self, home: Path, size: tuple[int, int], prelude: str, *, tour: bool = False) -> None:
        columns, rows = size
        if not tour and not (home / "config.toml").exists():
            home.mkdir(parents=True, exist_ok=True)
            (home / "config.toml").write_text("tour = false\n", "utf-8")
        env = os.environ | {"TERM": "xterm-256color", "SCTUI_HOME": str(home), "TZ": "UTC"}
        command = ["-c", f"{prelude}\nfrom sctui.cli.main import run; run()"]
        self.child: pexpect.spawn[str] = pexpect.spawn(
            sys.executable, command, dimensions=(rows, columns), env=env, encoding="utf-8", timeout=20
        )
        self.screen = pyte.Screen(columns, rows)
        self.output = ""
        self._stream = pyte.Stream(self.screen)

    @property
    def text(self) -> str:
        # `Screen.display` fails where a box covers the first half of a Han character
        columns, rows = range(self.screen.columns), range(self.screen.lines)
        lines = ("".join(self.screen.buffer[row][column].data for column in columns) for row in rows)
        return "\n".join(line.rstrip() for line in lines)

    def wait_for(self, *words: str) -> str:
        """Read until all words are on the screen."""
        end = time.monotonic() + 20
        while not all(word in self.text for word in words):
            assert time.monotonic() < end, f"{words} did not come:\n{self.text}"
            self._read()
        return self.text

    def wait_without(self, word: str) -> None:
        """Read until a word is no longer on the screen; behind Escape, before another key makes it one with that."""
        end = time.monotonic() + 20
        while word in self.text:
            assert time.monotonic() < end, f"{word} stayed:\n{self.text}"
            self._read()

    def settled(self) -> str:
        """Read until nothing more comes; the screen."""
        before = ""
        while before != self.text:
            before = self.text
            self._read()
        return self.text

    def wait_for_end(self) -> int:
        """Read until the program has ended; its exit code."""
        while self._read():
            pass
        self.child.close()
        return -1 if self.child.exitstatus is None else self.child.exitstatus

    def press(self, keys: str) -> None:
        self.child.send(keys)

    def answer(self, grade: str) -> None:
        """Turn the card and grade it."""
        self.wait_for("Show the answer")
        self.press(" ")
        self.wait_for("1 Again", "4 Easy")
        self.press(grade)

    def _read(self) -> bool:
        try:
            text = self.child.read_nonblocking(65536, timeout=0.1)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.output += text
        self._stream.feed(text)
        return True


Start = Callable[..., Terminal]


@pytest.fixture
def start(home: Path) -> Iterator[Start]:
    running: list[Terminal] = []

    def begin(size: tuple[int, int] = (80, 24), prelude: str = "") -> Terminal:
        running.append(Terminal(home, size, prelude))
        return running[-1]

    yield begin
    for terminal in running:
        terminal.child.close(force=True)


def _open_kitchen(terminal: Terminal) -> None:
    """Go down to the deck and study it."""
    terminal.wait_for("All decks", "Kitchen", "Today", "Study")  # the counts are there, not the names alone
    rows = terminal.text.split("\n")
    first, kitchen = (
        next(at for at, row in enumerate(rows) if name in row) for name in ("All decks", "Kitchen")
    )
    terminal.press("j" * (kitchen - first))
    terminal.press("\r")


def test_nothing_is_lost_by_kill_9(start: Start) -> None:
    first = start((100, 60))
    _open_kitchen(first)
    first.wait_for("What boils at 100 degrees?")
    first.answer("4")
    first.wait_for("What melts at 0 degrees?")
    first.answer("4")
    first.wait_for("干细胞 in Traditional?")
    first.answer("4")
    first.wait_for("What rises with yeast?")
    first.child.kill(signal.SIGKILL)
    first.child.wait()

    second = start((100, 60))
    second.wait_for("3 cards done")
    _open_kitchen(second)
    second.wait_for("What rises with yeast?", "1 new   0 learning   0 due")
    second.press("u")
    second.wait_for("干细胞 in Traditional?", "2 new   0 learning   0 due")
    second.press("q")
    second.wait_for("2 cards done")
    second.press("q")
    assert second.wait_for_end() == 0


def test_a_card_is_edited_while_it_is_asked(
    start: Start, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor.py"
    script.write_text(
        "import sys\nfrom pathlib import Path\nfile = Path(sys.argv[-1])\n"
        "word = input('THE EDITOR has the terminal: ')\nfile.write_text(file.read_text('utf-8').replace('What boils', word), 'utf-8')\n",
        "utf-8",
    )
    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")
    terminal = start((100, 60))
    _open_kitchen(terminal)
    terminal.wait_for("What boils at 100 degrees?")
    terminal.press("e")
    terminal.wait_for("THE EDITOR has the terminal: ")
    terminal.press("Which liquid boils\r")
    terminal.wait_for("Which liquid boils at 100 degrees?", "Show the answer")
    terminal.answer("4")
    terminal.wait_for("What melts at 0 degrees?")
    terminal.press("q")
    terminal.wait_for("1 card done")
    assert "Which liquid boils" in (home / "decks" / "kitchen.yaml").read_text("utf-8")


@pytest.mark.parametrize(("program", "told"), [("/no/such/editor", "No such file"), ("false", "exit code 1")])
def test_an_editor_that_fails_is_told_and_the_app_goes_on(
    start: Start, monkeypatch: pytest.MonkeyPatch, program: str, told: str
) -> None:
    monkeypatch.setenv("EDITOR", program)
    terminal = start((100, 60))
    _open_kitchen(terminal)
    terminal.wait_for("What boils at 100 degrees?")
    terminal.press("e")
    terminal.wait_for(told)
    terminal.answer("4")
    terminal.wait_for("What melts at 0 degrees?")


def test_leaving_restores_the_terminal(start: Start) -> None:
    terminal = start()
    terminal.wait_for("All decks", "Quit")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    entered, left = terminal.output.rfind("\x1b[?1049h"), terminal.output.rfind("\x1b[?1049l")
    assert 0 <= entered < left
    assert terminal.output.rfind("\x1b[?25h") > terminal.output.rfind("\x1b[?25l")


def test_a_broken_deck_does_not_keep_the_others(start: Start, home: Path) -> None:
    (home / "decks" / "broken.yaml").write_text("deck: Broken\ncards: [", "utf-8")
    terminal = start((100, 60))
    terminal.wait_for("1 problem in your decks", "Kitchen")
    _open_kitchen(terminal)
    terminal.wait_for("What boils at 100 degrees?")


@pytest.mark.parametrize("size", [(39, 24), (80, 11)])
def test_too_small_a_terminal(start: Start, size: tuple[int, int]) -> None:
    terminal = start(size)
    assert terminal.wait_for_end() == 1
    said = " ".join(terminal.output.split())
    assert f"The terminal is too small: {size[0]}x{size[1]}" in said
    assert "Traceback" not in said


def test_a_setting_that_is_wrong(start: Start, home: Path) -> None:
    (home / "config.toml").write_text('script = "klingon"')
    terminal = start((200, 24))
    assert terminal.wait_for_end() == 1
    assert 'config.toml: `script` is "klingon"' in terminal.output
    assert "\x1b[?1049h" not in terminal.output


def test_a_database_that_cannot_be_made_is_said_and_the_app_stays(start: Start, home: Path) -> None:
    terminal = start()
    terminal.wait_for("All decks", "Today")  # it was looked for
    (home / "collection.db").mkdir()
    terminal.press("\r")
    terminal.wait_for("Collection")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert "Traceback" not in terminal.output


def test_a_fault_that_comes_again_and_again_ends_the_app_and_is_logged(start: Start, home: Path) -> None:
    terminal = start(
        (120, 24),
        "from sctui.tui.screens.library import LibraryScreen as L; L.action_study = lambda self: 1 / 0",
    )
    terminal.wait_for("All decks", "Study")
    terminal.press("\r\r\r")
    assert terminal.wait_for_end() == 1
    after = terminal.output[terminal.output.rfind("\x1b[?1049l") :]
    assert "sctui stopped: A fault in the program; every answer is saved." in after
    assert "sctui.log" in after
    assert "Traceback" not in terminal.output
    assert "ZeroDivisionError" not in terminal.output
    assert "ZeroDivisionError" in (home / "sctui.log").read_text("utf-8")


def test_without_a_terminal_it_says_so() -> None:
    code, output = _piped()
    assert code == 1
    assert "needs a terminal" in output
    assert "Traceback" not in output


def _piped() -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", "from sctui.cli.main import run; run()"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        stdin=subprocess.DEVNULL,
    )
    return done.returncode, done.stdout + done.stderr


def test_cards_are_found_and_changed_as_they_are_typed(start: Start) -> None:
    terminal = start((100, 30))
    terminal.wait_for("All decks", "Study")
    terminal.press("/")
    terminal.wait_for("Browse", "cards")
    terminal.press("deck:kitchen 干細胞")
    terminal.wait_for("1 of ", "干细胞 in Traditional?", "幹細胞")
    terminal.press("\r!")
    terminal.wait_for("1 card: suspended")
    terminal.press("qq")
    terminal.wait_for("All decks")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
