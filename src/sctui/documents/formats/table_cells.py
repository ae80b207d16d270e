"""Tables with merged cells made into rows of one length, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_MOST = 1000  # no cell spans more rows or columns, and no row has more cells, whatever a page says


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text on one line, and how many rows and columns it covers."""

    text: str
    rows: int = 1
    columns: int = 1


def table_lines(rows: Sequence[Sequence[Cell]]) -> Iterator[str]:
    """The table as Markdown; a merged cell says its text in every place it covers, an empty one nothing.

    The first row is the head. A table of one cell is a box around text, and a row of one cell that covers the
    whole table is a caption above it or a note below it: both stand as paragraphs. Such a row in the midst of
    others heads those below it, and stands in the first column alone.
    """
    grid = [row for row in _grid(rows) if any(row)]
    width = max(map(len, grid), default=0)
    grid = [[*row, *[""] * (width - len(row))] for row in grid]
    first = next((i for i, row in enumerate(grid) if not _is_one(row)), len(grid))
    last = next((i for i in range(len(grid), first, -1) if not _is_one(grid[i - 1])), first)
    for row in grid[:first]:
        yield from (row[0], "")
    for number, read in enumerate(_one_head(grid[first:last])):
        row = [read[0], *[""] * (width - 1)] if number and _is_one(read) else read
        yield "| " + " | ".join(text.replace("|", "\\|") for text in row) + " |"
        if not number:
            yield "|" + " --- |" * width
    for row in grid[last:]:
        yield from ("", row[0])


def _one_head(rows: Sequence[list[str]]) -> Sequence[list[str]]:
    """The rows with a head of two rows made one: `trait` over `growth` and `price` is `trait growth`, …

    The corner covers both rows, and a cell of the upper row covers several of the lower.
    """
    if len(rows) < 3 or not rows[0][0] or rows[0][0] != rows[1][0] or len(set(rows[0])) == len(rows[0]):
        return rows
    head = [
        below if below == above or not above else f"{above} {below}".strip()
        for above, below in zip(rows[0], rows[1], strict=True)
    ]
    return [head, *rows[2:]]


def _is_one(row: Sequence[str]) -> bool:
    return len(set(row)) == 1


def _grid(rows: Sequence[Sequence[Cell]]) -> Iterator[list[str]]:
    below: dict[int, tuple[int, str]] = {}  # column -> rows still covered from above, and with what
    for cells in rows:
        row: list[str] = []
        covered, below = below, {}
        for cell in cells:
            _take(row, covered, below)
            for _ in range(min(max(cell.columns, 1), _MOST - len(row))):
                if cell.rows > 1:
                    below[len(row)] = (min(cell.rows, _MOST) - 1, cell.text)
                row.append(cell.text)
        _take(row, covered, below)
        yield row


def _take(row: list[str], covered: dict[int, tuple[int, str]], below: dict[int, tuple[int, str]]) -> None:
    """Fill the places at the end of `row` that a cell from above covers."""
    while len(row) in covered and len(row) < _MOST:
        left, text = covered[len(row)]
        if left > 1:
            below[len(row)] = (left - 1, text)
        row.append(text)
