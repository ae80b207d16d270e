"""How far a command has come that runs beside the app, then what came of it."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import ActiveBinding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.timer import Timer

from sctui.errors import ExitCode
from sctui.i18n import _
from sctui.text.printable import printable
from sctui.tui import actions
from sctui.tui.desk import Desk
from sctui.tui.errand import Errand
from sctui.tui.formatting import spent
from sctui.tui.screens.base import DeskModal
from sctui.tui.widgets.key_bar import KeyBar
from sctui.tui.widgets.progress_line import ProgressLine
from sctui.tui.widgets.prose import Prose

_SECONDS = 0.1  # between two looks at it


class ErrandScreen(DeskModal):
    """Gives true when the end of it was seen, false when it goes on."""

    CSS_PATH = "errand.tcss"
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("errand")

    def __init__(self, desk: Desk, errand: Errand) -> None:
        super().__init__(desk)
        self._errand = errand
        self._look: Timer | None = None

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """While it runs, the key to leave stops it."""
        found = super().active_bindings
        for key, active in found.items():
            if active.binding.id == "errand.leave" and not self._errand.ended:
                found[key] = active._replace(binding=replace(active.binding, description=_("Stop")))
        return found

    def compose(self) -> ComposeResult:
        """A box with what is done, how much of it, and at the end what it said."""
        with Vertical(id="box") as box:
            box.border_title = Content(self._errand.title)
            yield Prose(name="told")
            yield ProgressLine()
            with VerticalScroll(id="text", can_focus=False):
                yield Prose(name="complaints")
                yield Prose(name="said")
        yield KeyBar()

    def on_mount(self) -> None:
        """Look at it now and then."""
        self._look = self.set_interval(_SECONDS, self._show)
        self._show()

    def _show(self) -> None:
        errand, told = self._errand, self.query_one("#told", Prose)
        if errand.ended:
            self._show_end()
            return
        does = _("Stopping …") if errand.stopped else errand.does or _("Starting …")
        at = f"{errand.at}  " if errand.at and not errand.stopped else ""
        time = spent(round(errand.seconds * 1000))
        told.show(Content.assemble((does, "bold"), "\n", (printable(f"{at}{time}"), "dim")))
        self.query_one(ProgressLine).share = errand.share

    def _show_end(self) -> None:
        errand = self._errand
        if self._look:
            self._look.stop()
        self.add_class("-ended")
        self.query_one("#told", Prose).show(Content.styled(errand.outcome(self.desk), "bold"))
        tone = "" if errand.code == ExitCode.OK else "$text-warning"
        complaints = printable(errand.complaints.rstrip()).removesuffix(_("Stopped."))  # it is told above
        self.query_one("#complaints", Prose).show(Content.styled(complaints, tone))
        self.query_one("#said", Prose).show(printable(errand.said))
        for name, text in (("complaints", complaints), ("said", errand.said)):
            self.query_one(f"#{name}").set_class(not text.strip(), "-absent")
        self.refresh_bindings()

    async def script_changed(self) -> None:
        """Words are of the learner's language; what the command said stays."""
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what runs can go on; there is nothing to scroll before it has ended."""
        if action == ("aside" if self._errand.ended else "scroll"):
            return False
        return super().check_action(action, parameters)

    def action_scroll(self, pages: int) -> None:
        """Scroll by half of what is seen."""
        text = self.query_one("#text", VerticalScroll)
        text.scroll_relative(y=pages * max(1, text.size.height // 2), animate=False)

    def action_aside(self) -> None:
        """Let it go on, and do something else meanwhile."""
        self.dismiss(result=False)

    def action_leave(self) -> None:
        """Stop it; once it has ended, close."""
        if self._errand.ended:
            self.dismiss(result=True)
        else:
            self._errand.stop()
