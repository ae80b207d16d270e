"""Tables without marks: flattened to one cell a line, or with cells apart by tabs, wide blanks or commas."""

from __future__ import annotations

from collections.abc import Iterator

from sctui.documents.sheet import Sheet, weight
from sctui.model.document import LineKind
from sctui.text.delimited import LEAST_ROWS, may_be_row, rows_of_table
from sctui.text.flat_table import columns_of
from sctui.text.patterns import SENTENCE_END

_LONGEST = 24.0  # weight of the longest cell
_MOST = 200  # cells of one table
_SLACK = 3  # lines behind a table, such as the next heading, that may look like cells


def mark_flat_tables(sheet: Sheet) -> None:
    """Class the cells of flattened tables as rows; `text.flat_table` tells how many a row has."""
    for run in _runs(sheet):
        cells = _table_in(sheet, run)
        for i in cells:
            sheet.mark(i, LineKind.TABLE_ROW)


def mark_delimited_tables(sheet: Sheet) -> None:
    """Class lines that one sign cuts into the cells of a table as its rows."""
    run: list[int] = []
    for i in range(len(sheet.texts) + 1):
        if i < len(sheet.texts) and i not in sheet.kinds and may_be_row(sheet.texts[i]):
            run.append(i)
            continue
        _mark_rows(sheet, run)
        run = []


def _mark_rows(sheet: Sheet, run: list[int]) -> None:
    """Class the table in a run of lines that could be rows; other such lines may stand above or below it."""
    texts, start = [sheet.texts[i] for i in run], 0
    while len(run) - start >= LEAST_ROWS:
        rows = rows_of_table(texts, start)
        for i in run[start : start + rows]:
            sheet.mark(i, LineKind.TABLE_ROW)
        start += rows or 1


def _runs(sheet: Sheet) -> Iterator[list[int]]:
    """Runs of short lines that have no class yet; blank lines between them do not count."""
    run: list[int] = []
    for i, view in enumerate(sheet.views):
        if not view:
            continue
        if i not in sheet.kinds and weight(view) <= _LONGEST and not SENTENCE_END.search(view.rstrip(")]")):
            run.append(i)
        else:
            yield run
            run = []
    yield run


def _table_in(sheet: Sheet, run: list[int]) -> list[int]:
    """The lines of the run that are a table: it begins with the run, or right below a caption."""
    if len(run) < 2 or len(run) > _MOST:
        return []
    for left in range(_SLACK + 1):
        cells = run[: len(run) - left]
        if columns_of([sheet.texts[i] for i in cells]):
            return cells
    return []
