"""Editing the note that a screen shows: in the learner's own editor, at its line, or in a form."""

from __future__ import annotations

import os

from sctui.errors import SctuiError
from sctui.model.card import Note
from sctui.tui.screens.base import DeskScreen
from sctui.tui.screens.copy_offer import copy_offered


class EditActs(DeskScreen):
    """A screen that shows a note."""

    @property
    def note_to_edit(self) -> Note | None:
        """The note that is shown."""
        raise NotImplementedError

    async def note_edited(self, before: Note, /) -> None:
        """Go on: the decks have been read again."""
        raise NotImplementedError

    async def action_edit(self) -> None:
        """Open the deck in the learner's editor; the form, where VISUAL and EDITOR name none."""
        from sctui.tui.editing import edit_deck  # noqa: PLC0415 -- keeps the first card early

        note = self.note_to_edit
        if note is None or copy_offered(self, [note.id], self.action_edit):
            return
        if not (os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()):
            await self.action_form()
            return
        try:
            if not await edit_deck(self.app, self.desk, note.id):
                return
        except SctuiError as error:
            self.tell(error)
            return
        self.app.clear_notifications()  # what was wrong with the deck is mended
        await self.note_edited(note)

    async def action_form(self) -> None:
        """Edit the card in a form."""
        from sctui.tui.screens.form import FormScreen  # noqa: PLC0415 -- loaded where it is used

        note = self.note_to_edit
        if note is None or copy_offered(self, [note.id], self.action_form):
            return

        async def closed(saved: bool | None) -> None:
            if saved:
                await self.note_edited(note)

        self.app.push_screen(self.ready(FormScreen).begin(note), closed)
