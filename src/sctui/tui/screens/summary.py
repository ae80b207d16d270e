"""The end of a session: what was done, how well, what was hard, topic by topic, and when to come back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from sctui.i18n import _
from sctui.scheduler.limits import TOPIC_SEPARATOR
from sctui.study.cram import CramSession
from sctui.study.session import StudySession
from sctui.study.session_report import session_report
from sctui.text.plural import counted
from sctui.tui import actions
from sctui.tui.desk import Desk
from sctui.tui.formatting import moment, spent
from sctui.tui.screens.base import DeskModal
from sctui.tui.widgets.key_bar import KeyBar
from sctui.tui.widgets.prose import Prose

_TOPICS, _HARD = 5, 3


class SummaryScreen(DeskModal):
    """Gives True when the last answer is to be taken back; `wants_more` when the learner goes on otherwise.

    Args:
        desk: what screens work with.
        session: what was studied.
        due: when the next card is due (UTC ms); None when none ever is.
        limited: whether there are new cards that the day's limit holds back.
        core_done: whether what is new is beyond the core, and no other new cards are left.
    """

    CSS_PATH = "summary.tcss"
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("summary")
    wants_more = False

    def __init__(
        self,
        desk: Desk,
        session: StudySession,
        due: int | None,
        *,
        limited: bool = False,
        core_done: bool = False,
    ) -> None:
        super().__init__(desk)
        self._session = session
        self._due = due
        self._limited, self._core_done = limited, core_done

    def compose(self) -> ComposeResult:
        """A box in the middle."""
        with VerticalScroll(id="box", can_focus=False):
            yield Prose(self._told())
        yield KeyBar()

    def _told(self) -> Content:
        summary = self._session.summary()
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
            *self._in_detail(),
            "\n\n",
            self._next(),
        )

    def _in_detail(self) -> Iterator[Content]:
        """How much of the days before was kept, the topics, and what was forgotten."""
        line = self.desk.line
        found = session_report(self._session.answers, lambda card: self.desk.collection.place_of(card).topic)
        if found.asked:
            kept = _("{kept} of {asked} known from earlier days").format(kept=found.kept, asked=found.asked)
            yield Content.assemble("\n", (f"{found.kept / found.asked:.0%}", "bold"), (f" {kept}", "dim"))
        if len(found.topics) > 1:
            yield Content("\n")
            for one in found.topics[:_TOPICS]:
                share = (f"\n{one.recalled / one.answers:>5.0%} ", "bold")
                name = line(one.topic.rpartition(TOPIC_SEPARATOR)[2])
                yield Content.assemble(share, (f"{one.recalled}/{one.answers}  ", "dim"), name)
        if found.hard:
            yield Content.styled("\n\n" + _("Hard:"), "$text-error")
            for card, times in found.hard[:_HARD]:
                yield Content.assemble("\n  ", self.desk.question(card), (f"  ×{times}", "dim"))

    def _next(self) -> Content:
        if isinstance(self._session, CramSession):
            return Content.styled(_("Crammed: nothing was logged, and no card was put off."), "dim")
        if self._due is None:
            return Content.styled(_("This deck has no cards."), "dim")
        clock = self.desk.clock
        when = moment(clock.local(self._due), clock.local(self.desk.now()), self.desk.settings.rollover_hour)
        before, behind = _("The next card is due {time}.").split("{time}")
        next_card = Content.assemble((before, "dim"), when, (behind, "dim"))
        if self._limited:
            limit = counted(self.desk.settings.new_per_day, "new card")
            told = _("Of a deck, {limit} a day are begun (new_per_day in the settings).").format(limit=limit)
        elif self._core_done:
            told = _("The core of it is begun. {key} offers the rest; beyond_core in the settings begins it.")
            told = told.format(key=self.desk.key("summary.more"))
        else:
            return next_card
        return Content.assemble(next_card, (f"\n\n{told}", "dim"))

    def action_undo(self) -> None:
        """Take back the last answer."""
        self.dismiss(result=True)

    def action_more(self) -> None:
        """Go on with something else."""
        self.wants_more = True
        self.dismiss(result=False)
