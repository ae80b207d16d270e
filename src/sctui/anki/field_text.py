"""Text as Anki keeps it: fields are HTML, tags have no spaces."""

from __future__ import annotations

import html
import re

# Anki splits the fields of a note at U+001F; the others have no place in HTML
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
# marks that turn the order of letters around, so that a card would show other words than stand in it
_BIDIRECTIONAL = re.compile("[\u202a-\u202e\u2066-\u2069]")
# what Anki would play or typeset; a card shows it as typed
_COMMAND = re.compile(r"\[(?=sound:|anki:|/?latex\]|/?\$)", re.IGNORECASE)
_NOT_IN_TAG = re.compile(r"[\s\"\x00-\x1f\x7f]+")


def field(text: str) -> str:
    """`text` as the HTML of a field that shows just this text; cloze marks stay."""
    return _COMMAND.sub("&#91;", html.escape(plain(text), quote=False)).replace("\n", "<br>")


def plain(text: str) -> str:
    """`text` with pictures (`␛`) for control characters, plain line breaks, and no bidi overrides."""
    return _CONTROL.sub(_picture, _BIDIRECTIONAL.sub("", text).replace("\r\n", "\n"))


def tag(*parts: str) -> str:
    """A tag of Anki's that nests with `::`; spaces become `_`."""
    cleaned = (_NOT_IN_TAG.sub("_", part.strip()).replace("::", ":").strip(":") for part in parts)
    return "::".join(part for part in cleaned if part)


def _picture(match: re.Match[str]) -> str:
    char = match[0]
    return "\n" if char == "\r" else "\N{SYMBOL FOR DELETE}" if char == "\x7f" else chr(0x2400 + ord(char))
