"""The last act, whatever it was and wherever it was done, taken back from a screen or done again."""

from __future__ import annotations

from sctui.errors import SctuiError
from sctui.tui.screens.base import DeskScreen, say


class LastAct(DeskScreen):
    """A screen that takes acts back."""

    def recount(self) -> None:
        """Show what has changed besides decks."""

    async def action_undo(self) -> None:
        """Take back the last act of the learner's, on whatever screen or command line it was done."""
        await self._turn(undo=True)

    async def action_redo(self) -> None:
        """Do again what was taken back last."""
        await self._turn(undo=False)

    async def _turn(self, *, undo: bool) -> None:
        from sctui.study.last_act import turn  # noqa: PLC0415 -- keeps the first frame early

        desk = self.desk
        try:
            said, done = turn(desk.home, desk.collection.store, desk.now(), desk.question, undo=undo)
        except SctuiError as error:
            self.tell(error)
            return
        say(self.app, said)
        if done and done.files:
            await self.app.run_action("app.take_in")
        self.recount()
