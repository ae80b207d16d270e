"""The columns of a table, and which of them a terminal of some width has room for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from sctui.tui.cells import fitted, fitted_right, fitted_within

RowT = TypeVar("RowT")
GAP = 2  # cells between two columns


@dataclass(frozen=True, slots=True)
class Column(Generic[RowT]):
    """A column.

    Args:
        name: names its style, and is how the column is asked for.
        title: stands in the head.
        cell: the text of a row, as written.
        least: cells it needs.
        rank: columns of a high rank go first when there is no room for all; 1 always stays.
        share: how much of the width that is left over it takes, compared with the others.
        right: whether its text stands at the right, as numbers do.
        both_ends: whether a long text is cut in its middle, as that of questions, which often begin alike.
    """

    name: str
    title: str
    cell: Callable[[RowT], str]
    least: int
    rank: int
    share: int = 0
    right: bool = False
    both_ends: bool = False

    def fitted(self, text: str, width: int) -> str:
        """A text of the column in exactly `width` cells."""
        fit = fitted_right if self.right else fitted_within if self.both_ends else fitted
        return fit(text, width)


def laid_out(columns: Sequence[Column[RowT]], width: int) -> list[tuple[Column[RowT], int]]:
    """The columns that fit into `width` cells with their widths, in their order; gaps are not counted in."""
    shown = list(columns)
    while _needed(shown) > width and max(column.rank for column in shown) > 1:
        shown.remove(max(reversed(shown), key=lambda column: column.rank))
    spare, shares = max(0, width - _needed(shown)), sum(column.share for column in shown)
    found: list[tuple[Column[RowT], int]] = []
    for column in shown:
        more = spare * column.share // shares if shares else 0
        spare, shares = spare - more, shares - column.share
        found.append((column, column.least + more))
    return found


def _needed(columns: Sequence[Column[RowT]]) -> int:
    return sum(column.least for column in columns) + GAP * (len(columns) - 1)
