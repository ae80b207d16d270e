"""Escape, told sooner from the sequences that begin with it, as those of arrows do.

Textual waits a tenth of a second for the rest of a sequence, and looks no sooner whether that time is over:
most of what going back from a screen would take.
"""

from __future__ import annotations

import os
import selectors
from typing import Any

from textual import constants

DELAY = 0.05  # seconds


class PromptSelector(selectors.SelectSelector):
    """Waits no longer than `DELAY` for what may belong to what was just read; otherwise as long as asked."""

    _read = False

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Wait for input; gives what there is to be read."""
        shortly = self._read and timeout is not None
        found = super().select(min(timeout or 0.0, DELAY) if shortly else timeout)
        self._read = bool(found)
        return found


class _Selectors:
    """The module `selectors`, but for the selector that is used to wait for keys."""

    SelectSelector = PromptSelector

    def __getattr__(self, name: str) -> Any:
        return getattr(selectors, name)


def tell_sooner() -> None:
    """Have Escape told sooner, unless the learner has said by ESCDELAY how long it is to take."""
    try:
        from textual.drivers import linux_driver  # noqa: PLC0415 -- there is none on Windows, which needs none
    except ImportError:
        return
    if "ESCDELAY" not in os.environ:
        vars(constants)["ESCAPE_DELAY"] = DELAY
        vars(linux_driver)["selectors"] = _Selectors()
