"""Memory that was used for a moment goes back to the system, instead of being kept for next time.

glibc keeps what a program frees, and the more of it the larger the blocks were, in a place of its own for
every thread: reading 100,000 cards, their figures and a backup leave tens of megabytes that nobody uses.
"""

from __future__ import annotations

import sys
from contextlib import suppress

_MMAP_THRESHOLD = -3  # M_MMAP_THRESHOLD of malloc.h
_BYTES = 128 * 1024


def keep_no_large_blocks() -> None:
    """From now on, blocks from 128 KiB come from the system and go back to it one by one.

    That is glibc's own limit, which it raises as it meets larger blocks, unless it was set; see mallopt(3).
    """
    _call("mallopt", _MMAP_THRESHOLD, _BYTES)


def give_back() -> None:
    """Give back all pages that were freed, of every thread; takes some milliseconds, holds up no thread."""
    _call("malloc_trim", 0)


def _call(function: str, *values: int) -> None:
    """Call a function of glibc; nothing happens where there is none."""
    if sys.platform.startswith("linux"):
        with suppress(ImportError, OSError, AttributeError):  # Python without ctypes, or another C library
            import ctypes  # noqa: PLC0415 -- some milliseconds, once the app is on the screen

            getattr(ctypes.CDLL(None), function)(*values)
