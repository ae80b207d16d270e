"""What in YAML only the full parser can judge, and which texts it alone may be given."""

from __future__ import annotations

import re

# other line breaks than \n, tabs, control characters, byte order marks; surrogates cannot be encoded
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_UNUSUAL_TEXTS = ("\u2028", "\u2029", "\ufeff", "\ufffe", "\uffff", "\n---", "\n...", "\n%")


class UnknownFormError(Exception):
    """Something that only the full parser can judge."""


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
    """See that a text has no characters or lines in it that mean something special to YAML, or are forbidden.

    Raises:
        UnknownFormError: when it has.
    """
    if _has_long_line(text) or _CONTROL.search(text) or text.startswith(("---", "...", "%")):
        raise UnknownFormError
    if any(part in text for part in _UNUSUAL_TEXTS):
        raise UnknownFormError
    try:
        text.encode()
    except UnicodeEncodeError:
        raise UnknownFormError from None
