"""A program in a pseudo-terminal: what its keys take, and what it uses."""

from __future__ import annotations

import os
import re
import select
import signal
import sys
from pathlib import Path
from time import perf_counter, sleep

import pexpect
import pyte

_SIZE = (24, 80)
_QUIET = 0.04  # seconds without output after which a frame is complete
_AT_REST = 0.02  # seconds of the processor in a second
_NOT_DRAWN = re.compile(rb"\x1b\[[<>=?][0-9;]*[a-zA-Z$]")  # private modes: pyte would draw a part of some


class Terminal:
    """A program in a pseudo-terminal."""

    def __init__(self, arguments: list[str], home: Path) -> None:
        env = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "SCTUI_HOME": str(home)}
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        self._child: pexpect.spawn[bytes] = pexpect.spawn(
            sys.executable, arguments, dimensions=_SIZE, env=env, timeout=600
        )
        self._child.delaybeforesend = None  # pexpect waits 50 ms before each key otherwise
        self._come = bytearray()  # and has not been drawn
        self._drawn = pyte.Screen(_SIZE[1], _SIZE[0])
        self._drawer = pyte.ByteStream(self._drawn)

    def wait_until(self, shown: str) -> None:
        """Read until this stands on the screen."""
        self._child.expect_exact(shown.encode())

    def wait_for(self, shown: str) -> None:
        """Read until this stands on the screen, and until it is quiet."""
        self.wait_until(shown)
        self.settle()

    def settle(self, quiet: float = 0.5, most: float = 20) -> None:
        """Read until nothing has come for so many seconds, but not for ever: a cursor may blink."""
        until = perf_counter() + most
        while perf_counter() < until and select.select([self._child.fileno()], [], [], quiet)[0]:
            self._read()

    def _read(self) -> None:
        self._come += os.read(self._child.fileno(), 1 << 16)

    def shows(self, words: str) -> bool:
        """Whether words stand on the screen, by what has been read so far."""
        self._drawer.feed(_NOT_DRAWN.sub(b"", bytes(self._come)))
        self._come.clear()
        return any(words in line for line in self._drawn.display)

    def send(self, keys: str) -> None:
        """Press keys, and leave what they bring to be read."""
        self._child.send(keys)

    def press(self, keys: str) -> float:
        """Milliseconds from a key to the last byte of what it brings to the screen."""
        started = last = perf_counter()
        self.send(keys)
        wait = 2.0
        while select.select([self._child.fileno()], [], [], wait)[0]:
            self._read()
            last, wait = perf_counter(), _QUIET
        return (last - started) * 1000

    @property
    def megabytes(self) -> float:
        """Memory of the process (RSS); only Linux tells."""
        status = Path(f"/proc/{self._child.pid}/status").read_text("utf-8")
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024

    @property
    def processor_seconds(self) -> float:
        """What the process has used so far; only Linux tells."""
        tasks = Path(f"/proc/{self._child.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text("utf-8").split()[0]) for task in tasks) / 1e9

    def rest(self) -> None:
        """Wait until it does nothing any more, as backing up, but not for ever."""
        for _ in range(60):
            before = self.processor_seconds
            sleep(1)
            if self.processor_seconds - before < _AT_REST:
                return

    def leave(self) -> None:
        """Press `q`, and wait for what is written at the end."""
        self._child.send("q")
        self._child.expect(pexpect.EOF)
        self._child.close()

    def end(self) -> None:
        """Leave, whatever is on the screen."""
        self._child.kill(signal.SIGKILL)
        self._child.wait()
