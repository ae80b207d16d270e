"""Where a learner answers: a line to type a number in, or options to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from sctui.i18n import _
from sctui.tui.formatting import tolerated
from sctui.tui.widgets.typed_line import TypedLine

_SPEAKS_NUMBERS = frozenset("约近至大超高半每~<>≥≤=+-.")  # what a number may begin with, besides digits
_MOST, _MOST_TEXT = 40, 200  # characters


class NumberInput(TypedLine):
    """A line for a number. While it is empty, the keys of the screen work as they do everywhere else.

    Asked for text, it takes every letter; Escape still leaves.
    """

    _takes_text = False

    def __init__(self) -> None:
        super().__init__(id="typed", max_length=_MOST, compact=True, select_on_focus=False)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether the key is typed text; what cannot begin a number is the screen's."""
        if self._is_the_screens(character):
            return False
        return super().check_consume_key(key, character)

    async def _on_key(self, event: events.Key) -> None:
        if self._is_the_screens(event.character):
            event.prevent_default()  # it is not inserted, and goes on to the screen

    @property
    def begun(self) -> bool:
        """Whether something was typed."""
        return self.display and bool(self.value.strip())

    @property
    def takes_all(self) -> bool:
        """Whether every key that types something is typed."""
        return self.display and (self._takes_text or bool(self.value))

    def ask(self, unit: str, tolerance: str) -> None:
        """Be ready for a number in a unit, or in none; it may be off by `tolerance`, a number or share."""
        words = _("a number, in {unit}").format(unit=unit) if unit else _("a number")
        self._be_ready(words + tolerated(tolerance), _MOST)

    def ask_text(self) -> None:
        """Be ready for any text."""
        self._be_ready(_("the answer"), _MOST_TEXT, takes_text=True)

    def _be_ready(self, placeholder: str, most: int, *, takes_text: bool = False) -> None:
        self._takes_text, self.max_length = takes_text, most
        self.value = ""
        self.placeholder = placeholder
        self.display = True
        self.disabled = False
        self.focus()

    def _is_the_screens(self, character: str | None) -> bool:
        return not (self._takes_text or self.value or _begins_number(character))

    def put_away(self) -> None:
        """Be gone, and leave the keys to the screen."""
        self.display = False
        self.disabled = True


def _begins_number(character: str | None) -> bool:
    if character is None or not character.strip():
        return False
    return character.isnumeric() or character in _SPEAKS_NUMBERS


class Option(Static):
    """One answer to choose."""

    @dataclass
    class Chosen(Message):
        """The option was clicked; `index` counts from 0."""

        index: int

    def __init__(self, index: int, text: Content) -> None:
        super().__init__(classes="option", markup=False)
        self._index, self._text = index, text
        self.mark(f"{index + 1}")

    def mark(self, sign: str) -> None:
        """Show the option behind its number, or behind `✓` or `✗`: colour alone would not tell all."""
        self.update(Content.assemble((f" {sign} ", "dim"), self._text))

    def on_click(self) -> None:
        """Choose."""
        self.post_message(self.Chosen(self._index))


class Options(Vertical):
    """The answers of a choice card, one a row; `at` is the row that Enter would choose, None at first."""

    at: int | None = None

    def compose(self) -> ComposeResult:
        """Nothing yet: options come with a card."""
        return iter(())

    async def ask(self, options: Sequence[Content]) -> None:
        """Offer options."""
        self.at = None
        self.display = bool(options)
        if self.children:
            await self.remove_children()
        await self.mount(*(Option(index, option) for index, option in enumerate(options)))

    def move(self, step: int) -> None:
        """Mark the next row, or the one before."""
        rows = list(self.query(Option))
        start = -1 if step > 0 else len(rows)
        self.at = max(0, min(len(rows) - 1, (start if self.at is None else self.at) + step))
        for index, row in enumerate(rows):
            row.set_class(index == self.at, "-at")

    def settle(self, right: int, chosen: int | None) -> None:
        """Show which was right, and which was chosen wrongly."""
        for index, row in enumerate(self.query(Option)):
            row.remove_class("-at")
            row.set_class(index == right, "-right")
            row.set_class(index == chosen != right, "-wrong")
            if index in (right, chosen):
                row.mark("✓" if index == right else "✗")
