"""One table for all benchmarks: what was measured, the figures, their ratio to the floor, and the gate."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement.

    Args:
        name: what was measured.
        figures: the absolute figures, with units.
        value: the figure that has a gate: a ratio, or seconds when `unit` says so.
        gate: what `value` must not be above; None when it is only for information.
        unit: what stands behind value and gate.
    """

    name: str
    figures: str
    value: float
    gate: float | None = None
    unit: str = "x"

    @property
    def verdict(self) -> str:
        """Whether the gate holds; empty without one."""
        if self.gate is None:
            return ""
        return "ok" if self.value <= self.gate else "TOO HIGH"


def table(rows: Iterable[Row]) -> str:
    """The rows below a heading, in columns."""
    cells = [("measured", "value", "gate", "", "figures")]
    for row in rows:
        gate = "" if row.gate is None else f"{row.gate:g} {row.unit}"
        cells.append((row.name, f"{row.value:.2f} {row.unit}", gate, row.verdict, row.figures))
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in cells)


def show(rows: Iterable[Row]) -> None:
    """Print the table."""
    print(table(rows))
