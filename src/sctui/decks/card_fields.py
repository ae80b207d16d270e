"""A card merged field by field: what its author wrote stays, what they left alone follows the conversion.

Question and answer, with all that decides how a card asks, are one field: half of the one and half of the
other would be a card that nobody has read.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from sctui.model.card import Note, Source

_FIELDS = (
    ("kind", "front", "back", "text", "tolerance", "options", "reverse", "markup"),
    ("topic",),
    ("sources",),
    ("flags",),
    ("tags",),
)
_HASHED = 6  # hexadecimal digits of a field
_UNKNOWN = "-" * _HASHED


def written_fields(note: Note) -> str:
    """A hash of each field, one behind the other."""
    return "".join(_hashes(note))


def merged_fields(there: Note, made: Note, written: str) -> tuple[Note, str]:
    """What a card becomes that its author edited, and what is to be remembered of it.

    Args:
        there: the card as it stands.
        made: as it is generated now.
        written: `written_fields` of what was generated when it was last written; empty when nobody knows.
    """
    known = [written[at : at + _HASHED] for at in range(0, len(written), _HASHED)] or [""] * len(_FIELDS)
    taken: dict[str, Any] = {}
    now: list[str] = []
    for names, before, here, anew in zip(_FIELDS, known, _hashes(there), _hashes(made), strict=True):
        if here == before:
            taken |= {name: getattr(made, name) for name in names}
        now.append(anew if here in (before, anew) else before or _UNKNOWN)
    return replace(there, **taken), "".join(now)


def _hashes(note: Note) -> list[str]:
    # where its proof stands, but not in which file: that may get another name
    sources = tuple(Source("", source.line, source.quote) for source in note.sources)
    texts = (
        repr([sources if name == "sources" else getattr(note, name) for name in names]) for names in _FIELDS
    )
    return [hashlib.sha256(text.encode()).hexdigest()[:_HASHED] for text in texts]
