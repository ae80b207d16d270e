"""When nothing is due: what can be studied all the same, each with its number of cards."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from typing import ClassVar, Self

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from sctui.collection import Scope
from sctui.errors import SctuiError
from sctui.i18n import N_, _
from sctui.scheduler.limits import TOPIC_SEPARATOR, Place
from sctui.scheduler.plans import Exam, day_number
from sctui.scheduler.study_day import number_of_day
from sctui.store.store import Store
from sctui.study.more import Offer, Way, offers
from sctui.study.waiting import next_due
from sctui.tui import actions
from sctui.tui.desk import Desk
from sctui.tui.formatting import moment
from sctui.tui.screens.list_screen import ListScreen
from sctui.tui.widgets.key_bar import KeyBar
from sctui.tui.widgets.offer_list import OfferList, OfferRow
from sctui.tui.widgets.prose import Prose
from sctui.tui.widgets.too_small import TooSmall
from sctui.tui.widgets.top_bar import TopBar

_HEADINGS = {
    Way.HELD: N_("Due, but held back by the day's limits or as siblings"),
    Way.AHEAD: N_("Ahead: what falls due within seven days"),
    Way.NEW: N_("More new cards today"),
    Way.WEAK: N_("Weakest topics, due or not"),
    Way.CRAM: N_("Cram, weakest first; leaves no trace in log or schedule"),
}
_ALL = {
    Way.HELD: N_("all topics, longest overdue first"),
    Way.AHEAD: N_("all topics, soonest first"),
    Way.NEW: N_("the next ones in the order of learning"),
    Way.CRAM: N_("everything studied here"),
}


class MoreScreen(ListScreen):
    """Offers for a deck, a topic of one, or everything; see `begin`."""

    CSS_PATH = "more.tcss"
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("more")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._scope: Scope = None

    def begin(self, scope: Scope) -> Self:
        """Offer what there is in a deck, a topic of one, in chosen cards, or in everything for None."""
        self._scope = scope
        for offered in self.query(OfferList):
            offered.take(())
        return self

    def compose(self) -> ComposeResult:
        """The bar, how things stand, what there is to choose."""
        yield TopBar(id="where")
        yield Prose(name="standing")
        yield Static(id="columns", markup=False)
        yield OfferList(self.desk.line)
        yield KeyBar()
        yield TooSmall()

    def on_screen_resume(self) -> None:
        """Work it out afresh whenever the screen is seen again."""
        self.query_one("#where", TopBar).left = Content.assemble(
            (_("What next?"), "bold $text-accent"), (f"  ·  {self._named()}", "dim")
        )
        self._show_standing()
        self.run_worker(self._read(), exclusive=True)

    def _named(self) -> str:
        if isinstance(self._scope, Place):
            return self.desk.line(self._scope.topic).replace(TOPIC_SEPARATOR, " › ")
        if isinstance(self._scope, str):
            return self.desk.line(self._scope).replace("::", " › ")
        return _("All decks") if self._scope is None else _("chosen cards")

    def _show_standing(self) -> None:
        desk, now = self.desk, self.desk.now()
        settings = desk.study_settings()
        standing = self.query_one("#standing", Prose)
        if not any(True for _card in desk.collection.cards_in(self._scope)):
            standing.show(Content.styled(_("This deck has no cards."), "dim"))
            return
        try:
            due = next_due(desk.collection, self._scope, now, settings)
        except SctuiError as error:
            self.tell(error)
            return
        nothing = Content.styled(_("Nothing to study here now."), "bold $text-success")
        if due is None:
            standing.show(nothing)
            return
        when = moment(desk.clock.local(due), desk.clock.local(now), settings.rollover_hour)
        told = _("The next card is due {time}.").format(time=when)
        standing.show(Content.assemble(nothing, (f"  {told}", "dim")))

    async def _read(self) -> None:
        try:
            found = await asyncio.to_thread(self._offers)
        except SctuiError as error:
            self.tell(error)
            return
        self.query_one("#columns", Static).update(OfferList.head() if found else "")
        self.query_one(OfferList).show([*_rows(found), *self._exam_row(found)])

    def _offers(self) -> list[Offer]:
        """In a thread, with a connection of its own."""
        desk = self.desk
        store = Store.open(desk.collection.store.path)
        try:
            return offers(desk.collection, store, self._scope, desk.now(), desk.study_settings())
        finally:
            store.close()

    def _exam_row(self, found: Sequence[Offer]) -> Iterator[OfferRow]:
        """The studied cards of the next exam, to be crammed."""
        exam = self._next_exam()
        crammed = next((offer for offer in found if offer.way is Way.CRAM), None)
        if exam is None or crammed is None:
            return
        own = set(self.desk.collection.cards_at(exam.deck, exam.topic))
        cards = tuple(card for card in crammed.cards if card in own)
        if cards:
            title = _("exam: {name}").format(name=exam.name)
            yield OfferRow(title, Offer(Way.CRAM, exam.topic, cards, 0.0))

    def _next_exam(self) -> Exam | None:
        settings = self.desk.study_settings()
        today = number_of_day(self.desk.now(), settings.utc_offset_minutes, settings.rollover_hour)
        coming = [exam for exam in self.desk.settings.exam if day_number(exam.day) >= today]
        return min(coming, key=lambda exam: exam.day, default=None)

    def action_study(self) -> None:
        """Go on with what is under the cursor."""
        from sctui.tui.screens.study import StudyScreen  # noqa: PLC0415 -- loaded where it is used

        row = self.query_one(OfferList).current
        if row is None or row.offer is None:
            return
        offer = row.offer
        try:
            screen = self.ready(StudyScreen).begin(offer.cards, cram=offer.way is Way.CRAM)
        except SctuiError as error:
            self.tell(error)
            return
        self.app.push_screen(screen)

    def on_pick_list_chosen(self) -> None:
        """A row was chosen with the mouse."""
        self.action_study()

    async def script_changed(self) -> None:
        """Topics are text of decks; words are of the learner's language."""
        self.on_screen_resume()


def _rows(found: Sequence[Offer]) -> Iterator[OfferRow]:
    """The offers under the headings of their kinds."""
    for way in Way:
        own = [offer for offer in found if offer.way is way]
        if own:
            yield OfferRow(_(_HEADINGS[way]))
        for offer in own:
            title = offer.topic.replace(TOPIC_SEPARATOR, " › ") or _(_ALL[way])
            yield OfferRow(title, offer)
