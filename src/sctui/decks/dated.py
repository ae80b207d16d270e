"""Of which year a document is, for figures of a country, which are true of a year."""

from __future__ import annotations

import re
from itertools import islice

from sctui.model.document import Document, Span
from sctui.text.head_date import head_date
from sctui.text.match_view import match_view

_YEAR = re.compile(r"(?:19|20)\d\d")
# `2022年,某杂志发布…专家共识`: what follows is that work's
_DATED_WORK = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)年?[^。;\d]{0,40}(?:共识|指南|报告|白皮书|年鉴|统计|调查|普查)"
)
_LINES_BEFORE = 1


def year_of(document: Document) -> str:
    """The year that the metadata or a line of the head says the document is of; empty where none does."""
    told = _YEAR.search(document.metadata.get("date", ""))
    return told.group() if told else head_date(line.text for line in document.lines)[:4]


def year_told(document: Document, place: Span) -> str:
    """The year of the work that a figure is taken from, as the text before says; empty where it does not."""
    before = document.lines[place.line - 1].text[: place.start]
    above = (document.lines[at].text for at in range(place.line - 2, -1, -1))
    for text in (before, *islice((line for line in above if line.strip()), _LINES_BEFORE)):
        found = list(_DATED_WORK.finditer(match_view(text)))
        if found:
            return found[-1]["year"]
    return ""


def names_year(text: str) -> bool:
    """Whether a text says of which year it is."""
    return bool(_YEAR.search(text))
