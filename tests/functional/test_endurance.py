"""A fault in one screen leaves the rest of the app alone; whatever ends the app, the terminal is as it was."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.functional.test_app_pty import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

Start = Callable[..., Terminal]
OWN_SCREEN, MOUSE = "\x1b[?1049", "\x1b[?1000"


@pytest.fixture
def start(home: Path) -> Iterator[Start]:
    running: list[Terminal] = []

    def begin(prelude: str = "") -> Terminal:
        running.append(Terminal(home, (100, 24), prelude))
        running[-1].wait_for("All decks", "Help")
        return running[-1]

    yield begin
    for terminal in running:
        terminal.child.close(force=True)


FAULTS = {
    "a key": ("study", "StudyScreen.action_flag = lambda self: 1 / 0", "\rf"),
    "opening": ("mastery", "MasteryScreen.on_mount = lambda self: 1 / 0", "w"),
    "drawing": ("mastery", "MasteryScreen.compose = lambda self: iter([1 / 0])", "w"),
    "work in the background": (
        "planning",
        "from sctui.tui.widgets.fitting_line import FittingLine as Line; Line._fit = fault",
        "O",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_and_logged_and_the_rest_goes_on(start: Start, home: Path, fault: str) -> None:
    module, wrong, keys = FAULTS[fault]
    terminal = start(
        f"async def fault(self): 1 / 0\nfrom sctui.tui.screens.{module} import *\n{wrong}",
    )
    terminal.press(keys[0])
    terminal.settled()
    terminal.press(keys[1:])
    terminal.wait_for("A fault in the program", "sctui.log")
    assert "ZeroDivisionError" in (home / "sctui.log").read_text("utf-8")
    if "q Quit" not in terminal.settled():
        terminal.press("q")
        terminal.wait_for("q Quit")
    terminal.press("\r")
    terminal.wait_for("Show the answer")
    terminal.press(" 3q")
    terminal.wait_for("q Quit", "1 card done")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert "Traceback" not in terminal.output


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_leaves_the_terminal_as_it_was(start: Start, number: signal.Signals) -> None:
    terminal = start()
    terminal.press("\r")
    terminal.wait_for("Show the answer")
    terminal.child.kill(number)
    assert terminal.wait_for_end() == 128 + number
    for mode in (OWN_SCREEN, MOUSE):
        assert terminal.output.rfind(mode + "l") > terminal.output.rfind(mode + "h") >= 0
    assert "Traceback" not in terminal.output


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_kill_9_leaves_a_terminal_that_can_be_used(start: Start, tmp_path: Path) -> None:
    shell = f"""
import subprocess, sys, termios, time
from pathlib import Path
child = subprocess.Popen([sys.executable, "-m", "sctui"])
Path({str(tmp_path / "pid")!r}).write_text(str(child.pid))
code = child.wait()
while not termios.tcgetattr(0)[3] & termios.ECHO:
    time.sleep(0.01)
print("ECHOES AGAIN", code)
raise SystemExit
"""
    terminal = start(shell)
    app = int((tmp_path / "pid").read_text("utf-8"))
    while not any(path.read_text() for path in Path(f"/proc/{app}/task").glob("*/children")):
        terminal.settled()  # what waits for the app's end is begun behind the first frame
    os.kill(app, signal.SIGKILL)
    terminal.wait_for("ECHOES AGAIN -9")
    for mode in (OWN_SCREEN, MOUSE):
        assert terminal.output.rfind(mode + "l") > terminal.output.rfind(mode + "h") >= 0


def test_a_shell_finds_its_terminal_as_it_was(start: Start, tmp_path: Path) -> None:
    shell = f"""
import subprocess, sys, termios
from pathlib import Path
before = termios.tcgetattr(0)
child = subprocess.Popen([sys.executable, "-m", "sctui"])
Path({str(tmp_path / "pid")!r}).write_text(str(child.pid))
code = child.wait()
print("AS BEFORE" if termios.tcgetattr(0) == before else "CHANGED", code)
raise SystemExit
"""
    terminal = start(shell)
    os.kill(int((tmp_path / "pid").read_text("utf-8")), signal.SIGTERM)
    terminal.wait_for("AS BEFORE 143")
