"""How long a card is to read."""

from __future__ import annotations

import re

from sctui.text.patterns import HAN

MAX_QUESTION, MAX_ANSWER = 64, 40  # Han characters; a Latin word counts two
MAX_CHARACTERS = 60  # of an answer, whatever they are: more is a paragraph
_WORD = re.compile(r"[a-z0-9.%^×+/-]+", re.IGNORECASE)


def length(text: str) -> int:
    """How long a text is to read: a Han character counts one, a Latin word or number two."""
    return len(HAN.findall(text)) + 2 * len(_WORD.findall(text))
