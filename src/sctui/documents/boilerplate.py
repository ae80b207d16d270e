"""What stands around a text: references, disclaimers, page furniture, journal descriptions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sctui.documents.sheet import Sheet, weight
from sctui.lexicon.lexicon import Mention
from sctui.lexicon.term import TermKind
from sctui.model.document import LineKind
from sctui.text import literal
from sctui.text.section_names import SectionRole, is_bare_section_name, section_role

_NUMBERED_SOURCE = re.compile(r"(?:\[\d{1,3}\]|\d{1,3}[.)])\s*\S")
_SOURCE = re.compile(
    r"\bdoi\b|https?://|\bet al\b|\bpubmed\b|\bpmid\b|\[[jmdc]\]"
    r"|(?:19|20)\d{2}[;:,(]\s*\d+|\((?:19|20)\d{2}[a-z]?\)[.。,]|\d+\s*\(\d+\)\s*:\s*\d+"
)
_SHORT = 40.0  # weight up to which a weak mark settles the matter
_LONG = 130.0  # weight from which one mark somewhere in the line settles nothing
_OPENING = " \t([{<【《「『“\"'*#>•·-"
_CLOSING = " :)]}>】》」』*_"
_TEXT = {SectionRole.OPENING, SectionRole.CLOSING}  # sections of the text, which end what a mark opened
_BLOCKS = ("following", "links")  # how far what a mark opens goes: to the next heading, or to the next text


def mark_references(sheet: Sheet) -> None:
    """Class the reference list: its heading and all below it that can be a source, and lone sources."""
    inside = False
    for i, view in enumerate(sheet.views):
        if not view or sheet.kinds.get(i) in {LineKind.RECORD, LineKind.FRONT_MATTER}:
            continue
        title = view.lstrip("#*※ ").rstrip("* ")
        role = section_role(title)
        if role is SectionRole.REFERENCES:
            inside = is_bare_section_name(title)
            sheet.mark(i, LineKind.REFERENCE)
        elif inside and (role is not None or not _can_be_source(view)):
            inside = False
        elif inside or (literal.match(r"\[\d{1,3}\]", view) and _SOURCE.search(view)):
            sheet.mark(i, LineKind.REFERENCE)


def _can_be_source(view: str) -> bool:
    """Below the heading of a reference list: all but what is plainly something else."""
    if (
        _NUMBERED_SOURCE.match(view)
        or _SOURCE.search(view)
        or view.startswith(("-", "*", "http", "链接", "["))
    ):
        return True
    return bool(literal.search(r"[a-z]{3,}.*[.,:;]", view)) and not view.startswith("#")


def mark_boilerplate(sheet: Sheet) -> None:
    """Class lines by the marks of the lexicon, and what follows a mark that opens a section."""
    marks = sheet.lexicon.apart(TermKind.BOILERPLATE)
    block = ""
    for i, view in enumerate(sheet.views):
        if i in sheet.kinds:
            block = _block_below(view) if sheet.kinds[i] is LineKind.HEADING else block
            continue
        if (block == "links" and _tells(view)) or (block and section_role(view) in _TEXT):
            block = ""
        strong, weak, opens = _marked(view, list(marks.mentions_in(view)))
        if section_role(view) is SectionRole.APPARATUS and is_bare_section_name(view):
            strong, opens = True, "following"
        if strong or weak > 1 or (weak == 1 and weight(view) <= _SHORT and not view.endswith(("。", "."))):
            sheet.mark(i, LineKind.BOILERPLATE)
            block = block or opens
        elif block:
            sheet.mark(i, LineKind.BOILERPLATE)


def _block_below(heading: str) -> str:
    """What block a heading with `#` opens: below `## About us` all is of the page."""
    title = heading.lstrip("# ")
    about = section_role(title) is SectionRole.APPARATUS and is_bare_section_name(title)
    return "following" if about else ""


def _marked(view: str, mentions: Sequence[Mention]) -> tuple[bool, int, str]:
    """Whether a mark settles the matter, how many marks count, and what kind of block one opens, or none.

    What is asked of the whole line is asked once: a text without line breaks has many marks.
    """
    if not mentions:
        return False, 0, ""
    text_at, text_end = len(view) - len(view.lstrip(_OPENING)), len(view.rstrip(_CLOSING))
    is_long = weight(view) >= _LONG
    strong, weak, opens = False, 0, ""
    for start, end, term in mentions:
        attributes = term.attributes
        if attributes.get("where") == "start" and start > text_at:
            continue
        strong = strong or (attributes.get("strength") == "strong" and (start <= text_at or not is_long))
        weak += 1
        if attributes.get("block") in _BLOCKS and end >= text_end:
            opens = opens or attributes["block"]
    return strong, weak, opens


def _tells(view: str) -> bool:
    """Whether a line is text, and no name of another page."""
    return weight(view) > _SHORT or view.endswith(("。", "."))
