"""A card's deck in the learner's editor, and the deck as it is afterwards."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import Collection
from dataclasses import fields, replace
from pathlib import Path

from textual.app import App

from sctui.decks.library import LoadedDeck, reread
from sctui.decks.note_check import check_note
from sctui.decks.surgery import with_notes
from sctui.decks.yaml_reader import read_deck_text, read_text
from sctui.errors import DeckError, TerminalError
from sctui.i18n import _
from sctui.locations import bundled
from sctui.model.card import Note
from sctui.model.change import FileEdit
from sctui.safety.edits import edit_own
from sctui.tui.desk import Desk
from sctui.tui.editor import editor_call


async def edit_deck(app: App[None], desk: Desk, note: str) -> bool:
    """Open the deck of a note at its line, wait, and take the deck in again; whether it has changed.

    An edit in the learner's home is one act that `sctui undo` takes back.

    Raises:
        TerminalError: when there is no editor, it cannot be run here, or it failed and changed nothing.
        DeckError: when the deck cannot be read any more; then the decks stay as they were read before.
        CollectionError: when the edit cannot be put into the journal.
    """
    loaded = deck_of(desk, note)
    before = loaded.file.read_bytes()
    failed = _run(app, editor_call(loaded.file, loaded.places[note].line))
    try:
        after = loaded.file.read_bytes()
    except OSError as error:
        raise DeckError(
            _("cannot be read: {strerror}").format(strerror=error.strerror or error), file=str(loaded.file)
        ) from None
    if after == before and failed:
        raise failed
    if after == before:
        return False
    _keep(desk, loaded.file, before, after)
    await take_in(desk, loaded.file)
    return True


async def save_note(desk: Desk, before: Note, note: Note) -> None:
    """Write the lines of a note that says something else than `before`, as an act that undo takes back.

    Where its file was edited meanwhile, what was changed here is put into the note as it stands there now.

    Raises:
        DeckError: when the note cannot be a card, when the file says something else now of what was changed,
            or when its deck cannot be changed.
        CollectionError, ExportError: when the journal or the file cannot be written.
    """
    loaded = deck_of(desk, note.id)
    text = read_text(loaded.file)
    note = _upon(text, str(loaded.file), before, note)
    check_note(note, loaded.deck.documents, str(loaded.file))
    changed = {loaded.file: with_notes(text, str(loaded.file), [note]).encode()}
    edit_own(desk.home, desk.collection.store, changed, desk.now(), {loaded.file: text})
    await take_in(desk, loaded.file)


def _upon(text: str, file: str, before: Note, note: Note) -> Note:
    """The note as the deck's text has it, with the fields that differ between `before` and `note`."""
    notes = read_deck_text(text, file).deck_file.deck.notes
    now = next((one for one in notes if one.id == note.id), None)
    changed = {one.name: getattr(note, one.name) for one in fields(note)}
    changed = {name: value for name, value in changed.items() if value != getattr(before, name)}
    if now is None or any(
        getattr(now, name) not in (getattr(before, name), value) for name, value in changed.items()
    ):
        raise DeckError(
            _("the card was changed in its file while you edited it; nothing was written"),
            file=file,
            hint=_("Leave the form and open it again: it then shows what the file says."),
        )
    return replace(now, **changed)


def deck_of(desk: Desk, note: str) -> LoadedDeck:
    """The deck of a note."""
    return next(one for one in desk.collection.library.decks if note in one.places)


def came_with_program(desk: Desk, notes: Collection[str]) -> list[LoadedDeck]:
    """The decks of notes, where all of them came with the program and are not the learner's to edit."""
    decks = [one for one in desk.collection.library.decks if any(note in one.places for note in notes)]
    return decks if all(one.folder == bundled() / "decks" for one in decks) else []


async def take_in(desk: Desk, file: Path) -> None:
    """Go on with a deck as it stands in its file now; it is read in a thread.

    Raises:
        DeckError: when it cannot be read any more; then the decks stay as they were read before.
    """
    before = desk.watch().stamps()  # what changes while it is read is seen at the next look
    try:
        await desk.go_on_with(await asyncio.to_thread(reread, desk.collection.library, file))
    finally:
        desk.watch().settle(file, before)


def _run(app: App[None], call: list[str]) -> TerminalError | None:
    """Run the editor with the terminal to itself; what went wrong with it."""
    from textual.app import SuspendNotSupported  # noqa: PLC0415 -- keeps the first card early

    try:
        with app.suspend():
            return _outcome(call)  # nothing may be raised here: the app would never have its terminal back
    except SuspendNotSupported:
        raise TerminalError(_("An editor cannot be opened from this terminal.")) from None


def _outcome(call: list[str]) -> TerminalError | None:
    try:
        code = subprocess.run(call, check=False).returncode  # noqa: S603 -- the learner's own editor
    except (OSError, ValueError) as error:
        hint = _("Name your editor in EDITOR, as in EDITOR=nano.")
        return TerminalError(f"{call[0]}: {getattr(error, 'strerror', None) or error}", hint=hint)
    message = _("{program}: ended with the exit code {code}; the deck is as it was.")
    return TerminalError(message.format(program=call[0], code=code)) if code else None


def _keep(desk: Desk, file: Path, before: bytes, after: bytes) -> None:
    home = desk.home.folder.resolve()
    if file.resolve().is_relative_to(home):
        edit = FileEdit(file.resolve().relative_to(home).as_posix(), before, after)
        desk.collection.store.keep_edits([edit], desk.now())
