"""Titles set in capitals (`INTRATRACHEAL MSCs FOR …`): no answer can stand so, and nothing is named so."""

from __future__ import annotations

import re
from dataclasses import replace

from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement

_MOSTLY = 0.9
_LONG = 6  # letters of a word that is no short form
_WORDS = frozenset(
    {
        *("a", "acute", "after", "an", "and", "bone", "brain", "by", "cell", "cells", "cord", "for"),
        *("from", "graft", "heart", "host", "in", "knee", "liver", "lung", "of", "on", "or"),
        *("phase", "renal", "skin", "the", "to", "trial", "type", "with"),
    }
)
_NO_SHORT_FORM = ("design", "phase")
_WORD = re.compile(r"[A-Z]+(?![a-z])")


def in_capitals(text: str) -> bool:
    """Whether a title is set in capitals."""
    return text.isascii() and sum(map(str.isupper, text)) > _MOSTLY * sum(map(str.isalpha, text))


def in_small(statement: Statement, found: Found) -> Found:
    """What a title in capitals tells, to name the study by, in small letters save for short forms."""
    written = found.value or statement.raw(found.start, found.end)
    if found.slot == "name":
        return replace(found, label=True)
    if found.slot in _NO_SHORT_FORM:
        return replace(found, label=True, value=written.lower())
    return replace(found, label=True, value=_WORD.sub(_small, written))


def _small(word: re.Match[str]) -> str:
    small = word[0].lower()
    return small if len(small) >= _LONG or small in _WORDS else word[0]
