"""What the app writes to once its terminal may be gone: nobody reads it, and nobody may wait for that."""

from __future__ import annotations

from contextlib import suppress
from typing import TextIO


class LastingOutput:
    """A file that takes what is written to it also after its terminal was closed.

    Textual writes in a thread behind a queue; were the thread to end with an error, the queue would fill, and
    the app would wait for it for ever instead of leaving.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str) -> None:
        """Write text, if there is still somewhere to."""
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        """Write what is held back, if there is still somewhere to."""
        with suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        """The number of the file."""
        return self._file.fileno()

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return self._file.isatty()
