"""The reader's script: text as written, in Simplified, or in the Traditional of Taiwan or Hong Kong.

Whatever the source's script, text goes through Simplified first: that is what puts wrong Traditional right
(`干細胞`, `炎癥`, `雜志`). Then `s2tw` or `s2hk`, never `s2twp`, which replaces words (`前列腺素` becomes
`攝護腺素`). What OpenCC gets wrong in biomedical text stands in `exceptions.txt` beside this module.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from sctui.i18n import N_

if TYPE_CHECKING:
    pass


class Script(StrEnum):
    """In which script cards are shown."""

    AS_WRITTEN = "as-written"
    SIMPLIFIED = "zh-Hans"
    TAIWAN = "zh-Hant-TW"
    HONG_KONG = "zh-Hant-HK"

    @property
    def label(self) -> str:
        """The script's name in itself, for a reader to choose by."""
        return _LABELS[self]

    @property
    def following(self) -> Script:
        """The script that comes next when a key steps through them."""
        order = list(Script)
        return order[(order.index(self) + 1) % len(order)]


_LABELS = {
    Script.AS_WRITTEN: N_("as written"),
    Script.SIMPLIFIED: "简体",
    Script.TAIWAN: "繁體(台灣)",
    Script.HONG_KONG: "繁體(香港)",
}
_REGIONS = {Script.TAIWAN: ("s2tw", "taiwan"), Script.HONG_KONG: ("s2hk", "hong kong")}


def show(text: str, script: Script) -> str:
    """Return `text` in the reader's script; text without Han characters, or as written, is returned as it is.

    Args:
        text: any text, in any mixture of scripts.
        script: the reader's choice.
    """
    if script is Script.AS_WRITTEN or text.isascii():
        return text
    if script is Script.TAIWAN and (ours := _ours().get(text)):
        return ours
    return converted(text, script)


@cache
def _ours() -> dict[str, str]:
    """Texts of ours in the Traditional of Taiwan, which `translations.ours` makes.

    They need no OpenCC, which takes as long to load what it needs for them as to read a short document.
    """
    pairs = (line.partition("\t") for line in _lines("i18n/taiwan.txt"))
    return {text: shown for text, _, shown in pairs}


def _lines(file: str) -> list[str]:
    return (Path(__file__).parents[1] / file).read_text("utf-8").splitlines()


@lru_cache(maxsize=4096)
def converted(text: str, script: Script) -> str:
    """What `show` gives for Simplified or Traditional, by OpenCC and our exceptions."""
    simplified = _around(text, _exceptions("simplified"), _converter("t2s"))
    if script is Script.SIMPLIFIED:
        return simplified
    config, region = _REGIONS[script]
    traditional = _around(simplified, _exceptions("traditional"), _converter(config))
    return traditional.translate(_characters(region))


class _Exceptions:
    """Words with what stands in their place, and the pattern that finds the longest of them."""

    def __init__(self, words: dict[str, str]) -> None:
        self._counted = {word[1:]: shown for word, shown in words.items() if word.startswith("#")}
        self._plain = {word: shown for word, shown in words.items() if not word.startswith("#")}
        counted = _alternatives(self._counted)
        self.pattern = re.compile(
            rf"((?<=[0-9])(?:{counted})|(?<=[0-9] )(?:{counted})|{_alternatives(self._plain)})"
            if self._counted
            else f"({_alternatives(self._plain)})"
        )

    def __getitem__(self, word: str) -> str:
        return self._plain.get(word) or self._counted[word]


def _alternatives(words: dict[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _around(text: str, exceptions: _Exceptions, convert: Callable[[str], str]) -> str:
    """Convert what stands between the exceptions, and put the exceptions' own forms in."""
    pieces = exceptions.pattern.split(text)
    return "".join(
        exceptions[piece] if i % 2 else convert(piece) if piece else "" for i, piece in enumerate(pieces)
    )


@cache
def _converter(config: str) -> Callable[[str], str]:
    from opencc import OpenCC  # noqa: PLC0415 -- loaded at first use, to keep start-up short

    opencc = OpenCC(config)

    def convert(text: str) -> str:
        if "\0" in text:  # OpenCC stops at a null character
            return "\0".join(map(convert, text.split("\0")))
        try:
            converted: str = opencc.convert(text)
        except UnicodeEncodeError:  # half of a surrogate pair, from a file decoded with escapes
            converted = opencc.convert(text.encode("utf-8", "replace").decode("utf-8"))
        return converted

    return convert


@cache
def _exceptions(section: str) -> _Exceptions:
    return _Exceptions(_sections()[section])


@cache
def _characters(section: str) -> dict[int, str]:
    return {ord(char): shown for char, shown in _sections()[section].items()}


@cache
def _sections() -> dict[str, dict[str, str]]:
    sections: dict[str, dict[str, str]] = {}
    words: dict[str, str] = {}
    for line in _lines("text/exceptions.txt"):
        if line.startswith("["):
            words = sections.setdefault(line.strip("[]"), {})
        elif line and not line.startswith("# "):
            word, _, shown = line.partition(" ")
            words[word] = shown or word
    return sections
