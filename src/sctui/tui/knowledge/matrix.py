"""The matrix of comparisons: cell sources down, attributes across, in each cell what documents say there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from sctui.i18n import ngettext
from sctui.model.knowledge import Cell
from sctui.text.match_view import match_view
from sctui.text.plural import counted
from sctui.tui.knowledge.naming import shared_name

_FIRST = 1_000_000  # more than the cells that any row or column has
Place = tuple[str, str]  # the keys of a row and a column


@dataclass(frozen=True, slots=True)
class Axis:
    """A row or a column: what it is called across documents, and the name to show."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """What most is known of comes first, in rows and columns; `cells` has no entry where nothing is known.

    The first `sources` rows are cell sources and treatments; diseases and the like follow, their columns too.
    """

    rows: tuple[Axis, ...] = ()
    columns: tuple[Axis, ...] = ()
    cells: Mapping[Place, tuple[Cell, ...]] = field(default_factory=dict)
    sources: int = 0

    def at(self, row: int, column: int) -> tuple[Cell, ...]:
        """What is known in a row and a column, counted from 0."""
        if not (0 <= row < len(self.rows) and 0 <= column < len(self.columns)):
            return ()
        return self.cells.get((self.rows[row].key, self.columns[column].key), ())


def matrix_of(cells: Sequence[Cell], text: str = "", hidden: Collection[str] = ()) -> Matrix:
    """The matrix of some cells.

    Args:
        cells: of all documents.
        text: words that a cell must have in its source, attribute, value or title, in whatever script; rows
            and columns without such a cell are left out, those with one are shown whole.
        hidden: keys of attributes that are not to be shown.
    """
    words = match_view(text).split()
    shown = [cell for cell in cells if cell.column_key not in hidden]
    fitting = [cell for cell in shown if not words or _fits(cell, words)]
    rows = {cell.row_key for cell in fitting}
    columns = {cell.column_key for cell in fitting}
    found: dict[Place, list[Cell]] = {}
    for cell in shown:
        if cell.row_key in rows and cell.column_key in columns:
            found.setdefault((cell.row_key, cell.column_key), []).append(cell)
    kept = [cell for told in found.values() for cell in told]
    given = {cell.row_key for cell in kept if not cell.row_kind}
    of_rows = Counter(row for row, _ in found)
    of_columns: Counter[str] = Counter()
    for row, column in found:
        of_columns[column] += of_rows[row]
    for row, column in found:  # sources before all else, and what they are compared in
        of_columns[column] += _FIRST if row in given and of_columns[column] < _FIRST else 0
    of_rows.update(dict.fromkeys(given, _FIRST))
    return Matrix(
        _axis([(cell.row_key, cell.row) for cell in kept], of_rows),
        _axis([(cell.column_key, cell.column) for cell in kept], of_columns),
        {place: tuple(told) for place, told in found.items()},
        len(given),
    )


def rows_counted(matrix: Matrix) -> str:
    """How many sources there are; the rows that are none are counted apart."""
    others = len(matrix.rows) - matrix.sources
    if not matrix.sources:
        return counted(others, "row")
    sources = counted(matrix.sources, "source")
    more = ngettext("{count} other row", "{count} other rows", others).format(count=others)
    return f"{sources} + {more}" if others else sources


def cell_text(cells: Sequence[Cell]) -> str:
    """What stands in one cell: its values, each once, and the number of documents where there are several."""
    values = " / ".join(dict.fromkeys(cell.value for cell in cells))
    documents = len({cell.evidence.document for cell in cells})
    return f"{values} ×{documents}" if documents > 1 else values


def _fits(cell: Cell, words: Sequence[str]) -> bool:
    view = match_view(
        "\n".join((cell.row, cell.row_key, cell.column, cell.column_key, cell.value, cell.title))
    )
    return all(word in view for word in words)


def _axis(names: Sequence[tuple[str, str]], weight: Counter[str]) -> tuple[Axis, ...]:
    written: dict[str, Counter[str]] = {}
    for key, name in names:
        written.setdefault(key, Counter())[name] += 1
    return tuple(
        Axis(key, shared_name(key, written[key])) for key in sorted(written, key=lambda key: -weight[key])
    )
