"""Decks edited outside are taken in at once: the app looks twice a second, and tells its screens."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from sctui.i18n import _
from sctui.text.printable import printable
from sctui.tui.screens.base import DeskModal, DeskScreen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sctui.decks.watching import Edited
    from sctui.errors import DeckError
    from sctui.tui.app import SctuiApp

SECONDS = 0.5  # between two looks


class LiveDecks:
    """Keeps an app's decks as they are on the disk."""

    def __init__(self, app: SctuiApp) -> None:
        self._app = app
        self._busy = False
        self._told: frozenset[str] = frozenset()

    async def look(self) -> None:
        """Take in what was edited since; read in a thread, for a large deck takes its time."""
        if self._busy:
            return
        self._busy = True
        try:
            desk = self._app.desk
            edited = await asyncio.to_thread(desk.watch().look, desk.collection.library)
            if edited:
                await self._take(edited)
        finally:
            self._busy = False

    async def refresh(self) -> None:
        """Take in what the app itself has written."""
        desk = self._app.desk
        await self._take(await asyncio.to_thread(desk.watch().read, desk.collection.library))

    async def _take(self, edited: Edited) -> None:
        desk = self._app.desk
        desk.watch().take(edited)
        await desk.go_on_with(edited.library)
        self._tell(edited.library.problems)
        for screen in self._app.screen_stack:
            if isinstance(screen, DeskScreen | DeskModal):
                await screen.decks_changed()

    def _tell(self, problems: Iterable[DeckError]) -> None:
        """Say what is wrong with decks, once for each fault."""
        found = {str(problem): problem for problem in problems}
        if self._told and not found:
            self._app.clear_notifications()  # all is mended
        for told, problem in found.items():
            if told not in self._told:
                hint = f"\n{problem.hint}" if problem.hint else ""
                as_before = _("Until it is mended, its cards are asked as they were, or left out.")
                message = printable(f"{told}{hint}\n{as_before}")
                self._app.notify(
                    message, title=_(problem.title), severity="warning", timeout=10, markup=False
                )
        self._told = frozenset(found)
