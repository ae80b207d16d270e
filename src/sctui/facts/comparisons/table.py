"""Tables: runs of lines that start with `|`, cut into cells by hand, or of one cell a line.

A Markdown parser takes list items and paragraphs around such a run into the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from sctui.model.document import Line, LineKind, Span
from sctui.text.delimited import LEAST_ROWS, cells_of, table_at
from sctui.text.flat_table import columns_of, kind_of
from sctui.text.match_view import match_view
from sctui.text.patterns import BARS
from sctui.text.wiki_table import opens_wiki_table, wiki_table

_RULE = re.compile(r"[\s|:+-]*-[\s|:+-]*")
_CAPTION = re.compile(
    r"[*_\s]*(?:附?表|(?:supplementary\s+)?table)\s*"
    r"(?:(?:[a-z]?\d{1,3}(?:[-–.]\d{1,2})?|[一二三四五六七八九十]{1,3})?\s*[.:：、．|｜]"
    r"|[a-z]?\d+(?:-\d+)?\s)[*_\s]*",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"(?:about|around|approx\.?|约|大约|[~≈<>≥≤])\s?\d|\d+(?:\.\d+)?\s?%")
_CREDIT = re.compile(
    r"来源|出处|作者|撰文|编译|编辑|责编|责任编辑|审校|审核|校对|翻译|译者|整理|文|图|标题|题目|类型|年份"
    r"|期刊|单位|关键词|日期|时间|发布(?:日期|时间)?|更新(?:日期|时间)?"
    r"|source|title|journal|year|keywords|authors?|editors?|date|(?:written |reviewed )?by|published|updated"
)
_LEAST_ABOVE = 2  # rows of a table above the head of the next
_LABEL = re.compile(r"(?P<label>[^:：,，。;；]{1,12})[:：]\s*(?=\S)")
_COUNTS = re.compile(
    r"编号|序号|序|号|排名|摘要号|论文号|no\.?|nr\.?|#|№|id|rank|item|abstract(?: no\.?)?|code"
)
_NUMBERED = re.compile(r"\(?(?:\d{1,3}|[ivx]{1,4}|[a-z]|[一二三四五六七八九十]{1,2})[.)、]?")
_CODED = re.compile(r"(?:[a-z]{1,4}-?\d+(?:-?[a-z]?\d*)|\d{1,4}(?:[-.]\d+)?)")  # of an abstract in its book
_WIKI_RULE = re.compile(r"\|-+")  # between any two rows
# what parts the cells of a row: of a wiki's, of one in a frame (`┌ 项目 ┬ 静脉 ┐`), of any other
_OF_FRAME = re.compile("[┬╦┳]")
_PARTS = (
    (re.compile(r"\s*!"), re.compile(r"!!|\|\|")),
    (re.compile(r"\s*\|(?=.*[^|\s]\s*\|\|)(?!.*\|\s*$)"), re.compile(r"\|\|")),
    (re.compile(r"\s*[┌╔┏](?=.*[┬╦┳])|(?=.*[┬╦┳])"), _OF_FRAME),
    *((re.compile(rf"\s*{one}|(?=.*{one})"), re.compile(rf"(?<!\\){one}")) for one in (r"\|", *BARS[1:])),
)
_FRAME = re.compile(r"\s*[┐╗┓]\s*$")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text without the spaces around it, and where that stands."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the title its caption gives (may be empty), the header cells and the body rows."""

    title: str
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(lines: Sequence[Line]) -> Iterator[Table]:
    """Every table with a header row and at least one body row of the same width."""
    at = 0
    while at < len(lines):
        end, rows = at + 1, list[tuple[Cell, ...]]()
        caption = ""
        if lines[at].kind is LineKind.TABLE_RULE and opens_wiki_table(lines[at].text):
            end, caption, rows = _wiki(lines, at)
        elif lines[at].kind in {LineKind.TABLE_ROW, LineKind.TABLE_RULE}:
            end, rows = _delimited(lines, at) or _marked_or_flat(lines, at)
        if len(rows) > 1:
            body = tuple(row for row in rows[1:] if len(row) == len(rows[0]))
            made = [bool(_CREDIT.fullmatch(match_view(row[0].text))) for row in rows if row]
            if sum(made) > 1 and sum(made) * 3 >= 2 * len(made):
                at = end
                continue  # who made the page
            if any(_FIGURE.match(match_view(cell.text)) for cell in rows[0][1:]):
                at = end
                continue  # its head was lost: a row of figures heads no column
            if table := _named(Table(caption or _title(lines, at, end), rows[0], body)):
                yield table
        at = end


