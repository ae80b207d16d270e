"""A question that is answered with a line of text, or with one of some choices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Self

from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widgets import Input

from sctui.i18n import _
from sctui.text.match_view import match_view
from sctui.text.printable import one_line
from sctui.tui import actions
from sctui.tui.cells import fitted
from sctui.tui.desk import Desk
from sctui.tui.screens.base import ToldScreen
from sctui.tui.widgets.cursor_list import PickList
from sctui.tui.widgets.key_bar import KeyBar
from sctui.tui.widgets.prose import Prose
from sctui.tui.widgets.typed_line import TypedLine

_MOST, _AROUND = 10, 12  # choices that are seen at once; lines of the screen for all else


class ChoiceList(PickList[str], can_focus=False):
    """Choices on a line each."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"choice-list--cursor"}

    def render_line(self, y: int) -> Strip:
        """Draw one choice."""
        at, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if at >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        base = self.rich_style
        if at == self.cursor:
            base += self.get_component_rich_style("choice-list--cursor", partial=True)
        return Strip([Segment(fitted(one_line(self._rows[at]), width))]).apply_style(base)


class AskScreen(ToldScreen[str], ModalScreen[str]):
    """Gives back what was typed, or the choice under the cursor where only `choices` will do; "" for nothing.

    See `begin`.
    """

    CSS_PATH = "ask.tcss"
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("ask")

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._question = self._hint = self._typed = ""
        self._choices: list[str] = []
        self._only_choices = False

    def begin(
        self,
        question: str,
        hint: str = "",
        choices: Sequence[str] = (),
        *,
        only_choices: bool = False,
        typed: str = "",
    ) -> Self:
        """Ask something.

        Args:
            question: what is asked.
            hint: what may be typed.
            choices: what can be chosen, or is only proposed.
            only_choices: whether it must be one of them.
            typed: what stands in the line at first.
        """
        self._question, self._hint, self._typed = question, hint, typed
        self._choices, self._only_choices = list(choices), only_choices
        return self.anew()

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now, told in the learner's language; Enter is one of the line."""
        active = actions.in_language(super().active_bindings)
        if "enter" in active:
            word = _("Choose") if self._only_choices else _("OK")
            enter = Binding("enter", "submit", word, key_display="⏎", id="ask.answer")
            active["enter"] = active["enter"]._replace(binding=enter)
        if self._only_choices or not self._choices:
            active = {key: one for key, one in active.items() if one.binding.id != "ask.complete"}
        return active

    def compose(self) -> ComposeResult:
        """The line, and the choices below it."""
        with Vertical(id="box"):
            yield TypedLine(compact=True, select_on_focus=False)
            yield Prose(name="hint")
            yield ChoiceList()
        yield KeyBar()

    async def opened(self) -> None:
        """Show the question, the line as it begins, and all choices."""
        self.query_one("#box", Vertical).border_title = Content(self._question)
        line, hint = self.query_one(Input), self.query_one("#hint", Prose)
        hint.show(self._hint)
        hint.set_class(not self._hint, "-absent")
        self.query_one(ChoiceList).set_class(not self._choices, "-absent")
        with self.prevent(Input.Changed):
            line.value = self._typed
        line.cursor_position = len(self._typed)
        self.set_focus(line)
        self.refresh_bindings()
        self.show_choices()

    def show_choices(self) -> None:
        """Show the choices that fit what is typed."""
        view = match_view(self.query_one(Input).value.strip())
        fitting = [choice for choice in self._choices if view in match_view(choice)]
        self.offer(fitting)

    def offer(self, fitting: Sequence[str], cursor: int = 0) -> None:
        """Show these choices, as many at once as there is room for."""
        choices = self.query_one(ChoiceList)
        choices.styles.height = max(1, min(len(fitting), _MOST, self.app.size.height - _AROUND))
        choices.show(fitting)
        choices.cursor = cursor
        self.call_after_refresh(choices.watch_cursor, 0)  # begin at the top, now that there is room
        self.call_after_refresh(choices.watch_cursor, cursor)

    def on_input_changed(self) -> None:
        """Follow what is typed."""
        self.show_choices()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer."""
        self.answer(event.value, self.query_one(ChoiceList).current)

    def answer(self, typed: str, chosen: str | None) -> None:
        """Take what is typed, or the choice under the cursor where it must be one."""
        if not self._only_choices:
            self.dismiss(typed.strip())
        elif chosen is not None:
            self.dismiss(chosen)

    def on_pick_list_chosen(self) -> None:
        """A choice was clicked."""
        if chosen := self.query_one(ChoiceList).current:
            self.take(chosen)

    def take(self, chosen: str) -> None:
        """Answer with a choice that was clicked."""
        self.dismiss(chosen)

    def action_move(self, steps: int) -> None:
        """The next choice, or the one above."""
        self.query_one(ChoiceList).move(steps)

    def action_complete(self) -> None:
        """Take the choice under the cursor into the line."""
        chosen = self.query_one(ChoiceList).current
        if chosen is not None:
            line = self.query_one(Input)
            line.value = chosen
            line.cursor_position = len(chosen)

    def action_delete(self) -> None:
        """Delete the choice under the cursor, where choices can be."""
        chosen = self.query_one(ChoiceList).current
        if chosen is not None and self.delete(chosen):
            self._choices.remove(chosen)
            self.show_choices()

    def delete(self, _choice: str) -> bool:
        """Delete a choice; whether it is gone."""
        return False

    def action_leave(self) -> None:
        """Answer nothing."""
        self.dismiss("")
