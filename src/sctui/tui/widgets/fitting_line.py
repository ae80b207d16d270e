"""A line that tells how long the parameters have been fitted, and takes the fitting along when it goes."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from textual.widgets import Static

from sctui.i18n import _
from sctui.tui.formatting import spent

if TYPE_CHECKING:
    from sctui.tui.desk import Desk


class FittingLine(Static):
    """Fits while it is on the screen; what came of it is told in a note."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(markup=False)
        self._desk = desk
        self._began = monotonic()

    def on_mount(self) -> None:
        """Begin, and tell the time."""
        self._tell()
        self.set_interval(1, self._tell)
        self.run_worker(self._fit())

    def _tell(self) -> None:
        told = _("Fitting the parameters to your answers: {time}. {key} stops it.")
        time = spent(round((monotonic() - self._began) * 1000))
        self.update(told.format(time=time, key=self._desk.key("library.optimise")))

    async def _fit(self) -> None:
        from sctui.tui.planning import optimised  # noqa: PLC0415 -- seldom needed

        told = await optimised(self._desk)
        self.app.notify(told, title=_("Parameters"), timeout=20, markup=False)
        self.remove()
