"""Ids survive a reworded question: a new card that is an old one in other words takes over the old id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial

from sctui.decks.edited_sentences import edited
from sctui.decks.sidecar import Record, alias, alias_entry, record, record_of
from sctui.decks.surroundings import BESIDE, NO_LINE, Surroundings, nowhere
from sctui.model.card import Note
from sctui.model.deck import Deck


def _near(start: int, end: int, one: Record) -> tuple[str, ...]:
    lines = one.beside[start * BESIDE : end * BESIDE]
    return one.answer, lines if lines.strip(NO_LINE) else ""


# what a new note and a vanished one have in common, the surest first; records of old have no question
_ALIKE: tuple[Callable[[Record], tuple[str, ...]], ...] = (
    lambda one: (one.evidence, one.answer),
    lambda one: (one.question, one.question and one.answer),
    lambda one: (one.question,),
    lambda one: (one.evidence,),
    partial(_near, 0, 2),
    *(partial(_near, at, at + 1) for at in range(4)),
)


def take_over(
    decks: Mapping[str, Deck],
    sidecar: Mapping[str, str],
    beside: Surroundings = nowhere,
    standing: Iterable[Note] = (),
) -> tuple[dict[str, Deck], dict[str, str]]:
    """Give generated notes the ids they go by in the YAML.

    A new note stands for a vanished one (known to the sidecar, not generated any more) when both have the
    same kind, quotes and answer, or else the same question and answer, the same question (its sentence was
    edited), the same kind and quotes, or the same kind and answer between the same lines, or behind or before
    the same line (its sentence was reworded), and neither is like any other new or vanished note; or when its
    sentence, beside the same line, is much like that of one of the `standing` notes, which decks have now
    (`edited_sentences`). The sidecar then remembers it.

    Returns:
        The decks with those ids, and the sidecar with the new aliases.
    """
    generated = {note.id: note for deck in decks.values() for note in deck.notes}
    names, sidecar = _known_names(generated.keys(), sidecar)
    taken = generated.keys() | set(names.values())
    vanished = {key: known for key in sidecar if key not in taken and (known := record(sidecar, key))}
    if not vanished:  # as in a folder of which nothing is known yet
        return {name: _renamed(deck, names) for name, deck in decks.items()}, dict(sidecar)
    new = {key: record_of(note, (), beside(note)) for key, note in generated.items() if key not in sidecar}
    found: dict[str, str] = {}
    for alike in _ALIKE:
        left = {key: one for key, one in vanished.items() if key not in found.values()}
        found |= _pairs({key: one for key, one in new.items() if key not in found}, left, alike)
    there = {note.id: (note, vanished[note.id]) for note in standing if note.id in vanished}
    found |= edited(
        {key: (generated[key], one) for key, one in new.items() if key not in found},
        {key: one for key, one in there.items() if key not in found.values()},
    )
    aliases = {key: alias_entry(other) for key, other in found.items()}
    renamed = {name: _renamed(deck, names | found) for name, deck in decks.items()}
    return renamed, {**sidecar, **aliases}


def in_other_forms(made: Mapping[str, Note], sidecar: Mapping[str, str], rejected: set[str]) -> set[str]:
    """The new notes that ask a sentence, all of whose vanished notes were rejected: the same in another form.

    Such are the two questions that a rejected text of two gaps has become.

    Args:
        made: the generated notes by the ids that `take_over` gave them.
        sidecar: what is remembered of earlier ones.
        rejected: the ids of rejected notes.
    """
    told: defaultdict[str, set[bool]] = defaultdict(set)
    for key in sidecar:
        if key not in made and (known := record(sidecar, key)):
            told[known.evidence].add(key in rejected)
    gone = {evidence for evidence, were in told.items() if evidence and were == {True}}
    if not gone:
        return set()
    return {key for key, note in made.items() if key not in sidecar and record_of(note, ()).evidence in gone}


def _known_names(
    generated: Iterable[str], sidecar: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Aliases remembered from earlier; one whose other id is itself generated again is forgotten."""
    keys = sorted(generated)
    names: dict[str, str] = {}
    stale: set[str] = set()
    for key in keys:
        other = alias(sidecar, key)
        if other is not None and (other in keys or other in names.values()):
            stale.add(key)
        elif other is not None:
            names[key] = other
    return names, {key: value for key, value in sidecar.items() if key not in stale}


def _pairs(
    new: Mapping[str, Record], vanished: Mapping[str, Record], key: Callable[[Record], tuple[str, ...]]
) -> dict[str, str]:
    """New id -> vanished id, where `key` finds exactly one on either side."""
    ours, theirs = _by_key(new.items(), key), _by_key(vanished.items(), key)
    return {
        ids[0]: theirs[value][0] for value, ids in ours.items() if len(ids) == 1 and len(theirs[value]) == 1
    }


def _by_key(
    records: Iterable[tuple[str, Record]], key: Callable[[Record], tuple[str, ...]]
) -> defaultdict[tuple[str, ...], list[str]]:
    found: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, one in records:
        if one.evidence and all(key(one)):
            found[key(one)].append(name)
    return found


def _renamed(deck: Deck, names: Mapping[str, str]) -> Deck:
    if not names:
        return deck

    def named(note: Note) -> Note:
        return replace(note, id=names[note.id]) if note.id in names else note

    return replace(deck, notes=tuple(named(note) for note in deck.notes))
