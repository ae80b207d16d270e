"""Facts of table cells: one a cell, or one for each part of it that has a question of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sctui.facts.comparisons.cell_text import cleaned, parts
from sctui.facts.comparisons.table import Cell, Table, tables
from sctui.facts.enumeration import members
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.document import Document, Span
from sctui.model.fact import Fact, FactKind
from sctui.model.topic import Topic
from sctui.text.match_view import match_view
from sctui.text.sentence import Piece

_EMPTY = re.compile(r"[-–—/\\.…\s]*|n/?a|无|未知|不详|同上", re.IGNORECASE)
_TITLE = 20  # Han characters of a table's title that still fit into a question
_ANSWER = 40
# what a part of a cell can be asked as: slot, pattern of the match view; `value` is the answer
_ASKED = (
    ("source", re.compile(r"(?:主要)?(?:来源于|来自|取自)(?P<value>.+?)(?:等)?")),
    ("differentiates", re.compile(r"(?:可|能|能够)?分化(?:为|成)(?P<value>.+?)(?:等)?")),
    (
        "via",
        re.compile(r"通过(?P<value>[^,]+?)(?P<measure>(?:促进|抑制|增强|减少|减轻|改善|调节|激活|支持).+)"),
    ),
    ("secretes", re.compile(r"分泌[^()]*?的(?P<measure>[^()的]+?)\((?P<value>[^()]+)\)")),
    ("factors", re.compile(r"(?P<measure>[^()]{2,16})\((?P<value>[^()]+)\)")),
)


def find_table_facts(document: Document, tree: Topic, lexicon: Lexicon) -> Iterator[Fact]:
    """Facts of every body cell; an empty cell and one that repeats its neighbour make none."""
    for table in tables(document.lines):
        across = _names_run_across(table, lexicon)
        for row in table.rows:
            title = _context(table, tree, row[0].span.line)
            for column, cell in enumerate(row[1:], start=1):
                merged = cell.text == row[column - 1].text
                if _EMPTY.fullmatch(cell.text) or merged:
                    continue
                subject, measure = row[0], table.header[column]
                if across:
                    subject, measure = measure, subject
                if cleaned(subject.text) and cleaned(measure.text):
                    yield from _of_cell(cell, cleaned(subject.text), cleaned(measure.text), title, lexicon)


def _names_run_across(table: Table, lexicon: Lexicon) -> bool:
    """Whether the things compared stand in the header row, and the attributes in the first column."""
    names = lexicon.of(TermKind.CELL, TermKind.SOURCE)
    header = sum(bool(names.mentions(cell.text)) for cell in table.header[1:])
    first = sum(bool(names.mentions(row[0].text)) for row in table.rows if row)
    return header * max(1, len(table.rows)) > first * max(1, len(table.header) - 1)


def _context(table: Table, tree: Topic, line: int) -> str:
    path = tree.path_of(line)
    for title in (table.title, *reversed(path)):
        if title and len(title) <= _TITLE:
            return title
    return ""


def _of_cell(cell: Cell, subject: str, measure: str, title: str, lexicon: Lexicon) -> Iterator[Fact]:
    slot = "cell" if not re.match(r"[在对于与]", match_view(measure)) else "cell-adverbial"
    whole = Fact(FactKind.COMPARISON, slot, subject, "", cell.span, None, measure, title)
    rest: list[Piece] = []
    stretches = list(parts(cell.text))
    for part in stretches:
        asked = _asked(part, whole, cell, lexicon) if len(stretches) > 1 else None
        if asked is None:
            rest.append(part)
        else:
            yield asked
    if not rest:
        return
    value = ";".join(cleaned(part.text) for part in rest)
    answer = _span(cell, rest[0].start, rest[-1].end) if len(rest) == 1 else None
    listed = members(value) if len(rest) == 1 else ()
    whole = replace(whole, value=value, answer=answer, items=listed if len(listed) > 1 else ())
    if len(value) <= _ANSWER + 4:
        yield whole
    else:
        yield from (replace(whole, value=cleaned(p.text), answer=_span(cell, p.start, p.end)) for p in rest)


def _asked(part: Piece, whole: Fact, cell: Cell, lexicon: Lexicon) -> Fact | None:
    view = match_view(part.text)
    for slot, pattern in _ASKED:
        found = pattern.fullmatch(view)
        if found is None:
            continue
        value = part.text[found.start("value") : found.end("value")]
        if slot in {"via", "secretes", "factors"} and not lexicon.of(TermKind.FACTOR).mentions(value):
            continue
        measure = whole.measure
        if "measure" in pattern.groupindex:
            measure = cleaned(part.text[found.start("measure") : found.end("measure")])
        listed = members(value)
        return replace(
            whole,
            slot=slot,
            value=cleaned(value),
            measure=measure,
            evidence=_span(cell, part.start, part.end),
            answer=_span(cell, part.start + found.start("value"), part.start + found.end("value")),
            items=listed if len(listed) > 1 else (),
        )
    return None


def _span(cell: Cell, start: int, end: int) -> Span:
    return Span(cell.span.line, cell.span.start + start, cell.span.start + end)
