"""Of which year a document is, for figures of a country, which are true of a year."""

from __future__ import annotations

import re

from sctui.model.document import Document, Span
from sctui.text.match_view import match_view

_HEAD = 6  # lines in which a document says when it appeared
_LONGEST_HEAD = 60  # characters of a line that gives a date and is no sentence on something that happened
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月)")
_SENTENCE = re.compile(r"[，。]|,\D")
_YEAR = re.compile(r"(?:19|20)\d\d")
# `2022年,某杂志发布…专家共识`: what follows is that work's
_DATED_WORK = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)年?[^。;\d]{0,40}(?:共识|指南|报告|白皮书|年鉴|统计|调查|普查)"
)
_LINES_BEFORE = 1


def year_of(document: Document) -> str:
    """The year that the metadata or a line of the head says the document is of; empty where none does."""
    told = _YEAR.search(document.metadata.get("date", ""))
    if told:
        return told.group()
    short = (line.text for line in document.lines[:_HEAD] if len(line.text) <= _LONGEST_HEAD)
    head = (match_view(text) for text in short if not _SENTENCE.search(text))
    return next((found[1] for found in map(_DAY.search, head) if found), "")


def year_told(document: Document, place: Span) -> str:
    """The year of the work that a figure is taken from, as the text before says; empty where it does not."""
    lines = [line.text for line in document.lines[: place.line - 1] if line.text.strip()][-_LINES_BEFORE:]
    before = document.lines[place.line - 1].text[: place.start]
    for text in (before, *reversed(lines)):
        found = list(_DATED_WORK.finditer(match_view(text)))
        if found:
            return found[-1]["year"]
    return ""


def names_year(text: str) -> bool:
    """Whether a text says of which year it is."""
    return bool(_YEAR.search(text))
