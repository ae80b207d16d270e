"""What is remembered of a document's text, to find what recurs in others: a mark for every line, no words."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode
from dataclasses import dataclass

MARK = 12  # characters of a mark: eight of a hash (six bytes in base64), four of a length (hexadecimal)
_HASHED = 6
_LONGEST = 0xFFFF


@dataclass(frozen=True, slots=True)
class Imprint:
    """The marks of a document's lines; of those that may be boilerplate; of these, which stand at its ends.

    An imprint without lines is that of a document of which nothing is known.
    """

    lines: frozenset[str] = frozenset()
    may_recur: frozenset[str] = frozenset()
    at_ends: frozenset[str] = frozenset()


def mark(letters: str) -> str:
    """A hash of a line's letters, and their number."""
    digest = hashlib.blake2b(letters.encode("utf-8", "surrogatepass"), digest_size=_HASHED).digest()
    return f"{urlsafe_b64encode(digest).decode()}{min(len(letters), _LONGEST):04x}"


def length(marked: str) -> int:
    """The number of letters of the line with this mark."""
    return int(marked[-4:], 16)
