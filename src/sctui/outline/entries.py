"""The lines that become topics, and the evidence each of them brings for its level."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from sys import intern
from unicodedata import category

from sctui.model.document import Damage, Document, Line, LineKind
from sctui.text import literal
from sctui.text.match_view import match_view
from sctui.text.numbering import Numbering, NumberStyle, parse_numbering, title_code
from sctui.text.patterns import CITED_ABSTRACT, MARKDOWN_FENCE, MARKDOWN_HEADING, SIGNS
from sctui.text.question import asks
from sctui.text.run_in import run_in_label
from sctui.text.section_names import SectionRole, is_bare_section_name, section_role, without_edit_mark
from sctui.text.site_name import without_site
from sctui.text.underlined import underlined
from sctui.text.wrapping import SAMPLE, glue, is_broken, wrap_column

_STRAY = re.compile(r"^[?\ufffd□\s]+(?=\S)|(?<=\S)[?\ufffd□\s]*[?\ufffd□]\s*$")
_CODED = Numbering(NumberStyle.SIGN, 0, 0, 0)  # titles of abstracts with a code are of one level
_ORNAMENT = re.compile(r"(?:(?:PART|Part|NO|No|Chapter)\.?\s*|0)(?P<n>\d{1,2})")  # above a heading: `01`
_SPACED = re.compile(r"[\u3400-\u9fff](?:[ \u3000]+[\u3400-\u9fff]){1,5}")  # `参 考 文 献`
_ASKER = re.compile(r"^(?:Q|问题?|問題?|Question)\s?\d{0,2}\s?[:：.、]\s*(?=\S)")  # `Q1: …`


@dataclass(frozen=True, slots=True)
class Entry:
    """A topic to be: its line, title and evidence.

    `marks` is the number of `#` (0: none), `run_in` whether the line goes on with text, `adjacent` whether
    the next line that is not blank is a heading as well, `listed` whether it is the title of an abstract in a
    list of them, whose number stands above it.
    """

    line: int
    title: str
    numbering: Numbering | None
    marks: int
    run_in: bool
    role: SectionRole | None
    adjacent: bool
    listed: bool = False


def find_entries(document: Document) -> list[Entry]:
    """Every line of a document that becomes a topic, in order."""
    entries: list[Entry] = []
    numbers = _numbers_of_contents(document)
    # one by one: as a list they would take as much memory as the text
    lines = (line for line in _outside_code(document) if line.kind is not LineKind.BLANK)
    repairs = _safe_repairs(document)
    above: Line | None = None
    marked = underlined(line.text for line in document.lines)
    column = wrap_column([line.text for line in islice(document.lines, SAMPLE)])
    for line, following in _with_next(lines):
        text = _repaired(line, repairs.get(line.number, []))
        if column and following and _is_rest_of_title(line, following, column):
            text += glue(text, following.text.strip()) + following.text.strip()
        entry = _entry(line, text, adjacent=following is not None and _is_heading(following))
        if entry and not entry.run_in and (level := marked.get(line.number - 1)):
            entry = replace(entry, marks=level)
        if entry:
            entries.append(_numbered(entry, above, numbers))
        above = line
    return entries


def _is_rest_of_title(line: Line, following: Line, column: int) -> bool:
    """Whether a heading was broken by its width and goes on in the line right below."""
    below = line.kind is LineKind.HEADING and following.kind is LineKind.BYLINE
    return below and following.number == line.number + 1 and is_broken(line.text, following.text, column)


def _numbered(entry: Entry, above: Line | None, contents: dict[str, Numbering]) -> Entry:
    """An entry with the number that it has elsewhere: in a table of contents, or in the citation above it."""
    if entry.numbering or entry.run_in or entry.marks:
        return entry
    if above and above.kind is LineKind.BOILERPLATE and (number := _ORNAMENT.fullmatch(above.text.strip())):
        return replace(entry, numbering=Numbering(NumberStyle.DOT, int(number["n"]), 1, 0))
    if title_code(entry.title) or (above and above.kind is LineKind.BYLINE and title_code(above.text)):
        return replace(entry, numbering=_CODED)
    if above and above.kind is LineKind.BYLINE and CITED_ABSTRACT.match(match_view(above.text)):
        return replace(entry, numbering=parse_numbering(above.text), listed=True)
    return replace(entry, numbering=contents[entry.title]) if entry.title in contents else entry


def _numbers_of_contents(document: Document) -> dict[str, Numbering]:
    """The numbers that a table of contents gives to headings that have none themselves, as in a wiki."""
    numbered = (
        (line.text, numbering)
        for line in document.lines
        if line.kind is LineKind.BOILERPLATE and (numbering := parse_numbering(line.text))
    )
    return {clean_title(text): numbering for text, numbering in numbered}


def _with_next(lines: Iterable[Line]) -> Iterator[tuple[Line, Line | None]]:
    """Each line with the one behind it; the last with None."""
    before: Line | None = None
    for line in lines:
        if before:
            yield before, line
        before = line
    if before:
        yield before, None


def _outside_code(document: Document) -> Iterator[Line]:
    """The lines that are not inside a fence of Markdown, where `#` begins a comment."""
    fenced = False
    for line in document.lines:
        if line.kind is LineKind.BLANK and MARKDOWN_FENCE.match(line.text):
            fenced = not fenced
        elif not fenced:
            yield line


def _is_heading(line: Line) -> bool:
    if line.kind is LineKind.HEADING:
        return True
    if line.kind in {LineKind.REFERENCE, LineKind.BOILERPLATE}:
        return bool(MARKDOWN_HEADING.fullmatch(line.text)) or is_bare_section_name(_plain(line.text))
    return False


def _safe_repairs(document: Document) -> dict[int, list[Damage]]:
    """The damage of each line whose repair is proved, in the order of the line."""
    found: dict[int, list[Damage]] = defaultdict(list)
    for damage in document.damage:
        if damage.safe:
            found[damage.span.line].append(damage)
    return found


def _repaired(line: Line, repairs: list[Damage]) -> str:
    """The text of a line with its safe repairs, for a title: titles are shown, never quoted."""
    text = line.text
    for damage in reversed(repairs):
        text = text[: damage.span.start] + (damage.repair or "") + text[damage.span.end :]
    return text


def _entry(line: Line, text: str, *, adjacent: bool) -> Entry | None:
    if _is_heading(line):
        marked = MARKDOWN_HEADING.fullmatch(text)
        text = marked["title"] if marked else text
        title = clean_title(text)
        return Entry(
            line=line.number,
            title=title,
            numbering=parse_numbering(text.strip("*_ ")) or _signed(text),
            marks=len(marked["marks"]) if marked else 0,
            run_in=False,
            role=section_role(title),
            adjacent=adjacent,
        )
    if line.kind is LineKind.RUN_IN:
        apart = run_in_label(text)
        label = clean_title(apart["label"] if apart else literal.split("[:：]", text, maxsplit=1)[0])
        return Entry(line.number, label, parse_numbering(text), 0, run_in=True, role=None, adjacent=False)
    return None


def _signed(text: str) -> Numbering | None:
    """What stands for the number of a heading behind a sign: headings behind one sign are of one level."""
    sign = text.strip("*_ ")[:1]
    return Numbering(NumberStyle.SIGN, 0, ord(sign), 1) if sign and sign in SIGNS else None


def _plain(text: str) -> str:
    """A heading without emphasis and without the brackets around all of it; `【News】 …` keeps its own."""
    title = text.strip().strip("*_# ").strip()
    return title if title.startswith("【") and "】" in title[:-1] else title.strip("*_#【】 ").strip()


def _undecorated(title: str) -> str:
    """A heading without the pictures and blocks around it (`▍`, `✦`), and with its letters close together."""
    start, end = 0, len(title)
    while start < end and (title[start].isspace() or category(title[start]) == "So"):
        start += 1
    while end > start and (title[end - 1].isspace() or category(title[end - 1]) == "So"):
        end -= 1
    title = title[start:end] or title
    return "".join(title.split()) if _SPACED.fullmatch(title) else title


def clean_title(text: str) -> str:
    """A heading without numbering, emphasis, its site's name, a closing colon and stray question marks."""
    title = without_site(without_edit_mark(_undecorated(text.strip().strip(f"*_# {SIGNS}").strip())))
    numbering = parse_numbering(title)  # `【1】 …`, before brackets are taken off
    title = _plain(title[numbering.end :] if numbering else title)
    if not numbering and (numbering := parse_numbering(title)):
        title = title[numbering.end :]
    title = _ASKER.sub("", title.rstrip(":： ").strip("*_ "), count=1)
    if not asks(title):
        title = _STRAY.sub("", title)
    return intern(title or text.strip())  # the same labels stand in every section of a long document
