"""Classes that a line shows by its own shape: tables, records, captions, bylines, addresses, bullets."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import takewhile

from sctui.documents.bylines import is_byline, tells_of_page
from sctui.documents.record import is_record
from sctui.documents.sheet import Sheet
from sctui.model.document import LineKind
from sctui.text.patterns import BARS
from sctui.text.wiki_table import wiki_table

_TABLE_RULE = re.compile(
    r"[┌├└┏┣┗╔╠╚╟╭╰][─━═│┃║┬┼┴┳╋┻╦╬╩╤╪╧┐┤┘┓┫┛╗╣╝╢╮╯]+|\+(?:[-=:]+\+)+|"
    r"\{\|.*|\|\}|\|-+|"  # of a wiki
    r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?|\|\s*:?-{2,}:?\s*\|"
)
_CAPTION = re.compile(
    r"(?:附?[图表](?:\s*\d+|\s*[一二三四五六七八九十]|[a-z])?(?:-\d+)?\s*[:.、 |](?=.)"
    r"|[△▲▼]{1,2}\s?(?=[^\s△▲▼])(?![^。]*。\s?[^\s(])"  # of two sentences it is an item, and no caption
    r"|(?:supplementary\s+)?(?:fig(?:ure)?s?|tables?)\.?\s*[a-z]?\d+[a-z]?\s*[:.|\s](?=.))"
)
_NOTE = re.compile(r"(?:\*(?![* ])|[†‡§※△▲])(?=\S)(?!.*\*$)")  # below a table, of a mark in it
_BARE_CAPTION = re.compile(
    r"\[(?:table|figure|表格?|图片?)\]|图片|(?:[图表]\s*\d+|(?:fig(?:ure)?|table)\.?\s*\d+)\.?"
)
BULLET = re.compile(r"(?:[-*+•·●○■□◆◇▪▶►➢➤‣⦁✓✔✗✘☑✅❌]|[–—])\s+\S|[•●■◆▪►➢➤‣⦁✔✘✅❌▲△・‧└↳⤷]\s?\S|→\s\S")
_RULE = re.compile(r"(?:[-*_=]\s*){3,}|--|[—─━]{2,}")
_ADDRESS = re.compile(r"(?:\S{1,8}:\s*)?(?:https?://|www\.|doi:\s*10\.|10\.\d{4,}/)\S+")
_FOOTNOTE = re.compile(r"\[\^[\w-]{1,20}\]:\s*\S.*")  # of Markdown
_PICTURE = re.compile(r"[\[(](?:图片?|照片|摄影|摄|photo|image)\s*[:/].{1,24}[\])]")
_ORNAMENT = re.compile(  # `01`, `PART 2`, `- END -` on a line of its own
    r"(?:(?:part|no|chapter)\.?\s*|[o0])\d{1,2}|[-—=·.\s]*(?:the end|end|完|全文完|\(完\))[-—=·.\s]*"
)
_MENU = re.compile(  # of a page, on one line
    r"[^|。!?]{1,24}(?:\s[|｜]\s[^|。!?]{1,24}){3,}|(?:\[[a-z][^\[\]。]{2,30}\]\s*){2,}"
    r"|(?:[<«‹←]{1,2}\s?)(?:previous|prev|older|newer|back|上一|下一)\b.{0,120}"
)
_BOXED = re.compile(r"[┌╔┏]\s*[^─━═┬╦┳\s].*[┬╦┳].*")  # the head of a table, in the frame above it
# `RA,类风湿性关节炎;MS,多发性硬化症` or `RA: rheumatoid arthritis; MS: multiple sclerosis`
_ABBREVIATION = r"[a-z][a-z0-9/-]{1,9}\s*[,，:：=、]\s*[^;；。,，]{2,60}"
_ABBREVIATIONS = re.compile(
    rf"(?:(?:注|缩写|缩略语"
    rf"|abbreviations?)\s*[:：]\s*)?{_ABBREVIATION}(?:\s*[;；]\s*{_ABBREVIATION})+[;；.。]?"
)
_DOI = re.compile(r"doi\s?:?\s*(?:https?://doi\.org/)?10\.\d{4,}/\S+")  # the page's own, in its head
_BARS = frozenset(BARS)
_HEAD = 12  # bylines stand among the first lines that are not blank


def _is_table_row(_: str, view: str) -> bool:
    head_of_wiki = view[:1] == "!" and "!!" in view
    return head_of_wiki or (view[:1] in _BARS and view.count(view[0]) > 1)


def _is_record(text: str, _: str) -> bool:
    return is_record(text)


def _matches(pattern: re.Pattern[str]) -> Callable[[str, str], bool]:
    return lambda _, view: pattern.fullmatch(view) is not None


# class -> whether a line (stripped text, match view) is of it; the first that says yes decides
_SHAPES: tuple[tuple[LineKind, Callable[[str, str], bool]], ...] = (
    (LineKind.RECORD, _is_record),
    (LineKind.TABLE_RULE, _matches(_TABLE_RULE)),
    (LineKind.TABLE_ROW, _is_table_row),
    (LineKind.TABLE_ROW, _matches(_BOXED)),
    (LineKind.CAPTION, lambda _, view: _CAPTION.match(view.lstrip("*_ ")) is not None),
    (LineKind.CAPTION, _matches(_BARE_CAPTION)),
    (LineKind.CAPTION, _matches(_PICTURE)),
    (LineKind.BYLINE, lambda _, view: tells_of_page(view)),
    (LineKind.BOILERPLATE, _matches(_ORNAMENT)),
    (LineKind.BOILERPLATE, _matches(_MENU)),
    (LineKind.ABBREVIATIONS, _matches(_ABBREVIATIONS)),
    (LineKind.BLANK, _matches(_RULE)),
    (LineKind.REFERENCE, _matches(_ADDRESS)),
    (LineKind.REFERENCE, _matches(_FOOTNOTE)),
    (LineKind.BULLET, lambda _, view: BULLET.match(view) is not None),
)


def mark_shapes(sheet: Sheet) -> None:
    """Class records, tables, captions, bylines, rules, lone addresses and bullets."""
    _mark_open_tables(sheet)
    _mark_wiki_tables(sheet)
    for place, (i, view) in enumerate(sheet.open()):
        text = sheet.texts[i].strip()
        if _NOTE.match(text) and sheet.kinds.get(i - 1) is LineKind.TABLE_ROW:
            sheet.mark(i, LineKind.CAPTION)
        if place < _HEAD and (is_byline(text) or _DOI.fullmatch(view)):
            sheet.mark(i, LineKind.BYLINE)
        for kind, fits in _SHAPES:
            if fits(text, view):
                sheet.mark(i, kind)
                break


def _mark_wiki_tables(sheet: Sheet) -> None:
    """Class what stands between `{|` and `|}` as rows: nothing else tells a cell on a line of its own."""
    for opened, view in sheet.open():
        if not view.startswith("{|"):
            continue
        table = wiki_table(sheet.texts, opened)
        for i in {place[0] for row in table.rows for place in row} - {opened}:
            sheet.mark(i, LineKind.TABLE_ROW)
        if table.caption:
            sheet.mark(table.caption[0], LineKind.CAPTION)


def _mark_open_tables(sheet: Sheet) -> None:
    """Class the rows of tables without outer marks (`a | b`), which the rule below their head gives away."""
    for rule, view in sheet.open():
        if view[:1] not in {"-", ":"} or not rule or not _TABLE_RULE.fullmatch(view):
            continue
        below = takewhile(lambda i: "|" in sheet.views[i], range(rule + 1, len(sheet.views)))
        if "|" in sheet.views[rule - 1]:
            for i in (rule - 1, *below):
                sheet.mark(i, LineKind.TABLE_ROW)