def _wiki(lines: Sequence[Line], at: int) -> tuple[int, str, list[tuple[Cell, ...]]]:
    """Where a wiki's table ends, its caption, and its rows, the head first."""
    texts = list(takewhile(str.strip, (line.text for line in islice(lines, at, None))))
    table = wiki_table(texts, 0)
    rows = [tuple(_cell(lines[at + i], left, right) for i, left, right in row) for row in table.rows]
    caption = "" if table.caption is None else texts[table.caption[0]][slice(*table.caption[1:])]
    return at + table.end, caption, _one_head(rows)


def _named(table: Table) -> Table | None:
    """A table without the column that numbers its rows; None for one whose rows have but codes for names."""
    table = _labelled(table)
    names = [match_view(row[0].text) for row in table.rows]
    if len(table.header) < LEAST_ROWS or not names:
        return table
    counted = _COUNTS.fullmatch(match_view(table.header[0].text).strip())
    if all(map(_NUMBERED.fullmatch, names)) and (counted or not table.header[0].text):
        return Table(table.title, table.header[1:], tuple(row[1:] for row in table.rows))
    return None if counted and all(map(_CODED.fullmatch, names)) else table


def _labelled(table: Table) -> Table:
    """A table with the labels before a colon as cells of their own: `来源：骨髓｜脐带`."""
    rows = [row for row in (table.header, *table.rows) if row]
    labels = [_LABEL.match(row[0].text) for row in rows]
    if len(rows) < LEAST_ROWS or not all(labels):
        return table
    parted = [
        (_within(row[0], 0, label.end("label")), _within(row[0], label.end(), len(row[0].text)), *row[1:])
        for row, label in zip(rows, labels, strict=True)
        if label
    ]
    return Table(table.title, parted[0], tuple(parted[1:]))


def _within(cell: Cell, start: int, end: int) -> Cell:
    return Cell(cell.text[start:end], Span(cell.span.line, cell.span.start + start, cell.span.start + end))


def _delimited(lines: Sequence[Line], at: int) -> tuple[int, list[tuple[Cell, ...]]] | None:
    """Where a table ends whose cells one sign parts, and its rows; a blank line may follow each."""
    for step in (1, 2):
        rows = list(_rows_at(lines, at, step))
        count, cutter = table_at([line.text for line in rows], 0) if rows else (0, None)
        if cutter:
            cells = [
                tuple(_cell(line, *place) for place in cells_of(line.text, cutter)) for line in rows[:count]
            ]
            return at + step * (count - 1) + 1, cells
    return None


def _rows_at(lines: Sequence[Line], at: int, step: int) -> Iterator[Line]:
    """The rows from `at` on that stand in one of so many lines, with blank ones between."""
    while at < len(lines) and _is_row(lines[at]):
        yield lines[at]
        if any(between.kind is not LineKind.BLANK for between in lines[at + 1 : at + step]):
            return
        at += step


def _is_row(line: Line) -> bool:
    return line.kind is LineKind.TABLE_ROW and not _has_bars(line)


def _has_bars(line: Line) -> bool:
    return any(start.match(line.text) for start, sign in _PARTS if sign is not _OF_FRAME)


def _marked_or_flat(lines: Sequence[Line], at: int) -> tuple[int, list[tuple[Cell, ...]]]:
    """Where a table of Markdown, or one of a cell a line, ends, and its rows."""
    if _is_row(lines[at]) and not (at + 1 < len(lines) and _has_bars(lines[at + 1])):
        end = _flat_end(lines, at)
        return end, _flat_rows(lines[at:end])
    end, rules = at, 0
    while end < len(lines) and lines[end].kind in {LineKind.TABLE_ROW, LineKind.TABLE_RULE}:
        text = lines[end].text.strip()
        if _RULE.fullmatch(text) and "+" not in text and not _WIKI_RULE.fullmatch(text):
            rules += 1
            if rules > 1 and end - at > _LEAST_ABOVE:  # it stands below the head of the next table
                end -= 1
                break
        end += 1
    rows = [
        line
        for line in lines[at:end]
        if line.kind is not LineKind.TABLE_RULE and not _RULE.fullmatch(line.text)
    ]
    # where most rows begin with a name, the bar that begins another one leaves the first cell empty
    marked = sum(_parting(line.text)[0] > 0 for line in rows)
    return end, _one_head([_cells(line, opened=marked * 2 < len(rows)) for line in rows])


