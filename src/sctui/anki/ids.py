"""Numbers and identities in Anki: always the same for the same thing, whatever it says."""

from __future__ import annotations

import base64
import binascii
import hashlib
from functools import lru_cache

_FIRST, _SPAN = (
    1_000_000_000_000,
    600_000_000_000,
)  # ms: nineteen years from 2001 on
_FOREIGN = "anki-"  # how ids of notes begin that came from Anki; behind it stands their GUID


def deck_id(name: str) -> int:
    """Anki's number for a deck of this name; always the same, and far from those that Anki gives."""
    return (1 << 41) + int.from_bytes(hashlib.sha256(name.encode()).digest()[:5], "big")


def guid(note_id: str) -> str:
    """The note's identity in Anki: from its id alone, never from what it says.

    A note that came from Anki keeps the one it has there.
    """
    if note_id.startswith(_FOREIGN):
        known = _decoded(note_id.removeprefix(_FOREIGN))
        if known:
            return known
    return _digest(note_id).hex()[:20]


def id_of_foreign(foreign: str) -> str:
    """The id here of a note that came from Anki, by its GUID; `guid` gives that back."""
    return _FOREIGN + base64.b32encode(foreign.encode()).decode().rstrip("=").lower()


@lru_cache(maxsize=4)
def _digest(note_id: str) -> bytes:
    return hashlib.sha256(f"sctui\x1f{note_id}".encode()).digest()


def _decoded(written: str) -> str:
    padded = written.upper() + "=" * (-len(written) % 8)
    try:
        known = base64.b32decode(padded).decode()
    except (binascii.Error, ValueError):
        return ""
    return known if known and id_of_foreign(known) == _FOREIGN + written else ""


def number_of(key: str) -> int:
    """The id in Anki of a note and its first card: a moment (ms), as Anki's are, and always the same."""
    return _FIRST + int.from_bytes(_digest(key)[-6:], "big") % _SPAN


def free(number: int, taken: set[int]) -> int:
    """The number, or the next that is not taken; it is taken then."""
    while number in taken:
        number += 1
    taken.add(number)
    return number
