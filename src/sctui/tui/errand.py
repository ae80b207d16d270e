"""A command of ours beside the app, in a process of its own: it stops no screen, and can be stopped."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import Sequence
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING

from sctui.i18n import _
from sctui.model.progress import FOR_PROGRAMS, MARK

if TYPE_CHECKING:
    from sctui.locations import Home
    from sctui.tui.desk import Desk

_LONGEST = 1 << 24  # bytes of a line that a command may tell
_GRACE = 10.0  # seconds in which a command can end in good order


def own_command(home: Home, *arguments: str) -> list[str]:
    """How the program is run with a command, whatever lies in the folder that it is run in."""
    return [sys.executable, "-P", "-m", "sctui", "--home", str(home.folder), *arguments]


class Errand:
    """A command: how far it has come, and at the end what it said.

    Args:
        title: what is done, in the learner's language.
        arguments: the command with its options.

    `does` is the part of the work it is at, `at` the place in it, `share` how much of that part is done, 0 to
    1. `said` is what came of it, `complaints` what it found wrong, `code` its exit code. `ended` is true once
    the app has taken in what it did.
    """

    def __init__(self, title: str, arguments: Sequence[str]) -> None:
        self.title = title
        self.does, self.at, self.share = "", "", 0.0
        self.said, self.complaints = "", ""
        self.code: int | None = None
        self.stopped = self.ended = False
        self._arguments = arguments
        self._began = monotonic()
        self._process: asyncio.subprocess.Process | None = None

    @property
    def seconds(self) -> float:
        """How long ago it was begun."""
        return monotonic() - self._began

    def outcome(self, _desk: Desk) -> str:
        """What came of it, in a sentence."""
        return _("Stopped.") if self.stopped else ""

    async def run(self, home: Home) -> None:
        """Run it to its end; where this is cancelled, it is stopped."""
        process = self._process = await asyncio.create_subprocess_exec(
            *own_command(home, *self._arguments),
            stdin=DEVNULL,
            stdout=PIPE,
            stderr=PIPE,
            env={**os.environ, FOR_PROGRAMS: "1"},
            limit=_LONGEST,
        )
        assert process.stdout
        assert process.stderr
        try:
            said, _end = await asyncio.gather(process.stdout.read(), self._follow(process.stderr))
            self.said = said.decode("utf-8", "replace").rstrip()
            self.code = await process.wait()
        finally:
            self.stop()

    async def _follow(self, told: asyncio.StreamReader) -> None:
        async for line in told:
            text = line.decode("utf-8", "replace")
            if text.startswith(MARK):
                news = json.loads(text[1:])
                self.does, self.at, self.share = news["does"], news["at"], news["share"]
            else:
                self.complaints += text

    def stop(self) -> None:
        """Let it end in good order, as Ctrl-C does; where it does not, at once: it writes files whole."""
        process = self._process
        if process is None or process.returncode is not None or self.stopped:
            return
        self.stopped = True
        with suppress(ProcessLookupError):
            process.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
        asyncio.get_running_loop().call_later(_GRACE, _kill, process)


def _kill(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        with suppress(ProcessLookupError):
            process.kill()
