"""Which lines are headings, labels in front of their text, or numbered items, in text without markup."""

from __future__ import annotations

import re

from sctui.documents.sheet import Sheet, weight
from sctui.model.document import LineKind
from sctui.text.numbering import parse_numbering
from sctui.text.section_names import is_bare_section_name, section_role

_LONGEST = 46.0  # weight of the longest heading
_LONGEST_LABEL = 20.0
_LABEL = re.compile(r"(?P<label>[^:。！？!?;；]{2,60}?)\s*:\s*(?=\S)")
_ENDS = re.compile(r"[。；;，,、.!！…]$|[”\"』」]$")
_BODY_END = re.compile(r"[。；;.!！?？:”\"）)]$")
_INNER_STOP = re.compile(r"(?<!\?)。|；|[.!?]\s|！")
_LEADS_IN = re.compile(r"(?:如下|包括|以下|显示|表明|发现|指出|认为|所示|例如|相关|因素|优势)$")
_BODY = {LineKind.PARAGRAPH, LineKind.TABLE_ROW, LineKind.CAPTION, LineKind.ABBREVIATIONS}


def mark_headings(sheet: Sheet) -> None:
    """Class headings, run-in labels and numbered items; what is left is a paragraph."""
    for i, view in list(sheet.open()):
        numbering = parse_numbering(view)
        body = view[numbering.end :].strip() if numbering else view
        if _is_heading(sheet, i, body, numbered=numbering is not None):
            sheet.mark(i, LineKind.HEADING)
        elif label_end(view) is not None:
            sheet.mark(i, LineKind.RUN_IN)
        elif numbering:
            sheet.mark(i, LineKind.NUMBERED)
        else:
            sheet.mark(i, LineKind.PARAGRAPH)


def label_end(view: str) -> int | None:
    """The column of the colon behind a run-in label; None when the line does not begin with one."""
    numbering = parse_numbering(view)
    start = numbering.end if numbering else 0
    match = _LABEL.match(view, start)
    if not match or weight(match["label"]) > _LONGEST_LABEL or "," in match["label"]:
        return None
    rest = view[match.end() :]
    if weight(rest) < _LONGEST_LABEL and not _BODY_END.search(rest):
        return None
    return match.end("label")


def _is_heading(sheet: Sheet, i: int, body: str, *, numbered: bool) -> bool:
    if not body or weight(body) > _LONGEST or not any(char.isalpha() for char in body):
        return False
    following = sheet.next_text(i)
    if following is None:
        return False
    if is_bare_section_name(body):
        return True
    if body.endswith(":"):
        return _announces(sheet, body, following)
    if _ENDS.search(body) or _INNER_STOP.search(body.rstrip("?")):
        return False
    if numbered:
        return not _same_list(sheet, i, following)
    return True


def _announces(sheet: Sheet, body: str, following: int) -> bool:
    """A line that ends in a colon is a heading only above another heading; above a list it leads in."""
    view = sheet.views[following]
    if "," in body or _LEADS_IN.search(body.rstrip(":")) or parse_numbering(view):
        return False
    return (
        following not in sheet.kinds and weight(view) <= _LONGEST and not _BODY_END.search(view.rstrip("?"))
    )


def _same_list(sheet: Sheet, i: int, following: int) -> bool:
    """Whether the next line goes on counting: then both are items of a list, not headings."""
    here, there = parse_numbering(sheet.views[i]), parse_numbering(sheet.views[following])
    previous = sheet.previous_text(i)
    before = parse_numbering(sheet.views[previous]) if previous is not None else None
    if here is None:
        return False
    if there and there.style is here.style and there.value == here.value + 1:
        return label_end(sheet.views[following]) is None
    return bool(before and before.style is here.style and before.value == here.value - 1)
