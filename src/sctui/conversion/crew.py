"""The documents of one call, read and asked by several processes where that is quicker."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from sctui.conversion.made import Made
from sctui.conversion.opening import opened_together, tried
from sctui.conversion.shares import Numbers
from sctui.conversion.worker import Task, Told, Worker
from sctui.errors import SctuiError
from sctui.model.imprint import Imprint
from sctui.model.progress import Progress, silent
from sctui.pipeline import FINDING, Knowledge, Opened, read
from sctui.text.collector_pause import collector_paused

_MOST = 4  # processes; each needs memory for what it reads
_WORTH = 20_000  # bytes that take longer to convert than a process takes to start
_WORTH_OPENING = 40_000  # and that take longer to open
_TOGETHER = 20_000_000  # bytes of files up to which all are opened before the first is looked at


class ToRead(NamedTuple):
    """A document whose facts are to be found: what it is read from, and where its text is kept.

    `size` tells how long that takes beside others, as `Opened.telling` does.
    """

    read_from: Path
    file: Path
    size: int


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is the same for all documents of a call: see `Crew.read`."""

    knowledge: Knowledge
    texts: MutableMapping[Path, Opened | None]
    around: Mapping[str, Imprint]

    def made(self, one: ToRead, number: int, progress: Progress = silent) -> Made:
        """A document that was read; `number` were read before in this process."""
        text = self.texts.pop(one.file, None)
        reading = read(one.read_from, self.knowledge, progress, self.around, text)
        return Made.of(one.read_from, one.file, reading, number, self.around)

    def tasks(self, given: Sequence[ToRead], numbers: Iterable[int]) -> Iterator[Task]:
        """How those documents are read whose numbers come."""
        for number, at in enumerate(numbers):
            yield given[at].file, partial(self.made, given[at], number)

    def kept_by(self, worker: Worker, one: ToRead, told: Told) -> Made:
        """A document that another process has read."""
        return Made(
            *(one.read_from, one.file, None, told.known, told.sha256),
            around=self.around,
            keeper=worker,
            facts=told.facts,
        )


class Crew:
    """This process, and others beside it for the time of a `with`.

    Others are made on Linux alone, where a process can be copied as it stands, and only of a process without
    threads, as a copy has none of them. They share the memory of lexicon and texts with it; each keeps 64
    documents at most, as this one does.
    """

    def __init__(self, knowledge: Knowledge, processes: int | None = None) -> None:
        """Of so many processes; None for as many as are worth it."""
        self._knowledge, self._processes = knowledge, processes
        self._workers: list[Worker] = []
        # what is made stays, or has no cycles; and to look through what processes share would part it
        self._paused = collector_paused()

    def __enter__(self) -> Self:
        self._paused.__enter__()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.close()
        self._paused.__exit__(None, None, None)

    def open(self, files: Sequence[Path], begin: Callable[[Path], Progress]) -> Iterator[Opened | SctuiError]:
        """What is opened of files, in their order; for one that cannot be read, why.

        `begin` is called with a file when its turn comes, and gives whom to tell how far it has come.
        """
        sizes = [_size(file) for file in files]
        processes = self._count(sizes, _WORTH_OPENING) if sum(sizes) <= _TOGETHER else 1
        together = opened_together(files, sizes, processes, self._knowledge, begin) if processes > 1 else {}
        for at, file in enumerate(files):
            yield together.pop(at) if at in together else tried(file, self._knowledge, begin(file))

    def read(
        self,
        given: Sequence[ToRead],
        texts: MutableMapping[Path, Opened | None],
        around: Mapping[str, Imprint],
        begin: Callable[[ToRead], Progress],
    ) -> list[Made | SctuiError]:
        """Find the facts of documents; for one that cannot be read, why.

        Args:
            texts: what was opened of them, by the place of the text; each is let go when it was read.
            around: see `pipeline.read`.
            begin: is called with a document when its turn comes, and gives whom to tell how far it has come.
        """
        reading = _Reading(self._knowledge, texts, around)
        sizes = [one.size for one in given]
        processes = self._count(sizes, _WORTH)
        numbers = Numbers(sizes, processes)
        for _ in range(processes - 1):
            with suppress(OSError):  # there can be no further process
                self._workers.append(Worker(reading.tasks(given, numbers), self._knowledge))
        made = {at: _tried(reading, given[at], n, begin(given[at])) for n, at in enumerate(numbers)}
        made = {at: self._meanwhile(one) for at, one in made.items()}
        came = {file: (worker, told) for worker in self._workers for file, told in worker.read().items()}
        for at in sorted(set(range(len(given))) - set(made)):
            one, progress = given[at], begin(given[at])
            texts.pop(one.file, None)
            worker, told = came.get(one.file, (None, None))
            if worker and told:
                made[at] = reading.kept_by(worker, one, told)
            else:
                made[at] = _tried(reading, one, len(made), progress)
            progress(FINDING[-1], 1, 1)
        return [made[at] for at in range(len(given))]

    def _meanwhile(self, one: Made | SctuiError) -> Made | SctuiError:
        """A document, with what could be asked of it until the other processes had read theirs."""
        waits = bool(self._workers) and isinstance(one, Made)
        return one.asked_until(self._have_told, self._knowledge) if waits and isinstance(one, Made) else one

    def _have_told(self) -> bool:
        return all(worker.has_told() for worker in self._workers)

    def _count(self, sizes: Sequence[int], worth: int) -> int:
        """How many processes there are to be for documents of these sizes, each of which needs so much."""
        if sys.platform != "linux" or threading.active_count() > 1:
            return 1
        most = min(len(os.sched_getaffinity(0)), _MOST, sum(sizes) // worth)
        return max(1, min(most if self._processes is None else self._processes, len(sizes)))


def _size(file: Path) -> int:
    """The size of a file; of one that is not there, nothing."""
    try:
        return file.stat().st_size
    except (OSError, ValueError):
        return 0


def _tried(reading: _Reading, one: ToRead, number: int, progress: Progress) -> Made | SctuiError:
    try:
        return reading.made(one, number, progress)
    except SctuiError as error:
        return error
