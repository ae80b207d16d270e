"""Adding documents and exporting decks, from the library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from sctui.i18n import _
from sctui.tui.screens.planning import PlanningScreen

if TYPE_CHECKING:
    from sctui.tui.app import SctuiApp


class ErrandActs(PlanningScreen):
    """A screen from which documents are added, and decks are exported."""

    @property
    def _sctui(self) -> SctuiApp:
        return cast("SctuiApp", self.app)

    def action_add(self) -> None:
        """Ask for a document or a folder, and make cards from it; show what runs, where something does."""
        if not self._sctui.errands.show():
            self.run_worker(self._add(), exclusive=True, group="errand")

    async def _add(self) -> None:
        from sctui.tui.errands import Adding  # noqa: PLC0415 -- loaded where it is used
        from sctui.tui.screens.path import PathScreen, first_folder  # noqa: PLC0415 -- likewise

        hint = _("Text, Markdown, web page, PDF, Word or JSON. Enter goes into a folder, Tab completes.")
        ask = self.ready(PathScreen).begin_at(_("Add documents"), hint, first_folder())
        path = await self.app.push_screen_wait(ask)
        if path:
            self._sctui.errands.begin(Adding(Path(path), self.desk))

    def action_export(self) -> None:
        """Ask how to export the selected deck, and do it; show what runs, where something does."""
        if not self._sctui.errands.show():
            self.run_worker(self._export(), exclusive=True, group="errand")

    async def _export(self) -> None:
        from sctui.tui.export_questions import asked_export  # noqa: PLC0415 -- loaded where it is used

        if errand := await asked_export(self, self.deck):
            self._sctui.errands.begin(errand)
