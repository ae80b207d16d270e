"""Browse: all cards, those that a query finds while it is typed, and one of them in full."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import PurePath
from typing import ClassVar, Self

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from sctui.errors import SctuiError
from sctui.i18n import _
from sctui.search.search import CardSearch
from sctui.search.syntax import PATTERN, QueryError
from sctui.text.plural import counted
from sctui.tui import actions
from sctui.tui.browsing.preview import CardPane
from sctui.tui.browsing.views import SORTS, Views, columns
from sctui.tui.desk import Desk
from sctui.tui.leisure import in_slices
from sctui.tui.screens.base import say
from sctui.tui.screens.browse_acts import BrowseActs
from sctui.tui.screens.knowledge import BESIDE
from sctui.tui.widgets.card_list import CardList
from sctui.tui.widgets.filter_bar import FilterBar
from sctui.tui.widgets.key_bar import KeyBar
from sctui.tui.widgets.prose import Prose
from sctui.tui.widgets.table_list import TableHead
from sctui.tui.widgets.too_small import TooSmall
from sctui.tui.widgets.top_bar import TopBar

_HINT = "干细胞 -动物 · kind:trial · is:due · lapses>3 · re:/…/"
_SORTS = tuple(SORTS)
_AWAY = 0.3  # seconds
_LARGEST_FIRST = frozenset({"ivl", "lapses", "flag", "reps", "s", "d"})


class BrowseScreen(BrowseActs):
    """The cards that fit a query; see `begin`."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["knowledge.tcss", "trials.tcss", "browse.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("browse")
    AUTO_FOCUS = "FilterBar"  # what is typed at once is what is looked for

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.HORIZONTAL_BREAKPOINTS = BESIDE
        self._query, self._card = "", ""
        self._anew = False
        self._views = Views(desk)
        self._search: CardSearch | None = None
        self._order, self._downwards = "added", False
        self._share = self._fault = ""

    def begin(self, query: str = "", card: str = "") -> Self:
        """Look for something, everything for none, and begin with the card of an id, where there is one."""
        self._query, self._card = query, card
        for bar in self.query(FilterBar):
            bar.can_focus = not query
        if query:
            self.set_focus(None)
        return self.anew()

    def compose(self) -> ComposeResult:
        """The bar, the cards under their head, one of them in full, the query."""
        cards = CardList(self.desk, self._views)
        yield TopBar(id="where")
        with Vertical(id="known", classes="beside"):
            with Vertical(id="table"):
                yield TableHead(columns(self._views, cards.selected))
                yield cards
                yield Prose(_("No card fits."), name="none", classes="-absent")
            yield CardPane(self.desk)
        yield FilterBar(_HINT, typing=not self._query, stays=True)
        yield KeyBar()
        yield TooSmall()

    @property
    def _bar(self) -> FilterBar:
        return self.query_one(FilterBar)

    def on_screen_resume(self) -> None:
        """Bring the index up to date whenever it is seen: cards may have been studied or edited."""
        if not self.begun:
            self.look_again()

    async def opened(self) -> None:
        """Look for what it was told to look for."""
        self._fault = self._share = ""
        self._order, self._downwards = "added", False
        self.remove_class("-full")
        self.cards.selected.clear()
        with self.prevent(Input.Changed):
            self._bar.value = self._query
        self._anew = self.desk.card_index().ready
        if not self._anew:  # all cards can be seen before they can be searched
            self._search = None
            self._views.ids = self.desk.collection.cards.ids()
            self._show(() if self._query else range(len(self._views.ids)), stay=False)
        self.look_again()

    def put_away(self) -> None:
        """Make the line ready to be typed into the next time, once what is shown instead has been drawn."""
        self.set_timer(_AWAY, self._get_ready)

    def _get_ready(self) -> None:
        if self not in self.app.screen_stack:
            self._bar.can_focus = True
            self.set_focus(self._bar)

    def look_again(self) -> None:
        """Bring the index up to date; where it is not so already, a few milliseconds at a time."""
        desk = self.desk
        self.workers.cancel_group(self, "index")
        work = desk.card_index().work(desk.now(), desk.study_settings())
        try:
            share = next(work, None)
        except SctuiError as error:
            self.tell(error)
            return
        if share is None:
            self._is_up_to_date()
        else:
            if self._anew:  # what was found last is not what is looked for now
                self.cards.show_rows(())
            self.work_instead(partial(self._bring_up_to_date, work), "index")

    async def _bring_up_to_date(self, work: Iterator[float]) -> None:
        try:
            await in_slices(work, self._say_share)
        except SctuiError as error:
            self.tell(error)
            return
        self._is_up_to_date()

    def _is_up_to_date(self) -> None:
        index = self.desk.card_index()
        self._views.ids = index.ids
        cards, chosen = self.desk.collection.cards, self.cards.selected
        chosen -= {card for card in chosen if card not in cards}
        try:
            self._views.keep_up()
        except SctuiError as error:
            self.tell(error)
            return
        self._search = CardSearch(index, self._views.today)
        self._share = ""
        self._find(stay=not self._anew)
        self._anew = False
        if self._card in index.row_of:
            self.cards.go_to(index.row_of[self._card])
            self._card = ""

    def _say_share(self, share: float) -> None:
        told = f"{share * 20 // 1 * 5:.0f}%"
        if self._search is None and told != self._share:
            self._share = told
            self._say_where()

    def changed(self, names: list[str]) -> None:
        """Show what became of some cards."""
        if len(names) > 2000:  # quicker to read everything again, beside the screen
            self.look_again()
            return
        self.desk.card_index().refresh(names)
        self._views.forget()
        self._find(stay=True)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Follow what is typed."""
        if event.input is self._bar:
            self._find()

    def on_input_submitted(self) -> None:
        """Back to the cards; what was typed holds."""
        self._bar.end(clear=False)

    def _find(self, *, stay: bool = False) -> None:
        """Show what fits; an expression is matched in a thread, since RE2 lets the screen go on."""
        if self._search is None:
            return
        query = self._bar.value
        self.workers.cancel_group(self, "search")
        if f"{PATTERN}:" in query:
            search = CardSearch(self.desk.card_index(), self._views.today)
            self.work_instead(partial(self._find_slowly, search, query, stay=stay), "search")
            return
        try:
            self._show(self._search.find(query, self._order, downwards=self._downwards), stay=stay)
        except QueryError as error:
            self._refuse(error)

    async def _find_slowly(self, search: CardSearch, query: str, *, stay: bool) -> None:
        try:
            rows = await asyncio.to_thread(search.find, query, self._order, downwards=self._downwards)
        except QueryError as error:
            self._refuse(error)
            return
        self._show(rows, stay=stay)

    def _refuse(self, error: QueryError) -> None:
        """Say what is wrong; what was found before stays. What may still be typed is no fault."""
        self._fault = "" if error.unfinished else f"{error}  {error.hint}"
        self._say_where()

    def _show(self, rows: Sequence[int], *, stay: bool) -> None:
        self._fault = ""
        self.cards.set_class(not rows, "-absent")
        self.query_one("#none").set_class(bool(rows), "-absent")
        self.cards.show_rows(rows, stay=stay)  # which tells that the cursor may have moved
        self._say_where()

    def choice_changed(self) -> None:
        """Show which cards are chosen."""
        self.cards.draw_changes()
        self._say_where()

    def _say_where(self) -> None:
        where = self.query_one("#where", TopBar)
        where.left = Content.styled(_("Browse"), "bold $text-accent")
        found, number = len(self.cards.found), len(self._views.ids)
        told = counted(number, "card")
        if found != number:
            told = _("{found} of {all}").format(found=found, all=told)
        if self.cards.selected:
            told += "  ·  " + _("{count} chosen").format(count=len(self.cards.selected))
        if self._share:
            told = _("Reading {share}").format(share=self._share) + f"  ·  {told}"
        shown = (self.desk.line(self._fault), "$text-warning") if self._fault else (told, "dim")
        where.right = Content.styled(*shown)
        self.query_one(TableHead).mark(self._order, downwards=self._downwards)

    def on_pick_list_moved(self) -> None:
        """Another card may be under the cursor."""
        row = self.cards.current
        self.query_one(CardPane).show_card(None if row is None else self._views[row], self._views)

    async def script_changed(self) -> None:
        """Show the card in the other script."""
        self.query_one(CardPane).forget()
        self.on_pick_list_moved()

    def on_pick_list_chosen(self) -> None:
        """A card was clicked that the cursor was on."""
        self.action_full()

    def action_full(self) -> None:
        """Give the card most of the screen, or take it back."""
        self.toggle_class("-full")

    def action_scroll(self, way: int) -> None:
        """Scroll the card."""
        self.query_one(CardPane).scroll_relative(y=way * 3, animate=False)

    def action_filter(self) -> None:
        """Type what to look for."""
        self._bar.begin()

    def action_leave(self) -> None:
        """Out of the line, the full card, the choice, the query; else back."""
        bar = self._bar
        if bar.has_focus:
            bar.end(clear=False)
        elif self.has_class("-full"):
            self.remove_class("-full")
        elif self.cards.selected:
            self.cards.selected.clear()
            self.choice_changed()
        elif bar.value:
            bar.end(clear=True)
        else:
            super().action_leave()

    def action_sort(self, step: int) -> None:
        """Sort by what comes next (1), or before (-1)."""
        self._sort_by(_SORTS[(_SORTS.index(self._order) + step) % len(_SORTS)])

    def on_table_head_chosen(self, event: TableHead.Chosen) -> None:
        """A title was clicked: sort by it; by the one sorted by already, the other way round."""
        if event.column == self._order:
            self.action_turn()
        elif event.column in _SORTS:
            self._sort_by(event.column)

    def _sort_by(self, order: str) -> None:
        self._order, self._downwards = order, order in _LARGEST_FIRST
        if not self.query_one(TableHead).shows(order):  # whose mark says it else
            say(self.app, _("Sorted by: {order}").format(order=_(SORTS[order])))
        self._find()

    def action_turn(self) -> None:
        """Sort the other way round."""
        self._downwards = not self._downwards
        self._find()
