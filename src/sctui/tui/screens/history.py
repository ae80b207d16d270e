"""One card: its forgetting curve, what is known of it, and every answer to it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from typing import ClassVar, Self

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sctui.errors import SctuiError
from sctui.i18n import _
from sctui.model.card import Card
from sctui.model.change import Change
from sctui.model.review import MemoryState, Review
from sctui.scheduler.memory import memory_of
from sctui.scheduler.study_day import DAY
from sctui.store.history import history
from sctui.study.forgetting import forgetting
from sctui.text.plural import counted
from sctui.tui import actions
from sctui.tui.charts import Axes, Series, lines
from sctui.tui.desk import Desk
from sctui.tui.formatting import put_off, spent
from sctui.tui.screens.base import DeskScreen
from sctui.tui.widgets.key_bar import KeyBar
from sctui.tui.widgets.prose import Prose
from sctui.tui.widgets.rating_bar import RATINGS
from sctui.tui.widgets.too_small import TooSmall
from sctui.tui.widgets.top_bar import TopBar

_COLOURS = ("$text-error", "$text-warning", "$text-success", "$text-primary")  # of the ratings
_HIGH = 12  # lines of the curve


class HistoryScreen(DeskScreen):
    """The history of a card; see `begin`."""

    CSS_PATH = "history.tcss"
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("history")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._card: Card | None = None
        self._log: Sequence[Review | Change] | None = None  # None while it is being read

    def begin(self, card: Card) -> Self:
        """Tell of a card."""
        self._card, self._log = card, None
        return self.anew()

    def compose(self) -> ComposeResult:
        """The bar, the curve, the answers."""
        yield TopBar(id="where")
        yield Static(id="curve", markup=False)
        with VerticalScroll(id="answers", can_focus=False):
            yield Prose(_("Reading …"), name="told")
        yield KeyBar()
        yield TooSmall()

    async def opened(self) -> None:
        """Read the log in a thread."""
        if self._card:
            self._show_where(self._card)
            self._show()
            self.query_one("#answers").scroll_home(animate=False)
            self.run_worker(self._read(self._card), exclusive=True)

    def _show_where(self, card: Card) -> None:
        self.query_one("#where", TopBar).left = Content.assemble(
            (_("History"), "bold $text-accent"), (f"  ·  {self.desk.line(card.front)}", "dim")
        )

    async def _read(self, card: Card) -> None:
        try:
            path = self.desk.collection.store.path
            self._log = await asyncio.to_thread(history, path, card.id)
        except SctuiError as error:
            self.tell(error)
            return
        self._show()

    def on_resize(self) -> None:
        """Draw for the room there is."""
        if self._log:
            self.call_after_refresh(self._show)

    def _show(self) -> None:
        card, log = self._card, self._log
        told = _("Reading …") if log is None else _("This card was not answered yet.")
        known: Content | str = told
        if card and log:
            known = Content("\n").join((self._known(card), Content(""), *self._answers(log)))
        self.query_one("#curve", Static).update(self._curve(card, log) if card and log else "")
        self.query_one("#told", Prose).show(known)

    def _curve(self, card: Card, log: Sequence[Review | Change]) -> Content:
        desk, now = self.desk, self.desk.now()
        settings = desk.study_settings()
        curves = forgetting(log, now, settings.preset)
        begin, end = curves[0].moments[0], curves[-1].moments[-1]
        wanted = settings.of(desk.collection.deck_of(card.id)).desired_retention
        ticks = {moment: f"{desk.clock.local(round(moment)):%m-%d}" for moment in (begin, end)}
        if (end - begin) / 6 < now - begin < (end - begin) * 5 / 6:
            ticks[now] = f"{desk.clock.local(now):%m-%d}"
        low = min(0.5, *(min(curve.recall) for curve in curves)) // 0.1 / 10
        drawn = [
            Series((begin, end), (wanted, wanted), "dim"),
            Series((now, now), (low, 1.0), "dim"),
            *(Series(curve.moments, curve.recall, "$text-success") for curve in curves),
        ]
        shares = {tenth / 10: f"{tenth * 10}%" for tenth in range(round(low * 10), 11)}
        width = self.query_one("#curve").content_size.width
        return lines(drawn, Axes(ticks, shares, low, 1.0), width, min(_HIGH, max(6, self.size.height // 2)))

    def _known(self, card: Card) -> Content:
        state = self.desk.collection.store.state(card.id)
        if not state.reps or state.stability is None:
            return Content.styled(_("The card is new again."), "dim")
        now = self.desk.now()
        memory = memory_of(self.desk.study_settings().parameters)
        recall = memory.retrievability(state.stability, max(0, now - (state.last_review or now)) / DAY)
        told = _(
            "recalled now {recall:.0%}   stability {stability:.1f} days   difficulty {difficulty:.1f} of 10"
        )
        figures = told.format(recall=recall, stability=state.stability, difficulty=state.difficulty or 0.0)
        counts = f"   {counted(state.reps, 'answer')}, {counted(state.lapses, 'lapse')}"
        return Content.assemble((_unbroken(figures), "bold"), (_unbroken(counts), "dim"))

    def _answers(self, log: Sequence[Review | Change]) -> Iterator[Content]:
        """The last answer first: when, how, how long, and when the card was to come back."""
        clock = self.desk.clock
        for entry in reversed(log):
            if not isinstance(entry, Review):
                if isinstance(entry.after, MemoryState):
                    yield Content.styled(f"{clock.local(entry.at):%Y-%m-%d %H:%M}  {entry.kind}", "dim")
                continue
            after = entry.after
            told = _("stability {stability:.1f}").format(stability=after.stability or 0.0)
            yield Content.assemble(
                f"{clock.local(entry.at):%Y-%m-%d %H:%M}  ",
                (f"{_(RATINGS[entry.rating])}", _COLOURS[entry.rating - 1]),
                f"  → {put_off(after, entry.at)}  ",
                (f"{told}  {spent(entry.duration)}", "dim"),
            )

    def action_scroll(self, pages: int) -> None:
        """Scroll the answers."""
        answers = self.query_one("#answers", VerticalScroll)
        answers.scroll_relative(y=pages * max(1, answers.size.height // 2), animate=False)

    def action_leave(self) -> None:
        """Back to the card."""
        self.app.pop_screen()

    async def script_changed(self) -> None:
        """The question is text of a deck."""
        if self._card:
            self._show_where(self._card)


def _unbroken(figures: str) -> str:
    """Figures with three blanks between them, each of which stays on one line with its words."""
    return "   ".join(one.replace(" ", "\N{NO-BREAK SPACE}") for one in figures.split("   "))
