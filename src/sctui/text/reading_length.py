"""How long a text is to read."""

from __future__ import annotations

import re
from functools import lru_cache

_HAN = re.compile(r"[\u3400-\u9fff]+")  # a run at once: a list of all characters would take its time
_WORD = re.compile(r"[a-z0-9.%^×+/-]+", re.IGNORECASE)


@lru_cache(maxsize=256)  # naming and rubric look at one question by turns
def length(text: str) -> int:
    """How long a text is to read: a Han character counts one, a Latin word or number two."""
    return sum(map(len, _HAN.findall(text))) + 2 * len(_WORD.findall(text))


def is_longer(text: str, most: int) -> bool:
    """Whether a text is longer to read than so much; quick for a short one, as no character counts three."""
    return 2 * len(text) > most and length(text) > most
