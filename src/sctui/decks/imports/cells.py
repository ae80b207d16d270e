"""Delimited text -> rows of cells, each with its place; quoting as in RFC 4180."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sctui.errors import DeckError
from sctui.i18n import N_, _

_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
_BREAK = re.compile(r"\r\n|\n|\r")
_HINT = N_('a `"` within a quoted cell is doubled')


class Cell(NamedTuple):
    """A text and where it begins; line and column from 1."""

    value: str
    line: int
    column: int


def rows(text: str, separator: str, file: str, line: int = 1) -> Iterator[tuple[Cell, ...]]:
    """The rows of a text that begins in line `line` of its file; empty lines are left out.

    Raises:
        DeckError: where a quote is never closed, or has text behind it.
    """
    reader = _Cells(text, separator, file, line)
    row: list[Cell] = []
    for cell, is_last in reader.cells():
        row.append(cell)
        if is_last:
            if any(cell.value.strip() for cell in row):
                yield tuple(row)
            row = []


class _Cells:
    """Reads from `_at`, which is in line `_line`; that line begins at `_start`."""

    def __init__(self, text: str, separator: str, file: str, line: int) -> None:
        self._text, self._separator, self._file = text, separator, file
        self._plain = re.compile(rf"[^{re.escape(separator)}\r\n]*")
        self._at = self._start = 0
        self._line = line

    def cells(self) -> Iterator[tuple[Cell, bool]]:
        """Each cell, and whether it is the last of its row."""
        text, more = self._text, False
        while more or self._at < len(text):
            cell = self._cell()
            end = _BREAK.match(text, self._at)
            more = not end and text.startswith(self._separator, self._at)
            if self._at < len(text) and not end and not more:
                raise self._fault(_("text stands behind a closing quote"))
            yield cell, not more
            if end:
                self._line, self._at, self._start = self._line + 1, end.end(), end.end()
            elif more:
                self._at += len(self._separator)

    def _cell(self) -> Cell:
        text, line, column = self._text, self._line, self._at - self._start + 1
        if not text.startswith('"', self._at):
            found = self._plain.match(text, self._at)
            value = found[0] if found else ""
            self._at += len(value)
            return Cell(value, line, column)
        quoted = _QUOTED.match(text, self._at)
        if not quoted:
            raise self._fault(_("a quote is never closed"))
        for end in _BREAK.finditer(text, self._at, quoted.end()):
            self._line, self._start = self._line + 1, end.end()
        self._at = quoted.end()
        return Cell(quoted[1].replace('""', '"'), line, column)

    def _fault(self, message: str) -> DeckError:
        column = self._at - self._start + 1
        return DeckError(message, file=self._file, line=self._line, column=column, hint=_(_HINT))
