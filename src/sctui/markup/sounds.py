"""Sounds that a text names: `♪ notes-media/heart.mp3`, as a text from Anki has them here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

SIGN = "♪"
_SOUND = re.compile(
    rf"{SIGN} ([\w./+-]*\w\.(?:3gp|aac|flac|m4a|mp3|og[ag]|opus|spx|wav))(?!\w)", re.IGNORECASE
)


def sound_of(path: str) -> str:
    """How a text names the sound of a path."""
    return f"{SIGN} {path}"


def sounds_in(text: str) -> Iterator[str]:
    """The paths of the sounds that a text names."""
    if SIGN in text:
        yield from _SOUND.findall(text)


def without_sounds(text: str) -> str:
    """The text without them."""
    return _SOUND.sub("", text) if SIGN in text else text


def played(written: str, source: Callable[[str], str]) -> str:
    """HTML with each sound as Anki plays it; `source` gives its name there, or nothing."""

    def one(found: re.Match[str]) -> str:
        name = source(found[1])
        return f"[sound:{name}]" if name else found[0]

    return _SOUND.sub(one, written) if SIGN in written else written
