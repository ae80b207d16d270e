"""Plans: exams and breaks ahead, a backlog behind, and the desired retention that fits the time there is."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar, Self, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen

from sctui.errors import SctuiError
from sctui.i18n import N_, _
from sctui.scheduler.limits import TOPIC_SEPARATOR
from sctui.scheduler.plans import Break, Exam, day_number
from sctui.scheduler.study_day import number_of_day
from sctui.text.printable import printable
from sctui.tui import actions
from sctui.tui.desk import Desk
from sctui.tui.formatting import day_and_year
from sctui.tui.screens.ask import AskScreen
from sctui.tui.screens.base import say
from sctui.tui.screens.list_screen import ListScreen
from sctui.tui.settings.plan_rows import (
    BACKLOG,
    MOVE,
    NEW_BREAK,
    NEW_EXAM,
    RETENTION,
    Planned,
    PlanRow,
    Waiting,
    look_at,
    plan_rows,
)
from sctui.tui.widgets.key_bar import KeyBar
from sctui.tui.widgets.prose import Prose
from sctui.tui.widgets.setting_list import SettingList
from sctui.tui.widgets.too_small import TooSmall
from sctui.tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from sctui.tui.app import SctuiApp

_TOLD = {
    BACKLOG: N_(
        "What is due is spread over days so that least is lost: what fades fastest first. You see it before "
        "it is done."
    ),
    NEW_EXAM: N_("A day to be ready for: what to study today is chosen for what you recall on that day."),
    NEW_BREAK: N_("Days on which nothing is studied: cards that are answered from now on keep out of them."),
    MOVE: N_("Cards that were scheduled before the break was planned are asked before or after it."),
    RETENTION: N_("A year with each desired retention is simulated for you; the one that fits is suggested."),
}
_LONGEST = 1440  # minutes a day
_ROOMY = 70  # columns from which a row tells of a plan in full


class PlansScreen(ListScreen):
    """A row a plan, and what it is about below."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["settings.tcss", "plans.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("plans")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._waiting: Waiting | None = None

    def begin(self) -> Self:
        """Show what is planned, from the top."""
        for rows in self.query(SettingList):
            rows.show(plan_rows(self.desk, self._today, self._waiting))
        return self

    def compose(self) -> ComposeResult:
        """The bar, the plans, what is told of the one under the cursor."""
        yield TopBar(id="where")
        yield SettingList()
        yield Prose(name="told")
        yield KeyBar()
        yield TooSmall()

    @property
    def rows(self) -> SettingList:
        """The list that the keys move in."""
        return self.query_one(SettingList)

    @property
    def _today(self) -> int:
        settings = self.desk.study_settings()
        return number_of_day(self.desk.now(), settings.utc_offset_minutes, settings.rollover_hour)

    def on_mount(self) -> None:
        """Show what is planned."""
        self.rows.show(plan_rows(self.desk, self._today, self._waiting))

    def on_screen_resume(self) -> None:
        """Count what waits whenever the screen is seen again, if that may have changed."""
        try:
            moment = self.desk.moment()
        except SctuiError as error:
            self.tell(error)
            return
        self._waiting = self.desk.remembered("waiting", moment)
        self._show()
        if self._waiting is None:
            self.work_instead(partial(self._look, moment), "look")

    async def _look(self, moment: object) -> None:
        desk = self.desk
        await self.painted()
        try:
            settings, now = desk.study_settings(), desk.now()
            self._waiting = await asyncio.to_thread(look_at, desk, now, settings)
        except SctuiError as error:
            self.tell(error)
            return
        desk.remember("waiting", moment, self._waiting)
        self._show()

    def _show(self) -> None:
        self.query_one("#where", TopBar).left = Content.styled(_("Plans"), "bold $text-accent")
        self.rows.renew(plan_rows(self.desk, self._today, self._waiting))
        self.on_pick_list_moved()

    @property
    def _planned(self) -> Planned | None:
        row = self.rows.current
        return row.planned if isinstance(row, PlanRow) else None

    def on_pick_list_moved(self) -> None:
        """Tell what the row under the cursor is about."""
        self.workers.cancel_group(self, "outlook")
        row, planned = self.rows.current, self._planned
        told = _(_TOLD.get(row.key, "")) if row and row.key in _TOLD else ""
        if isinstance(planned, Break):
            told = _(_TOLD[NEW_BREAK])
        elif isinstance(planned, Exam):
            keys = {"open": self.desk.key("plans.open"), "study": self.desk.key("library.exam")}
            told = _("{open} works out what you will recall on that day.")
            told += " " + _("{study} in the library studies today's part of the next exam.")
            told = told.format(**keys)
        if planned and row and self.size.width < _ROOMY:  # the row has no room for all of it
            told = f"{row.label}\n{row.value}\n{told}"
        self.query_one("#told", Prose).show(told)
        self.refresh_bindings()

    def action_open(self) -> None:
        """Do what the row under the cursor is for."""
        row, planned = self.rows.current, self._planned
        if isinstance(planned, Exam):
            self.work_instead(partial(self._foretell, planned), "outlook")
        elif row and row.key == NEW_EXAM:
            self.work_instead(self._plan_exam, "ask")
        elif row and row.key == NEW_BREAK:
            self.work_instead(self._plan_break, "ask")
        elif row and (screen := self._screen_for(row.key)):
            self.app.push_screen(screen)

    def on_pick_list_chosen(self) -> None:
        """A row was clicked."""
        self.action_open()

    def _screen_for(self, key: str) -> Screen[None] | None:
        from sctui.tui import spreads  # noqa: PLC0415 -- seldom needed
        from sctui.tui.screens.retention import RetentionScreen  # noqa: PLC0415 -- likewise
        from sctui.tui.screens.spread import SpreadScreen  # noqa: PLC0415 -- likewise

        desk = self.desk
        if key == BACKLOG:
            room = max(1, desk.settings.reviews_per_day)
            return SpreadScreen(desk, N_("Backlog"), spreads.RELIEF_HEADS, spreads.relief_spread, room)
        if key == MOVE:
            return SpreadScreen(desk, N_("Due in a break"), spreads.BREAK_HEADS, spreads.break_spread)
        return RetentionScreen(desk) if key == RETENTION else None

    async def _foretell(self, exam: Exam) -> None:
        from sctui.tui.planning import outlook  # noqa: PLC0415 -- seldom needed

        told = self.query_one("#told", Prose)
        told.show(Content.styled(_("Working it out …"), "dim"))
        told.show(printable(await outlook(self.desk, exam)))

    async def _plan_exam(self) -> None:
        day = await self._ask_day(_("On which day is the exam?"), self._today)
        if day is None:
            return
        parts = dict(self._parts())
        what = await self.app.push_screen_wait(
            self.ready(AskScreen).begin(_("What is examined?"), "", list(parts), only_choices=True)
        )
        if what not in parts:
            return
        minutes = await self._ask_minutes()
        if minutes is None:
            return
        deck, topic = parts[what]
        await self._plan("exam", Exam(day, minutes, deck, topic))

    async def _ask_minutes(self) -> int | None:
        question = _("How many minutes a day can you study until then?")
        while written := await self.app.push_screen_wait(
            self.ready(AskScreen).begin(question, _("A number, such as 30."))
        ):
            if written.isascii() and written.isdigit() and 1 <= int(written) <= _LONGEST:
                return int(written)
            say(self.app, _("Write a whole number from {low} to {high}.").format(low=1, high=_LONGEST))
        return None

    async def _plan_break(self) -> None:
        first = await self._ask_day(_("The first day of the break?"), self._today)
        last = first and await self._ask_day(_("The last day of the break?"), day_number(first))
        if first and last:
            await self._plan("pause", Break(first, last))

    async def _ask_day(self, question: str, least: int) -> date | None:
        """A day from that of a number on; None where none was told."""
        while written := await self.app.push_screen_wait(
            self.ready(AskScreen).begin(question, _("Such as 2027-05-31."))
        ):
            try:
                day = date.fromisoformat(written)
            except ValueError:
                say(self.app, _("Write a day as 2027-05-31, without quotes."))
                continue
            if day_number(day) >= least:
                return day
            say(self.app, _("{day} is too early.").format(day=day_and_year(day)))
        return None

    def _parts(self) -> Iterator[tuple[str, tuple[str, str]]]:
        """What can be examined, as it is shown -> deck and topic."""
        yield _("all decks"), ("", "")
        for deck in self.desk.collection.decks:
            yield self.desk.line(deck).replace("::", " › "), (deck, "")
        for deck in self.desk.collection.decks:
            for topic in self.desk.topics_in(deck):
                yield self.desk.line(topic).replace(TOPIC_SEPARATOR, " › "), ("", topic)

    async def _plan(self, key: str, planned: Planned, *, gone: bool = False) -> None:
        from sctui.tui.settings.taking_effect import take_effect  # noqa: PLC0415 -- seldom needed

        try:
            self.desk.plan(key, planned, gone=gone)
        except SctuiError as error:
            self.tell(error)
        await take_effect(cast("SctuiApp", self.app), key)
        self.on_screen_resume()

    async def action_remove(self) -> None:
        """Plan the exam or the break no longer."""
        if planned := self._planned:
            await self._plan("exam" if isinstance(planned, Exam) else "pause", planned, gone=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done with the row."""
        if action == "remove" and self.is_attached and self._planned is None:
            return False
        return super().check_action(action, parameters)

    async def script_changed(self) -> None:
        """What is told is of the learner's language."""
        self._show()
