"""The order in which cards are learnt: the core first, and a term before the cards that use it.

A short form is taught before what uses it without its full name, and what something is before all else that
names it but the card of its short form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from sctui.model.card import CORE, CardKind, Note

# short names are Latin in every script, so that no converter need be loaded to find them
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9α-ωⅠ-Ⅻ]*(?:[-/][A-Za-z0-9α-ω]+)*")
# `What does X stand for?`, in every script, of a short form that is asked one way only
_STANDS_FOR = re.compile(
    rf"(?P<name>{_NAME.pattern}) "
    r"(?:(?:指[^，,]{1,8}[时時][，,]\s?|的)(?:中文|英文)[全名][称稱]是|stand for\?)"
)
# `What is X?`, in every script
_DEFINED = re.compile(
    r"(?:什[么麼]是|what (?:is|are) (?:(?:an?|the) )?)(?P<name>[^?？]{2,40}?)\s*[?？]", re.IGNORECASE
)


def names_of(note: Note) -> Iterator[str]:
    """The short names that a term's note teaches, in lower case and the singular."""
    if note.kind is not CardKind.TERM:
        return
    if note.reverse:
        yield _singular(note.reverse.back.strip())
    elif asked := _STANDS_FOR.search(note.front):
        yield _singular(asked["name"])


def needed_terms(note: Note, taught: Mapping[str, Note]) -> Iterator[Note]:
    """The notes among `taught` (by short name) whose term a note uses without saying its full name."""
    text = _said(note)
    for name in dict.fromkeys(_singular(found[0]) for found in _NAME.finditer(text)):
        term = taught.get(name)
        if term is not None and term.id != note.id and term.back not in text:
            yield term


def study_order(notes: Sequence[Note], core: Collection[str]) -> list[Note]:
    """The notes as they are to be learnt, from all decks of a library in the order of the files.

    Those whose ids are in `core` come before the others; within each the order stays, except that the note
    which teaches a term moves before the first note that uses it.
    """
    taught: dict[str, Note] = {}
    defined: dict[str, Note] = {}
    for note in notes:
        for name in names_of(note):
            taught.setdefault(name, note)
        if name := _defined_in(note):
            defined.setdefault(name, note)
    named = _any_of(defined)
    done: set[str] = set()
    first = sorted(notes, key=lambda note: note.id not in core)

    def before(note: Note) -> list[Note]:
        found = list(needed_terms(note, taught))
        if named and next(names_of(note), None) is None:
            names = dict.fromkeys(match[0].lower() for match in named.finditer(_said(note)))
            found += [defined[name] for name in names if defined[name].id != note.id]
        return found

    return [one for note in first for one in _behind_its_terms(note, before, done)]


def core_notes(decks: Iterable[Sequence[Note]]) -> frozenset[str]:
    """The ids of what a learner gets first: all of a deck that marks nothing as core, and an author's own."""
    found: set[str] = set()
    for notes in decks:
        marked = any(CORE in note.tags for note in notes)
        found |= {note.id for note in notes if not marked or is_core(note)}
    return frozenset(found)


def is_core(note: Note) -> bool:
    """Whether a note is marked as what a learner gets first, or is an author's own."""
    return CORE in note.tags or note.kind is CardKind.NOTE


def _defined_in(note: Note) -> str:
    """The name, in lower case, of which a term's note asks what it is; empty for another note."""
    found = (
        _DEFINED.fullmatch(note.front.strip()) if note.kind is CardKind.TERM and not note.reverse else None
    )
    return found["name"].lower() if found else ""


def _any_of(names: Collection[str]) -> re.Pattern[str] | None:
    """Where one of these names stands, the longest first; a Latin one as a word of its own."""
    if not names:
        return None
    spelt = (
        rf"(?<![a-z0-9-]){re.escape(name)}(?![a-z0-9])" if name.isascii() else re.escape(name)
        for name in sorted(names, key=len, reverse=True)
    )
    return re.compile("|".join(spelt), re.IGNORECASE)


def _said(note: Note) -> str:
    return " ".join((note.front, note.back, note.text, *note.options))


def _behind_its_terms(note: Note, before: Callable[[Note], list[Note]], done: set[str]) -> Iterator[Note]:
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
        needed = [term for term in before(one) if term.id not in done]
        stack += [(term, False) for term in reversed(needed)]


def _singular(name: str) -> str:
    name = name.lower()
    return name.removesuffix("s") if len(name) > 2 else name
