"""What another process does for the one that started it: it opens, reads and asks documents.

It keeps what it reads, tells what the library must know of its documents, and hands over what it made of them
at the end, with the patterns that it compiled, for the next run; documents that another process is free to
ask it gives away before. While others still read, it asks what it can already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final, NamedTuple

from sctui.conversion.forked import GONE
from sctui.conversion.made import Made
from sctui.conversion.messages import received, sent
from sctui.conversion.reader import Opener, Reader, ToRead
from sctui.conversion.shares import Numbers
from sctui.decks.candidates import Candidates
from sctui.model.imprint import Imprint
from sctui.model.knowledge import Asked, DocumentKnowledge
from sctui.model.language import Language
from sctui.pipeline import Conversion, Knowledge, Opened, opened
from sctui.text.kept_patterns import kept_patterns

_NO_CANDIDATES: Final = Candidates((), ())
_TOLD_BEFORE: Final = DocumentKnowledge("", Language.ENGLISH, "")

Act = Callable[[Made, Any, Knowledge], Made]  # a method of `Made` that gives the document anew


class Order(Enum):
    """What it can be asked for besides an `Act`."""

    READ = auto()
    HOW_FAR = auto()
    GIVE_AWAY = auto()
    TAKE_IN = auto()
    HAND_OVER = auto()


class Told(NamedTuple):
    """What is told of a document that another process keeps."""

    known: DocumentKnowledge
    sha256: str
    asked: tuple[Asked, ...]
    facts: int


class Texts(NamedTuple):
    """What is to be read, and those of its texts that the process cannot have yet."""

    given: Sequence[ToRead]
    around: Mapping[str, Imprint]
    lacking: Mapping[Path, Opened | None]


@dataclass(slots=True)
class Served:
    """The other process, as it sees itself; `texts` are there when it starts."""

    pipe: Connection
    knowledge: Knowledge
    numbers: Numbers
    texts: MutableMapping[Path, Opened | None]
    _opened: dict[Path, Opened] = field(default_factory=dict)  # by what they are read from
    _kept: dict[Path, Made] = field(default_factory=dict)

    def run(self, opener: Opener | None) -> None:
        """Open files, if any, then do what is asked until nobody asks any more."""
        orders: dict[Order, Callable[[Any], None]] = {
            Order.READ: self._read,
            Order.HOW_FAR: self._tell_how_far,
            Order.GIVE_AWAY: self._give_away,
            Order.TAKE_IN: self._take_in,
            Order.HAND_OVER: self._hand_over,
        }
        with suppress(*GONE):
            if opener:
                self._open(opener)
            while True:
                act, jobs = received(self.pipe.recv_bytes(), self.knowledge)
                if isinstance(act, Order):
                    orders[act](jobs)
                else:
                    makers = ((file, partial(self._anew, file, act, given)) for file, given in jobs)
                    self._send([self._told(file, make) for file, make in makers])

    def _open(self, opener: Opener) -> None:
        """Open files, and hand them over; the first process tries again what cannot be opened."""
        found: dict[int, Opened] = {}
        for at, file in opener.taken():
            with suppress(Exception):
                found[at] = self._opened[file] = opened(file, self.knowledge)
        self._send(found)

    def _read(self, texts: Texts) -> None:
        here = {one.file: self._opened[one.read_from] for one in texts.given if one.read_from in self._opened}
        self._opened.clear()
        self.texts.update({**texts.lacking, **here})
        reader = Reader(self.knowledge, texts.given, self.texts, texts.around)
        told: dict[Path, Told | None] = {}
        held = 0
        for at in reader.taken(self.numbers):
            file = texts.given[at].file
            told[file] = self._told(file, partial(reader.made, at, held))
            held += texts.given[at].size
        self._send(told)
        for file, one in self._kept.items():
            with suppress(Exception):  # who asks it in earnest says what is wrong
                self._kept[file] = one.asked_until(self.pipe.poll, self.knowledge)

    def _tell_how_far(self, _jobs: object) -> None:
        self._send({file: len(one.ahead.made) for file, one in self._kept.items() if one.ahead})

    def _give_away(self, files: Iterable[Path]) -> None:
        for file in files:
            made = self._kept.pop(file, None)
            self._send(made and made.reading)

    def _take_in(self, made: Mapping[Path, Made]) -> None:
        self._kept.update(made)

    def _hand_over(self, files: Iterable[Path]) -> None:
        patterns = kept_patterns().compiled_here()
        for file in files:
            self._send((_whole(self._kept.pop(file, None), self.knowledge), patterns))
            patterns = {}  # nobody needs them twice

    def _send(self, something: object) -> None:
        self.pipe.send_bytes(sent(something, self.knowledge))

    def _told(self, file: Path, make: Callable[[], Made]) -> Told | None:
        try:
            made = self._kept[file] = make()
        except Exception:  # noqa: BLE001 -- the process that was called tries it too, and tells what is wrong
            self._kept.pop(file, None)
            return None
        return Told(made.known, made.sha256, made.asked, made.facts)

    def _anew(self, file: Path, act: Act, given: object) -> Made:
        return act(self._kept[file], given, self.knowledge)


def serve(
    pipe: Connection,
    knowledge: Knowledge,
    numbers: Numbers,
    texts: MutableMapping[Path, Opened | None],
    opener: Opener | None,
) -> None:
    """Be the other process, until nobody asks any more."""
    Served(pipe, knowledge, numbers, texts).run(opener)


def _whole(made: Made | None, knowledge: Knowledge) -> Conversion | None:
    """The conversion without what was told of it before, and what nobody asks for any more."""
    try:
        found = made.again(knowledge) if made else None
        return found and replace(
            found,
            reading=replace(found.reading, records=()),
            candidates=_NO_CANDIDATES,
            generation=replace(found.generation, asked=()),
            knowledge=_TOLD_BEFORE,
            asked=(),
        )
    except Exception:  # noqa: BLE001 -- as above
        return None
