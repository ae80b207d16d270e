"""What may reach a terminal: text in which every control character has become a mark one can see.

Documents and decks come from anywhere. An escape sequence in them would move the cursor, change the title or
the clipboard; a bidirectional override would show other words than stand there; a zero-width character hides.
"""

from __future__ import annotations

import re

# C0 without line feed, DEL and C1; line and paragraph separators; bidirectional marks, embeddings, overrides
# and isolates; everything of no width that is not a combining mark: joiners, fillers, variation selectors,
# tags, soft hyphen, byte order mark; halves of surrogate pairs.
_UNPRINTABLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
# What cannot be seen and changes no word is left out: terminals disagree on how wide it makes a line.
_INVISIBLE = re.compile(
    "[\xad\u034f\u180b-\u180f\u200b-\u200d\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)
_BREAKS = {"\t": "    ", "\r": "\n", "\u2028": "\n", "\u2029": "\n"}
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def printable(text: str) -> str:
    """Return `text` as it may be written to a terminal; only line feeds are left of the control characters.

    Tabs become four blanks, other line breaks line feeds. C0 characters and DEL become their pictures (`␛`),
    what cannot be seen at all and means nothing is left out, all else becomes U+FFFD.
    """
    if text.isascii() and text.isprintable():
        return text
    return _UNPRINTABLE.sub(_mark, text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """`printable` text without line breaks, for a row of a list."""
    return printable(text).replace("\n", " ")


def _mark(match: re.Match[str]) -> str:
    char = match[0]
    if char in _BREAKS:
        return _BREAKS[char]
    if _INVISIBLE.match(char):
        return ""
    if char < " ":
        return chr(0x2400 + ord(char))
    return "\N{SYMBOL FOR DELETE}" if char == "\x7f" else _REPLACEMENT
