"""Document to topic tree: which line is a topic, and of which level."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice

from sctui.lexicon.words import Words
from sctui.model.document import Document, LineKind
from sctui.model.topic import Topic
from sctui.outline.entries import Entry, find_entries
from sctui.outline.levels import assign_levels
from sctui.text.section_names import is_bare_section_name

_NO_WORDS = Words(())
_TABLES = frozenset({LineKind.TABLE_ROW, LineKind.TABLE_RULE})


def build_outline(document: Document, words: Words = _NO_WORDS) -> Topic:
    """The topic tree of a document.

    The root stands for the document (line 0); its title is the one the document gives itself, else its first
    heading (a label before its text is none), else its file name. Every line belongs to the deepest topic
    whose heading stands at or above it; a table with its caption to none that is but a label before a text.
    `words` are the field's: how names of treatments end in headings.
    """
    entries = find_entries(document)
    levels = assign_levels(document, entries, words)
    headings = [entry for entry in entries if not entry.run_in]
    tables = _table_lines(document)
    title = (
        document.metadata.get("title")
        or _first_title(headings, lead=_leads_in(document, headings))
        or document.name
    )
    last = len(document.lines)
    return Topic(title, 0, last, _children(entries, levels, 0, len(entries), last, tables))


def _leads_in(document: Document, headings: Sequence[Entry]) -> bool:
    """Whether a text stands above the first heading."""
    first = headings[0].line if headings else 0
    return any(line.kind.carries_facts for line in islice(document.lines, max(0, first - 1)))


def _table_lines(document: Document) -> list[int]:
    """The numbers of the lines of tables, and of the captions in front of them, in order."""
    found: list[int] = []
    caption = 0
    for line in document.lines:
        if line.kind in _TABLES:
            found += [caption, line.number] if caption else [line.number]
            caption = 0
        elif line.kind is not LineKind.BLANK:
            caption = line.number if line.kind is LineKind.CAPTION else 0
    return found


def _first_title(headings: Sequence[Entry], *, lead: bool) -> str:
    """The first heading, unless it names a part alone (`Abstract`), or one of several abstracts.

    `lead` says that a text stands above it.
    """
    if sum(heading.listed for heading in headings) > 1:
        return ""
    first = headings[0].title if headings else ""
    return "" if is_bare_section_name(first) or _is_first_of_sections(headings, lead=lead) else first


def _is_first_of_sections(headings: Sequence[Entry], *, lead: bool) -> bool:
    """Whether the first heading, behind a text that leads in, is declared to be one of several sections."""
    marks = headings[0].marks if lead and headings else 0
    return sum(entry.marks == marks > 1 for entry in headings) > 1


def _children(
    entries: list[Entry],
    levels: list[int],
    start: int,
    end: int,
    last_line: int,
    tables: Sequence[int],
) -> tuple[Topic, ...]:
    """The topics of `entries[start:end]`, the first of which opens the first child.

    `tables` are the numbers of the lines of tables and captions: a label before its text owns none of them.
    """
    topics: list[Topic] = []
    while start < end:
        following = start + 1
        while following < end and levels[following] > levels[start]:
            following += 1
        until = entries[following].line - 1 if following < end else last_line
        below = _children(entries, levels, start + 1, following, until, tables)
        if entries[start].run_in and not below:
            at = bisect_right(tables, entries[start].line)
            until = min(until, tables[at] - 1) if at < len(tables) else until
        topics.append(Topic(entries[start].title, entries[start].line, until, below))
        start = following
    return tuple(topics)
