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
from sctui.decks.order import core_notes, study_order
from sctui.decks.remembered import fingerprint, stamp
from sctui.decks.twins import twins


@dataclass(frozen=True, slots=True)
class LearningOrder:
    """How the notes of a library are learnt.

    Args:
        core: the ids of what comes first.
        place: the place of every note's id in the order.
        twins: for each note that asks what an earlier one asks, that one's id.
    """

    core: frozenset[str]
    place: dict[str, int]
    twins: dict[str, str]


def learning_order(decks: Sequence[LoadedDeck], memory: Path | None = None) -> LearningOrder:
    """The order for some decks, from `memory` where none of their files has changed since it was kept there.

    `memory` is a JSON file that may be deleted at any time; one that is not there, or cannot be written, does
    no harm. None keeps nothing.
    """
    key = _key(decks) if memory else ""
    known = _read(memory, key) if memory and key else None
    if known:
        return known
    notes = [note for loaded in decks for note in loaded.deck.notes]
    core = core_notes(loaded.deck.notes for loaded in decks)
    ids = [note.id for note in study_order(notes, core)]
    alike = twins(notes)
    if memory and key:
        _keep(memory, {"key": key, "core": sorted(core), "order": ids, "twins": alike})
    return LearningOrder(core, {note: place for place, note in enumerate(ids)}, alike)


def _key(decks: Sequence[LoadedDeck]) -> str:
    """Changes with the program and with every deck file; empty where one is in no file."""
    try:
        files = [[str(one.file), len(one.deck.notes), *stamp(one.file)] for one in decks]
        return hashlib.sha256(json.dumps([fingerprint(), files]).encode()).hexdigest()
    except OSError:
        return ""


def _read(memory: Path, key: str) -> LearningOrder | None:
    try:
        found = json.loads(memory.read_bytes())
        if found["key"] != key:
            return None
        place = {str(note): place for place, note in enumerate(found["order"])}
        return LearningOrder(frozenset(found["core"]), place, dict(found["twins"]))
    except (OSError, KeyError, TypeError, ValueError):  # damaged, or not there
        return None


def _keep(memory: Path, found: dict[str, object]) -> None:
    part = memory.with_suffix(f".{os.getpid()}")
    try:
        memory.parent.mkdir(exist_ok=True)
        part.write_text(json.dumps(found, ensure_ascii=False, separators=(",", ":")), "utf-8")
        part.replace(memory)
    except (OSError, UnicodeEncodeError):
        part.unlink(missing_ok=True)
