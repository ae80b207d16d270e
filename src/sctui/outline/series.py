"""The place of an unnumbered heading among those above it, told from their subjects.

Headings about one subject hang under the heading that opens it; headings that each take another subject of
the same kind are a series; a heading that takes several of them together stands above the series.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sctui.outline.entries import Entry
from sctui.outline.subject import Subject, SubjectKind, SubjectReader, narrower
from sctui.text.match_view import match_view

_COUNTED = re.compile(  # how answers, cases, studies … are told apart
    r"(【[^】]{1,8}】)(?=.)|([^\W\d]{2,12})\s?(?:\d{1,3}|[一二三四五六七八九十]{1,2})(?![\d%\w])"
)
_TWIN = 6  # characters at the head of two titles that are compared


@dataclass(frozen=True, slots=True)
class Place:
    """An unnumbered heading with its subject, the lines below it, and its depth among its like (from 0)."""

    entry: Entry
    subject: Subject
    body: Sequence[str]
    depth: int = 0


class Series:
    """Finds depths; `kind` is the kind of subject that tells the headings of this document apart."""

    def __init__(self, reader: SubjectReader, kind: SubjectKind, general: frozenset[str]) -> None:
        self._reader = reader
        self._kind = kind
        self._general = general
        self._single: dict[str, int] = {}  # name -> depth of the heading that took it alone

    def depth(self, heading: Place, chain: Sequence[Place]) -> int:
        """The depth of a heading below the open headings `chain`, the deepest last."""
        depth = self._depth(heading, chain)
        names = self._names(heading)
        if len(names) == 1:
            self._single.setdefault(next(iter(names)), depth)
        return depth

    def _names(self, place: Place) -> frozenset[str]:
        return place.subject.names(self._kind)

    def _depth(self, heading: Place, chain: Sequence[Place]) -> int:
        if not chain:
            return 0
        last = chain[-1]
        if (
            last.entry.adjacent
            and _follows(last, heading)
            and not _both_ask(last, heading)
            and not (len(chain) > 1 and chain[-2].entry.adjacent)
        ):
            return last.depth + 1
        beside = _by_wording(heading.entry.title, chain)
        if beside is not None:
            return beside
        names = self._names(heading)
        if not names:
            return self._without_name(heading, chain)
        if names <= self._general:
            return self._general_depth(heading, chain)
        return self._by_name(names, chain)

    def _by_name(self, names: frozenset[str], chain: Sequence[Place]) -> int:
        sibling: Place | None = None
        for place in reversed(chain):
            theirs = self._names(place)
            if names == theirs:
                return place.depth + (place.subject.broad and not place.subject.announces)
            together = self._above_series(names)
            if together is not None:
                return min(together, chain[-1].depth + 1)
            if not theirs:
                if place.subject.announces:
                    return place.depth + 1
                continue
            if narrower(names, theirs) or theirs <= self._general:
                opens = place.subject.announces or (place.subject.broad and not theirs <= self._general)
                return place.depth + 1 if opens else (sibling or place).depth
            if not narrower(theirs, names):
                sibling = place
        return sibling.depth if sibling else self._widest(names, chain)

    def _widest(self, names: frozenset[str], chain: Sequence[Place]) -> int:
        """A heading wider than all open ones stands beside the outermost of them that is narrower."""
        return next((place.depth for place in chain if narrower(self._names(place), names)), chain[-1].depth)

    def _above_series(self, names: frozenset[str]) -> int | None:
        """One level above the headings that took these subjects one by one, if there are such."""
        depths = [self._single[name] for name in names if name in self._single]
        return max(0, min(depths) - 1) if len(depths) > 1 else None

    def _general_depth(self, heading: Place, chain: Sequence[Place]) -> int:
        """A heading about the document's own subject: beside the last such; `other …` ends a series."""
        for place in chain:
            special = self._names(place) - self._general
            if special and heading.subject.others:
                return place.depth
        same = [place.depth for place in chain if self._names(place) and self._names(place) <= self._general]
        return same[-1] if same else chain[0].depth

    def _without_name(self, heading: Place, chain: Sequence[Place]) -> int:
        """Beside the last heading, as long as the text still speaks of the subject that is open."""
        last = chain[-1]
        for place in reversed(chain):
            special = self._names(place) - self._general
            if not special or place.depth == 0:
                continue
            if self._reader.mentions(heading.body, special):
                return last.depth if place is not last else place.depth + place.subject.broad
            return last.depth if place is not last else place.depth - self._is_announced(place, chain)
        return last.depth

    def _is_announced(self, place: Place, chain: Sequence[Place]) -> int:
        above = [other for other in chain if other.depth == place.depth - 1]
        return int(bool(above) and above[-1].subject.announces)


def _follows(one: Place, other: Place) -> bool:
    """Whether no heading, such as a numbered one, stands between two."""
    return other.entry.line == one.entry.line + len(one.body) + 1


def _both_ask(one: Place, other: Place) -> bool:
    """Whether both are questions: one of them then stands empty, and owns nothing."""
    return all(place.entry.title.endswith(("?", "？")) for place in (one, other))


def _by_wording(title: str, chain: Sequence[Place]) -> int | None:
    """The depth of a heading that begins as an open one does, or stands behind steps, cases, answers."""
    twin = next((place for place in reversed(chain) if _are_twins(place.entry.title, title)), None)
    if twin:
        return twin.depth
    last = chain[-1]
    return last.depth - 1 if last.depth and _COUNTED.match(last.entry.title) else None


def _are_twins(one: str, other: str) -> bool:
    """Whether two titles begin alike but for an early character (`自体干细胞`, `异体干细胞`) or a number.

    So do the answers to one question: `回答 1 …`, `【回答】…`.
    """
    stem = _COUNTED.match(one)
    if stem and (theirs := _COUNTED.match(other)) and theirs.groups() == stem.groups():
        return True
    heads = match_view(one[:_TWIN]), match_view(other[:_TWIN])
    if min(map(len, heads)) < _TWIN:
        return False
    differing = [place for place, (a, b) in enumerate(zip(*heads, strict=True)) if a != b]
    return len(differing) == 1 and differing[0] < _TWIN // 2
