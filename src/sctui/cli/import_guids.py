"""Notes of Anki's text files keep what Anki calls them: after an edit there, a file brings no second one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sctui.anki.ids import id_of_foreign, is_ours, known_guids
from sctui.anki.own_tags import with_told
from sctui.decks.imports.draft import Draft
from sctui.decks.library import read_library
from sctui.decks.remembered import RememberedDecks
from sctui.locations import Home
from sctui.model.card import Note


def named_notes(home: Home, drafts: Sequence[tuple[str, Draft]]) -> tuple[dict[str, list[Note]], int]:
    """The notes of drafts, by the decks given with them, and how many more the library has already.

    Raises:
        HomeError, DeckError: when the library cannot be read.
    """
    known, ids = _library(home, drafts) if any(draft.guid for _deck, draft in drafts) else ({}, set())
    decks: dict[str, list[Note]] = {}
    there = 0
    for deck, draft in drafts:
        if draft.guid in known:
            there += 1
        else:
            decks.setdefault(deck, []).append(_named(draft.note(deck), draft.guid, ids))
    return decks, there


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
