"""The library: every deck with what there is to study today."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from sctui.errors import SctuiError
from sctui.i18n import _, ngettext
from sctui.scheduler.limits import Place
from sctui.scheduler.queue import Counts
from sctui.text.freed_memory import give_back
from sctui.text.plural import counted
from sctui.tui import actions
from sctui.tui.desk import Desk
from sctui.tui.formatting import long_day, spent
from sctui.tui.home_counts import HomeCounts, count_home
from sctui.tui.home_figures import HomeFigures, read_home, sparkline
from sctui.tui.home_notices import nothing_yet, notices
from sctui.tui.outline_rows import Outline, Row, RowScope, steps_to_parent
from sctui.tui.screens.base import say
from sctui.tui.screens.doors import DoorsScreen
from sctui.tui.screens.last_act import LastAct
from sctui.tui.widgets.counts import todays_counts
from sctui.tui.widgets.deck_list import DeckList, head
from sctui.tui.widgets.key_bar import KeyBar
from sctui.tui.widgets.prose import Prose
from sctui.tui.widgets.too_small import TooSmall
from sctui.tui.widgets.top_bar import TopBar

_ROOMY = 100  # columns from which a day of the forecast has two
_WORDY = 60  # columns from which what comes is told in words
_PADDING = 8  # columns beside what is told of today


class LibraryScreen(LastAct, DoorsScreen):
    """The first screen."""

    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("library")

    @dataclass
    class FiguresRead(Message):
        """What is told beside the counts has been read."""

        figures: HomeFigures

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._turned: set[RowScope] = set()
        self._outline = Outline((), desk.topics_in)
        self._rows: list[Row] = []
        self._counts: dict[RowScope, Counts] = {}
        self._total = Counts()
        self._figures: HomeFigures | None = None
        self._counted: HomeCounts | None = None
        self._done = 0

    def compose(self) -> ComposeResult:
        """The bar, today's totals, the decks, and what is wrong with some of them."""
        yield TopBar(id="title")
        yield TopBar(id="today")
        yield TopBar(id="coming")
        yield TopBar(id="head")
        yield DeckList(self.desk.line)
        yield Prose(name="empty", classes="-absent")
        yield Static(id="inbox", markup=False)
        yield Static(id="problems", markup=False)
        yield KeyBar()
        yield TooSmall()

    def on_mount(self) -> None:
        """Fill in what does not change."""
        self.query_one("#head", TopBar).left = Content("  " + _("Deck"))
        self._show_notices()

    def _show_notices(self) -> None:
        """What is wrong with decks, what waits in the inbox, and what to do where there is no deck at all."""
        for name, told in notices(self.desk).items():
            notice = self.query_one(f"#{name}", Static)
            notice.set_class(not told, "-absent")
            notice.update(told)
        empty = self.desk.awaited is None and not self.desk.collection.cards
        self.query_one("#empty").set_class(not empty, "-absent")
        if empty:
            self.query_one("#empty", Prose).show(nothing_yet(self.desk))

    async def decks_changed(self) -> None:
        """Show the decks as they are now."""
        self._show_notices()
        if self.is_current:
            self.recount()

    def on_screen_resume(self) -> None:
        """Count afresh whenever the screen is seen again; at first the decks come before their counts."""
        awaited = self.desk.awaited
        if self._counts and awaited is None:
            self.recount()
            return
        decks = self.desk.collection.decks if awaited is None else awaited
        self._counts = dict.fromkeys(decks, Counts())
        self._outline = Outline(decks, self.desk.topics_in)
        self._show_title(self.desk.now())
        self._show_rows()
        self.query_one("#today", TopBar).left = Content.styled(_("Reading …"), "dim")
        if awaited is None:
            self.call_after_refresh(self.recount)

    def on_resize(self) -> None:
        """The titles stand over what there is room for."""
        self.query_one("#head", TopBar).right = Content(head(self.query_one(DeckList).size.width))
        if self._figures is not None:
            self._show_today()

    @property
    def scope(self) -> RowScope:
        """What is under the cursor: a deck, a topic of one, or everything."""
        row = self.query_one(DeckList).current
        return row.scope if row else None

    async def _prepare(self) -> None:
        await self.desk.prepared()
        self.recount(prepared=True)

    def recount(self, *, prepared: bool = False) -> None:
        """Read from the database what is left to study, if that may have changed."""
        if not (prepared or self.desk.collection.prepared):
            self.run_worker(self._prepare(), exclusive=True, group="prepare")
            return
        now = self.desk.now()
        try:
            if self._counted and self._counted.hold(self.desk, now):
                return
            self._counted = counted = count_home(self.desk, now)
        except SctuiError as error:
            self.tell(error)
            return
        self._counts = dict[RowScope, Counts](counted.decks.items())
        self._outline = Outline(counted.decks, self.desk.topics_in)
        self._total, self._done = counted.total, counted.done
        self._show_title(now)
        self._show_today()
        self._show_rows()
        if self.desk.collection.cards:
            read = partial(self._read_figures, self.desk.moment())
            self.run_worker(read, thread=True, exclusive=True, group="figures")

    def _read_figures(self, moment: object) -> None:
        try:
            self.post_message(self.FiguresRead(read_home(self.desk, moment)))
        except SctuiError as error:
            self.post_message(self.Failed(error))
        give_back()

    def on_library_screen_figures_read(self, event: FiguresRead) -> None:
        """Show what was read in the background."""
        self._figures = event.figures
        self.query_one(DeckList).show_mastery(event.figures.mastery)
        self._show_today()
        self._show_coming()

    def _show_coming(self) -> None:
        figures = self._figures
        if figures is None:
            return
        coming, due = self.query_one("#coming", TopBar), figures.forecast
        columns = 2 if self.size.width >= _ROOMY else 1
        told = figures.coming(self.desk.settings.reviews_per_day, self.desk.key("library.plans"))
        bars = (sparkline(due, columns), "$text-success")
        words = told if self.size.width >= _WORDY else str(sum(due))
        coming.left = Content.assemble((_("Coming") + "  ", "bold"), bars, (f"  {words}", "dim"))
        streak = ngettext("{count} day in a row", "{count} days in a row", figures.streak)
        told = streak.format(count=figures.streak) if figures.streak else ""
        coming.right = Content.styled(told, "$text-success")
        coming.right_narrow = Content("")

    def _show_title(self, now: int) -> None:
        title = self.query_one("#title", TopBar)
        today = self.desk.clock.local(now)
        script = Content.assemble(("t ", "bold $text-accent"), _(self.desk.settings.script.label))
        title.left = Content.assemble(("sctui", "bold $text-accent"), ("  ·  " + _("Library"), "dim"))
        title.right = Content.assemble((long_day(today), "dim"), ("  ·  ", "dim"), script)
        title.right_narrow = script

    def _show_today(self) -> None:
        today, total = self.query_one("#today", TopBar), self._total
        time = ""
        if self._figures is not None and total.total:
            time = _("about {time}").format(time=spent(self._figures.time_left(total)))
        today.left = todays_counts(total, time, self.size.width - _PADDING)
        if total.total == 0 and self.desk.collection.cards:
            today.left = Content.styled(_("All done for today. Well done!"), "bold $text-success")
        today.right_narrow = Content("")
        done = _("{cards} done").format(cards=counted(self._done, "card")) if self._done else ""
        today.right = Content.styled(done, "dim")

    def _show_rows(self) -> None:
        decks = self.query_one(DeckList)
        self._rows = []
        if self._counts:
            self._rows = list(self._outline.rows(self._counts, self._total, self._turned))
            if self._count_topics():
                self._rows = list(self._outline.rows(self._counts, self._total, self._turned))
        decks.show(self._rows)
        for widget in (decks, self.query_one("#head")):
            widget.set_class(not self._rows, "-absent")

    def _count_topics(self) -> bool:
        """Count what is left in the topics that are shown, where it is not known yet."""
        asked = [row.scope for row in self._rows if row.counts is None and isinstance(row.scope, Place)]
        desk = self.desk
        try:
            counts = desk.collection.counts_at(asked, desk.now(), desk.study_settings()) if asked else {}
        except SctuiError as error:
            self.tell(error)
            return False
        self._counts.update(counts.items())
        return bool(counts)

    async def script_changed(self) -> None:
        """Names of decks are text of decks; the words around them are of the learner's language."""
        self.on_mount()
        self.on_resize()
        self._show_title(self.desk.now())
        if self._counted:  # the counts stay as they are
            self._show_today()
            self._show_rows()
        self._show_coming()
        self.query_one(DeckList).refresh()

    def on_deck_list_chosen(self, event: DeckList.Chosen) -> None:
        """A deck was chosen with the mouse."""
        self._study(event.row)

    def on_deck_list_folded(self, event: DeckList.Folded) -> None:
        """The mark before a deck was clicked."""
        self._turn_row(event.row)

    def _turn_row(self, row: Row) -> None:
        self._turned ^= {row.scope}
        self._show_rows()

    def action_study(self) -> None:
        """Study the deck under the cursor."""
        if row := self.query_one(DeckList).current:
            self._study(row)

    def _study(self, row: Row) -> None:
        from sctui.tui.screens.study import StudyScreen  # noqa: PLC0415 -- keeps the first frame early

        try:
            screen = self.ready(StudyScreen).begin(row.scope)
        except SctuiError as error:
            self.tell(error)
            return
        self.app.push_screen(screen)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the problems only when there are any."""
        if action == "problems" and (
            self.desk.awaited is not None or not self.desk.collection.library.problems
        ):
            return False
        return super().check_action(action, parameters)

    async def action_script(self) -> None:
        """The next script, as everywhere; the footer has no room for it here."""
        await self.app.run_action("app.script")

    def action_inbox(self) -> None:
        """Look at the cards that wait."""
        from sctui.tui.screens.inbox import InboxScreen  # noqa: PLC0415 -- seldom needed

        if self.desk.collection.library.waiting:
            self.app.push_screen(self.ready(InboxScreen).begin())
        else:
            say(self.app, _("Nothing waits in the inbox."))

    def action_close(self) -> None:
        """Fold the deck; on a folded one, go to the deck above."""
        decks = self.query_one(DeckList)
        row = decks.current
        if row is None or row.scope is None:
            return
        if row.open:
            self._turn_row(row)
        else:
            decks.move(steps_to_parent(self._rows, decks.cursor))

    def action_open(self) -> None:
        """Unfold the deck."""
        row = self.query_one(DeckList).current
        if row and row.open is False:
            self._turn_row(row)
