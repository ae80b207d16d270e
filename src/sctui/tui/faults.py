"""Faults of ours while the app runs: written down, told, and lived with where the rest can go on."""

from __future__ import annotations

import time
import traceback
from collections import deque
from datetime import UTC, datetime
from pathlib import Path

from sctui import __version__
from sctui.i18n import _

_MOST, _WITHIN = 3, 10.0  # so many faults within so many seconds, and the app ends


def keep_report(report: str, log: Path) -> str:
    """Add a report to the log; gives what to tell the learner."""
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            file.write(f"--- {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC, sctui {__version__}\n{report}\n")
    except OSError as error:
        told = _("The report could not be written to {log} ({reason}).")
        return told.format(log=log, reason=error.strerror)
    return _("Please report it with what stands at the end of {log}.").format(log=log)


class Faults:
    """The faults of a run.

    Args:
        log: where they are written down.
    """

    def __init__(self, log: Path) -> None:
        self._log = log
        self._lately: deque[float] = deque(maxlen=_MOST)

    def write_down(self, error: BaseException) -> str:
        """Write a fault down; gives where it stands."""
        return keep_report("".join(traceback.format_exception(error)), self._log)

    def keep(self, error: BaseException) -> str:
        """Write a fault down; gives what to tell the learner, or "" when there have been too many lately."""
        now = time.monotonic()
        self._lately.append(now)
        if len(self._lately) == _MOST and now - self._lately[0] < _WITHIN:
            return ""
        told = self.write_down(error)
        return _("A fault in the program; every answer is saved.") + f"\n{told}"
