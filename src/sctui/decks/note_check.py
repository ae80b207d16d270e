"""What keeps a note from being a card, by the reader's own rules: it is written down and read."""

from __future__ import annotations

from collections.abc import Mapping

from sctui.decks.yaml_reader import read_deck_text
from sctui.decks.yaml_writer import deck_text
from sctui.errors import DeckError
from sctui.i18n import _
from sctui.model.card import Note
from sctui.model.deck import Deck, DocumentRef
from sctui.model.language import Language


def check_note(note: Note, documents: Mapping[str, DocumentRef], file: str) -> None:
    """See that a note can stand in a deck of these documents.

    Raises:
        DeckError: when it cannot; the message says why, and names `file`.
    """
    for name in ("text",) if note.text else ("front", "back"):
        if not getattr(note, name).strip():
            raise DeckError(_("`{name}` is empty").format(name=name), file=file)
    alone = deck_text(Deck("deck", Language.ENGLISH, (note,), dict(documents)))
    reading = read_deck_text(alone, file)
    if reading.problems:
        problem = reading.problems[0]
        raise DeckError(problem.message, file=file, hint=problem.hint)
