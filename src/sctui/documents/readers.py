"""The formats that can be read: one entry each, chosen by what the text contains."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sctui.documents.abstract_list import mark_abstracts
from sctui.documents.boilerplate import mark_boilerplate, mark_references
from sctui.documents.coded_titles import mark_coded_titles
from sctui.documents.flat_tables import mark_delimited_tables, mark_flat_tables, mark_rows_below_captions
from sctui.documents.headings import mark_headings
from sctui.documents.line_shapes import mark_shapes
from sctui.documents.mail import mark_mail
from sctui.documents.markdown import has_markdown_headings, mark_markdown, mark_markdown_text
from sctui.documents.masthead import mark_masthead
from sctui.documents.repeats import mark_repeats
from sctui.documents.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: `claims` says whether a text is written in it, `marks` class its lines, in that order."""

    name: str
    claims: Callable[[Sequence[str]], bool]
    marks: tuple[Callable[[Sheet], None], ...]


READERS: tuple[Reader, ...] = (
    Reader(
        "markdown",
        has_markdown_headings,
        (
            mark_references,
            mark_markdown,
            mark_delimited_tables,
            mark_shapes,
            mark_flat_tables,
            mark_rows_below_captions,
            mark_boilerplate,
            mark_repeats,
            mark_markdown_text,
        ),
    ),
    Reader(
        "text",
        lambda _: True,
        (
            mark_mail,
            mark_references,
            mark_abstracts,
            mark_coded_titles,
            mark_delimited_tables,
            mark_shapes,
            mark_flat_tables,
            mark_rows_below_captions,
            mark_boilerplate,
            mark_repeats,
            mark_masthead,
            mark_headings,
        ),
    ),
)


def reader_for(lines: Sequence[str]) -> Reader:
    """The first reader that claims the text."""
    return next(reader for reader in READERS if reader.claims(lines))
