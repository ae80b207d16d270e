"""What in YAML only the full parser can judge, and which texts it alone may be given."""

from __future__ import annotations

import re

# other line breaks than \n, control characters, byte order marks; surrogates cannot be encoded
_CONTROL = bytes([*range(0x09), *range(0x0B, 0x20), 0x7F])
_CONTROL_OF_TWO = re.compile(rb"\xc2[\x80-\x9f]")  # U+0080 to U+009F
_UNUSUAL_TEXTS = ("\u2028", "\u2029", "\ufeff", "\ufffe", "\uffff")
_MARKS = ("---", "...", "%")  # at the start of a line


class UnknownFormError(Exception):
    """Something that only the full parser can judge."""


MOST_KEYS = 10_000  # of one mapping; a library of so many documents has no deck that names all
LONGEST_TEXT = 100_000  # characters of one value; a card has some dozens


def _has_long_line(text: str) -> bool:
    """Whether a line is longer than any text may be; looks at one place in 100,000."""
    at = 0
    while at + LONGEST_TEXT < len(text):
        end = text.rfind("\n", at, at + LONGEST_TEXT + 1)
        if end < 0:
            return True
        at = end + 1
    return False


def refuse_unusual(text: str) -> None:
    """See that a text has nothing in it that means something special to YAML, or is forbidden.

    Raises:
        UnknownFormError: when it has.
    """
    refuse_unusual_characters(text)
    if "\t" in text or text.startswith(_MARKS) or any(f"\n{mark}" in text for mark in _MARKS):
        raise UnknownFormError


def refuse_unusual_characters(text: str) -> None:
    """See that every line of a text ends with `\\n` and not too late, and that all may be in a YAML file.

    Raises:
        UnknownFormError: when that is not so.
    """
    if _has_long_line(text) or any(part in text for part in _UNUSUAL_TEXTS):
        raise UnknownFormError
    try:
        data = text.encode()
    except UnicodeEncodeError:
        raise UnknownFormError from None
    if len(data.translate(None, _CONTROL)) < len(data) or (b"\xc2" in data and _CONTROL_OF_TWO.search(data)):
        raise UnknownFormError
