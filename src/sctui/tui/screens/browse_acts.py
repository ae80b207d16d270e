"""What Browse does with the cards that are chosen: each is one act, and `u` takes it back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from sctui.config.searches import read_searches, write_searches
from sctui.errors import SctuiError
from sctui.i18n import _, ngettext
from sctui.model.card import Note
from sctui.model.flags import FLAGS
from sctui.study.bulk import Bulk
from sctui.tui.screens.ask import AskScreen
from sctui.tui.screens.base import say
from sctui.tui.screens.card_choice import CardChoiceScreen
from sctui.tui.screens.copy_offer import copy_offered
from sctui.tui.screens.edit_acts import EditActs
from sctui.tui.screens.saved_searches import SavedScreen, query_of
from sctui.tui.widgets.filter_bar import FilterBar

if TYPE_CHECKING:
    from sctui.study.deck_edits import DeckEdits

T = TypeVar("T")
_AT_ONCE = 500  # cards that are changed while the screen waits; more, in a thread
_LONGEST = 36500


class BrowseActs(EditActs, CardChoiceScreen):
    """Changes the chosen cards."""

    _busy = False

    def changed(self, names: list[str]) -> None:
        """Show what became of some cards."""
        raise NotImplementedError

    def look_again(self) -> None:
        """Bring the index up to date with decks and states."""
        raise NotImplementedError

    @property
    def note_to_edit(self) -> Note | None:
        """The note of the card under the cursor."""
        card = self._current()
        return card.note if card else None

    async def note_edited(self, _before: Note, /) -> None:
        """The card as it is now."""
        self.look_again()

    async def decks_changed(self) -> None:
        """The cards as they are now."""
        self.look_again()

    async def action_suspend(self) -> None:
        """Suspend, or let come again."""
        done = await self._in_bulk(lambda bulk, names: bulk.suspend(names))
        if done is not None:
            number, on = done
            self._said(number, _("suspended") if on else _("come again"))

    async def action_bury(self) -> None:
        """Bury, or unbury."""
        done = await self._in_bulk(lambda bulk, names: bulk.bury(names))
        if done is not None:
            number, on = done
            self._said(number, _("buried until tomorrow") if on else _("unburied"))

    async def action_flag(self, flag: int) -> None:
        """Give a flag; -1 for the one after that of the card under the cursor."""
        row = self.cards.current
        if flag < 0 and row is not None:
            flag = (self.cards.views[row].marks.flag + 1) % (FLAGS + 1)
        done = await self._in_bulk(lambda bulk, names: bulk.flag(names, flag))
        if done is not None:
            self._said(done, _("flag {number}").format(number=flag) if flag else _("no flag"))

    async def action_reset(self) -> None:
        """Make new again."""
        done = await self._in_bulk(lambda bulk, names: bulk.reset(names))
        if done is not None:
            self._said(done, _("new again"))

    async def action_no_leech(self) -> None:
        """Let cards be no leeches any more."""
        done = await self._in_bulk(lambda bulk, names: bulk.no_leech(names))
        if done is not None:
            self._said(done, _("no leech any more"))

    def action_due(self) -> None:
        """Ask for the days, and let the cards fall due then."""
        if self.chosen:
            ask = self.ready(AskScreen).begin(
                _("Due in how many days?"), _("0 is today. New cards have no day to set.")
            )
            self.app.push_screen(ask, self._set_due)

    async def _set_due(self, typed: str | None) -> None:
        if not typed:
            return
        if not typed.isdecimal() or int(typed) > _LONGEST:
            say(self.app, _("Type a number of days, from 0 to {most}.").format(most=_LONGEST))
            return
        done = await self._in_bulk(lambda bulk, names: bulk.set_due(names, int(typed)))
        if done is not None:
            self._said(done, _("due in {days} d").format(days=int(typed)))

    def action_tag(self) -> None:
        """Ask for tags, and give or take them."""
        if self.chosen:
            tags = [name for name, _rows in self.desk.card_index().groups.by_name("tag", downwards=False)]
            hint = _("Several with blanks between them; -tag takes one away.")
            self.app.push_screen(self.ready(AskScreen).begin(_("Which tags?"), hint, tags), self._tag)

    async def _tag(self, typed: str | None) -> None:
        words = (typed or "").split()
        given = [word for word in words if not word.startswith("-")]
        taken = [word[1:] for word in words if len(word) > 1 and word.startswith("-")]
        if given or taken:
            await self._edit_decks(lambda edits, names: edits.tag(names, given, taken), _("tagged anew"))

    def action_deck(self) -> None:
        """Ask for a deck, and move the cards there."""
        own = sorted(
            loaded.deck.name
            for loaded in self.desk.collection.library.decks
            if loaded.folder == self.desk.home.decks
        )
        if not own:
            say(self.app, _("You have no deck of your own to move cards to: `sctui new` makes one."))
        elif self.chosen:
            self.app.push_screen(
                self.ready(AskScreen).begin(_("To which deck?"), "", own, only_choices=True), self._move
            )

    async def _move(self, deck: str | None) -> None:
        if deck:
            await self._edit_decks(lambda edits, names: edits.move(names, deck), _("moved"))

    async def _edit_decks(self, act: Callable[[DeckEdits, list[str]], int], said: str) -> None:
        """Edit decks in a thread, for they are read and written whole; then take them in."""
        from sctui.study.deck_edits import DeckEdits  # noqa: PLC0415 -- loaded where it is used

        notes = {card.note.id for name in self.chosen if (card := self.desk.collection.cards.get(name))}
        if copy_offered(self, notes, lambda: self._edit_decks(act, said)):
            return
        edits = DeckEdits(self.desk.home, self.desk.collection, self.desk.now())
        number = await self._done(lambda names: act(edits, names), in_thread=True)
        if number is not None:
            await self.app.run_action("app.take_in")
            self._said(number, said)

    async def _in_bulk(self, act: Callable[[Bulk, list[str]], T]) -> T | None:
        """Do something with the chosen cards; None when there are none, or it failed."""
        bulk, names = Bulk(self.desk.collection, self.desk.now(), self.cards.views.today), self.chosen
        done = await self._done(lambda names: act(bulk, names), in_thread=len(names) > _AT_ONCE)
        if done is not None:
            self.changed(names)
        return done

    async def _done(self, act: Callable[[list[str]], T], *, in_thread: bool) -> T | None:
        """What an act on the chosen cards gives; None when there are none, one is going on, or it failed."""
        names = self.chosen
        if not names or self._busy:
            return None
        self._busy = True
        try:
            if len(names) > _AT_ONCE:
                say(self.app, _("Working …"))
            return await asyncio.to_thread(act, names) if in_thread else act(names)
        except SctuiError as error:
            self.tell(error)
            return None
        finally:
            self._busy = False

    def _said(self, number: int, what: str) -> None:
        cards = ngettext("{count} card", "{count} cards", number).format(count=number)
        say(self.app, f"{cards}: {what}")

    async def action_undo(self) -> None:
        """Take back the last act of the learner's, wherever it was done."""
        await self._turn(undo=True)

    async def action_redo(self) -> None:
        """Do again what was taken back last."""
        await self._turn(undo=False)

    async def _turn(self, *, undo: bool) -> None:
        from sctui.study.last_act import turn  # noqa: PLC0415 -- loaded where it is used
        from sctui.tui.browsing.reloading import reread_files  # noqa: PLC0415 -- likewise

        desk = self.desk
        try:
            said, done = turn(desk.home, desk.collection.store, desk.now(), desk.question, undo=undo)
            if done and done.files:
                await reread_files(desk, done.files)
        except SctuiError as error:
            self.tell(error)
            return
        say(self.app, said)
        self.look_again()

    def action_save(self) -> None:
        """Ask for a name, and save the query under it."""
        query = self.query_one(FilterBar).value.strip()
        if query:
            self.app.push_screen(
                self.ready(AskScreen).begin(_("Save the search as"), self.desk.line(query)), self._save
            )
        else:
            say(self.app, _("Type what to look for first: /"))

    def _save(self, name: str | None) -> None:
        """Save the query, and ask first where another one has the name."""
        query, file = self.query_one(FilterBar).value.strip(), self.desk.home.searches
        if not name:
            return
        try:
            saved = read_searches(file)
        except SctuiError as error:
            self.tell(error)
            return
        if saved.get(name, query) == query:
            self._write({**saved, name: query})
            return
        instead = _("Put the new one in its place")
        ask = self.ready(AskScreen).begin(
            _("Another search is called {name}.").format(name=self.desk.line(name)),
            self.desk.line(saved[name]),
            [_("Keep it, and give another name"), instead],
            only_choices=True,
        )

        def chosen(choice: str | None) -> None:
            if choice == instead:
                self._write({**saved, name: query})
            elif choice:
                self.action_save()

        self.app.push_screen(ask, chosen)

    def _write(self, searches: dict[str, str]) -> None:
        try:
            write_searches(self.desk.home.searches, searches)
        except SctuiError as error:
            self.tell(error)

    def action_saved(self) -> None:
        """Choose a saved search."""
        try:
            self.app.push_screen(self.ready(SavedScreen).begin_saved(), self._take)
        except SctuiError as error:
            self.tell(error)

    def _take(self, choice: str | None) -> None:
        if choice:
            self.query_one(FilterBar).value = query_of(choice)
