"""The line in which a reader types what to look for."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from sctui.i18n import N_
from sctui.tui.widgets.typed_line import TypedLine


class FilterBar(TypedLine):
    """Hidden while it is empty and not typed into. Its text is followed by `Input.Changed`.

    Args:
        hint: what stands in the empty line.
        text: what stands there at first.
        typing: whether it is typed into at once, if the screen focuses it.
        stays: whether it is never hidden.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", N_("Rows"), key_display="⏎")]

    virtual_size = Reactive(
        Size(0, 0)
    )  # it has a line of its own, whatever is typed: nothing is laid out for it

    def __init__(self, hint: str, text: str = "", *, typing: bool = False, stays: bool = False) -> None:
        super().__init__(text, placeholder=hint, compact=True, select_on_focus=False)
        self._stays = stays
        self.can_focus = typing
        self.set_class(typing or stays or bool(text), "-open")

    def hold(self, text: str) -> None:
        """Stand there with a text that nobody has typed and that is not told of."""
        with self.prevent(Input.Changed):
            self.value = text
        self.can_focus = False
        self.set_class(self._stays or bool(text), "-open")

    def begin(self) -> None:
        """Type into it."""
        self.can_focus = True
        self.add_class("-open")
        self.focus()

    async def on_key(self, event: Key) -> None:
        """Enter ends typing at once: what was pressed right behind it is meant for the rows."""
        if self.can_focus and event.key != "enter":
            return
        event.stop()
        event.prevent_default()
        if self.can_focus:
            await self.action_submit()
            self.end(clear=False)
        else:
            self.app.simulate_key(event.key)

    def end(self, *, clear: bool) -> None:
        """Type no more; an empty line is hidden again."""
        if clear:
            self.value = ""
        self.screen.set_focus(None)
        self.can_focus = False
        self.set_class(self._stays or bool(self.value), "-open")
