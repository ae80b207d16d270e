"""Another process that opens, reads and asks some of the documents, so that several are worked on at once.

It is a copy of this process (`fork`), made when lexicon and templates have been read: it starts at once and
knows all of them. What it does stands in `served`; what it cannot do, this process does by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from sctui.conversion.forked import GONE, Forked
from sctui.conversion.made import Made
from sctui.conversion.messages import received, sent
from sctui.conversion.reader import Opener, Reader
from sctui.conversion.served import Act, Order, Texts, Told, serve
from sctui.conversion.shares import Numbers
from sctui.pipeline import Conversion, Knowledge, Opened, Reading
from sctui.text.collector_pause import collector_paused
from sctui.text.kept_patterns import kept_patterns


class Worker:
    """The other process, seen from this one; `gone` when it does nothing any more."""

    def __init__(
        self,
        knowledge: Knowledge,
        numbers: Numbers,
        texts: MutableMapping[Path, Opened | None],
        opener: Opener | None = None,
    ) -> None:
        """Start it; where there is something to open, it begins at once.

        Args:
            knowledge: what is known beforehand.
            numbers: those of the documents to be read.
            texts: which there are already.
            opener: the files to open.

        Raises:
            OSError: there can be no further process.
        """
        self.gone = False
        self._knowledge = knowledge
        self._has = set(texts)  # the places of the texts, and the files that it has opened
        self._files = opener.files if opener else ()
        self._to_come: list[Path] = []
        self._came: dict[Path, Conversion | None] = {}
        self._asked_for = False
        self._other = Forked(serve, knowledge, numbers, texts, opener)
        self._pipe = self._other.pipe

    def opened(self) -> Mapping[int, Opened]:
        """What it has opened, by the places of the files."""
        opened: Mapping[int, Opened] = self._receive() or {}
        self._has |= {self._files[at] for at in opened}
        return opened

    def begin_reading(self, reader: Reader) -> None:
        """Let it read those documents of which it takes the numbers; `read` has the outcome."""
        lacking = {
            one.file: reader.texts.get(one.file)
            for one in reader.given
            if one.file not in self._has and one.read_from not in self._has
        }
        self._send(Order.READ, Texts(reader.given, reader.around, lacking))

    def has_told(self) -> bool:
        """Whether it has told something that was not heard yet, or has ended."""
        try:
            return self._pipe.poll()
        except GONE:
            return True

    def read(self) -> Mapping[Path, Told | None]:
        """What came of the documents that it has read, by the places of their texts."""
        told: Mapping[Path, Told | None] = self._receive() or {}
        self._to_come = list(told)
        return told

    def asked_ahead(self) -> Mapping[Path, int]:
        """How many facts of its documents it asked while it had nothing else to do; it asks no more so."""
        self._send(Order.HOW_FAR, None)
        return self._receive() or {}

    def give_away(self, file: Path) -> Reading | None:
        """A document that it keeps no longer, as it was read; None where it cannot be had."""
        with suppress(ValueError):
            self._to_come.remove(file)
        self._send(Order.GIVE_AWAY, [file])
        reading: Reading | None = self._receive()
        return reading

    def take_in(self, made: Made) -> None:
        """Let it keep a document that was read by another process."""
        self._to_come.append(made.file)
        self._send(Order.TAKE_IN, {made.file: made})

    def begin(self, act: Act, jobs: Sequence[tuple[Path, object]]) -> None:
        """Let it do something with its documents, each with what is given for it; `told` has the outcome."""
        self._send(act, jobs)

    def told(self, count: int) -> Sequence[Told | None]:
        """What came of so many documents, in their order; None where nothing did."""
        return self._receive() or [None] * count

    def hand_over(self) -> None:
        """Let it get ready what it made of its documents, of which nothing more is asked; once."""
        if not self._asked_for:
            self._asked_for = True
            self._send(Order.HAND_OVER, self._to_come)

    def conversion(self, file: Path) -> Conversion | None:
        """What was made of a document, the first time it is asked for; else None.

        Without the candidates, and without the knowledge that it told before.
        """
        self.hand_over()
        while file not in self._came and self._to_come:
            if came := self._receive():
                self._came[self._to_come.pop(0)], patterns = came
                kept_patterns().take(patterns)
        return self._came.pop(file, None)

    def close(self) -> None:
        """End the process."""
        self.gone = True
        self._to_come.clear()
        self._other.close()

    def _send(self, act: Act | Order, jobs: object) -> None:
        try:
            self._pipe.send_bytes(sent((act, jobs), self._knowledge))
        except GONE:
            self.close()

    def _receive(self) -> Any:
        """What it tells next; None where it tells nothing any more."""
        try:
            with collector_paused():
                return received(self._pipe.recv_bytes(), self._knowledge)
        except GONE:
            self.close()
            return None
