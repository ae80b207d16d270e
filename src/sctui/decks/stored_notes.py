"""Notes that stay on the disk: each is read when it is asked for.

A library of 100,000 cards fills a hundred megabytes and takes seconds to be read, where a screen shows one.
"""

from __future__ import annotations

import json
import os
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, overload

from sctui.decks.note_index import NoteIndex
from sctui.decks.places import Place
from sctui.decks.stored_ids import numbers
from sctui.model.card import CardKind, Markup, Note, Reverse, Source


class OpenFile:
    """A file that can be read from anywhere while this lives, also when another has taken its name."""

    def __init__(self, path: Path) -> None:
        self._number = os.open(path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))

    def read(self, start: int, length: int) -> bytes:
        """Some bytes of it; threads do not disturb each other."""
        return os.pread(self._number, length, start)

    def __del__(self) -> None:
        number, self._number = getattr(self, "_number", -1), -1
        if number >= 0:
            os.close(number)


class StoredNotes(Sequence[Note]):
    """Notes in a file, as `packed_notes` makes them.

    Args:
        file: where they stand.
        start: where `packed_notes` begins.
        index: what is known of them.
    """

    def __init__(self, file: OpenFile, start: int, index: NoteIndex) -> None:
        self._file, self._start = file, start
        self._first = start + (len(index.ids) + 1) * array(_STARTS).itemsize
        self.note_index = index

    def __len__(self) -> int:
        return len(self.note_index.ids)

    @overload
    def __getitem__(self, at: int) -> Note: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Note, ...]: ...
    def __getitem__(self, at: int | slice) -> Note | tuple[Note, ...]:
        """One note, or some."""
        if isinstance(at, slice):
            return tuple(self[number] for number in range(*at.indices(len(self))))
        at = range(len(self))[at]
        return next(self._between(at, at + 1))

    def __iter__(self) -> Iterator[Note]:
        """All, with a few reads."""
        for first in range(0, len(self), _AT_ONCE):
            yield from self._between(first, min(len(self), first + _AT_ONCE))

    def _between(self, first: int, last: int) -> Iterator[Note]:
        starts = numbers(self._file, self._start, _STARTS, first, last + 1)
        text = self._file.read(self._first + starts[0], starts[-1] - starts[0])
        for start, end in pairwise(starts):
            row, _end = _decoded(str(text[start - starts[0] : end - starts[0]], "utf-8"))
            yield note_of_row(*row)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))


class StoredPlaces(Mapping[str, Place]):
    """Where notes stand in their deck's YAML, in a file as one JSON object; read when it is asked for."""

    def __init__(self, file: OpenFile, start: int, length: int, ids: Sequence[str]) -> None:
        self._file, self._start, self._length, self._ids = file, start, length, ids
        self._read: dict[str, Place] | None = None

    def __getitem__(self, note: str) -> Place:
        if self._read is None:
            rows = json.loads(self._file.read(self._start, self._length))
            self._read = {name: _place(*row) for name, row in rows.items()}
        return self._read[note]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, note: object) -> bool:
        return note in self._ids


_AT_ONCE = 64  # notes
_STARTS = "Q"
# in half the time of `json.loads` and of the calls of the enumerations
_decoded = json.JSONDecoder().raw_decode
_KINDS = {kind.value: kind for kind in CardKind}
_MARKUPS = {markup.value: markup for markup in Markup}


def packed_notes(notes: Iterable[Note]) -> bytes:
    """Notes as they stand in a file: where each begins, then the notes.

    Raises:
        UnicodeEncodeError: when one cannot be written.
    """
    rows = [encoded(row_of_note(note)) for note in notes]
    return array(_STARTS, accumulate(map(len, rows), initial=0)).tobytes() + b"".join(rows)


def encoded(value: Any) -> bytes:
    """JSON without blanks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def row_of_note(note: Note) -> list[Any]:
    """What `note_of_row` makes the note from; `dataclasses.astuple` takes ten times as long."""
    return [
        note.id,
        note.kind,
        note.topic,
        note.front,
        note.back,
        note.text,
        [(source.document, source.line, source.quote) for source in note.sources],
        note.flags,
        note.tags,
        note.tolerance,
        note.options,
        note.reverse and (note.reverse.front, note.reverse.back),
        note.markup,
    ]


def note_of_row(name: str, kind: str, topic: list[str], *rest: Any) -> Note:
    """A note from the list that `row_of_note` made of it."""
    front, back, text, sources, flags, tags, tolerance, options, reverse, markup = rest
    return Note(
        name,
        _KINDS[kind],
        tuple(topic),
        front,
        back,
        text,
        tuple(Source(*source) for source in sources),
        tuple(flags),
        tuple(tags),
        tolerance,
        tuple(options),
        Reverse(*reverse) if reverse else None,
        _MARKUPS[markup],
    )


def _place(line: int, column: int, last: int, answer: list[int], sources: list[list[int]]) -> Place:
    return Place(line, column, last, (answer[0], answer[1]), tuple((at[0], at[1]) for at in sources))
