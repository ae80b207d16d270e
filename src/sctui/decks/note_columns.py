"""Many notes at once, from what each of their fields holds, in half the time that calls take."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import fields
from itertools import repeat
from typing import Any

from sctui.model.card import Note

# all that `Note.__init__` does is to set them
_SETTERS = [Note.__dict__[field.name].__set__ for field in fields(Note)]


def notes_of_columns(count: int, columns: Iterable[Iterable[Any]]) -> list[Note]:
    """So many notes.

    Args:
        count: how many.
        columns: for each field of a note in its order, what it holds in each note (or in more than those).
    """
    notes = list(map(object.__new__, repeat(Note, count)))
    for put, column in zip(_SETTERS, columns, strict=True):
        deque(map(put, notes, column), maxlen=0)
    return notes
