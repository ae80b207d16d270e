"""The library: every deck with what there is to study today."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from sctui.errors import SctuiError
from sctui.i18n import _
from sctui.scheduler.queue import Counts, Queue
from sctui.text.plural import counted
from sctui.tui import actions
from sctui.tui.desk import Desk
from sctui.tui.formatting import long_day
from sctui.tui.outline_rows import Row, rows
from sctui.tui.screens.base import say
from sctui.tui.screens.last_act import LastAct
from sctui.tui.screens.planning import PlanningScreen
from sctui.tui.widgets.counts import long_counts
from sctui.tui.widgets.deck_list import DeckList, head
from sctui.tui.widgets.key_bar import KeyBar
from sctui.tui.widgets.prose import Prose
from sctui.tui.widgets.too_small import TooSmall
from sctui.tui.widgets.top_bar import TopBar


class LibraryScreen(LastAct, PlanningScreen):
    """The first screen."""

    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("library")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._folded: set[str] = set()
        self._rows: list[Row] = []
        self._counts: dict[str, Counts] = {}
        self._total = Counts()

    def compose(self) -> ComposeResult:
        """The bar, today's totals, the decks, and what is wrong with some of them."""
        yield TopBar(id="title")
        yield TopBar(id="today")
        yield TopBar(id="head")
        yield DeckList(self.desk.line)
        yield Prose(name="empty", classes="-absent")
        yield Static(id="inbox", markup=False)
        yield Static(id="problems", markup=False)
        yield KeyBar()
        yield TooSmall()

    def on_mount(self) -> None:
        """Fill in what does not change."""
        titles = self.query_one("#head", TopBar)
        titles.left, titles.right = Content("  " + _("Deck")), Content(head())
        self._show_notices()

    def _show_notices(self) -> None:
        """What is wrong with decks, what waits in the inbox, and what to do where there is no deck at all."""
        library = self.desk.collection.library
        problems, waiting = len(library.problems), len(library.waiting)
        notices = {
            "#problems": problems
            and "! "
            + _("{problems} in your decks; the others can be studied. Press p.").format(
                problems=counted(problems, "problem")
            ),
            "#inbox": waiting
            and _("{cards} in the inbox. Press i.").format(cards=counted(waiting, "new card")),
        }
        for name, told in notices.items():
            notice = self.query_one(name, Static)
            notice.set_class(not told, "-absent")
            notice.update(told or "")
        self.query_one("#empty").set_class(bool(self.desk.collection.cards), "-absent")
        if not self.desk.collection.cards:
            self._say_empty()

    async def decks_changed(self) -> None:
        """Show the decks as they are now."""
        self._show_notices()
        if self.is_current:
            self.recount()

    def on_screen_resume(self) -> None:
        """Count afresh whenever the screen is seen again; at first the decks come before their counts."""
        if self._counts:
            self.recount()
            return
        self._counts = dict.fromkeys(self.desk.collection.decks, Counts())
        self._show_title(self.desk.now())
        self._show_rows()
        self.call_after_refresh(self.recount)

    @property
    def scope(self) -> str | None:
        """The deck under the cursor; None for all."""
        row = self.query_one(DeckList).current
        return row.scope if row else None

    def recount(self) -> None:
        """Read from the database what is left to study."""
        desk, now = self.desk, self.desk.now()
        settings = desk.study_settings()
        try:
            queue = desk.collection.queue(None, now, settings)
            counts = desk.collection.counts(now, settings)
        except SctuiError as error:
            self.tell(error)
            return
        self._counts, self._total = counts, queue.counts(now, settings)
        self._show_title(now)
        self._show_today(queue)
        self._show_rows()

    def _show_title(self, now: int) -> None:
        title = self.query_one("#title", TopBar)
        today = self.desk.clock.local(now)
        script = Content.assemble(("t ", "bold $text-accent"), _(self.desk.settings.script.label))
        title.left = Content.assemble(("sctui", "bold $text-accent"), ("  ·  " + _("Library"), "dim"))
        title.right = Content.assemble((long_day(today), "dim"), ("  ·  ", "dim"), script)
        title.right_narrow = script

    def _show_today(self, queue: Queue) -> None:
        today = self.query_one("#today", TopBar)
        today.left = Content.assemble((_("Today") + "   ", "bold"), long_counts(self._total))
        today.right_narrow = Content("")
        done = queue.new_done + queue.reviews_done
        if self._total.total == 0 and self.desk.collection.cards:
            today.left = Content.styled(_("All done for today. Well done!"), "bold $text-success")
        today.right = (
            Content.styled(_("{cards} done").format(cards=counted(done, "card")), "dim")
            if done
            else Content("")
        )

    def _show_rows(self) -> None:
        decks = self.query_one(DeckList)
        self._rows = list(rows(self._counts, self._total, self._folded)) if self._counts else []
        decks.show(self._rows)
        for widget in (decks, self.query_one("#head")):
            widget.set_class(not self._rows, "-absent")

    def _say_empty(self) -> None:
        self.query_one("#empty", Prose).show(
            Content.assemble(
                (_("There are no cards yet.") + "\n\n", "bold"),
                _("Make some from a document:") + "\n\n",
                ("    sctui convert notes.md\n\n", "$text-accent"),
                _("or put decks (YAML) here:") + "\n\n",
                (f"    {self.desk.line(str(self.desk.home.decks))}", "$text-accent"),
            )
        )

    async def script_changed(self) -> None:
        """Names of decks are text of decks; the words around them are of the learner's language."""
        self.on_mount()
        self._show_title(self.desk.now())
        self.query_one(DeckList).refresh()

    def on_deck_list_chosen(self, event: DeckList.Chosen) -> None:
        """A deck was chosen with the mouse."""
        self._study(event.row)

    def on_deck_list_folded(self, event: DeckList.Folded) -> None:
        """The mark before a deck was clicked."""
        if event.row.scope is not None:
            self._folded ^= {event.row.scope}
            self._show_rows()

    def action_study(self) -> None:
        """Study the deck under the cursor."""
        row = self.query_one(DeckList).current
        if row:
            self._study(row)

    def _study(self, row: Row) -> None:
        from sctui.tui.screens.study import StudyScreen  # noqa: PLC0415 -- keeps the first frame early

        try:
            screen = StudyScreen(self.desk, row.scope)
        except SctuiError as error:
            self.tell(error)
            return
        self.app.push_screen(screen)

    def action_document(self) -> None:
        """Read the document of the deck under the cursor; choose when there are several."""
        from sctui.tui.reading import documents_of  # noqa: PLC0415 -- keeps the first frame early
        from sctui.tui.screens.document import DocumentScreen  # noqa: PLC0415 -- loaded where it is used

        row = self.query_one(DeckList).current
        files = documents_of(self.desk.collection, row.scope) if row else ()
        if not files:
            say(self.app, _("No document of this deck is at hand."))
            return
        if len(files) > 1:
            from sctui.tui.screens.documents import DocumentsScreen  # noqa: PLC0415 -- loaded where it is used

            self.app.push_screen(DocumentsScreen(self.desk, files))
        else:
            self.app.push_screen(DocumentScreen(self.desk, files[0]))

    def action_trials(self) -> None:
        """Show all studies."""
        from sctui.tui.screens.trials import TrialsScreen  # noqa: PLC0415 -- keeps the first frame early

        self.app.push_screen(TrialsScreen(self.desk))

    def action_browse(self) -> None:
        """Find cards."""
        from sctui.tui.screens.browse import BrowseScreen  # noqa: PLC0415 -- keeps the first frame early

        self.app.push_screen(BrowseScreen(self.desk))

    def action_compare(self) -> None:
        """Show the matrix of comparisons."""
        from sctui.tui.screens.compare import CompareScreen  # noqa: PLC0415 -- keeps the first frame early

        self.app.push_screen(CompareScreen(self.desk))

    def action_mechanisms(self) -> None:
        """Show who acts on what."""
        from sctui.tui.screens.mechanisms import MechanismsScreen  # noqa: PLC0415 -- keeps the first frame early

        self.app.push_screen(MechanismsScreen(self.desk))

    def action_overview(self) -> None:
        """Show what the documents of the deck under the cursor claim, one after the other."""
        from sctui.tui.reading import document_names  # noqa: PLC0415 -- keeps the first frame early
        from sctui.tui.screens.overview import OverviewScreen  # noqa: PLC0415 -- loaded where it is used

        row = self.query_one(DeckList).current
        names = document_names(self.desk.collection, row.scope) if row else ()
        self.app.push_screen(OverviewScreen(self.desk, names))

    def action_problems(self) -> None:
        """Show what is wrong with decks."""
        from sctui.tui.screens.problems import ProblemsScreen  # noqa: PLC0415 -- seldom needed

        if self.desk.collection.library.problems:
            self.app.push_screen(ProblemsScreen(self.desk))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the problems only when there are any."""
        if action == "problems" and not self.desk.collection.library.problems:
            return False
        return super().check_action(action, parameters)

    async def action_script(self) -> None:
        """The next script, as everywhere; the footer has no room for it here."""
        await self.app.run_action("app.script")

    def action_inbox(self) -> None:
        """Look at the cards that wait."""
        from sctui.tui.screens.inbox import InboxScreen  # noqa: PLC0415 -- seldom needed

        if self.desk.collection.library.waiting:
            self.app.push_screen(InboxScreen(self.desk))
        else:
            say(self.app, _("Nothing waits in the inbox."))

    def action_close(self) -> None:
        """Fold the deck; on a folded one, go to the deck above."""
        decks = self.query_one(DeckList)
        row = decks.current
        if row is None or row.scope is None:
            return
        if row.open:
            self._folded.add(row.scope)
            self._show_rows()
        else:
            decks.move(_steps_to_parent(self._rows, decks.cursor))

    def action_open(self) -> None:
        """Unfold the deck."""
        row = self.query_one(DeckList).current
        if row and row.scope is not None and row.open is False:
            self._folded.discard(row.scope)
            self._show_rows()


def _steps_to_parent(rows: list[Row], at: int) -> int:
    above: Iterator[int] = (i for i in range(at - 1, 0, -1) if rows[i].depth < rows[at].depth)
    return next(above, at) - at
