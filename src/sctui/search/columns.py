"""What is known of each card's memory, a column a number, so that all cards are compared in one call of C."""

from __future__ import annotations

import math
import operator
from array import array
from collections.abc import Callable, Mapping
from functools import partial

from sctui.model.review import MemoryState
from sctui.scheduler.memory import memory_of
from sctui.scheduler.settings import StudySettings
from sctui.scheduler.study_day import DAY, StudyDay, number_of_day
from sctui.search.masks import Mask, common

_UNKNOWN = math.nan
# what is compared stands behind the number that was typed
_SIGNS: Mapping[str, Callable[[float, float], bool]] = {
    "<": operator.gt,
    "<=": operator.ge,
    ">": operator.lt,
    ">=": operator.le,
    "!=": operator.ne,
}
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
COLUMNS = ("due", "ivl", "lapses", "reps", "s", "d", "age")


class Columns:
    """One row a card, new ones included; `today` and the settings say how days are counted.

    `due` counts study days from today, `ivl` the days between the last answer and the day due, `age` the days
    since the last answer as parts of the stability, of which the probability of recall is a function.
    """

    def __init__(self, rows: int, today: StudyDay, settings: StudySettings) -> None:
        self.phases = bytearray(rows)
        self.due = bytearray(rows)  # 1 for what falls due until today's end
        self._today = today
        self._settings = settings
        known = array("d", [0.0]) * rows, array("d", [_UNKNOWN]) * rows
        self.numbers = {name: known[name not in ("lapses", "reps")][:] for name in COLUMNS}

    def put(self, row: int, state: MemoryState) -> None:
        """Enter what is known of a card."""
        self.phases[row] = state.phase
        self.due[row] = state.due is not None and state.due < self._today.end
        values = self._values(state) if state.due is not None else (_UNKNOWN, _UNKNOWN, 0, 0, *[_UNKNOWN] * 3)
        for name, value in zip(COLUMNS, values, strict=True):
            self.numbers[name][row] = value

    def _values(self, state: MemoryState) -> tuple[float, ...]:
        due, last, stability = state.due or 0, state.last_review or 0, state.stability or 0.1
        answered = self._day(last)
        return (
            self._day(due) - self._today.number,
            max(0, due - last) / DAY,
            state.lapses,
            state.reps,
            stability,
            state.difficulty or _UNKNOWN,
            max(0, self._today.number - answered) / stability,
        )

    def _day(self, moment: int) -> int:
        return number_of_day(moment, self._settings.utc_offset_minutes, self._settings.rollover_hour)

    def compared(self, name: str, sign: str, typed: str) -> Mask:
        """The rows whose number is so: `<`, `<=`, `>`, `>=`, `!=`, or else `=`, as far as it was typed.

        Raises:
            ValueError: when what was typed is no number.
        """
        number, slack = _number(typed)
        if sign in _SIGNS:
            return self._mask(name, sign, number)
        parts = self._mask(name, ">=", number - slack), self._mask(name, "<", number + slack)
        return common(parts, len(self.phases))

    def _mask(self, name: str, sign: str, number: float) -> Mask:
        if name == "r":
            if number <= 0:  # all that is known has a higher probability
                number, sign = 0.0, ">=" if sign in (">", ">=", "!=") else "<"
            else:
                number, sign = (
                    memory_of(self._settings.parameters).interval(1, number),
                    _TURNED.get(sign, sign),
                )
            name = "age"
        return bytes(map(partial(_SIGNS[sign], number), self.numbers[name]))


def _number(typed: str) -> tuple[float, float]:
    """A number, and half of its last place: `30`, `0.9`, `90%`, `-2`."""
    share = typed.endswith("%")
    figures = typed.removesuffix("%")
    number = float(figures)
    if not math.isfinite(number):
        raise ValueError(typed)
    scale = 0.01 if share else 1.0
    return number * scale, scale * 0.5 * 10.0 ** -len(figures.partition(".")[2])
