"""Markdown: headings with `#` or underlined, fenced code, emphasis around a heading."""

from __future__ import annotations

from collections.abc import Sequence

from sctui.documents.headings import label_end
from sctui.documents.line_shapes import BULLET
from sctui.documents.sheet import Sheet
from sctui.model.document import LineKind
from sctui.text.numbering import parse_numbering
from sctui.text.patterns import MARKDOWN_FENCE, MARKDOWN_HEADING
from sctui.text.underlined import underlined


def has_markdown_headings(lines: Sequence[str]) -> bool:
    """Whether a text has headings written with `#`, or with a line of `=` or `-` below them."""
    return any(MARKDOWN_HEADING.fullmatch(line) for line in lines) or bool(underlined(lines))


def mark_markdown(sheet: Sheet) -> None:
    """Class headings with `#` or a line below them; in Markdown nothing else makes one."""
    fenced, marked = False, underlined(sheet.texts)
    for i, text in enumerate(sheet.texts):
        if MARKDOWN_FENCE.match(text):
            fenced = not fenced
            sheet.mark(i, LineKind.BLANK)
        elif fenced:
            sheet.mark(i, LineKind.BOILERPLATE)
        elif i in marked or MARKDOWN_HEADING.fullmatch(text):
            sheet.mark(i, LineKind.HEADING)
        elif text.strip() and not text.strip("# \t"):  # a heading that was left empty
            sheet.mark(i, LineKind.BLANK)


def mark_markdown_text(sheet: Sheet) -> None:
    """Class what is left: bullets, numbered items, labels in front of their text, paragraphs."""
    for i, view in sheet.open():
        if BULLET.match(view):
            sheet.mark(i, LineKind.BULLET)
        elif label_end(view) is not None:
            sheet.mark(i, LineKind.RUN_IN)
        elif parse_numbering(view):
            sheet.mark(i, LineKind.NUMBERED)
        else:
            sheet.mark(i, LineKind.PARAGRAPH)
