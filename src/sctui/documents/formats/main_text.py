"""The main text of a page, with all headings that stand over a part of it.

trafilatura finds the text. Where it finds no frame around it (a page made of nested sections), it gathers the
paragraphs of the page and leaves the headings out; then it is asked again with each heading as a paragraph.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

import trafilatura  # an extra: whoever wants a page read has loaded it

from sctui.documents.formats.markup import markup_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_MARK = "\uf8f0{level}\uf8f1"  # in front of a heading that was made a paragraph
_MARKED = re.compile(r"\uf8f0(\d)\uf8f1\s*")
_ENOUGH = 12  # letters by which a text is known


def main_lines(tree: HtmlElement) -> list[str]:
    """The lines of the main text as Markdown; none when the page has no text."""

    def extracted(page: HtmlElement) -> list[str]:
        found = trafilatura.extract(
            page,
            output_format="html",
            include_comments=False,
            include_formatting=True,
            include_tables=True,
            favor_recall=True,
        )
        return markup_lines(_apart(found or ""))

    lines = extracted(tree)
    if not _lost(tree, lines):
        return lines
    page = deepcopy(tree)
    for heading in list(page.iter(*_HEADINGS)):
        heading.text = _MARK.format(level=heading.tag[1]) + (heading.text or "")
        heading.tag = "p"
    again = [_MARKED.sub(lambda mark: "#" * int(mark[1]) + " ", line, count=1) for line in extracted(page)]
    whole = len(_letters("".join(again))) >= len(_letters("".join(lines)))
    return again if whole and not _lost(tree, again) else lines


def _apart(found: str) -> str:
    """What was found, its lines apart where all stands in one paragraph, as the text of a short page does."""
    if found.count("<p>") != 1 or "<table" in found or "<li" in found:
        return found
    start, end = found.index("<p>"), found.index("</p>")
    return found[:start] + found[start:end].strip().replace("\n", "</p><p>") + found[end:]


def _lost(tree: HtmlElement, lines: Sequence[str]) -> bool:
    """Whether a heading right above a text among the lines is not among them itself."""
    titles = set(map(_letters, lines))
    said = _letters("".join(lines))
    return any(title and title not in titles and below in said for title, below in _with_text_below(tree))


def _with_text_below(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """The letters of each heading, and the first ones of the paragraph that follows it."""
    title = ""
    for element in tree.iter("p", *_HEADINGS):
        text = _letters(element.text_content())
        if element.tag in _HEADINGS:
            title = text
        elif title and len(text) >= _ENOUGH:
            yield title, text[:_ENOUGH]
            title = ""


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