def _one_head(rows: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """The rows with a head of two rows made one: `治疗组` over `例数` and `缓解率` is `治疗组 例数`, …

    A merged cell of the upper row stands again, or is blank, over each column; below the corner is a blank.
    """
    if len(rows) < LEAST_ROWS or len(rows[0]) != len(rows[1]) or not rows[0][0].text:
        return rows
    above = [cell.text for cell in rows[0]]
    below = [cell.text for cell in rows[1]]
    for column in range(1, len(above)):
        above[column] = above[column] or above[column - 1]
    plain = all(text and kind_of(match_view(text)) in {"words", "latin"} for text in below[1:])
    if below[0] not in {"", above[0]} or not plain or len(set(above)) == len(above):
        return rows
    head = [
        Cell(one if two in {"", one} else f"{one} {two}", cell.span)
        for one, two, cell in zip(above, below, rows[1], strict=True)
    ]
    return [tuple(head), *rows[2:]]


def _flat_end(lines: Sequence[Line], at: int) -> int:
    """Where a table of one cell a line ends; blank lines may stand between its cells."""
    end = at + 1
    for i in range(at + 1, len(lines)):
        if _is_row(lines[i]):
            end = i + 1
        elif lines[i].kind is not LineKind.BLANK:
            break
    return end


def _flat_rows(lines: Sequence[Line]) -> list[tuple[Cell, ...]]:
    """The rows of a table that was flattened to one cell a line."""
    cells = [_whole(line) for line in lines if line.kind is LineKind.TABLE_ROW]
    width = columns_of([cell.text for cell in cells]) or len(cells) or 1
    return [tuple(cells[start : start + width]) for start in range(0, len(cells), width)]


def _whole(line: Line) -> Cell:
    return _stripped(line, 0, len(line.text))


def _cell(line: Line, start: int, end: int) -> Cell:
    return Cell(line.text[start:end], Span(line.number, start, end))


def _parting(text: str) -> tuple[int, re.Pattern[str]]:
    """How many characters stand before the first cell, outer mark and all, and what parts the cells."""
    found = ((start.match(text), sign) for start, sign in _PARTS)
    return next(((begin.end(), sign) for begin, sign in found if begin), (0, _PARTS[0][1]))


def _cells(line: Line, *, opened: bool) -> tuple[Cell, ...]:
    """The cells of a row; the outer marks may be left out, and are where a table is `opened`."""
    start, sign = _parting(line.text)
    frame = _FRAME.search(line.text)
    end = frame.start() if frame else len(line.text)
    edges = [
        0 if opened else start,
        *(at for cut in sign.finditer(line.text, 0 if opened else start, end) for at in cut.span()),
        end,
    ]
    places = list(zip(edges[::2], edges[1::2], strict=True))
    if len(places) > 1 and not line.text[slice(*places[-1])].strip():
        places.pop()  # behind the last mark
    return tuple(_stripped(line, *place) for place in places)


def _stripped(line: Line, start: int, end: int) -> Cell:
    text = line.text[start:end]
    left = start + len(text) - len(text.lstrip())
    return _cell(line, left, left + len(text.strip()))


def _title(lines: Sequence[Line], start: int, end: int) -> str:
    """The text of the caption that stands next to the table, a blank line between allowed."""
    near = [i for i in (start - 1, start - 2, end, end + 1) if 0 <= i < len(lines)]
    for i in near:
        marked = _CAPTION.match(lines[i].text)
        if marked and lines[i].kind not in {LineKind.TABLE_ROW, LineKind.TABLE_RULE}:
            return lines[i].text[marked.end() :].strip(" 。.*_")
    return ""
