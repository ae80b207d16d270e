"""Mastery: which topics are weak, and studying those."""

from __future__ import annotations

import asyncio
from typing import ClassVar, Self

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from sctui.errors import SctuiError
from sctui.i18n import _
from sctui.scheduler.limits import Place
from sctui.scheduler.mastery import Mastery
from sctui.text.plural import counted
from sctui.tui import actions
from sctui.tui.desk import Desk
from sctui.tui.screens.list_screen import ListScreen
from sctui.tui.topic_mastery import TopicMastery, topic_mastery
from sctui.tui.widgets.key_bar import KeyBar
from sctui.tui.widgets.mastery_list import MasteryList
from sctui.tui.widgets.prose import Prose
from sctui.tui.widgets.too_small import TooSmall
from sctui.tui.widgets.top_bar import TopBar


class MasteryScreen(ListScreen):
    """Topics, weakest first on each level; see `begin`."""

    CSS_PATH = "mastery.tcss"
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("mastery")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._deck: str | None = None
        self._told_last: TopicMastery | None = None

    def begin(self, deck: str | None) -> Self:
        """Show the topics of a deck with those below it, or of all decks for None."""
        self._deck = deck
        for topics in self.query(MasteryList):
            topics.cursor = 0
        return self

    def compose(self) -> ComposeResult:
        """The bar and the topics."""
        yield TopBar(id="where")
        yield MasteryList(self.desk.line)
        yield Prose(_("No card here has a topic."), name="none", classes="-absent")
        yield KeyBar()
        yield TooSmall()

    def on_screen_resume(self) -> None:
        """Work it out afresh whenever the screen is seen again."""
        self.workers.cancel_node(self)
        desk, deck = self.desk, self._deck
        try:
            moment = desk.moment()
        except SctuiError as error:
            self.tell(error)
            return
        if told := desk.remembered(("mastery", deck), moment):
            self._show(told)
        elif (found := desk.remembered("mastery", moment)) is not None:
            self._show(topic_mastery(desk, deck, moment, found))
        else:
            self.run_worker(self._read(deck, moment))

    async def _read(self, deck: str | None, moment: object) -> None:
        await self.painted()
        try:
            told = await asyncio.to_thread(
                lambda: topic_mastery(self.desk, deck, moment, self._measure(moment))
            )
        except SctuiError as error:
            self.tell(error)
            return
        self._show(told)

    def _show(self, told: TopicMastery) -> None:
        if told is self._told_last:
            return
        self._told_last, rows = told, told.rows
        topics = self.query_one(MasteryList)
        topics.show(rows)
        topics.set_class(not rows, "-absent")
        self.query_one("#none", Prose).set_class(bool(rows), "-absent")
        self._show_where(told)

    def _measure(self, moment: object) -> dict[Place, Mastery]:
        """The mastery of every place, summed by SQLite."""
        from sctui.study.statistics import Statistics  # noqa: PLC0415 -- loaded in the thread

        desk = self.desk
        with Statistics(desk.collection, desk.parts(), desk.study_settings(), desk.now()) as statistics:
            found = statistics.mastery()
        desk.remember("mastery", moment, found)
        return found

    def _show_where(self, of: TopicMastery) -> None:
        where = self.query_one("#where", TopBar)
        name = self.desk.line(self._deck).replace("::", " › ") if self._deck else _("All decks")
        where.left = Content.assemble((_("Mastery"), "bold $text-accent"), (f"  ·  {name}", "dim"))
        told = _("{count} of {cards} studied").format(count=of.studied, cards=counted(of.cards, "card"))
        where.right = Content.styled(told, "dim")

    def action_study(self) -> None:
        """Study the topic under the cursor, whether its cards are due or not."""
        from sctui.tui.screens.study import StudyScreen  # noqa: PLC0415 -- loaded where it is used

        row = self.query_one(MasteryList).current
        if row is None:
            return
        cards = self.desk.collection.cards_at(self._deck or "", row.name)
        try:
            self.app.push_screen(self.ready(StudyScreen).begin(cards))
        except SctuiError as error:
            self.tell(error)

    def on_pick_list_chosen(self) -> None:
        """A topic was chosen with the mouse."""
        self.action_study()

    async def script_changed(self) -> None:
        """Topics are text of decks."""
        self.query_one(MasteryList).refresh()
