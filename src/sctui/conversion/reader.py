"""How documents are opened and read, whichever process does it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sctui.conversion.made import Made
from sctui.conversion.shares import Numbers
from sctui.errors import SctuiError
from sctui.model.imprint import Imprint
from sctui.model.progress import Progress, silent
from sctui.pipeline import Knowledge, Opened, opened, read


class ToRead(NamedTuple):
    """A document whose facts are to be found: what it is read from, and where its text is kept.

    `size` in bytes tells how long that takes beside others, and how much is kept of it, as `Opened.telling`.
    """

    read_from: Path
    file: Path
    size: int


@dataclass(frozen=True, slots=True)
class Opener:
    """The files of a call, each opened by the process that takes its number."""

    files: Sequence[Path]
    sizes: Sequence[int]
    numbers: Numbers

    def taken(self) -> Iterator[tuple[int, Path]]:
        """The files that this process takes, by their places."""
        return ((at, self.files[at]) for at in self.numbers.taken(self.sizes))


@dataclass(frozen=True, slots=True)
class Reader:
    """The documents of a call; `texts` are what was opened of them, each let go when it was read."""

    knowledge: Knowledge
    given: Sequence[ToRead]
    texts: MutableMapping[Path, Opened | None]
    around: Mapping[str, Imprint]

    def taken(self, numbers: Numbers | None) -> Iterator[int]:
        """The places of documents that this process takes; all, in their order, where it is the only one."""
        return numbers.taken([one.size for one in self.given]) if numbers else iter(range(len(self.given)))

    def made(self, at: int, held: int, progress: Progress = silent) -> Made:
        """A document that was read; `held` are the bytes of those that were read before in this process.

        Raises:
            DocumentError: it cannot be read.
        """
        one = self.given[at]
        text = self.texts.pop(one.file, None)
        reading = read(one.read_from, self.knowledge, progress, self.around, text)
        return Made.of(one.read_from, one.file, reading, held, self.around)

    def tried(self, at: int, held: int, progress: Progress) -> Made | SctuiError:
        """The same, or why it cannot be."""
        try:
            return self.made(at, held, progress)
        except SctuiError as error:
            return error


def tried(file: Path, knowledge: Knowledge, progress: Progress) -> Opened | SctuiError:
    """A file opened, or why it cannot be."""
    try:
        return opened(file, knowledge, progress)
    except SctuiError as error:
        return error
