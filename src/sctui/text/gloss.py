"""What stands in the bracket behind a name: its short form, with its English name before or behind it."""

from __future__ import annotations

import re
from typing import NamedTuple

SHORT = r"[A-Za-z][A-Za-z0-9α-ωΑ-Ω]*(?:[-–‐/+][A-Za-z0-9α-ωΑ-Ω]+)*\+?"
_ENGLISH = r"(?P<english>[A-Za-z][A-Za-z0-9 '’-]{5,80})"
_CALLED = r"(?:(?:以下|[简簡缩縮])+[称稱写寫](?:[为為])?\s*[:：]?\s*)?"  # `(chronic kidney disease,简称 CKD)`
_ENGLISH_FIRST = re.compile(rf"{_ENGLISH}[,，;；:：]\s*{_CALLED}(?P<short>{SHORT})")
_SHORT_FIRST = re.compile(rf"{_CALLED}(?P<short>{SHORT})[,，;；:：]\s*{_ENGLISH}")
_SHORT_ALONE = re.compile(rf"{_CALLED}(?P<short>.+)")
_AT_END = re.compile(r"[(（](?P<inner>[^()（）]+)[)）]$")
_SMALL = frozenset({"of", "the", "and", "in", "to", "for", "with", "from"})
_WORD = re.compile(r"[a-z]+")


class Gloss(NamedTuple):
    """A short form as it is written, and the English name that it has there; empty where it has none."""

    short: str
    english: str


def read_gloss(inner: str) -> Gloss:
    """What a bracket tells, without the space around it; where nothing parts it, all is the short form."""
    found = _ENGLISH_FIRST.fullmatch(inner) or _SHORT_FIRST.fullmatch(inner)
    if found and (found.re is _ENGLISH_FIRST or _abbreviates(found["short"], found["english"])):
        return Gloss(found["short"], found["english"].strip())
    alone = _SHORT_ALONE.fullmatch(inner)
    return Gloss(alone["short"] if alone else inner, "")


def english_name(quote: str, short: str) -> str:
    """The English name in the bracket that a quote ends in, where that stands for `short`; else empty."""
    found = _AT_END.search(quote.strip())
    told = read_gloss(found["inner"].strip()) if found else Gloss("", "")
    same = told.short.removesuffix("s") == short.removesuffix("s")
    return told.english if same and _abbreviates(short, told.english) else ""


def _abbreviates(short: str, english: str) -> bool:
    """Whether a short form begins as a name does, and has a letter for most of its words."""
    words = [word for word in _WORD.findall(english.lower()) if word not in _SMALL]
    letters = short.lower()
    return (
        bool(words)
        and letters[0] == words[0][0]
        and sum(word[0] in letters for word in words) * 3 >= 2 * len(words)
    )
