"""The names of terms, and where they stand in a text.

Every name is looked for at once, whatever its kind: extractors ask for some twenty sets of kinds of the same
lines, and each takes its own out of what was found.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sctui.lexicon.term import Term
from sctui.text.match_view import match_view, match_views

_START = 4  # characters that tell names apart well; shorter names are looked for whole
_KEPT = 16384  # texts whose names are kept, as the extractors look at the same lines by turns


class Found(NamedTuple):
    """A name in a text: columns `start` inclusive, `end` exclusive; the length of the name, and its terms."""

    start: int
    end: int
    length: int
    terms: Sequence[Term]


class Names:
    """Names of terms. Where two terms share a name, the one that was given first stands first."""

    def __init__(self, named: Iterable[tuple[str, Term]]) -> None:
        """From names as they are written, each with a term."""
        pairs = list(named)
        self._terms: dict[str, list[Term]] = defaultdict(list)
        for view, (_, term) in zip(match_views([name for name, _ in pairs]), pairs, strict=True):
            self._terms[view].append(term)
        self._starting: dict[str, list[str]] = defaultdict(list)
        for view in sorted(self._terms, key=len, reverse=True):
            self._starting[view[:_START]].append(view)
        self._pairs = {view[:2] for view in self._terms}
        self._lead = _lead(self._terms)
        self._kept: dict[str, tuple[Found, ...]] = {}

    def terms(self, name: str) -> Sequence[Term]:
        """The terms of exactly this name, given as its match view."""
        return self._terms.get(name, ())

    def found(self, text: str) -> tuple[Found, ...]:
        """Every name that stands in a text as written, from the left, the longest first; they may overlap."""
        found = self._kept.get(text)
        if found is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            found = self._kept[text] = tuple(self._scan(match_view(text)))
        return found

    def leading(self, text: str) -> Sequence[Found]:
        """The names that a text as written begins with, the longest first."""
        view = match_view(text)
        return tuple(self._at(view, 0)) if self._lead.match(view) else ()

    def _scan(self, view: str) -> Iterator[Found]:
        pairs, starting = self._pairs, self._starting
        for lead in self._lead.finditer(view):
            at = lead.start()
            if view[at : at + 2] in pairs or view[at] in starting:
                yield from self._at(view, at)

    def _at(self, view: str, at: int) -> Iterator[Found]:
        start = view[at : at + _START]
        while start:
            for name in self._starting.get(start, ()):
                if view.startswith(name, at) and (end := _word_end(view, at + len(name))):
                    yield Found(at, end, len(name), self._terms[name])
            start = start[:-1]


def _lead(names: Iterable[str]) -> re.Pattern[str]:
    """Where a name can begin; a Latin one only where a word begins."""
    firsts = {name[0] for name in names if name}
    latin = "".join(sorted(filter(_latin, firsts)))
    others = "".join(sorted(first for first in firsts if not _latin(first)))
    parts = [f"[{re.escape(others)}]"] if others else []
    parts += [f"(?<![a-z0-9-])[{latin}]"] if latin else []
    return re.compile("|".join(parts) or r"(?!)")


def _word_end(view: str, end: int) -> int:
    """The end of the match, an English plural included; 0 when a Latin name is only part of a longer word."""
    if _latin(view[end - 1]):
        if view[end : end + 1] == "s" and not _latin(view[end + 1 : end + 2]):
            return end + 1
        if _latin(view[end : end + 1]):
            return 0
        if view[end : end + 1] == "-" and _latin(view[end + 1 : end + 2]):
            return 0
    return end


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
