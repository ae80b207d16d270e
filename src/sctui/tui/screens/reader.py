"""A box with text to scroll through and close: the base of the help, the source passage and the problems."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget

from sctui.i18n import _
from sctui.tui import actions
from sctui.tui.screens.base import DeskModal


class ReaderScreen(DeskModal):
    """Shows the widgets that `content` yields; a screen of this kind has a `heading`."""

    CSS_PATH = "reader.tcss"
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("reader")
    heading = ""

    def compose(self) -> ComposeResult:
        """A box that is as high as its text needs, up to the screen's height."""
        with Vertical(id="box") as box:
            box.border_title = Content(_(self.heading))
            box.border_subtitle = _("{key} to close").format(key=self.desk.key("reader.leave"))
            with VerticalScroll(id="text", can_focus=False):
                yield from self.content()

    def content(self) -> list[Widget]:
        """The widgets from top to bottom."""
        return []

    def action_scroll(self, pages: int) -> None:
        """Scroll by half of what is seen."""
        text = self.query_one("#text", VerticalScroll)
        text.scroll_relative(y=pages * max(1, text.size.height // 2), animate=False)
