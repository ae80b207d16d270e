"""The order of learning of a whole library, and its twins: worked out once, and kept until a deck changes.

With 100,000 cards that takes a second or more, which nobody should wait for at every start.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sctui.decks.library import LoadedDeck
from sctui.decks.note_index import index_of
from sctui.decks.order import core_notes, study_order
from sctui.decks.remembered import fingerprint, stamp
from sctui.decks.twins import twins


@dataclass(frozen=True, slots=True)
class LearningOrder:
    """How the notes of a library are learnt.

    Args:
        core: the ids of what comes first.
        notes: the ids of all notes, in the order.
        twins: for each note that asks what an earlier one asks, that one's id.
    """

    core: frozenset[str]
    notes: tuple[str, ...]
    twins: dict[str, str]


def learning_order(decks: Sequence[LoadedDeck], memory: Path | None = None) -> LearningOrder:
    """The order for some decks, from `memory` where none of their files has changed since it was kept there.

    `memory` is a JSON file that may be deleted at any time; one that is not there, or cannot be written, does
    no harm. None keeps nothing.
    """
    ids = [note for loaded in decks for note in index_of(loaded.deck.notes).ids]
    key = _key(decks) if memory else ""
    known = _read(memory, key, ids) if memory and key else None
    if known:
        return known
    by_deck = [tuple(loaded.deck.notes) for loaded in decks]
    notes = [note for of_deck in by_deck for note in of_deck]
    core = core_notes(by_deck)
    order = LearningOrder(core, tuple(note.id for note in study_order(notes, core)), twins(notes))
    if memory and key:
        _keep(memory, key, ids, order)
    return order


def _key(decks: Sequence[LoadedDeck]) -> str:
    """Changes with the program and with every deck file; empty where one is in no file."""
    try:
        files = [[str(one.file), len(one.deck.notes), *stamp(one.file)] for one in decks]
        return hashlib.sha256(json.dumps([fingerprint(), files]).encode()).hexdigest()
    except OSError:
        return ""


def _read(memory: Path, key: str, ids: Sequence[str]) -> LearningOrder | None:
    """What was kept: notes are told by their numbers among `ids`."""
    try:
        found = json.loads(memory.read_bytes())
        if found["key"] != key:
            return None
        core, notes = (map(ids.__getitem__, found[name]) for name in ("core", "order"))
        return LearningOrder(frozenset(core), tuple(notes), dict(found["twins"]))
    except (OSError, IndexError, KeyError, TypeError, ValueError):  # damaged, or not there
        return None


def _keep(memory: Path, key: str, ids: Sequence[str], order: LearningOrder) -> None:
    number = {note: at for at, note in enumerate(ids)}
    core, notes = sorted(map(number.__getitem__, order.core)), list(map(number.__getitem__, order.notes))
    kept = {"key": key, "core": core, "order": notes, "twins": order.twins}
    part = memory.with_suffix(f".{os.getpid()}")
    try:
        memory.parent.mkdir(exist_ok=True)
        part.write_text(json.dumps(kept, ensure_ascii=False, separators=(",", ":")), "utf-8")
        part.replace(memory)
    except (OSError, UnicodeEncodeError):
        part.unlink(missing_ok=True)
