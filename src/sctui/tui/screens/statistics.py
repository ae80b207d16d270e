"""Statistics: what the review log tells of the whole library, of a deck or of a topic, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from typing import Any, ClassVar, Self

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from sctui.errors import SctuiError
from sctui.i18n import _
from sctui.scheduler.limits import TOPIC_SEPARATOR, Place
from sctui.scheduler.study_day import number_of_day
from sctui.tui import actions
from sctui.tui.cells import fitted, fitted_right
from sctui.tui.desk import Desk
from sctui.tui.outline_rows import RowScope
from sctui.tui.screens.list_screen import ListScreen
from sctui.tui.statistics.figures import WHOLE, Figures
from sctui.tui.statistics.pages import PAGES, PERIODS
from sctui.tui.statistics.reading import Reading
from sctui.tui.widgets.key_bar import KeyBar
from sctui.tui.widgets.too_small import TooSmall
from sctui.tui.widgets.top_bar import TopBar
from sctui.tui.widgets.topic_statistics_list import TopicStatisticsList

_YEAR = 2  # the period at first
_GAP = 2  # cells between the names of pages
_WIDE = 76  # columns from which all of them stand there


class StatisticsScreen(ListScreen):
    """Tells of a deck, a topic or everything; see `begin`."""

    CSS_PATH = "statistics.tcss"
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("statistics")

    @dataclass
    class Arrived(Message):
        """One of the figures has been read."""

        figures: Figures
        name: str
        value: Any

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._deck, self._topic, self._first_topic = "", "", ""
        self._page, self._period = 0, _YEAR
        self._figures = Figures(0, 0)
        self._drawn: object = None
        self._reading: Reading | None = None

    def begin(self, scope: RowScope) -> Self:
        """Tell of a deck or a topic of one, with all below it, or of everything for None."""
        place = scope if isinstance(scope, Place) else Place(scope or "")
        self._deck, self._topic, self._first_topic = place.deck, place.topic, place.topic
        self._page, self._period = 0, _YEAR
        for topics in self.query(TopicStatisticsList):
            topics.cursor = 0
        return self.anew()

    def compose(self) -> ComposeResult:
        """The bar, the names of the pages, the page."""
        yield TopBar(id="where")
        yield Static(id="pages", markup=False)
        yield Static(id="page", markup=False)
        yield Static(id="columns", markup=False, classes="-absent")
        yield TopicStatisticsList(self.desk.line)
        yield KeyBar()
        yield TooSmall()

    async def opened(self) -> None:
        """Begin to read."""
        self._read()

    def on_unmount(self) -> None:
        """Let what is being read end; a screen that was left reads on, for it may be opened again."""
        self._stop()

    def _stop(self) -> None:
        if self._reading is not None:
            self._reading.stop()

    def on_resize(self, _event: events.Resize) -> None:
        """Draw for the room there is."""
        self.call_after_refresh(self._show)

    def _read(self) -> None:
        """Read all figures anew, for the period and the cards that are chosen; but not what is known."""
        desk, days = self.desk, PERIODS[self._period][0]
        settings = desk.study_settings()
        today = number_of_day(desk.now(), settings.utc_offset_minutes, settings.rollover_hour)
        moment, name = desk.moment(), (self._deck, self._topic, days)
        known, before = desk.remembered(name, moment), self._figures
        if known is None:
            whole = {} if self._deck or self._topic else desk.remembered(WHOLE, moment) or {}
            known = Figures(today, today - days + 1 if days else 0, **whole)
            desk.remember(name, moment, known)
        self._figures = known
        going_on = known is before and self._reading is not None and not self._reading.over
        if known.missing and not going_on:
            self._stop()
            self._reading = Reading(
                desk, self._cards(), known.since, known.missing, lambda: PAGES[self._page].needs
            )
            self._begin_reading(self._reading, known)
        self._show()

    def _begin_reading(self, reading: Reading, figures: Figures) -> None:
        """Read in a thread; where the page can be shown already, once it is."""
        begin = partial(self.run_worker, lambda: self._in_thread(reading, figures), thread=True)
        if figures.missing.isdisjoint(PAGES[self._page].needs):
            self.call_after_refresh(begin)
        else:
            begin()

    def _cards(self) -> tuple[str, ...] | None:
        if not self._deck and not self._topic:
            return None
        return self.desk.collection.cards_at(self._deck, self._topic)

    def _in_thread(self, reading: Reading, figures: Figures) -> None:
        try:
            for name, value in reading.figures():
                self.post_message(self.Arrived(figures, name, value))
        except SctuiError as error:
            self.post_message(self.Failed(error))

    def on_statistics_screen_arrived(self, event: Arrived) -> None:
        """Show what was waited for."""
        setattr(event.figures, event.name, event.value)
        shown = event.figures is self._figures and self in self.app.screen_stack
        if shown and event.name in PAGES[self._page].needs:
            self._show()

    def _show(self) -> None:
        if not self.is_attached:
            return
        page = PAGES[self._page]
        self._show_bars()
        ready = self._figures.missing.isdisjoint(page.needs)
        topics = self.query_one(TopicStatisticsList)
        shows_topics = ready and page.draw is None and bool(self._figures.topics)
        topics.set_class(not shows_topics, "-absent")
        self.query_one("#columns").set_class(not shows_topics, "-absent")
        body = self.query_one("#page", Static)
        body.set_class(shows_topics, "-absent")
        if shows_topics:
            topics.show(self._figures.topics or [])
            self._show_columns()
        elif not ready or page.draw is None:
            self._drawn = None
            told = _("No card that was answered stands under a topic.") if ready else _("Reading …")
            body.update(Content.styled(told, "dim"), layout=False)
        elif body.size.width:
            drawn = self._figures, self._figures.missing, self._page, body.content_size
            if drawn != self._drawn:  # else it stands there from the last time
                self._drawn = drawn
                body.update(page.draw(self._figures, *body.content_size), layout=False)
        else:  # not laid out yet
            self.call_after_refresh(self._show)

    def on_click(self, event: events.Click) -> None:
        """A name of a page was clicked; where only one stands, the arrow before or behind it."""
        pages = self.query_one("#pages", Static).content_region
        if not pages.contains_point(event.screen_offset):
            return
        at = event.screen_offset.x - pages.x
        if self._is_narrow:
            self.action_turn(-1 if at < cell_len(self._names[self._page]) // 2 else 1)
            return
        ends = accumulate(cell_len(name) + _GAP for name in self._names)
        page = next((page for page, end in enumerate(ends) if at < end), None)
        if page is not None:
            self.action_go(page)

    @property
    def _names(self) -> list[str]:
        return [f"{number} {_(page.name)}" for number, page in enumerate(PAGES, start=1)]

    @property
    def _is_narrow(self) -> bool:
        return self.size.width < _WIDE

    def _show_bars(self) -> None:
        where = self.query_one("#where", TopBar)
        deck = self.desk.line(self._deck).replace("::", " › ") if self._deck else _("All decks")
        name = self.desk.line(self._topic).replace(TOPIC_SEPARATOR, " › ") if self._topic else deck
        where.left = Content.assemble((_("Statistics"), "bold $text-accent"), (f"  ·  {name}", "dim"))
        where.right = Content.assemble(("p ", "bold $text-accent"), _(PERIODS[self._period][1]))
        names = (
            Content.styled(name, "bold reverse" if page == self._page else "dim")
            for page, name in enumerate(self._names)
        )
        self.query_one("#pages", Static).update(
            Content.assemble((f"‹ {self._page + 1}/{len(PAGES)} {_(PAGES[self._page].name)} ›", "bold"))
            if self._is_narrow
            else Content(" " * _GAP).join(names),
            layout=False,
        )

    def _show_columns(self) -> None:
        heads = (_("recalled"), _("predicted"), _("answers"), _("minutes"), _("today"))
        shown = (
            fitted_right(head, width)
            for head, width in zip(heads, TopicStatisticsList.widths(self.size.width), strict=True)
            if width
        )
        self.query_one("#columns", Static).update(fitted("".join(shown) + "  " + _("topic"), self.size.width))

    def action_turn(self, steps: int) -> None:
        """The next page, or the one before."""
        self.action_go((self._page + steps) % len(PAGES))

    def action_go(self, page: int) -> None:
        """A page by its number, from 0."""
        self._page = page
        self._show()
        self.refresh_bindings()

    def action_period(self) -> None:
        """The next period."""
        self._period = (self._period + 1) % len(PERIODS)
        self._read()

    def action_narrow(self) -> None:
        """Tell of the topic under the cursor alone."""
        row = self.query_one(TopicStatisticsList).current
        if PAGES[self._page].draw is None and row is not None:
            self._topic, self._page = row.topic, 0
            self._read()

    def action_study(self) -> None:
        """Study the topic under the cursor, whether its cards are due or not."""
        from sctui.tui.screens.study import StudyScreen  # noqa: PLC0415 -- loaded where it is used

        row = self.query_one(TopicStatisticsList).current
        topic = row.topic if PAGES[self._page].draw is None and row else self._topic
        if not topic:
            return
        try:
            cards = self.desk.collection.cards_at(self._deck, topic)
            self.app.push_screen(self.ready(StudyScreen).begin(cards))
        except SctuiError as error:
            self.tell(error)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to study only where a topic is told of."""
        if action == "study" and not self._topic and PAGES[self._page].draw is not None:
            return False
        return super().check_action(action, parameters)

    def action_leave(self) -> None:
        """From a topic back to all of them; else back to where one came from."""
        if self._topic == self._first_topic:
            super().action_leave()
            return
        self._topic, self._page = self._first_topic, len(PAGES) - 1
        self._read()

    def on_pick_list_chosen(self) -> None:
        """A topic was chosen with the mouse."""
        self.action_narrow()

    async def script_changed(self) -> None:
        """Names of decks and topics are text of decks."""
        self._drawn = None
        self._show()
        self.query_one(TopicStatisticsList).refresh()
