"""A copy of this process beside it, and the pipe between the two."""

from __future__ import annotations

import signal
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

GONE = (EOFError, OSError)  # what talking to a process raises that has ended
_PATIENCE = 1.0  # seconds until a process that was told to end is killed


class Forked:
    """The copy, seen from this process; it has all that this one has in memory, and starts at once."""

    def __init__(self, serve: Callable[..., None], *given: object) -> None:
        """Start it; it calls `serve` with its end of the pipe and what is given.

        Raises:
            OSError: there can be no further process.
        """
        context = get_context("fork")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_begin, args=(serve, theirs, self.pipe, given), daemon=True)
        before = signal.pthread_sigmask(
            signal.SIG_BLOCK, {signal.SIGINT}
        )  # Ctrl-C reaches both processes, and
        try:  # this one ends the other
            self._process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        theirs.close()

    def close(self) -> None:
        """End the process."""
        self.pipe.close()
        self._process.terminate()
        self._process.join(_PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()


def _begin(serve: Callable[..., None], pipe: Connection, theirs: Connection, given: Any) -> None:
    theirs.close()
    serve(pipe, *given)
