"""The lines that become topics, and the evidence each of them brings for its level."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sctui.model.document import Document, Line, LineKind
from sctui.text.match_view import match_view
from sctui.text.numbering import Numbering, parse_numbering
from sctui.text.section_names import SectionRole, is_bare_section_name, section_role

_MARKS = re.compile(r"\s{0,3}(?P<marks>#{1,6})\s+(?P<title>\S.*?)(?:\s+#+)?\s*")
_STRAY = re.compile(r"^[?\ufffd□\s]+(?=\S)|(?<=\S)[?\ufffd□\s]*\?[?\ufffd□\s]*$")
_QUESTION = re.compile(
    "什么|哪些|哪|如何|怎么|怎样|为何|为什么|吗|呢|是否|能否|多少|几|谁|何|"
    r"\b(?:what|which|how|why|who|when|where|is|are|do|does|can|could|should|will)\b"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A topic to be: its line, title and evidence.

    `marks` is the number of `#` (0: none), `run_in` whether the line goes on with text, `adjacent` whether
    the next line that is not blank is a heading as well.
    """

    line: int
    title: str
    numbering: Numbering | None
    marks: int
    run_in: bool
    role: SectionRole | None
    adjacent: bool


def find_entries(document: Document) -> list[Entry]:
    """Every line of a document that becomes a topic, in order."""
    entries: list[Entry] = []
    lines = [line for line in document.lines if line.kind is not LineKind.BLANK]
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else None
        entry = _entry(line, adjacent=following is not None and _is_heading(following))
        if entry:
            entries.append(entry)
    return entries


def _is_heading(line: Line) -> bool:
    if line.kind is LineKind.HEADING:
        return True
    if line.kind in {LineKind.REFERENCE, LineKind.BOILERPLATE}:
        return bool(_MARKS.fullmatch(line.text)) or is_bare_section_name(_plain(line.text))
    return False


def _entry(line: Line, *, adjacent: bool) -> Entry | None:
    if _is_heading(line):
        marked = _MARKS.fullmatch(line.text)
        text = marked["title"] if marked else line.text
        numbering = parse_numbering(text)
        title = clean_title(text)
        marks = len(marked["marks"]) if marked else 0
        return Entry(line.number, title, numbering, marks, False, section_role(title), adjacent)
    if line.kind is LineKind.RUN_IN:
        label = clean_title(re.split("[:：]", line.text, maxsplit=1)[0])
        return Entry(line.number, label, parse_numbering(line.text), 0, True, None, False)
    return None


def _plain(text: str) -> str:
    return text.strip().strip("*_# ").strip()


def clean_title(text: str) -> str:
    """A heading without numbering, emphasis, a closing colon and stray question marks."""
    title = _plain(text)
    numbering = parse_numbering(title)
    if numbering:
        title = title[numbering.end :]
    title = title.rstrip(":： ").strip("*_ ")
    if not _QUESTION.search(match_view(title)):
        title = _STRAY.sub("", title)
    return title or text.strip()
