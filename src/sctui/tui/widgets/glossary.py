"""A heading and below it terms with their meanings, in two columns.

One widget: a widget for each term and meaning, hundreds of them, takes half a second to come to the screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len
from textual.content import Content

from sctui.tui.widgets.prose import Prose, wrapped

_TERM, _BETWEEN = 13, 2  # cells
_BLANK = Content("")
_STYLE = "bold $text-accent"


class Glossary(Prose):
    """Shows `heading` and `rows` of terms and meanings, wrapped to the widget's width."""

    def __init__(self, heading: str, rows: Sequence[tuple[str, str]]) -> None:
        super().__init__(classes="gap")
        self._heading, self._rows = heading, rows

    def laid_out(self, width: int) -> Content:
        """Heading, an empty line, and the rows."""
        rows = (line for row in self._rows for line in _lines(*row, width))
        return Content("\n").join([Content.styled(self._heading, _STYLE), _BLANK, *rows])


def _lines(term: str, meaning: str, width: int) -> Iterator[Content]:
    terms = wrapped(Content(term), _TERM).split("\n", allow_blank=True)
    meanings = wrapped(Content(meaning), width - _TERM - _BETWEEN).split("\n", allow_blank=True)
    for left, right in zip_longest(terms, meanings, fillvalue=_BLANK):
        space = " " * (_TERM + _BETWEEN - cell_len(left.plain))
        yield Content.assemble((left.plain, _STYLE), space, right)
