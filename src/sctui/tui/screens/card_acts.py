"""What can be done with the card that is asked besides answering it: bury, suspend, flag, edit."""

from __future__ import annotations

from collections.abc import Callable

from sctui.errors import SctuiError
from sctui.i18n import _
from sctui.model.card import Note
from sctui.model.change import Marks
from sctui.study.session import Question, StudySession
from sctui.tui.desk import Desk
from sctui.tui.screens.base import say
from sctui.tui.screens.edit_acts import EditActs

# the colours of the seven flags, as far as a theme has them
_COLOURS = ("error", "warning", "success", "primary", "accent", "secondary", "foreground")


def marks_shown(marks: Marks) -> tuple[tuple[str, str], ...]:
    """A flag and a leech's mark, as pieces of content with their styles."""
    flag = ((f"⚑{marks.flag} ", f"${_COLOURS[marks.flag - 1]}"),) if marks.flag else ()
    return (*flag, (_("leech") + " ", "$text-warning")) if marks.leech else flag


class CardActs(EditActs):
    """A screen that asks cards of a session."""

    _session: StudySession

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._question: Question | None = None

    async def _go_on(self) -> None:
        """Ask the next card."""
        raise NotImplementedError

    async def _show(self) -> None:
        """Show the card again."""
        raise NotImplementedError

    async def action_bury(self) -> None:
        """Put the card away until tomorrow."""
        await self._put_away(self._session.bury, _("Buried until tomorrow; u takes it back."))

    async def action_suspend(self) -> None:
        """Put the card away for good."""
        await self._put_away(self._session.suspend, _("Suspended; u takes it back."))

    @property
    def note_to_edit(self) -> Note | None:
        """The note whose card is asked."""
        return self._question.card.note if self._question else None

    async def note_edited(self, _before: Note, /) -> None:
        """Ask the card as it is now."""
        await self.decks_changed()

    async def decks_changed(self) -> None:
        """Ask the card as it is now; the next one when it is not there any more."""
        if self._question is None:
            return
        before = self._question.card
        try:
            question = self._session.decks_changed(self.desk.now())
        except SctuiError as error:
            self.tell(error)
            return
        if question is None or question.card.id != before.id:
            say(self.app, _("The card is not in its deck any more."))
            await self._go_on()
        elif question.card != before:
            self._question = question
            await self._show()

    async def action_flag(self) -> None:
        """Give the card the next flag."""
        if self._question is None:
            return
        try:
            self._question = self._session.flag(self.desk.now())
        except SctuiError as error:
            self.tell(error)
            return
        await self._show()

    def _say_leech(self, card: str, marks: Marks | None) -> None:
        """Tell when the answer just given made a leech of a card, which has these marks now."""
        if marks is None:
            return
        told = _(
            "{card} is a leech: forgotten again and again. Write it anew, or split it; Browse finds is:leech."
        )
        told = told.format(card=self.desk.question(card))
        say(self.app, f"{told} {_('It is suspended.')}" if marks.suspended else told)

    async def _put_away(self, act: Callable[[int], None], said: str) -> None:
        if self._question is None:
            return
        try:
            act(self.desk.now())
        except SctuiError as error:
            self.tell(error)
            return
        self._question = None
        await self._go_on()
        say(self.app, said)
