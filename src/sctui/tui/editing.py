"""A card's deck in the learner's editor, and the deck as it is afterwards."""

from __future__ import annotations

import subprocess
from pathlib import Path

from textual.app import App

from sctui.decks.library import reread
from sctui.errors import DeckError, TerminalError
from sctui.i18n import _
from sctui.locations import bundled
from sctui.model.card import Card
from sctui.model.change import FileEdit
from sctui.tui.desk import Desk
from sctui.tui.editor import editor_call


def edit_deck(app: App[None], desk: Desk, card: Card) -> bool:
    """Open a card's deck at the card's line, wait, and take the deck in again; whether it has changed.

    An edit in the learner's home is one act that `sctui undo` takes back.

    Raises:
        TerminalError: when there is no editor, or it cannot be run here.
        DeckError: when the card belongs to the bundled library, or the deck cannot be read any more; then the
            decks stay as they were read before.
        CollectionError: when the edit cannot be put into the journal.
    """
    loaded = next(one for one in desk.collection.library.decks if card.note.id in one.places)
    if loaded.folder == bundled() / "decks":
        raise DeckError(
            _("this deck came with the program and is not yours to edit"),
            file=str(loaded.file),
            hint=_("Copy it into {folder} first; the copy stands in for it.").format(folder=desk.home.decks),
        )
    before = loaded.file.read_bytes()
    _run(app, editor_call(loaded.file, loaded.places[card.note.id].line))
    try:
        after = loaded.file.read_bytes()
    except OSError as error:
        raise DeckError(f"cannot be read: {error.strerror or error}", file=str(loaded.file)) from None
    if after == before:
        return False
    _keep(desk, loaded.file, before, after)
    desk.collection.reload(reread(desk.collection.library, loaded.file))
    return True


def _run(app: App[None], call: list[str]) -> None:
    from textual.app import SuspendNotSupported  # noqa: PLC0415 -- keeps the first card early

    try:
        with app.suspend():
            subprocess.run(call, check=False)  # noqa: S603 -- the learner's own editor
    except SuspendNotSupported:
        raise TerminalError(_("An editor cannot be opened from this terminal.")) from None
    except OSError as error:
        hint = _("Name your editor in EDITOR, as in EDITOR=nano.")
        raise TerminalError(f"{call[0]}: {error.strerror or error}", hint=hint) from None


def _keep(desk: Desk, file: Path, before: bytes, after: bytes) -> None:
    home = desk.home.folder.resolve()
    if file.resolve().is_relative_to(home):
        edit = FileEdit(file.resolve().relative_to(home).as_posix(), before, after)
        desk.collection.store.keep_edits([edit], desk.now())
