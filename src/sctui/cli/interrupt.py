"""Ctrl-C, put off while files that belong together are written."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Run the block to its end; a Ctrl-C in the meantime is raised behind it.

    To be called in the main thread, where alone Python hears of signals.

    Raises:
        KeyboardInterrupt: when it came.
    """
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if came:
            raise KeyboardInterrupt
