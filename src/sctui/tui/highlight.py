"""Where the answer stands in its quote, whatever the scripts of the two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.text.match_view import match_view

_APART = re.compile(r"\s*(?: / |[;；、\n])\s*")


def answer_places(answer: str, quote: str) -> tuple[tuple[int, int], ...]:
    """Start and end of the answer in the quote, in order; of its parts when it is a list; else empty.

    Both are compared in the match view, which keeps offsets: `幹細胞` is found in `干细胞`.
    """
    view = match_view(quote)
    whole = _find(match_view(answer).strip(), view)
    if whole:
        return (whole,)
    parts = [part for part in _APART.split(match_view(answer)) if len(part) > 1]
    return tuple(sorted(_merged(place for part in parts if (place := _find(part, view)))))


def _find(part: str, view: str) -> tuple[int, int] | None:
    """The first place where `part` stands as a whole: `4%` is not found in `84%`."""
    if not part:
        return None
    before = r"(?<![0-9a-z.])" if part[0].isascii() and part[0].isalnum() else ""
    after = r"(?![0-9a-z])" if part[-1].isascii() and part[-1].isalnum() else ""
    pattern = before + re.escape(part).replace(r"\ ", r"\s*") + after
    found = re.search(pattern, view)
    return found.span() if found else None


def _merged(places: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return kept
