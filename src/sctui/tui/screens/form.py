"""A form for what a card says, for those who have no editor at hand: only the card's lines are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar, Self

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Label, TextArea

from sctui.errors import SctuiError
from sctui.i18n import N_, _
from sctui.model.card import Note, Reverse
from sctui.text.printable import printable
from sctui.tui import actions
from sctui.tui.desk import Desk
from sctui.tui.screens.base import DeskModal, say
from sctui.tui.widgets.key_bar import KeyBar
from sctui.tui.widgets.typed_line import TypedLine

_SHORT = frozenset({"tolerance", "tags"})  # a line each
_USUAL = frozenset({"front", "back", "tags"})  # laid out before a note is shown
# what a note says, in the order of the form; a note has only some of it
_FIELDS = {
    "text": N_("Text, with gaps as {{c1::answer::hint}}"),
    "front": N_("Question"),
    "back": N_("Answer"),
    "options": N_("Wrong answers, one a line"),
    "tolerance": N_("How far a typed number may be off, as 2 or 5%"),
    "reverse-front": N_("Question of the other direction"),
    "reverse-back": N_("Answer of the other direction"),
    "tags": N_("Tags, with commas between them"),
}


class FormScreen(DeskModal):
    """Question and answer, or the text with gaps, and the tags of a note; gives True when they were saved."""

    CSS_PATH = "form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("form")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._note = Note("")
        self._fields: dict[str, str] = {}
        self._warned = False

    def begin(self, note: Note) -> Self:
        """Edit a note."""
        self._note, self._fields, self._warned = note, dict(_words_of(note)), False
        return self.anew()

    def compose(self) -> ComposeResult:
        """A box with a field for each thing a note can say."""
        with Vertical(id="box") as box:
            box.border_title = Content(_("Edit card"))
            with VerticalScroll(can_focus=False):
                for name, told in _FIELDS.items():
                    unusual = "" if name in _USUAL else "-absent"
                    yield Label(_(told), classes=f"{name} {unusual}")
                    if name in _SHORT:
                        yield TypedLine(id=name, compact=True, classes=unusual)
                    else:
                        yield TextArea(id=name, classes=unusual)
            yield KeyBar()

    async def opened(self) -> None:
        """Show the fields that the note has, and begin with the first."""
        for name in _FIELDS:
            words = self._fields.get(name, "")
            for widget in self.query(f"#{name}, .{name}"):
                widget.set_class(name not in self._fields, "-absent")
            if name in _SHORT:
                self.query_one(f"#{name}", Input).value = words
            else:
                self.query_one(f"#{name}", TextArea).load_text(words)
        self.query_one(VerticalScroll).scroll_home(animate=False)
        self.set_focus(self.query_one(f"#{next(iter(self._fields))}"))

    def edited(self) -> Note:
        """The note as the fields say."""
        note, said = self._note, self._said()
        new = replace(
            note,
            front=said.get("front", note.front),
            back=said.get("back", note.back),
            text=said.get("text", note.text),
            tags=tuple(tag.strip() for tag in said["tags"].split(",") if tag.strip()),
            tolerance=said.get("tolerance", ""),
        )
        if note.options:
            new = replace(
                new, options=tuple(line.strip() for line in said["options"].split("\n") if line.strip())
            )
        if note.is_turned:
            return replace(new, reverse=Reverse(new.back, new.front))
        if note.reverse:
            front, back = said["reverse-front"], said["reverse-back"]
            return replace(new, reverse=Reverse(front, back) if front or back else None)
        return new

    def _said(self) -> dict[str, str]:
        """What is typed; as it was where only blanks at the end differ, which fields do not show."""
        said = {}
        for name, before in self._fields.items():
            if name in _SHORT:
                said[name] = self.query_one(f"#{name}", Input).value.strip()
            else:
                typed = self.query_one(f"#{name}", TextArea).text
                said[name] = before if typed.rstrip() == before.rstrip() else typed.strip()
        return said

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


def _words_of(note: Note) -> Iterator[tuple[str, str]]:
    """What the note says, by field; a second direction in the words of the first has no fields of its own."""
    if note.text:
        yield "text", note.text
    else:
        yield from (("front", note.front), ("back", note.back))
    if note.options:
        yield "options", "\n".join(note.options)
    if note.tolerance:
        yield "tolerance", note.tolerance
    if note.reverse and not note.is_turned:
        yield from (("reverse-front", note.reverse.front), ("reverse-back", note.reverse.back))
    yield "tags", ", ".join(note.tags)
