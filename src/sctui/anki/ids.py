"""Numbers and identities in Anki: always the same for the same thing, whatever it says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256

from sctui.model.card import REVERSED, Note

_FIRST, _SPAN = (
    1_000_000_000_000,
    600_000_000_000,
)  # ms: nineteen years from 2001 on
_OURS = re.compile("[0-9a-f]{20}")
_OURS_BEGIN = sha256(b"sctui\x1f")
_FOREIGN = "anki-"  # how ids of notes begin that came from Anki; behind it stands their GUID


def deck_id(name: str) -> int:
    """Anki's number for a deck of this name; always the same, and far from those that Anki gives."""
    return (1 << 41) + int.from_bytes(sha256(name.encode()).digest()[:5], "big")


def guid(note_id: str) -> str:
    """The note's identity in Anki: from its id alone, never from what it says.

    A note that came from Anki keeps the one it has there.
    """
    return identity(note_id)[0]


def identity(note_id: str) -> tuple[str, int]:
    """The note's GUID, and the number by which Anki's tables know it: a moment (ms), as Anki's own are."""
    ours = _OURS_BEGIN.copy()
    ours.update(note_id.encode())
    digest = ours.digest()
    number = _FIRST + int.from_bytes(digest[-6:], "big") % _SPAN
    known = note_id.startswith(_FOREIGN) and _decoded(note_id.removeprefix(_FOREIGN))
    return known or digest[:10].hex(), number


def known_guids(notes: Iterable[Note]) -> dict[str, str]:
    """The GUIDs that notes have in Anki, and the id of the note there: a reversible one is two."""
    return {guid(key): key for note in notes for key in _keys(note)}


def _keys(note: Note) -> tuple[str, ...]:
    return (note.id, f"{note.id}#{REVERSED}") if note.reverse else (note.id,)


def is_ours(known: str) -> bool:
    """Whether a GUID looks like one that `guid` makes; Anki's own are shorter and of other characters."""
    return bool(_OURS.fullmatch(known))


def id_of_foreign(foreign: str) -> str:
    """The id here of a note that came from Anki, by its GUID; `guid` gives that back."""
    return _FOREIGN + foreign.encode().hex()


def _decoded(written: str) -> str:
    try:
        known = bytes.fromhex(written).decode()
    except ValueError:
        return ""
    return known if known and id_of_foreign(known) == _FOREIGN + written else ""
