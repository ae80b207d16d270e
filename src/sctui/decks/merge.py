"""Re-conversion without losing an author's edit: what is generated anew meets what stands in a folder.

A card that nobody touched since it was generated is replaced where it stands; one that an author edited stays
byte for byte; one that an author deleted stays away; new ones go to the end; one that does not come out any
more stays, flagged `orphan`. Cards that an author moved to another file of the folder are found there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from sctui.decks.inbox import FILE_NAME as INBOX
from sctui.decks.inbox import Decision, Decisions, inbox_text, read_inbox
from sctui.decks.merge_plan import MergeResult, Outcome, has_cards, plan_deck, plan_named
from sctui.decks.sidecar import FILE_NAME, read_sidecar, record, record_of, sidecar_text
from sctui.decks.surroundings import Surroundings, nowhere
from sctui.decks.take_over import in_other_forms, take_over
from sctui.decks.yaml_reader import read_deck_text, read_text
from sctui.model.card import Note
from sctui.model.deck import Deck, DocumentRef

__all__ = ["MergeReport", "MergeResult", "plan_deck", "plan_decks"]


@dataclass(frozen=True, slots=True)
class MergeReport:
    """The files that were written, and the ids of all generated cards by what became of them.

    `made` are the generated notes, by the ids they go by; with their gaps as they are numbered anew. `read`
    are the texts of the files, where there were any.
    """

    files: tuple[Path, ...] = ()
    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    orphaned: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    made: Mapping[str, Note] = field(default_factory=dict)
    read: Mapping[Path, str] = field(default_factory=dict)


def plan_decks(
    folder: Path,
    decks: Mapping[str, Deck],
    *,
    inbox: bool = False,
    beside: Surroundings = nowhere,
    there: Path | None = None,
) -> tuple[MergeReport, dict[Path, bytes]]:
    """What merging `decks` into the deck files of `folder` would come to, and what is to be written for it.

    Decks come first, what is remembered last; a file that would not change is left out. `inbox` lets new
    cards wait there; what was rejected there is not made again. `beside` tells between which lines of their
    document cards stand. `there` is where the files lie that `folder` will have, when they lie elsewhere yet.

    Raises:
        DeckError: when a deck file of the folder, or the sidecar, cannot be read.
    """
    there = there or folder
    texts = {file.name: read_text(file) for file in sorted(there.glob("*.yaml")) if file.is_file()}
    memory = folder / FILE_NAME
    remembered = read_text(there / FILE_NAME) if (there / FILE_NAME).exists() else ""
    sidecar = read_sidecar(remembered, str(memory)) if remembered else {}
    standing = {
        name: read_deck_text(text, str(folder / name)).deck_file.deck
        for name, text in texts.items()
        if has_cards(text)
    }
    notes = (note for deck in standing.values() for note in deck.notes)
    named, sidecar = take_over(decks, sidecar, beside, notes)
    before = read_inbox(there)
    made = {note.id: note for deck in named.values() for note in deck.notes}
    decisions = before | dict.fromkeys(in_other_forms(made, sidecar, _rejected(before)), Decision.REJECTED)
    placed, rejected = _where_they_stand(named, standing, sidecar, _rejected(decisions))
    sidecar = sidecar | {key: _followed(made[key], sidecar, beside) for key in rejected}
    results: dict[str, MergeResult] = {}
    for name, deck in placed.items():
        results[name] = plan_named(texts.get(name), deck, sidecar, str(folder / name), beside)
        sidecar = results[name].sidecar
    changed = [name for name, result in results.items() if result.text != texts.get(name)]
    files = {folder / name: results[name].text.encode() for name in changed}
    if sidecar_text(sidecar) != remembered and (sidecar or remembered):
        files[memory] = sidecar_text(sidecar).encode()
    added = [key for result in results.values() for key in result.added]
    decisions |= dict.fromkeys(added if inbox else (), Decision.WAITING)
    if decisions != before:
        files[folder / INBOX] = inbox_text(decisions).encode()
    outcomes = {
        outcome.value: tuple(key for result in results.values() for key in getattr(result, outcome.value))
        for outcome in Outcome
    }
    outcomes[Outcome.SKIPPED.value] += rejected
    read = {folder / name: texts[name] for name in changed if name in texts}
    return MergeReport(tuple(folder / name for name in changed), **outcomes, made=made, read=read), files


def _followed(note: Note, sidecar: Mapping[str, str], beside: Surroundings) -> str:
    """The record of a rejected note, by which it is known the next time, whatever becomes of its sentence."""
    old, new = record(sidecar, note.id), record_of(note, (), beside(note))
    return str(replace(new, lines=old.lines, fields=old.fields) if old else new)


def _rejected(decisions: Decisions) -> set[str]:
    return {key for key, decision in decisions.items() if decision is Decision.REJECTED}


def _where_they_stand(
    decks: Mapping[str, Deck],
    standing: Mapping[str, Deck],
    sidecar: Mapping[str, str],
    rejected: set[str],
) -> tuple[dict[str, Deck], tuple[str, ...]]:
    """The decks, each note in that file of the folder where its id stands, if in any; no empty new files.

    Rejected notes that stand nowhere are left out, and their ids given.
    """
    gone: list[str] = []
    placed: dict[str, Deck] = {}
    home: dict[str, str] = {}
    for name, deck in standing.items():
        if any(record(sidecar, note.id) for note in deck.notes):  # its cards may have become orphans
            placed[name] = deck
        home |= {note.id: name for note in deck.notes}
    notes: dict[str, list[Note]] = {name: [] for name in placed}
    documents: dict[str, dict[str, DocumentRef]] = {name: {} for name in placed}
    for name, deck in decks.items():
        for note in deck.notes:
            if note.id in rejected and note.id not in home:
                gone.append(note.id)
                continue
            target = home.get(note.id, name)
            placed.setdefault(target, deck)
            notes.setdefault(target, []).append(note)
            documents.setdefault(target, {}).update(deck.documents)
    named = {
        name: replace(deck, notes=tuple(notes[name]), documents=documents[name])
        for name, deck in placed.items()
    }
    return named, tuple(gone)
