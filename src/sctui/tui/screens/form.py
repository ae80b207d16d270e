"""A form for what a card says, for those who have no editor at hand: only the card's lines are written."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Label, TextArea

from sctui.errors import SctuiError
from sctui.i18n import _
from sctui.model.card import Note, Reverse
from sctui.text.printable import printable
from sctui.tui import actions
from sctui.tui.desk import Desk
from sctui.tui.screens.base import DeskModal, say
from sctui.tui.widgets.key_bar import KeyBar
from sctui.tui.widgets.typed_line import TypedLine


class FormScreen(DeskModal):
    """Question and answer, or the text with gaps, and the tags of a note; gives True when they were saved."""

    CSS_PATH = "form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("form")

    def __init__(self, desk: Desk, note: Note) -> None:
        super().__init__(desk)
        self._note = note
        self._warned = False

    def compose(self) -> ComposeResult:
        """A box with a field for each thing the note says."""
        note = self._note
        with Vertical(id="box") as box:
            box.border_title = Content(_("Edit card"))
            with VerticalScroll(can_focus=False):
                if note.text:
                    yield Label(_("Text, with gaps as {{c1::answer::hint}}"))
                    yield TextArea(note.text, id="text", classes="tall")
                else:
                    yield Label(_("Question"))
                    yield TextArea(note.front, id="front")
                    yield Label(_("Answer"))
                    yield TextArea(note.back, id="back")
                yield from self._of_its_type(note)
                yield Label(_("Tags, with commas between them"))
                yield TypedLine(", ".join(note.tags), id="tags", compact=True)
            yield KeyBar()

    def _of_its_type(self, note: Note) -> ComposeResult:
        """What only some have; a second direction in the words of the first has no fields of its own."""
        if note.options:
            yield Label(_("Wrong answers, one a line"))
            yield TextArea("\n".join(note.options), id="options")
        if note.tolerance:
            yield Label(_("How far a typed number may be off, as 2 or 5%"))
            yield TypedLine(note.tolerance, id="tolerance", compact=True)
        if note.reverse and not note.is_turned:
            yield Label(_("Question of the other direction"))
            yield TextArea(note.reverse.front, id="reverse-front")
            yield Label(_("Answer of the other direction"))
            yield TextArea(note.reverse.back, id="reverse-back")

    def on_mount(self) -> None:
        """Begin with the first field."""
        self.query(TextArea).first().focus()

    def edited(self) -> Note:
        """The note as the fields say."""
        note = self._note
        new = replace(
            note,
            front=self._field("front", note.front),
            back=self._field("back", note.back),
            text=self._field("text", note.text),
            tags=tuple(tag.strip() for tag in self.query_one("#tags", Input).value.split(",") if tag.strip()),
            tolerance=self.query_one("#tolerance", Input).value.strip() if note.tolerance else "",
        )
        if note.options:
            lines = self._field("options", "").split("\n")
            new = replace(new, options=tuple(line.strip() for line in lines if line.strip()))
        if note.is_turned:
            new = replace(new, reverse=Reverse(new.back, new.front))
        elif note.reverse:
            front = self._field("reverse-front", note.reverse.front)
            back = self._field("reverse-back", note.reverse.back)
            new = replace(new, reverse=Reverse(front, back) if front or back else None)
        return new

    def _field(self, name: str, before: str) -> str:
        """What is typed; as it was where only blanks at the end differ, which fields do not show."""
        for area in self.query(f"#{name}").results(TextArea):
            return before if area.text.rstrip() == before.rstrip() else area.text.strip()
        return before

    async def action_save(self) -> None:
        """Write the card's lines, and go back."""
        from sctui.tui.editing import save_note  # noqa: PLC0415 -- loaded where it is used

        new = self.edited()
        if new == self._note:
            self.dismiss(result=False)
            return
        try:
            await save_note(self.desk, self._note, new)
        except SctuiError as error:
            message = printable(f"{error.message}\n{error.hint}" if error.hint else error.message)
            self.notify(message, title=_(error.title), severity="error", timeout=10, markup=False)
            return
        self.dismiss(result=True)

    def action_leave(self) -> None:
        """Go back; once more when something was typed."""
        if self.edited() != self._note and not self._warned:
            self._warned = True
            say(self.app, _("Not saved. Press the key once more to throw it away."))
            return
        self.dismiss(result=False)
