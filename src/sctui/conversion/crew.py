"""The documents of one call, read and asked by several processes where that is quicker."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from sctui.conversion.made import Made
from sctui.conversion.reader import Opener, Reader, ToRead, tried
from sctui.conversion.served import Told
from sctui.conversion.shares import Numbers
from sctui.conversion.worker import Worker
from sctui.documents.read import READING
from sctui.errors import SctuiError
from sctui.model.imprint import Imprint
from sctui.model.progress import Progress
from sctui.pipeline import FINDING, Knowledge, Opened
from sctui.text.collector_pause import collector_paused

_MOST = 4  # processes; each needs memory for what it reads
_WORTH = 20_000  # bytes that take longer to convert than a process takes to start
_WORTH_OPENING = 40_000  # and that take longer to open
_TOGETHER = 20_000_000  # bytes of files up to which all are opened before the first is looked at


class Crew:
    """This process, and others beside it for the time of a `with`.

    Others are made on Linux alone, where a process can be copied as it stands, and only of a process without
    threads, as a copy has none of them. They share the memory of lexicon and texts with it; each keeps as
    much of what it reads as this one does.
    """

    def __init__(self, knowledge: Knowledge, processes: int | None = None) -> None:
        """Of so many processes; None for as many as are worth it."""
        self._knowledge, self._processes = knowledge, processes
        self._workers: list[Worker] = []
        self._numbers: Numbers | None = None  # of the documents that are read
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
        if self._numbers:
            self._numbers.close()
        self._paused.__exit__(None, None, None)

    def open(self, files: Sequence[Path], begin: Callable[[Path], Progress]) -> Iterator[Opened | SctuiError]:
        """What is opened of files, in their order; for one that cannot be read, why.

        `begin` is called with a file when its turn comes, and gives whom to tell how far it has come.
        """
        sizes = [_size(file) for file in files]
        processes = self._count(sizes, _WORTH_OPENING) if sum(sizes) <= _TOGETHER else 1
        together = self._opened_together(files, sizes, processes, begin) if processes > 1 else {}
        for at, file in enumerate(files):
            yield together.pop(at) if at in together else tried(file, self._knowledge, begin(file))

    def _opened_together(
        self,
        files: Sequence[Path],
        sizes: Sequence[int],
        processes: int,
        begin: Callable[[Path], Progress],
    ) -> dict[int, Opened | SctuiError]:
        """What was opened of files, or why one could not be, by their places; some may be missing."""
        found: dict[int, Opened | SctuiError] = {}
        with closing(Numbers(len(files))) as numbers:
            opener = Opener(files, sizes, numbers)
            self._start(processes - 1, len(files), {}, opener)
            for at, file in opener.taken():
                found[at] = tried(file, self._knowledge, begin(file))
        for worker in self._workers:
            for at, text in worker.opened().items():
                found[at] = text
                begin(files[at])(READING[-1], 1, 1)
        return found

    def read(
        self,
        given: Sequence[ToRead],
        texts: MutableMapping[Path, Opened | None],
        around: Mapping[str, Imprint],
        begin: Callable[[ToRead], Progress],
    ) -> list[Made | SctuiError]:
        """Find the facts of documents; for one that cannot be read, why. Once, and of what was opened.

        Args:
            given: the documents.
            texts: what was opened of them, by the place of the text; each is let go when it was read.
            around: see `pipeline.read`.
            begin: is called with a document when its turn comes, and gives whom to tell how far it has come.
        """
        reader = Reader(self._knowledge, given, texts, around)
        self._workers = [worker for worker in self._workers if not worker.gone]
        more = self._count([one.size for one in given], _WORTH) - 1 - len(self._workers)
        self._start(more, len(given), texts)
        for worker in self._workers:
            worker.begin_reading(reader)
        held, made = 0, dict[int, Made | SctuiError]()
        for at in reader.taken(self._numbers if self._workers else None):
            made[at] = reader.tried(at, held, begin(given[at]))
            held += given[at].size
        made = {at: self._meanwhile(one) for at, one in made.items()}
        came = {file: (other, told) for other in self._workers for file, told in other.read().items()}
        for at in sorted(set(range(len(given))) - set(made)):
            one, progress = given[at], begin(given[at])
            keeper, told = came.get(one.file, (None, None))
            if keeper and told:
                texts.pop(one.file, None)
                made[at] = _kept_by(keeper, one, told, around)
            else:
                made[at] = reader.tried(at, held, progress)
                held += one.size
            progress(FINDING[-1], 1, 1)
        return [made[at] for at in range(len(given))]

    def _start(
        self, more: int, count: int, texts: MutableMapping[Path, Opened | None], opener: Opener | None = None
    ) -> None:
        """Start further processes, if any, for so many documents."""
        for _ in range(more):
            self._numbers = self._numbers or Numbers(count)
            with suppress(OSError):  # there can be no further process
                self._workers.append(Worker(self._knowledge, self._numbers, texts, opener))

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


def _kept_by(worker: Worker, one: ToRead, told: Told, around: Mapping[str, Imprint]) -> Made:
    """A document that another process has read."""
    known, sha256, _, facts = told
    return Made(one.read_from, one.file, None, known, sha256, around=around, keeper=worker, facts=facts)
