"""What puts the terminal back where the app is killed without a chance to do so, as when memory runs out."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from threading import Lock, Timer
from types import TracebackType

_AFTER = 0.5  # seconds, when the first frame is there
# the other screen, mouse, focus, pasting, sizes: what Textual asks a terminal for, to be taken back
_BACK = "".join(rf"\033[?{mode}l" for mode in (1049, 1000, 1002, 1003, 1006, 1015, 1004, 2004, 2048))
# The pipe ends without a word when the other end is gone; the last two are the cursor, and the plain keys.
# Lines are given back last: once keys echo, nothing more of ours comes between a shell's own words.
_WAIT = f"""read -r word || {{ printf '{_BACK}\\033[?25h\\033[<u' >"$0"; stty sane <"$0" >"$0"; }}"""


class TerminalGuard:
    """A shell that waits as long as the app runs; none where there is no terminal of a POSIX system."""

    def __init__(self) -> None:
        self._lock, self._over = Lock(), False
        self._shell: subprocess.Popen[bytes] | None = None
        self._timer = Timer(_AFTER, self._begin)
        self._timer.daemon = True

    def __enter__(self) -> None:
        if hasattr(os, "ttyname") and sys.stdin.isatty():
            self._timer.start()

    def _begin(self) -> None:
        with self._lock, suppress(OSError):
            if not self._over:
                self._shell = subprocess.Popen(  # noqa: S603 -- a script of ours
                    ["/bin/sh", "-c", _WAIT, os.ttyname(0)],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,  # what ends the app's group leaves it alone
                )

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        with self._lock, suppress(OSError):
            self._over = True
            if self._shell:
                self._shell.communicate(b"\n")
