"""Notes of Anki's text files keep what Anki calls them: after an edit there, a file brings no second one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sctui.anki.ids import id_of_foreign, is_ours, known_guids
from sctui.anki.own_tags import with_told
from sctui.decks.identity import own_id
from sctui.decks.imports.draft import Draft
from sctui.decks.library import read_library
from sctui.decks.remembered import RememberedDecks
from sctui.locations import Home
from sctui.model.card import Note


def named_notes(home: Home, drafts: Sequence[tuple[str, Draft]]) -> tuple[dict[str, list[Note]], int]:
    """The notes of drafts, by the decks given with them, and how many more stand there already.

    Of several that ask the same in one import, the first has the id that the question gives; none is lost.

    Raises:
        HomeError, DeckError: when the library cannot be read.
    """
    known, ids = _library(home, drafts) if any(draft.guid for _deck, draft in drafts) else ({}, set())
    decks: dict[str, dict[str, Note]] = {}
    there = 0
    for deck, draft in drafts:
        notes = decks.setdefault(deck, {})
        note = _named(draft.note(deck), draft.guid, ids)
        if note.id in notes and not draft.guid:
            note = _other(note, notes[note.id], deck)
        if draft.guid in known or note.id in notes:
            there += 1
        else:
            notes[note.id] = note
    return {deck: list(notes.values()) for deck, notes in decks.items() if notes}, there


def _other(note: Note, first: Note, deck: str) -> Note:
    """A note that asks what another of the import asks, by an id of its own unless it says the same."""
    if (note.back, note.text) == (first.back, first.text):
        return note
    return replace(note, id=own_id(deck, " ".join((note.front, note.text, note.back))))


def _library(home: Home, drafts: Sequence[tuple[str, Draft]]) -> tuple[dict[str, str], set[str]]:
    """What Anki calls the notes of the library, and their ids; with bundled ones if any could be meant."""
    ours = any(is_ours(draft.guid) for _deck, draft in drafts)
    read = read_library(home.library if ours else (home.decks,), RememberedDecks(home.remembered))
    notes = [note for loaded in read.decks for note in loaded.deck.notes]
    return known_guids(notes), {note.id for note in notes}


def _named(note: Note, guid: str, ids: set[str]) -> Note:
    if not guid or note.id in ids:  # one that came from a table before, by its question
        return note
    note = replace(note, id=id_of_foreign(guid))
    return with_told(note) if is_ours(guid) else note
