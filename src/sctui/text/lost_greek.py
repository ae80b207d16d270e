"""Names that lost their Greek letter: `TNF- 、IFN- ` of `TNF-α、IFN-γ`, `Wnt/-catenin`.

The hyphen stands with nothing behind it, or nothing before it, and the name is known with a Greek letter
there. Which letter it was only the text can tell, where it writes the name out beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from sctui.text.flaw import Flaw

_GREEK = "αβγδεκ"
_HAN = "\u3400-\u9fff"
_LOST = "[?？□\ufffd]"
_BEHIND = re.compile(
    rf"(?P<name>(?<![A-Za-z0-9-])[A-Za-z][A-Za-z0-9]{{1,7}}(?:-\d{{1,2}})?|[{_HAN}]{{2,10}}(?:-\d{{1,2}})?)"
    rf"[-‐‑–](?:{_LOST}|(?=\s*(?:[、，,。;；/()（）]|[{_HAN}]))|(?=\s+(?![a-zA-Z]\b)[A-Za-z]))"
)
_BEFORE = re.compile(
    rf"(?:(?<=[\s/(（、，,;；])|(?<=[{_HAN}]))(?:{_LOST}[-‐‑]|[-‐‑](?=[A-Za-z]))(?P<name>[A-Za-z]{{3,12}})(?![A-Za-z])"
    rf"|(?<=[\s/(（、，,;；])[-‐‑](?P<han>[{_HAN}]{{3,8}})"
)
# `NF-B`, `TGF-1`, `TGF- 1`: what stood behind the letter went on with the name
_WITHIN = re.compile(
    r"(?<![A-Za-z0-9-])(?P<head>[A-Z][A-Za-z]{1,5}-)\s?(?P<tail>\d|[A-Z])(?![A-Za-z0-9.+/%-])"
)
# a hyphen that can be one of these: most lines have none
_HALF_BARE = re.compile(
    rf"[-‐‑–](?<=[A-Za-z0-9{_HAN}].)(?=\s|{_LOST}|[、，,。;；/()（）{_HAN}])|[-‐‑](?<=[\s/(（、，,;；{_HAN}?？□\ufffd].)"
    r"|-(?<=[A-Z][A-Za-z]-)(?=\s?[A-Z\d](?![A-Za-z0-9.+/%-]))|-(?<=[A-Za-z]{3}-)(?=\s?[A-Z\d](?![A-Za-z0-9.+/%-]))"
)
_SUSPENDED = re.compile(
    r"\s*,?\s*(?:and|or|to|as well as)\b.{0,40}?[\w\u0370-\u03ff]-[a-z]{3}"
)  # `TNF- and IL-6-induced`
_LONG_FORM = re.compile(rf"(?P<letter>[{_GREEK}])[\s)）]*[(（]\s*$")  # `肿瘤坏死因子-α(TNF-)`
_SHORTEST = 2


def find_lost_greek(text: str, is_term: Callable[[str], bool]) -> Iterator[Flaw]:
    """Every name of a line that lost the letter behind or before its hyphen; `is_term` knows the names."""
    if not _HALF_BARE.search(text):
        return
    for match in _BEHIND.finditer(text):
        name, letters = _known(match["name"], is_term)
        if letters and not _SUSPENDED.match(text, match.end()):
            start = match.end("name") - len(name)
            yield _flaw(text, start, match.end(), f"{name}-", letters)
    for match in _WITHIN.finditer(text):
        head, tail = match["head"], match["tail"]
        letters = "" if is_term(head + tail) else _letters(is_term, head + "{}" + tail)
        if len(letters) == 1:
            yield Flaw(*match.span(), "lost-letter", "D5", head + letters + tail, safe=True)
    for match in _BEFORE.finditer(text):
        word = match["name"] or match["han"]
        ends = (len(word),) if match["name"] else range(len(word), _SHORTEST, -1)
        end = next((end for end in ends if _letters(is_term, "{}-" + word[:end])), 0)
        if end:
            at = match.end() - len(word)
            letters = _letters(is_term, "{}-" + word[:end])
            repair = f"{letters}-{word[:end]}" if len(letters) == 1 else None
            yield Flaw(match.start(), at + end, "lost-letter", "D5", repair)


def _known(name: str, is_term: Callable[[str], bool]) -> tuple[str, str]:
    """The end of a name that is known with a Greek letter behind its hyphen, and the letters it can have."""
    starts = (0,) if name.isascii() else range(len(name) - _SHORTEST + 1)
    for start in starts:
        letters = _letters(is_term, name[start:] + "-{}")
        if letters:
            return name[start:], letters
    return name, ""


def _letters(is_term: Callable[[str], bool], form: str) -> str:
    return "".join(letter for letter in _GREEK if is_term(form.format(letter)))


def _flaw(text: str, start: int, end: int, head: str, letters: str) -> Flaw:
    """The flaw of a name; its letter is proved where the long form in front of its bracket has it."""
    long = _LONG_FORM.search(text, max(0, start - 8), start)
    if long and long["letter"] in letters:
        return Flaw(start, end, "lost-letter", "D5", head + long["letter"], safe=True)
    return Flaw(start, end, "lost-letter", "D5", head + letters if len(letters) == 1 else None)
