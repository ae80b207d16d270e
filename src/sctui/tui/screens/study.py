"""Studying: a question, its answer with the proof, a grade that is on the disk before the next card shows."""

from __future__ import annotations

from typing import ClassVar, Self

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from sctui.collection import Scope
from sctui.errors import SctuiError
from sctui.i18n import _
from sctui.model.review import Phase, Rating
from sctui.scheduler.queue import Counts
from sctui.study.answer import Checked, Verdict, check_choice, check_number
from sctui.study.session import Question, StudySession
from sctui.study.typed_text import check_text, wants_typing
from sctui.study.waiting import next_due
from sctui.tui import actions
from sctui.tui.desk import Desk
from sctui.tui.screens.answer_keys import AnswerKeys
from sctui.tui.screens.base import say
from sctui.tui.screens.card_acts import marks_shown
from sctui.tui.widgets.answer_box import NumberInput, Option, Options
from sctui.tui.widgets.card_view import CardView
from sctui.tui.widgets.counts import crammed, long_counts, short_counts
from sctui.tui.widgets.key_bar import KeyBar
from sctui.tui.widgets.progress_line import ProgressLine
from sctui.tui.widgets.rating_bar import RatingBar
from sctui.tui.widgets.too_small import TooSmall
from sctui.tui.widgets.top_bar import TopBar

_KIND = {Phase.NEW: "new", Phase.LEARNING: "learning", Phase.RELEARNING: "learning", Phase.REVIEW: "due"}


