"""The order in which cards are learnt: the core first, and a term before the cards that use it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sctui.model.card import CORE, CardKind, Note
from sctui.text.match_view import match_view

_NAME = re.compile(r"[a-z][a-z0-9α-ωⅠ-Ⅻ]*(?:[-/][a-z0-9α-ω]+)*")


def names_of(note: Note) -> Iterator[str]:
    """The short names that a term's note teaches, in the match view and the singular."""
    if note.kind is CardKind.TERM and note.reverse:
        yield _singular(match_view(note.reverse.back).strip())


def needed_terms(note: Note, taught: Mapping[str, Note]) -> Iterator[Note]:
    """The notes among `taught` (by short name) whose term a note uses without saying its full name."""
    view = match_view(" ".join((note.front, note.back, note.text, *note.options)))
    for name in dict.fromkeys(_singular(found[0]) for found in _NAME.finditer(view)):
        term = taught.get(name)
        if term is not None and term.id != note.id and match_view(term.back) not in view:
            yield term


def study_order(notes: Sequence[Note]) -> list[Note]:
    """The notes as they are to be learnt, from all decks of a library in the order of the files.

    What is core comes before what is not; within each the order stays, except that the note which teaches a
    term moves before the first note that uses it. Where nothing is marked as core, everything is.
    """
    taught: dict[str, Note] = {}
    for note in notes:
        for name in names_of(note):
            taught.setdefault(name, note)
    done: set[str] = set()
    return [one for note in _core_first(notes) for one in _with_terms(note, taught, done)]


def is_core(note: Note) -> bool:
    """Whether a note is what a learner gets first: an author's own always is."""
    return CORE in note.tags or note.kind is CardKind.NOTE


def _core_first(notes: Iterable[Note]) -> list[Note]:
    return sorted(notes, key=lambda note: not is_core(note))


def _with_terms(note: Note, taught: Mapping[str, Note], done: set[str]) -> Iterator[Note]:
    """The note behind the terms it uses that are not yet taught; a stack, for chains can be long."""
    stack = [(note, False)]
    while stack:
        one, ready = stack.pop()
        if ready:
            yield one
            continue
        if one.id in done:
            continue
        done.add(one.id)
        stack.append((one, True))
        needed = [term for term in needed_terms(one, taught) if term.id not in done]
        stack += [(term, False) for term in reversed(needed)]


def _singular(name: str) -> str:
    return name.removesuffix("s") if len(name) > 2 else name
