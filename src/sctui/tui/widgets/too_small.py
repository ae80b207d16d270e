"""What is shown instead of a screen for which the terminal has become too small."""

from __future__ import annotations

from textual.widgets import Static

from sctui.i18n import _

MIN_WIDTH, MIN_HEIGHT = 40, 12


class TooSmall(Static):
    """A message that stands in for everything else; see `app.tcss`."""

    def __init__(self) -> None:
        message = _("The window is too small.\n{least} is the least; 80x24 is comfortable.").format(
            least=f"{MIN_WIDTH}x{MIN_HEIGHT}"
        )
        super().__init__(message, markup=False)