class StudyScreen(AnswerKeys):
    """A session of questions; see `begin`."""

    CSS_PATH = "study.tcss"
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("study")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._cram = False
        self._deck: Scope = None
        self._asked_at = 0
        self._remaining = Counts()

    def begin(self, deck: Scope, *, cram: bool = False) -> Self:
        """Study a deck and those below it, all decks for None, or chosen cards; asks when it is shown.

        Raises:
            HomeError, CollectionError: when the database cannot be created or used.
        """
        self._session = _session(self.desk, deck, cram=cram)
        self._deck, self._cram = deck, cram
        self._question, self._revealed, self._checked = None, False, None
        return self.anew()

    def compose(self) -> ComposeResult:
        """Bar, progress, card, buttons."""
        yield TopBar(id="where")
        yield ProgressLine()
        yield CardView(self.desk)
        yield RatingBar()
        yield KeyBar()
        yield TooSmall()

    async def opened(self) -> None:
        """Ask the first card; what the screen showed when it was left is not seen again."""
        with self.app.batch_update():
            await self._go_on()

    async def _go_on(self) -> None:
        """Ask the next card; sum up when there is none."""
        try:
            question = self._session.next(self.desk.now())
        except SctuiError as error:
            self.tell(error)
            return
        if question is None:
            self._end()
        else:
            await self._ask(question)

    async def _ask(self, question: Question) -> None:
        self._question, self._revealed, self._checked, self._read_lines = question, False, None, 0
        self._asked_at = self.desk.now()
        await self._show()

    async def _show(self) -> None:
        if self._question is None:
            return
        self._show_where()
        bar, view = self.query_one(RatingBar), self.query_one(CardView)
        with self.app.batch_update():  # lines for its sources may have to be made, which is waited for
            await view.show(self._question.card, revealed=self._revealed, checked=self._checked)
        if self._revealed:
            bar.offer(self._question.buttons, self._suggested if self._checked else None)
            self.before_paint(view.go_to_answer)
        else:
            self._offer_answer()
            self.call_after_refresh(self._make_ahead)
        self.refresh_bindings()

    def _make_ahead(self) -> None:
        """Make the answer while the learner thinks of it."""
        if self._question is not None and not self._revealed:
            self.query_one(CardView).make_ahead(self._question.card)

    def _show_where(self) -> None:
        assert self._question is not None
        try:
            self._remaining = self._session.remaining(self.desk.now())
        except SctuiError as error:  # the card can be answered all the same
            self.tell(error)
        remaining = self._remaining
        done = self._session.summary().reviews
        where = self.query_one("#where", TopBar)
        name = self.desk.collection.deck_of(self._question.card.id)
        deck = (self.desk.line(name).replace("::", " › "), "dim")
        where.left = Content.assemble(*marks_shown(self._question.marks), deck)
        kind = _KIND[self._question.state.phase]
        where.right, where.right_narrow = long_counts(remaining, kind), short_counts(remaining, kind)
        if self._cram:
            where.right = crammed(remaining)
        self.query_one(ProgressLine).share = done / max(1, done + remaining.total)

    def _end(self) -> None:
        from sctui.tui.screens.summary import SummaryScreen  # noqa: PLC0415 -- keeps the first card early

        now, settings = self.desk.now(), self.desk.study_settings()
        if not self._session.answers and not isinstance(self._deck, tuple):
            from sctui.tui.screens.more import MoreScreen  # noqa: PLC0415 -- loaded where it is used

            self.app.switch_screen(self.ready(MoreScreen).begin(self._deck))
            return
        try:
            due = next_due(self.desk.collection, self._deck, now, settings)
            more = self.desk.collection.has_new(self._deck, beyond_core=settings.beyond_core)
            rest = not more and self.desk.collection.has_new(self._deck)
            begun = self.desk.collection.queue(self._deck, now, settings).new_done
        except SctuiError as error:
            self.tell(error)
            due, more, rest, begun = None, False, False, 0
        self.query_one(ProgressLine).share = 1.0
        self._question = None
        due = None if self._cram else due
        limited = more and begun >= settings.new_per_day
        summary = SummaryScreen(self.desk, self._session, due, limited=limited, core_done=rest)

        async def go_on(undo: bool | None) -> None:
            if undo and await self._undone():
                return
            self.action_leave()
            if summary.wants_more:
                from sctui.tui.screens.more import MoreScreen  # noqa: PLC0415 -- loaded where it is used

                self.app.push_screen(self.ready(MoreScreen).begin(self._deck))

        self.app.push_screen(summary, go_on)

    async def _undone(self) -> bool:
        try:
            question = self._session.undo(self.desk.now())
        except SctuiError as error:
            self.tell(error)
            return False
        if question is None:
            say(self.app, _("There is no answer to take back."))
            return False
        await self._ask(question)
        say(self.app, _("Taken back."))
        return True

    async def action_reveal(self) -> None:
        """Check the option that is marked, else show the answer; once it is shown, grade as suggested."""
        options = self.query_one(Options)
        if self._question is None:  # the next card could not be read: try once more
            await self._go_on()
        elif self._revealed:
            await self.action_rate(self._suggested)
        elif self._question.card.note.options and options.at is not None:
            await self._choose(options.at)
        else:
            await self._reveal(None)

    async def _reveal(self, checked: Checked | None) -> None:
        self._revealed, self._checked = True, checked
        await self._show()

    async def _choose(self, index: int) -> None:
        if self._question is None or self._revealed:
            return
        card = self._question.card
        if index < len(choices := card.note.choices()):
            await self._reveal(check_choice(card, choices[index]))

    async def on_option_chosen(self, event: Option.Chosen) -> None:
        """An option was clicked."""
        await self._choose(event.index)

    async def on_input_submitted(self, event: NumberInput.Submitted) -> None:
        """A number or text was typed: check it. Nothing typed shows the answer, as on any other card."""
        if self._question is None or self._revealed:
            return
        if not event.value.strip():
            await self._reveal(None)
            return
        if wants_typing(self._question.card):
            await self._reveal(check_text(self._question.card, event.value.strip()))
            return
        checked = check_number(self._question.card, event.value)
        if checked.verdict is Verdict.UNREAD:
            say(self.app, _("That is no number. Write it as 84, 1.5e6, 18-64 or 八十四."))
        else:
            await self._reveal(checked)

    async def action_rate(self, rating: int) -> None:
        """Grade the answer that is shown, and go on; before it is shown, choose the option of that number."""
        if self._question is None:
            return
        if not self._revealed:
            if self._question.card.note.options:
                await self._choose(rating - 1)
            return
        now, card = self.desk.now(), self._question.card.id
        try:
            leech = self._session.grade(Rating(rating), now, now - self._asked_at)
        except SctuiError as error:
            self.tell(error)
            return
        self.app.clear_notifications()  # errors too: this answer has overcome them
        self._question = None
        await self._go_on()
        self._say_leech(card, leech)

    async def action_undo(self) -> None:
        """Take back the last answer and ask its card again."""
        await self._undone()

    async def action_redo(self) -> None:
        """Do again what was taken back."""
        try:
            done = self._session.redo(self.desk.now())
        except SctuiError as error:
            self.tell(error)
            return
        say(self.app, _("Done again.") if done else _("There is nothing to do again."))
        if done:
            await self._go_on()

    def action_scroll(self, pages: int) -> None:
        """Scroll a long card, or go from option to option."""
        if self._question is not None and self._question.card.note.options and not self._revealed:
            self.query_one(Options).move(pages)
            return
        self._scroll(pages, self.query_one(CardView).size.height // 2)

    def action_page(self, pages: int) -> None:
        """Scroll a long card, also where `scroll` goes from option to option."""
        self._scroll(pages, self.query_one(CardView).size.height - 1)

    def _scroll(self, pages: int, rows: int) -> None:
        self.query_one(CardView).scroll_relative(y=pages * max(1, rows), animate=False)

    def action_leave(self) -> None:
        """Back to the library."""
        self.app.pop_screen()

    async def script_changed(self) -> None:
        """Show the card in the other script."""
        await self._show()

    async def on_rating_bar_rated(self, event: RatingBar.Rated) -> None:
        """A rating was clicked."""
        await self.action_rate(event.rating)

    async def on_rating_bar_revealed(self) -> None:
        """The answer was asked for with the mouse."""
        await self.action_reveal()


def _session(desk: Desk, deck: Scope, *, cram: bool) -> StudySession:
    if not cram or not isinstance(deck, tuple):
        return StudySession(desk.collection, deck, desk.study_settings())
    from sctui.study.cram import CramSession  # noqa: PLC0415 -- keeps the first card early

    return CramSession(desk.collection, deck, desk.study_settings())
