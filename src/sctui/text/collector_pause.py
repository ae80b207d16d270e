"""Python's garbage collector, out of the way while a great many small objects are made that all stay."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Run the block without the cyclic collector.

    Nodes, notes and sources have no cycles; looking through them again and again takes more than half of the
    time that a deck of 10,000 cards needs to load.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
