"""How long a card may be to read."""

from __future__ import annotations

from sctui.text.reading_length import is_longer, length

__all__ = ["MAX_ANSWER", "MAX_CHARACTERS", "MAX_QUESTION", "is_longer", "length"]

MAX_QUESTION, MAX_ANSWER = 60, 40  # Han characters; a Latin word counts two
MAX_CHARACTERS = 60  # of an answer, whatever they are: more is a paragraph
