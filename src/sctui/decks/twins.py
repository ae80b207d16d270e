"""Cards that ask the same in several decks, whatever their scripts: studied once, and with one answer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from sctui.model.card import Note
from sctui.text.match_view import match_view

_NOT_SAID = re.compile(r"[\W_]+")
_LATIN = re.compile(r"[A-Za-z0-9]+")


def twins(notes: Iterable[Note]) -> dict[str, str]:
    """For each note that asks what an earlier one asks, with the same answer: the id of the earliest.

    Script, width, case and punctuation make no difference. Scripts are compared only for notes that could be
    twins, as conversion keeps lengths and Latin letters: a library without twins loads no converter.
    """
    alike: dict[tuple[int, str], list[Note]] = defaultdict(list)
    for note in notes:
        text = _said(note)
        alike[len(text), "".join(_LATIN.findall(text)).lower()].append(note)
    found: dict[str, str] = {}
    for group in alike.values():
        first: dict[str, str] = {}
        for note in group if len(group) > 1 else ():
            earliest = first.setdefault(match_view(_said(note)), note.id)
            if earliest != note.id:
                found[note.id] = earliest
    return found


def clashes(notes: Iterable[Note]) -> Iterator[tuple[Note, Note]]:
    """Pairs of notes, the earlier one first, that ask the same question and give another answer."""
    first: dict[str, tuple[Note, str]] = {}
    for note in notes:
        for front, back in _asked(note):
            other, said = first.setdefault(match_view(_NOT_SAID.sub("", front)), (note, _core(back)))
            if other is not note and said != _core(back):
                yield other, note


def _asked(note: Note) -> Iterator[tuple[str, str]]:
    """The questions of a note with their answers: one, or one for each of its gaps."""
    if note.front:
        yield note.front, note.back
    else:
        yield from ((card.front, card.back) for card in note.cards())


def _said(note: Note) -> str:
    """Question and answer without punctuation."""
    return "\x1f".join(_NOT_SAID.sub("", text) for text in (note.front, note.back, note.text))


def _core(text: str) -> str:
    return match_view(_NOT_SAID.sub("", text))
