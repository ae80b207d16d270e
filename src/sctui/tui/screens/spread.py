"""Cards spread over days: the plan is looked at first, then done as one act, or left."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import closing
from typing import ClassVar, TypeVar

from textual.binding import BindingType
from textual.content import Content

from sctui.errors import SctuiError
from sctui.i18n import N_, _
from sctui.store.states import StaleStateError
from sctui.store.store import Store
from sctui.tui import actions
from sctui.tui.columns import Column
from sctui.tui.desk import Desk
from sctui.tui.screens.base import say
from sctui.tui.screens.table_screen import TableScreen
from sctui.tui.spreads import Find, Spread, SpreadDay
from sctui.tui.widgets.prose import Prose
from sctui.tui.widgets.table_list import TableList
from sctui.tui.widgets.top_bar import TopBar

T = TypeVar("T")
_STEP = 10  # cards a day


class SpreadScreen(TableScreen):
    """The days of a plan.

    Args:
        desk: what screens work with.
        title: what the plan is for, in English.
        heads: what stands above the numbers of a day, in English.
        find: works the plan out.
        room: for how many due cards a day has room; None where that is not asked.
    """

    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("spread")

    def __init__(
        self, desk: Desk, title: str, heads: Sequence[str], find: Find, room: int | None = None
    ) -> None:
        super().__init__(desk, _columns(heads))
        self._title, self._find, self._room = title, find, room
        self._spread: Spread | None = None

    def on_mount(self) -> None:
        """Begin to work it out."""
        self._plan()

    def _plan(self) -> None:
        self._spread = None
        where = self.query_one("#where", TopBar)
        where.left = Content.styled(_(self._title), "bold $text-accent")
        if self._room is not None:
            where.right = Content.styled(_("{room} due cards a day").format(room=self._room), "dim")
        self.query_one("#told", Prose).show(Content.styled(_("Working it out …"), "dim"))
        self.work_instead(self._read)
        self.refresh_bindings()

    async def _read(self) -> None:
        desk, room = self.desk, self._room or 1
        try:
            settings, now, holds = desk.study_settings(), desk.now(), desk.collection.cards.__contains__
            found = await asyncio.to_thread(
                self._apart, lambda store: self._find(store, holds, room, now, settings)
            )
        except SctuiError as error:
            self.tell(error)
            return
        self._spread = found
        self.query_one(TableList).show(found.days)
        self.query_one("#told", Prose).show(found.told)
        self.refresh_bindings()

    def _apart(self, work: Callable[[Store], T]) -> T:
        """In a thread, with a connection of its own."""
        with closing(Store.open(self.desk.collection.store.path)) as store:
            return work(store)

    async def action_apply(self) -> None:
        """Do it, as one act."""
        spread, self._spread = self._spread, None
        if spread is None or not spread.changes:
            return
        self.refresh_bindings()
        try:
            await asyncio.to_thread(self._apart, lambda store: store.change(spread.changes))
        except StaleStateError:
            say(self.app, _("Cards were answered meanwhile. This is the plan as it is now."))
            self._plan()
            return
        except SctuiError as error:
            self._spread = spread
            self.tell(error)
            return
        if self.is_current:
            self.app.pop_screen()
        say(self.app, _("Done. {key} in the library takes it back as one act.").format(key=self._undo_key))

    @property
    def _undo_key(self) -> str:
        return self.desk.key("library.undo")

    def action_room(self, steps: int) -> None:
        """Have room for more cards a day, or for fewer."""
        if self._room is None:
            return
        step = _STEP if min(self._room, self._room + steps * _STEP) >= _STEP else 1
        self._room = max(1, self._room + steps * step)
        self._plan()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done."""
        if action == "room" and self._room is None:
            return False
        if action == "apply" and not (self._spread and self._spread.changes):
            return False
        return super().check_action(action, parameters)

    async def script_changed(self) -> None:
        """Days and what is told are of the learner's language."""
        self._plan()


def _columns(heads: Sequence[str]) -> tuple[Column[SpreadDay], ...]:
    def cell(at: int) -> Callable[[SpreadDay], str]:
        return lambda day: str(day.cards[at])

    numbers = (Column(head, head, cell(at), 9, 1, right=True) for at, head in enumerate(heads))
    return (Column("day", N_("day"), lambda day: day.day, 24, 1), *numbers)
