"""A card whose sentence was edited, its answer too, is known by how like the two sentences are.

Only between sentences beside the same line of their document, so that one elsewhere, which tells of another
study in nearly the same words, is not taken for it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from sctui.decks.sidecar import Record
from sctui.decks.surroundings import BESIDE, NO_LINE
from sctui.model.card import Note, filled
from sctui.text.match_view import match_view

_ALIKE = (
    0.7  # of both sentences, as `SequenceMatcher.ratio` counts; a sentence that was told anew has half of it
)
_MOST = 50  # cards beside one line: those of a table are told apart by its cells
Known = Mapping[str, tuple[Note, Record]]


def edited(new: Known, vanished: Known) -> dict[str, str]:
    """New ids and those of the vanished notes that they are, each of which is the other's only best match."""
    ratios: dict[tuple[str, str], float] = {}
    for pair in set(_beside_the_same_line(new, vanished)):
        one, other = new[pair[0]][0], vanished[pair[1]][0]
        if one.kind is other.kind and (ratio := _likeness(_quotes(one), _quotes(other))) >= _ALIKE:
            ratios[pair] = ratio + _likeness(_said(one), _said(other))
    best: dict[str, list[tuple[float, tuple[str, str]]]] = defaultdict(list)
    for pair, ratio in ratios.items():
        for key in (f"new {pair[0]}", f"old {pair[1]}"):
            best[key].append((ratio, pair))
    chosen = Counter(map(_only_best, best.values()))
    return dict(pair for pair, times in chosen.items() if pair and times == 2)


def _beside_the_same_line(new: Known, vanished: Known) -> Iterator[tuple[str, str]]:
    beside: dict[tuple[int, str], list[str]] = defaultdict(list)
    for key, (_note, record) in vanished.items():
        for place in _lines(record):
            beside[place].append(key)
    for key, (_note, record) in new.items():
        for place in _lines(record):
            if len(beside.get(place, ())) <= _MOST:
                yield from ((key, other) for other in beside.get(place, ()))


def _lines(record: Record) -> Iterator[tuple[int, str]]:
    for at in range(0, len(record.beside), BESIDE):
        if (line := record.beside[at : at + BESIDE]) != NO_LINE:
            yield at, line


def _only_best(found: list[tuple[float, tuple[str, str]]]) -> tuple[str, str] | None:
    first, *others = sorted(found, reverse=True)
    return None if others and others[0][0] == first[0] else first[1]


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, match_view(one), match_view(other), autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _ALIKE <= matcher.quick_ratio() else 0.0


def _quotes(note: Note) -> str:
    return "\n".join(source.quote for source in note.sources)


def _said(note: Note) -> str:
    return filled(note.text) if note.text else f"{note.front}\n{note.back}"
