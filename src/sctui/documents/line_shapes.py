"""Classes that a line shows by its own shape: tables, records, captions, bylines, addresses, bullets."""

from __future__ import annotations

import re

from sctui.documents.record import is_record
from sctui.documents.sheet import Sheet, weight
from sctui.model.document import LineKind

_TABLE_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?|\|\s*:?-{2,}:?\s*\|")
_CAPTION = re.compile(
    r"(?:附?[图表](?:\s*\d+|\s*[一二三四五六七八九十]|[a-z])?(?:-\d+)?\s*[:.、 |](?=.)"
    r"|(?:supplementary\s+)?(?:fig(?:ure)?s?|tables?)\.?\s*s?\d+[a-z]?\s*[:.|\s](?=.))"
)
_BARE_CAPTION = re.compile(r"(?:[图表]\s*\d+|(?:fig(?:ure)?|table)\.?\s*\d+)\.?")
BULLET = re.compile(r"(?:[-*+•·●○■□◆◇▪▶►➢✓]|[–—])\s+\S|[•●■◆▪►➢]\S")
_RULE = re.compile(r"(?:[-*_=]\s*){3,}|[—─━]{2,}")
_ADDRESS = re.compile(r"(?:\S{1,8}:\s*)?(?:https?://|www\.|doi:\s*10\.|10\.\d{4,}/)\S+")
_CLOCK = r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?"
_DATED = re.compile(
    rf"(?:.{{0,30}}\s)?{_CLOCK}(?:\s+\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?(?:\s+\S{{1,12}}){{0,3}}"
)
_CLOCKED = re.compile(rf".{{0,30}}{_CLOCK}\s+\d{{1,2}}:\d{{2}}.{{0,30}}")
_NAME = r"(?:[A-Z][\w'’.-]*|van|von|der|den|de|da|di|del|la|le|bin|al)"
_NAMES = re.compile(
    rf"{_NAME}(?:\s+{_NAME}){{1,4}}[\d*†‡,\s]*"
    rf"(?:\s*(?:,|;|&|\band\b)\s*{_NAME}(?:\s+{_NAME}){{1,4}}[\d*†‡]*)+\s*[.,]?"
)
# `RA,类风湿性关节炎;MS,多发性硬化症` or `RA: rheumatoid arthritis; MS: multiple sclerosis`
_ABBREVIATION = r"[a-z][a-z0-9/-]{1,9}\s*[,，:：=、]\s*[^;；。,，]{2,60}"
_ABBREVIATIONS = re.compile(
    rf"(?:(?:注|缩写|缩略语|abbreviations?)\s*[:：]\s*)?{_ABBREVIATION}(?:\s*[;；]\s*{_ABBREVIATION})+[;；.。]?"
)
_HEAD = 12  # bylines stand among the first lines that are not blank
_SHORT = 40.0


def mark_shapes(sheet: Sheet) -> None:
    """Class records, tables, captions, bylines, rules, lone addresses and bullets."""
    seen = 0
    for i, view in list(sheet.open()):
        seen += 1
        kind = _shape(sheet.texts[i].strip(), view, head=seen <= _HEAD)
        if kind:
            sheet.mark(i, kind)


def _shape(text: str, view: str, *, head: bool) -> LineKind | None:
    if is_record(text):
        return LineKind.RECORD
    if view.startswith("|") and view.count("|") > 1:
        return LineKind.TABLE_RULE if _TABLE_RULE.fullmatch(view) else LineKind.TABLE_ROW
    if _CAPTION.match(view) or _BARE_CAPTION.fullmatch(view):
        return LineKind.CAPTION
    if _CLOCKED.fullmatch(view) or (head and _is_byline(text, view)):
        return LineKind.BYLINE
    if _ABBREVIATIONS.fullmatch(view):
        return LineKind.ABBREVIATIONS
    if _RULE.fullmatch(view):
        return LineKind.BLANK
    if _ADDRESS.fullmatch(view):
        return LineKind.REFERENCE
    if BULLET.match(view):
        return LineKind.BULLET
    return None


def _is_byline(text: str, view: str) -> bool:
    if weight(view) <= _SHORT and _DATED.fullmatch(view):
        return True
    return bool(_NAMES.fullmatch(text)) and text.count(",") + text.count(";") + text.count("&") >= 1
