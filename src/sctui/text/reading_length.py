"""How long a text is to read."""

from __future__ import annotations

import re

from sctui.text.patterns import HAN

_WORD = re.compile(r"[a-z0-9.%^×+/-]+", re.IGNORECASE)


def length(text: str) -> int:
    """How long a text is to read: a Han character counts one, a Latin word or number two."""
    return len(HAN.findall(text)) + 2 * len(_WORD.findall(text))
