"""A line in the library on what runs beside it, while its own screen is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from sctui.i18n import _

if TYPE_CHECKING:
    from sctui.tui.desk import Desk
    from sctui.tui.errand import Errand

_SECONDS = 0.5  # between two looks


class ErrandLine(Static):
    """Tells how far it has come, and what came of it until that was looked at."""

    def __init__(self, desk: Desk, errand: Errand) -> None:
        super().__init__(markup=False)
        self._desk, self._errand = desk, errand

    def on_mount(self) -> None:
        """Begin to tell."""
        self._tell()
        self.set_interval(_SECONDS, self._tell)

    def _tell(self) -> None:
        errand = self._errand
        told = _("{does}, {share}.").format(does=errand.does or _("Starting …"), share=f"{errand.share:.0%}")
        told = errand.outcome(self._desk) if errand.ended else told
        words = _("{title}: {told} Press {key} to see it.")
        self.update(words.format(title=errand.title, told=told, key=self._desk.key("library.add")))
