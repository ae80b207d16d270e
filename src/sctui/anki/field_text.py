"""Text as Anki keeps it: fields are HTML, tags have no spaces.

Anki splits the fields of a note at U+001F; `plain` leaves no such character.
"""

from __future__ import annotations

import html
import re

from sctui.text.plain_text import plain

__all__ = ["field", "plain", "tag"]

# what Anki would play or typeset; a card shows it as typed
_COMMAND = re.compile(r"\[(?=sound:|anki:|/?latex\]|/?\$)", re.IGNORECASE)
_SIMPLE = re.compile("[^&<>\\[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]*")
_NOT_IN_TAG = re.compile(r"[\s\"\x00-\x1f\x7f]+")


def field(text: str) -> str:
    """`text` as the HTML of a field that shows just this text; cloze marks stay."""
    if _SIMPLE.fullmatch(text):
        return text
    return _COMMAND.sub("&#91;", html.escape(plain(text), quote=False)).replace("\n", "<br>")


def tag(*parts: str) -> str:
    """A tag of Anki's that nests with `::`; spaces become `_`."""
    cleaned = (_NOT_IN_TAG.sub("_", plain(part).strip()).replace("::", ":").strip(":") for part in parts)
    return "::".join(part for part in cleaned if part)
