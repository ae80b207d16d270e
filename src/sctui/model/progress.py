"""How far long work has come: what the stages call, and what a screen or a terminal shows."""

from __future__ import annotations

from typing import Protocol

EVERY = 1000  # lines between two reports
FOR_PROGRAMS = "SCTUI_PROGRESS"  # set in the environment where a program wants to follow a command of ours
MARK = "\x1e"  # begins a line for such a program, on standard error: a JSON text as RFC 7464 has it


class Progress(Protocol):
    """Whoever wants to know; must be quick, and may raise to stop the work."""

    def __call__(self, stage: str, done: int, total: int, /) -> object:
        """So many steps of a stage are done: `("pages", 12, 300)`."""


def silent(_stage: str, _done: int, _total: int, /) -> None:
    """For those who do not want to know."""
