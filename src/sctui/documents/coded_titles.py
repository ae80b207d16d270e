"""Titles of abstracts that a book counts by a code: `P4-01`, on its own line or before the title."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import pairwise, takewhile

from sctui.documents.sheet import Sheet, outweighs
from sctui.model.document import LineKind
from sctui.text.numbering import title_code
from sctui.text.patterns import SENTENCE_END
from sctui.text.section_names import is_bare_section_name

_LONGEST = 80.0  # weight of the longest title
_MOST_AUTHORS = 3  # lines right below a title


def mark_coded_titles(sheet: Sheet) -> None:
    """Class titles with a code as headings, and codes above their titles as bylines.

    A code belongs to a series that counts from one line to a later one, and a blank line stands above it.
    """
    series: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for i, text in enumerate(sheet.texts):
        code = title_code(text) if text and text[0].isalnum() and i not in sheet.kinds else None
        if code and not (i and sheet.views[i - 1].strip("-=_*─━ ")):
            before = series[code[0]]
            if not (before and before[-1][1] == code[1]):  # `O-14 (cont.)` goes on over a page
                before.append((i, code[1], code[2]))
    for coded in series.values():
        counted = [n for _, n, _ in coded]
        if len(coded) > 1 and all(one < other for one, other in pairwise(counted)):
            for i, _, end in coded:
                _mark(sheet, i, end)


def _mark(sheet: Sheet, i: int, end: int) -> None:
    if end < len(sheet.texts[i].rstrip()):
        if not outweighs(sheet.views[i], _LONGEST) and not SENTENCE_END.search(sheet.views[i].rstrip(")")):
            _mark_title(sheet, i)
        return
    title = sheet.next_text(i)
    if title is not None and title <= i + 2 and _may_be_title(sheet, title):
        sheet.mark(i, LineKind.BYLINE)
        _mark_title(sheet, title)


def _mark_title(sheet: Sheet, i: int) -> None:
    """Class a title as a heading, and the further lines that it goes on over as its byline."""
    sheet.mark(i, LineKind.HEADING)
    while sheet.is_broken(i):
        i += 1
        sheet.mark(i, LineKind.BYLINE)
    for below in takewhile(partial(_may_be_author, sheet), range(i + 1, i + 1 + _MOST_AUTHORS)):
        sheet.mark(below, LineKind.BYLINE)


def _may_be_author(sheet: Sheet, i: int) -> bool:
    """Whether a line below a title tells who wrote the abstract, and where: short, no sentence, no label."""
    view = sheet.views[i] if i < len(sheet.views) else ""
    is_plain = bool(view) and ":" not in view and not is_bare_section_name(view)
    return is_plain and _may_be_title(sheet, i) and sheet.next_text(i) is not None


def _may_be_title(sheet: Sheet, i: int) -> bool:
    view = sheet.views[i]
    return not outweighs(view, _LONGEST) and not SENTENCE_END.search(view.rstrip("?)"))
