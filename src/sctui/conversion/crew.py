"""The documents of one call, read and asked by several processes where that is quicker."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from sctui.conversion.made import Made
from sctui.conversion.worker import Told, Worker
from sctui.errors import SctuiError
from sctui.model.imprint import Imprint
from sctui.model.progress import Progress, silent
from sctui.pipeline import FINDING, Knowledge, Opened, read

_MOST = 4  # processes; each needs memory for what it reads
_WORTH = 20_000  # bytes that take longer to convert than a process takes to start


class ToRead(NamedTuple):
    """A document whose facts are to be found: what it is read from, and where its text is kept.

    `size` is that of the text in bytes of UTF-8: what a Chinese character tells takes three letters.
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

    def kept_by(self, worker: Worker, one: ToRead, told: Told) -> Made:
        """A document that another process has read."""
        return Made(one.read_from, one.file, None, told.known, told.sha256, around=self.around, keeper=worker)


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

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.close()

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
        own, *others = _shared([one.size for one in given], self._count(given))
        shares = {share: self._worker(reading, [given[at] for at in share]) for share in others}
        made = {at: _tried(reading, given[at], number, begin(given[at])) for number, at in enumerate(own)}
        for share, worker in shares.items():
            told = worker.told(len(share)) if worker else [None] * len(share)
            for at, one in zip(share, told, strict=True):
                progress = begin(given[at])
                if worker and one:
                    made[at] = reading.kept_by(worker, given[at], one)
                else:
                    made[at] = _tried(reading, given[at], len(made), progress)
                progress(FINDING[-1], 1, 1)
        return [made[at] for at in range(len(given))]

    def _count(self, given: Sequence[ToRead]) -> int:
        """How many processes there are to be."""
        if sys.platform != "linux" or threading.active_count() > 1:
            return 1
        most = min(len(os.sched_getaffinity(0)), _MOST, sum(one.size for one in given) // _WORTH)
        return max(1, min(most if self._processes is None else self._processes, len(given)))

    def _worker(self, reading: _Reading, share: Sequence[ToRead]) -> Worker | None:
        """A process that reads these documents, whose texts are let go here; None when there can be none."""
        tasks = {one.file: partial(reading.made, one, number) for number, one in enumerate(share)}
        with suppress(OSError):
            self._workers.append(Worker(tasks, self._knowledge))
            for one in share:
                reading.texts.pop(one.file, None)
            return self._workers[-1]
        return None


def _tried(reading: _Reading, one: ToRead, number: int, progress: Progress) -> Made | SctuiError:
    try:
        return reading.made(one, number, progress)
    except SctuiError as error:
        return error


def _shared(sizes: Sequence[int], parts: int) -> list[tuple[int, ...]]:
    """The places of what has these sizes, in so many parts that come to about the same size."""
    shares: list[list[int]] = [[] for _ in range(parts)]
    sums = [0] * parts
    for at in sorted(range(len(sizes)), key=lambda at: -sizes[at]):
        least = sums.index(min(sums))
        shares[least].append(at)
        sums[least] += sizes[at]
    return [tuple(sorted(share)) for share in shares]
