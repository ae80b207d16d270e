"""Text for a file that another program shows: nothing in it that moves a cursor or turns letters around."""

from __future__ import annotations

import re

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# marks that turn the order of letters around, so that a reader would see other words than stand there
_BIDIRECTIONAL = re.compile("[\u202a-\u202e\u2066-\u2069]")


def plain(text: str) -> str:
    """`text` with pictures (`␛`) for control characters, plain line breaks, and no bidi overrides.

    Tabs and line feeds stay; so do joiners, of which emoji and scripts are made.
    """
    if text.isprintable():
        return text
    return _CONTROL.sub(_picture, _BIDIRECTIONAL.sub("", text).replace("\r\n", "\n"))


def _picture(match: re.Match[str]) -> str:
    char = match[0]
    if char == "\r":
        return "\n"
    if char < " ":
        return chr(0x2400 + ord(char))
    return "\N{SYMBOL FOR DELETE}" if char == "\x7f" else "\N{REPLACEMENT CHARACTER}"
