"""Another process that reads and asks some of the documents, so that several are worked on at once.

It is a copy of this process (`fork`), made when lexicon, templates and texts have been read: it starts at
once and knows all of them. It keeps what it reads, tells what the library must know of its documents, and
hands over what it made of them at the end, with the patterns that it compiled, for the next run; documents
that another process is free to ask it gives away before. While others still read, it asks what it can
already. What it cannot do, this process does by itself.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final, NamedTuple

from sctui.conversion.forked import GONE, Forked
from sctui.conversion.made import Made
from sctui.decks.candidates import Candidates
from sctui.model.knowledge import Asked, DocumentKnowledge
from sctui.model.language import Language
from sctui.pipeline import Conversion, Knowledge, Reading
from sctui.text.collector_pause import collector_paused
from sctui.text.kept_patterns import kept_patterns

_HAND_OVER: Final = "hand over"
_GIVE_AWAY: Final = "give away"
_TAKE_IN: Final = "take in"
_HOW_FAR: Final = "how far"
_NO_CANDIDATES: Final = Candidates((), ())
_TOLD_BEFORE: Final = DocumentKnowledge("", Language.ENGLISH, "")

Act = Callable[[Made, Any, Knowledge], Made]  # a method of `Made` that gives the document anew
Task = tuple[Path, Callable[[], Made]]  # how a document is read, and the place of its text


class Told(NamedTuple):
    """What a worker tells of a document that it keeps."""

    known: DocumentKnowledge
    sha256: str
    asked: tuple[Asked, ...]
    facts: int


class Worker:
    """The other process, seen from this one."""

    def __init__(self, tasks: Iterator[Task], knowledge: Knowledge) -> None:
        """Start it; it begins at once to read the documents that `tasks` gives it there.

        Raises:
            OSError: there can be no further process.
        """
        self._knowledge = knowledge
        self._to_come: list[Path] = []
        self._came: dict[Path, Conversion | None] = {}
        self._asked_for = False
        self._other = Forked(_serve, tasks, knowledge)
        self._pipe = self._other.pipe

    def has_told(self) -> bool:
        """Whether it has told something that was not heard yet, or has ended."""
        try:
            return self._pipe.poll()
        except GONE:
            return True

    def read(self) -> Mapping[Path, Told | None]:
        """What came of the documents that it has read, by the places of their texts."""
        try:
            told: Mapping[Path, Told | None] = self._pipe.recv()
        except GONE:
            self.close()
            return {}
        self._to_come = list(told)
        return told

    def asked_ahead(self) -> Mapping[Path, int]:
        """How many facts of its documents it asked while it had nothing else to do; it asks no more so."""
        self._send(_HOW_FAR, ())
        try:
            asked: Mapping[Path, int] = self._pipe.recv()
        except GONE:
            self.close()
            return {}
        return asked

    def give_away(self, file: Path) -> Reading | None:
        """A document that it keeps no longer, as it was read; None where it cannot be had."""
        with suppress(ValueError):
            self._to_come.remove(file)
        self._send(_GIVE_AWAY, [file])
        try:
            reading: Reading | None = _Received(self._pipe.recv_bytes(), self._knowledge).load()
        except GONE:
            self.close()
            return None
        return reading

    def take_in(self, made: Made) -> None:
        """Let it keep a document that was read by another process."""
        self._to_come.append(made.file)
        self._send(_TAKE_IN, [(made.file, made)])

    def begin(self, act: Act, jobs: Sequence[tuple[Path, object]]) -> None:
        """Let it do something with its documents, each with what is given for it; `told` has the outcome."""
        self._send(act, jobs)

    def told(self, count: int) -> Sequence[Told | None]:
        """What came of so many documents, in their order; None where nothing did."""
        try:
            told: Sequence[Told | None] = self._pipe.recv()
        except GONE:
            self.close()
            return [None] * count
        return told

    def hand_over(self) -> None:
        """Let it get ready what it made of its documents, of which nothing more is asked; once."""
        if self._asked_for:
            return
        self._asked_for = True
        self._send(_HAND_OVER, self._to_come)

    def conversion(self, file: Path) -> Conversion | None:
        """What was made of a document, the first time it is asked for; else None.

        Without the candidates, and without the knowledge that it told before.
        """
        self.hand_over()
        try:
            with collector_paused():
                while file not in self._came and self._to_come:
                    self._came[self._to_come.pop(0)], patterns = self._pipe.recv()
                    kept_patterns().take(patterns)
        except GONE:
            self.close()
        return self._came.pop(file, None)

    def close(self) -> None:
        """End the process."""
        self._to_come.clear()
        self._other.close()

    def _send(self, act: Act | str, jobs: object) -> None:
        try:
            self._pipe.send_bytes(_Sent.of((act, jobs), self._knowledge))
        except GONE:
            self.close()


class _Sent(pickle.Pickler):
    """What is sent to another process: the lexicon is there already, and stands in it by its name."""

    def __init__(self, file: io.BytesIO, knowledge: Knowledge) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._knowledge = knowledge

    def persistent_id(self, obj: object) -> str | None:
        return "lexicon" if obj is self._knowledge.lexicon else None

    @classmethod
    def of(cls, something: object, knowledge: Knowledge) -> bytes:
        file = io.BytesIO()
        cls(file, knowledge).dump(something)
        return file.getvalue()


class _Received(pickle.Unpickler):
    """What was sent by another process."""

    def __init__(self, sent: bytes, knowledge: Knowledge) -> None:
        super().__init__(io.BytesIO(sent))
        self._knowledge = knowledge

    def persistent_load(self, _name: object) -> object:
        return self._knowledge.lexicon


def _serve(pipe: Connection, tasks: Iterator[Task], knowledge: Knowledge) -> None:
    """The other process: read the documents, then do what is asked until nobody asks any more."""
    kept: dict[Path, Made] = {}
    try:
        pipe.send({file: _told(kept, file, task) for file, task in tasks})
        for file, one in kept.items():
            with suppress(Exception):  # who asks it in earnest says what is wrong
                kept[file] = one.asked_until(pipe.poll, knowledge)
        while True:
            act, jobs = _Received(pipe.recv_bytes(), knowledge).load()
            if act == _HAND_OVER:
                patterns = kept_patterns().compiled_here()
                for file in jobs:
                    pipe.send((_whole(kept.pop(file, None), knowledge), patterns))
                    patterns = {}  # nobody needs them twice
            elif act == _GIVE_AWAY:
                for file in jobs:
                    made = kept.pop(file, None)
                    pipe.send_bytes(_Sent.of(made and made.reading, knowledge))
            elif act == _HOW_FAR:
                pipe.send({file: len(one.ahead.made) for file, one in kept.items() if one.ahead})
            elif act == _TAKE_IN:
                kept.update(jobs)
            else:
                makers = ((file, partial(_anew, kept, file, act, given, knowledge)) for file, given in jobs)
                pipe.send([_told(kept, file, make) for file, make in makers])
    except GONE:
        return


def _told(kept: dict[Path, Made], file: Path, make: Callable[[], Made]) -> Told | None:
    try:
        made = kept[file] = make()
    except Exception:  # noqa: BLE001 -- the process that was called tries it too, and tells what is wrong
        kept.pop(file, None)
        return None
    return Told(made.known, made.sha256, made.asked, made.facts)


def _anew(kept: Mapping[Path, Made], file: Path, act: Act, given: object, knowledge: Knowledge) -> Made:
    return act(kept[file], given, knowledge)


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
