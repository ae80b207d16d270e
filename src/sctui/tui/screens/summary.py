"""The end of a session: what was done, how well, how long it took, and when to come back."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from sctui.i18n import _
from sctui.study.session import Summary
from sctui.text.plural import counted
from sctui.tui import actions
from sctui.tui.desk import Desk
from sctui.tui.formatting import moment, spent
from sctui.tui.screens.base import DeskModal
from sctui.tui.widgets.key_bar import KeyBar
from sctui.tui.widgets.prose import Prose


class SummaryScreen(DeskModal):
    """Gives True when the last answer is to be taken back.

    Args:
        desk: what screens work with.
        summary: what was answered in the session.
        due: when the next card is due (UTC ms); None when the deck is empty.
        limited: whether there are new cards that the day's limit holds back.
    """

    CSS_PATH = "summary.tcss"
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("summary")

    def __init__(self, desk: Desk, summary: Summary, due: int | None, *, limited: bool = False) -> None:
        super().__init__(desk)
        self._summary = summary
        self._due = due
        self._limited = limited

    def compose(self) -> ComposeResult:
        """A box in the middle."""
        with Vertical(id="box"):
            yield Prose(self._told())
        yield KeyBar()

    def _told(self) -> Content:
        summary = self._summary
        if not summary.reviews:
            return Content.assemble(
                (_("Nothing to study here now."), "bold $text-success"), "\n\n", self._next()
            )
        recalled = summary.reviews - summary.again
        return Content.assemble(
            (_("Well done!"), "bold $text-success"),
            "\n\n",
            (counted(summary.reviews, "answer"), "bold"),
            " " + _("in {time}").format(time=spent(summary.ms)) + "\n",
            (f"{recalled / summary.reviews:.0%}", "bold"),
            " " + _("recalled") + "   ",
            (_("{count} again").format(count=summary.again), "$text-error"),
            "  ",
            (_("{count} hard").format(count=summary.hard), "$text-warning"),
            "  ",
            (_("{count} good").format(count=summary.good), "$text-success"),
            "  ",
            (_("{count} easy").format(count=summary.easy), "$text-primary"),
            "\n\n",
            self._next(),
        )

    def _next(self) -> Content:
        if self._due is None:
            return Content.styled(_("This deck has no cards."), "dim")
        clock = self.desk.clock
        when = moment(clock.local(self._due), clock.local(self.desk.now()))
        before, behind = _("The next card is due {time}.").split("{time}")
        next_card = Content.assemble((before, "dim"), when, (behind, "dim"))
        if not self._limited:
            return next_card
        limit = counted(self.desk.settings.new_per_day, "new card")
        told = _("Of a deck, {limit} a day are begun (new_per_day in the settings).").format(limit=limit)
        return Content.assemble(next_card, (f"\n\n{told}", "dim"))

    def action_undo(self) -> None:
        """Take back the last answer."""
        self.dismiss(result=True)
