"""Edits of many cards in the learner's own decks: tags, and the deck they lie in; each is one act."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from sctui.collection import Collection
from sctui.decks.library import LoadedDeck
from sctui.decks.surgery import with_notes, without_notes
from sctui.decks.yaml_reader import read_deck_text, read_text
from sctui.errors import DeckError
from sctui.i18n import _
from sctui.locations import Home
from sctui.model.card import Note
from sctui.safety.edits import edit_files

Texts = dict[Path, str]


def _as_written(loaded: LoadedDeck, notes: Sequence[Note]) -> tuple[str, list[Note]]:
    """A deck's text as it is now, with these of its notes: its author may have written since it was read."""
    text = read_text(loaded.file)
    wanted = {note.id for note in notes}
    there = read_deck_text(text, str(loaded.file)).deck_file.deck.notes
    return text, [note for note in there if note.id in wanted]


class DeckEdits:
    """Changes notes in decks below the home's `decks`; those that came with the program are left alone.

    It writes files and journal, and may do so in a thread; taking the decks in again is left to the caller.

    Every method gives the number of notes it changed, and raises:
        DeckError: when no card is the learner's own, or a deck cannot be changed safely; nothing was.
        CollectionError, ExportError: when journal or file cannot be written.
    """

    def __init__(self, home: Home, collection: Collection, now: int) -> None:
        self._home, self._store, self._now = home, collection.store, now
        self._decks, self._cards = collection.library.decks, collection.cards

    def tag(self, cards: Sequence[str], given: Iterable[str], taken: Iterable[str] = ()) -> int:
        """Give the notes of cards some tags, and take others away."""
        wanted, unwanted = tuple(dict.fromkeys(given)), frozenset(taken)

        def tagged(note: Note) -> Note:
            others = tuple(tag for tag in note.tags if tag not in unwanted)
            return replace(note, tags=(*others, *(tag for tag in wanted if tag not in others)))

        return self._change(cards, tagged)

    def move(self, cards: Sequence[str], deck: str) -> int:
        """Put the notes of cards at the end of another deck of the learner's, history and all."""
        target = next((loaded for loaded in self._own() if loaded.deck.name == deck), None)
        if target is None:
            names = ", ".join(sorted(loaded.deck.name for loaded in self._own())) or _("none yet")
            raise DeckError(
                _("there is no deck `{deck}` of yours").format(deck=deck),
                file=str(self._home.decks),
                hint=_("Yours: {names}.").format(names=names),
            )
        texts: Texts = {}
        read: Texts = {}
        moved: list[Note] = []
        for loaded, notes in self._notes(cards):
            if loaded.file != target.file:
                text, there = _as_written(loaded, notes)
                read[loaded.file] = text
                texts[loaded.file] = without_notes(text, str(loaded.file), [note.id for note in there])
                moved += there
        if not moved:
            return 0
        self._see_that_documents_are_named(target, moved)
        read[target.file] = read_text(target.file)
        texts[target.file] = with_notes(read[target.file], str(target.file), moved)
        self._write(texts, read)
        return len(moved)

    @staticmethod
    def _see_that_documents_are_named(target: LoadedDeck, notes: Sequence[Note]) -> None:
        known = {Path(ref.file).name for ref in target.deck.documents.values()}
        for source in (source for note in notes for source in note.sources):
            if source.document not in known:
                raise DeckError(
                    _("its cards rest on no document `{document}`").format(document=source.document),
                    file=str(target.file),
                    hint=_("Name the document under `documents:` there first."),
                )

    def _change(self, cards: Sequence[str], change: Callable[[Note], Note]) -> int:
        texts: Texts = {}
        read: Texts = {}
        number = 0
        for loaded, notes in self._notes(cards):
            text, there = _as_written(loaded, notes)
            changed = [new for note in there if (new := change(note)) != note]
            if changed:
                read[loaded.file] = text
                texts[loaded.file] = with_notes(text, str(loaded.file), changed)
                number += len(changed)
        self._write(texts, read)
        return number

    def _notes(self, cards: Sequence[str]) -> list[tuple[LoadedDeck, list[Note]]]:
        """The notes of cards by deck, as far as they are the learner's own."""
        wanted = {self._cards[card].note.id for card in cards if card in self._cards}
        found = ((deck, [note for note in deck.deck.notes if note.id in wanted]) for deck in self._own())
        own = [(deck, notes) for deck, notes in found if notes]
        if not own:
            raise DeckError(
                _("these cards came with the program and are not yours to edit"),
                file=next(str(deck.file) for deck in self._decks if not wanted.isdisjoint(deck.places)),
                hint=_("Copy their deck into {decks} first; the copy stands in for it.").format(
                    decks=self._home.decks
                ),
            )
        return own

    def _own(self) -> list[LoadedDeck]:
        return [loaded for loaded in self._decks if loaded.folder == self._home.decks]

    def _write(self, texts: Texts, read: Texts) -> None:
        if not texts:
            return
        home = self._home.folder.resolve()
        paths = {file.resolve().relative_to(home).as_posix(): text.encode() for file, text in texts.items()}
        edit_files(self._home, self._store, paths, self._now, read)
