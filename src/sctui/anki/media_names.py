"""Names that files of a package get here: no way out of their folder, no file of another kind, no clash."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container
from pathlib import PurePosixPath

# what a card can show or play; a `.yaml` would become a deck
_PICTURES = {"png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp", "tif", "tiff", "ico", "pdf"}
_SOUNDS = {"mp3", "ogg", "oga", "wav", "m4a", "flac", "opus", "aac", "spx", "3gp"}
_KINDS = _PICTURES | _SOUNDS | {"mp4", "webm", "ogv", "mov", "mkv", "avi", "mpg", "mpeg"}
_OTHER = re.compile(r"[^\w.+-]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)  # devices, on Windows
_LONGEST = 80


def safe_name(name: str, taken: Container[str]) -> str:
    """A file name for a medium that its package calls `name`; empty where it is no picture, sound or film.

    `taken` are names, in lower case, that it must not have.
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    stem, _, kind = last.rpartition(".")
    if kind.lower() not in _KINDS:
        return ""
    stem = _OTHER.sub("_", stem).strip("._-")[:_LONGEST] or "medium"
    if _RESERVED.match(stem):
        stem = f"_{stem}"
    found = f"{stem}.{kind.lower()}"
    if found.lower() in taken:
        mark = hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:8]
        found = f"{stem}-{mark}.{kind.lower()}"
    number = 2
    while found.lower() in taken:
        found, number = f"{stem}-{mark}-{number}.{kind.lower()}", number + 1
    return str(PurePosixPath(found))
