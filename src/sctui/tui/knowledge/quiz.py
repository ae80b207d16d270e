"""A quiz on a matrix: every cell is hidden, asked once, and counted. No schedule knows of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from sctui.scheduler.fuzz import fuzz_factor
from sctui.tui.knowledge.matrix import Place


class CellState(StrEnum):
    """How a cell of the quiz is shown."""

    HIDDEN = "hidden"
    ASKED = "asked"
    REVEALED = "revealed"
    RIGHT = "right"
    WRONG = "wrong"


class Quiz:
    """Asks some places in an order that `seed` decides."""

    def __init__(self, places: Iterable[Place], seed: int) -> None:
        self._left = sorted(places, key=lambda place: fuzz_factor("\x1f".join(place), 0, seed))
        self._left.reverse()
        self._answers: dict[Place, bool] = {}
        self.revealed = False

    @property
    def asked(self) -> Place | None:
        """The place that is asked now; None when the quiz is over."""
        return self._left[-1] if self._left else None

    @property
    def left(self) -> int:
        """How many are still to be answered."""
        return len(self._left)

    @property
    def right(self) -> int:
        """How many were known."""
        return sum(self._answers.values())

    @property
    def wrong(self) -> Sequence[Place]:
        """Those that were not."""
        return [place for place, known in self._answers.items() if not known]

    def reveal(self) -> None:
        """Show the cell that is asked."""
        self.revealed = self.asked is not None

    def answer(self, *, known: bool) -> None:
        """Say whether the revealed cell was known, and go on; does nothing before it is revealed."""
        if self.revealed:
            self._answers[self._left.pop()] = known
            self.revealed = False

    def state(self, place: Place) -> CellState | None:
        """How a place is shown; None for one that is not in the quiz."""
        if place in self._answers:
            return CellState.RIGHT if self._answers[place] else CellState.WRONG
        if place == self.asked:
            return CellState.REVEALED if self.revealed else CellState.ASKED
        return CellState.HIDDEN if place in self._left else None
