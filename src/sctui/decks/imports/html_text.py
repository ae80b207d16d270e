"""A field of Anki's, which is HTML, as text."""

from __future__ import annotations

import html
import re

_UNSEEN = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"<br\b[^>]*>|</(?:div|p|li|tr|h\d)\s*>|<(?:div|p|ul|ol)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^>]*>")
_PICTURE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n{3,}")


def has_picture(field: str) -> bool:
    """Whether the field shows a picture, which text cannot."""
    return bool(_PICTURE.search(field))


def text_of(field: str) -> str:
    """What a reader of the field reads, line breaks kept; pictures and styles are gone."""
    broken = _BREAK.sub("\n", _UNSEEN.sub("", field))
    plain = html.unescape(_TAG.sub("", broken)).replace("\u00a0", " ")
    return _BLANK_LINES.sub("\n\n", "\n".join(line.rstrip() for line in plain.split("\n"))).strip()
