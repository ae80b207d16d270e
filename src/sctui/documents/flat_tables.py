"""Tables without marks: flattened to one cell a line, or with cells apart by tabs, blanks or commas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import groupby, takewhile

from sctui.documents.sheet import Sheet, outweighs
from sctui.model.document import LineKind
from sctui.text.delimited import LEAST_ROWS, is_head, is_row_of_measures, may_be_row, table_at
from sctui.text.flat_table import columns_of, names_rows
from sctui.text.patterns import SENTENCE_END

_LONGEST = 24.0  # weight of the longest cell
_ROW = 80  # characters of a row whose columns cannot be told
_TABLE = re.compile(r"附?表|tables?\b")
_MOST = 200  # cells of one table
_LEAST_MEASURED = 2  # rows of numbers or grades that are a table, whatever its head
_SLACK = 3  # lines behind a table, such as the next heading, that may look like cells


def mark_flat_tables(sheet: Sheet) -> None:
    """Class the cells of flattened tables as rows; `text.flat_table` tells how many a row has."""
    for run in _runs(sheet):
        cells = _table_in(sheet, run)
        for i in cells:
            sheet.mark(i, LineKind.TABLE_ROW)


def mark_delimited_tables(sheet: Sheet) -> None:
    """Class lines that one sign cuts into the cells of a table as its rows; a blank line may follow each."""
    for step in (1, 2):
        for run in _runs_of_rows(sheet, step):
            _mark_rows(sheet, run)


def mark_rows_below_captions(sheet: Sheet) -> None:
    """Class the lines right below a table's caption as rows where the first begins as a head does.

    Their columns may be lost (`Cord 2 x 10^6/kg Easy harvest Rejection`), but they are no headings.
    """
    for caption, view in enumerate(sheet.views):
        if sheet.kinds.get(caption) is not LineKind.CAPTION or not _TABLE.match(view):
            continue
        below = range(caption + 1, len(sheet.views))
        rows = list(takewhile(partial(_may_be_cut, sheet), below))
        if len(rows) >= LEAST_ROWS and names_rows(sheet.views[rows[0]].split()[0]):
            for i in rows:
                sheet.mark(i, LineKind.TABLE_ROW)


def _may_be_cut(sheet: Sheet, i: int) -> bool:
    view = sheet.views[i]
    return bool(view) and i not in sheet.kinds and len(view) <= _ROW and not SENTENCE_END.search(view)


def _runs_of_rows(sheet: Sheet, step: int) -> Iterator[list[int]]:
    """Runs of lines that may be rows, one in so many lines; those between are blank."""
    run: list[int] = []
    for i, text in enumerate(sheet.texts):
        if i in sheet.kinds or not may_be_row(text):
            continue
        if run and (i - run[-1] != step or any(sheet.views[run[-1] + 1 : i])):
            yield run
            run = []
        run.append(i)
    yield run


def _mark_rows(sheet: Sheet, run: list[int]) -> None:
    """Class the tables in a run of lines that could be rows; other such lines may stand above or below."""
    texts, start = [sheet.texts[i] for i in run], 0
    while start < len(run):
        rows, _cutter = table_at(texts, start)
        for i in run[start : start + rows]:
            sheet.mark(i, LineKind.TABLE_ROW)
        start += rows or 1
    _mark_rows_of_measures(sheet, run)


def _mark_rows_of_measures(sheet: Sheet, run: list[int]) -> None:
    """Class rows of numbers and grades whose columns cannot be told, and the head right above them."""
    for measured, group in groupby(
        range(len(run)), lambda place: is_row_of_measures(sheet.texts[run[place]])
    ):
        places = list(group)
        if not measured or len(places) < _LEAST_MEASURED:
            continue
        first = places[0] - 1 if places[0] and is_head(sheet.texts[run[places[0] - 1]]) else places[0]
        for i in run[first : places[-1] + 1]:
            sheet.mark(i, LineKind.TABLE_ROW)


def _runs(sheet: Sheet) -> Iterator[list[int]]:
    """Runs of short lines that have no class yet; blank lines between them do not count."""
    run: list[int] = []
    for i, view in enumerate(sheet.views):
        if not view:
            continue
        fits = i not in sheet.kinds and not outweighs(view, _LONGEST)
        if fits and not SENTENCE_END.search(view.rstrip(")]")):
            run.append(i)
        else:
            yield run
            run = []
    yield run


def _table_in(sheet: Sheet, run: list[int]) -> list[int]:
    """The lines of the run that are a table: it begins with the run, or below its title."""
    if len(run) < 2 or len(run) > _MOST:
        return []
    titled = not names_rows(sheet.texts[run[0]]) and names_rows(sheet.texts[run[1]])
    for left in range(_SLACK + 1):
        cells = run[titled : len(run) - left]
        if columns_of([sheet.texts[i] for i in cells]):
            return cells
    return []
