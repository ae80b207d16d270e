"""Many notes at once, from what each of their fields holds, in a fifth of the time that calls take."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sctui.model.card import Note


class _Open:
    """A note while its fields are set: of the same slots, so that it can become one, and not frozen yet."""

    __slots__ = Note.__slots__


def notes_of_columns(columns: Iterable[Iterable[Any]]) -> list[Note]:
    """As many notes as the shortest of the columns is long.

    Args:
        columns: for each field of a note in its order, what it holds in each note (or in more than those).
    """
    made: list[Note] = []
    rows = zip(*columns, strict=False)
    for key, kind, topic, front, back, text, proof, flags, tags, within, wrong, reverse, markup, rule in rows:
        note: Any = _Open()  # all that `Note.__init__` does is to set its fields
        note.id, note.kind, note.topic = key, kind, topic
        note.front, note.back, note.text = front, back, text
        note.sources, note.flags, note.tags = proof, flags, tags
        note.tolerance, note.options, note.reverse = within, wrong, reverse
        note.markup, note.rule = markup, rule
        note.__class__ = Note
        made.append(note)
    return made
