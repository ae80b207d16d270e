"""Processes to be killed, born of one that has loaded the program already: the soaks pay for its start once, not every time."""

from __future__ import annotations

import os
import sys
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from signal import SIGKILL
from tempfile import NamedTemporaryFile
from typing import TextIO

_BIRTHS = get_context("forkserver")
_BIRTHS.set_forkserver_preload(
    [
        "click.testing",
        "tests.unit.store.answers",
        "tests.functional.worker",
        *("sctui.cli.import_cards", "sctui.cli.import_packages", "sctui.transfer.importing"),
        *(
            "sctui.decks.written_cards",
            "sqlite_utils",
            "yaml",
            "opencc",
        ),  # what an import loads when it needs it
    ]
)


class Worker:
    """`tests.functional.worker` at work in a process of its own; what it says is read from `said`."""

    def __init__(self, home: Path, shared: Path, moment: int) -> None:
        hears, says = _BIRTHS.Pipe(duplex=False)
        self._errors = NamedTemporaryFile("r", encoding="utf-8")  # noqa: SIM115 -- read and closed by `rest`
        self._process = _BIRTHS.Process(target=_work, args=(says, self._errors.name, home, shared, moment))
        self._process.start()
        says.close()
        self.said: TextIO = os.fdopen(os.dup(hears.fileno()), encoding="utf-8")
        hears.close()

    def kill_after(self, seconds: float) -> None:
        """Kill it after a while, if it has not ended by then."""
        self._process.join(seconds)
        self._process.kill()

    def rest(self) -> tuple[list[str], str]:
        """What it says until its end, and the last words of an error that the program did not tell."""
        with self.said, self._errors:
            lines = self.said.readlines()
            self._process.join()
            wrong = self._errors.read().splitlines()
        untold = self._process.exitcode not in {0, -SIGKILL} or any("Traceback" in line for line in wrong)
        self._process.close()
        places = [line.strip() for line in wrong if line.startswith("  File ")][-4:]
        return lines, f"not told: {wrong[-1:]} at {places}" if untold else ""


def _work(says: Connection, errors: str, home: Path, shared: Path, moment: int) -> None:
    """In the new process: say all on the pipe, and of failures what the program tells."""
    from tests.functional.worker import work  # noqa: PLC0415 -- loaded in the process that gives birth

    os.dup2(says.fileno(), 1)
    says.close()
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    os.dup2(os.open(errors, os.O_WRONLY), 2)
    work(home, shared, moment)
