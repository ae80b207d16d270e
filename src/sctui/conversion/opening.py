"""Reading the texts of documents, by several processes at once where one would take longer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from multiprocessing.connection import Connection
from pathlib import Path

from sctui.conversion.forked import GONE, Forked
from sctui.conversion.shares import Numbers
from sctui.documents.read import READING
from sctui.errors import SctuiError
from sctui.model.progress import Progress
from sctui.pipeline import Knowledge, Opened, opened
from sctui.text.collector_pause import collector_paused


def opened_together(
    files: Sequence[Path],
    sizes: Sequence[int],
    processes: int,
    knowledge: Knowledge,
    begin: Callable[[Path], Progress],
) -> dict[int, Opened | SctuiError]:
    """What was opened of files, or why one could not be, by their places; some may be missing.

    Args:
        files: are opened by this process and so many others, the largest first.
        sizes: of the files, in bytes.
        processes: how many open them, this one included.
        knowledge: what is known beforehand.
        begin: is called with a file when its turn comes, and gives whom to tell how far it has come.
    """
    numbers = Numbers(sizes, processes)
    found: dict[int, Opened | SctuiError] = {}
    with ExitStack() as others:
        started: list[Forked] = []
        for _ in range(processes - 1):
            with suppress(OSError):  # there can be no further process
                started.append(Forked(_serve, files, numbers, knowledge))
                others.callback(started[-1].close)
        for at in numbers:
            found[at] = tried(files[at], knowledge, begin(files[at]))
        for other in started:
            with suppress(*GONE), collector_paused():
                for at, text in other.pipe.recv().items():
                    found[at] = text
                    begin(files[at])(READING[-1], 1, 1)
    return found


def tried(file: Path, knowledge: Knowledge, progress: Progress) -> Opened | SctuiError:
    """A file opened, or why it cannot be."""
    try:
        return opened(file, knowledge, progress)
    except SctuiError as error:
        return error


def _serve(pipe: Connection, files: Sequence[Path], numbers: Numbers, knowledge: Knowledge) -> None:
    """The other process: open files, and hand them over; the first one tries again what cannot be opened."""
    found: dict[int, Opened] = {}
    for at in numbers:
        with suppress(Exception):
            found[at] = opened(files[at], knowledge)
    with suppress(*GONE):
        pipe.send(found)
