"""The order of learning of a whole library, and its twins: worked out once, and kept until a deck changes.

With 100,000 cards that takes a second or more, which nobody should wait for at every start.
"""

from __future__ import annotations

import hashlib
import json
import sys
from array import array
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from sctui.decks.atomic_file import keep
from sctui.decks.library import LoadedDeck
from sctui.decks.order import core_notes, study_order
from sctui.decks.remembered import fingerprint, stamp
from sctui.decks.stored_notes import encoded
from sctui.decks.twins import twins


@dataclass(frozen=True, slots=True)
class LearningOrder:
    """How the notes of a library are learnt.

    A note is told by its number among those of all decks.

    Args:
        core: for each note, 1 where it is of those that come first, else 0.
        notes: all notes, in the order.
        twins: for each note that asks what an earlier one asks, by its id, that one's id.
    """

    core: bytes
    notes: array[int]
    twins: dict[str, str]


def learning_order(decks: Sequence[LoadedDeck], memory: Path | None = None) -> LearningOrder:
    """The order for some decks, from `memory` where none of their files has changed since it was kept there.

    `memory` is a file that may be deleted at any time; one that is not there, or cannot be written, does no
    harm. None keeps nothing.
    """
    key = _key(decks) if memory else ""
    known = _read(memory, key) if memory and key else None
    if known:
        return known
    by_deck = [tuple(loaded.deck.notes) for loaded in decks]
    notes = [note for of_deck in by_deck for note in of_deck]
    core = core_notes(by_deck)
    number = {id(note): at for at, note in enumerate(notes)}
    ordered = array(_NUMBER, (number[id(note)] for note in study_order(notes, core)))
    order = LearningOrder(bytes(note.id in core for note in notes), ordered, twins(notes))
    if memory and key:
        _keep(memory, key, order)
    return order


def _key(decks: Sequence[LoadedDeck]) -> str:
    """Changes with the program and with every deck file; empty where one is in no file."""
    try:
        files = [[str(one.file), len(one.deck.notes), *stamp(one.file)] for one in decks]
        return hashlib.sha256(encoded([fingerprint(), sys.byteorder, files])).hexdigest()
    except OSError:
        return ""


def _read(memory: Path, key: str) -> LearningOrder | None:
    """What was kept: a line of JSON, a byte for each note, the notes in their order, and the twins."""
    try:
        with memory.open("rb") as kept:
            known, count, checksum = json.loads(kept.readline())
            rest = kept.read()
        if known != key or checksum != crc32(rest):
            return None
        end = count + count * array(_NUMBER).itemsize
        return LearningOrder(rest[:count], array(_NUMBER, rest[count:end]), json.loads(rest[end:]))
    except (OSError, TypeError, ValueError):  # damaged, or not there
        return None


def _keep(memory: Path, key: str, order: LearningOrder) -> None:
    with suppress(UnicodeEncodeError):
        rest = order.core + order.notes.tobytes() + encoded(order.twins)
        keep(memory, encoded([key, len(order.core), crc32(rest)]) + b"\n" + rest)


_NUMBER = "I"
