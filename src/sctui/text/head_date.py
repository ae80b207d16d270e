"""The day that stands at the head of a text: `2025-04-17`, `发布时间：2021年3月5日`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from sctui.text.match_view import match_view

_HEAD = 6  # lines in which a document says when it appeared
_LONGEST = 60  # characters of a line that gives a date and is no sentence on something that happened
_YEAR = r"(?<!\d)(?P<year>(?:19|20)\d\d)"
_DAY = re.compile(
    rf"{_YEAR}(?:[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})|年(?P<m>\d{{1,2}})月(?:(?P<d>\d{{1,2}})日)?)"
)
_DATE = re.compile(rf"{_YEAR}(?:[-/.](?P<month>\d{{1,2}})(?:[-/.](?P<day>\d{{1,2}}))?)?(?!\d)")
_SENTENCE = re.compile(r"[，。]|,\D")


def head_date(lines: Iterable[str]) -> str:
    """The date (`2021-03-05`, `2021-03`) that a short line of the head gives; empty where none does."""
    short = (text for text in islice(lines, _HEAD) if len(text) <= _LONGEST)
    views = (match_view(text) for text in short if not _SENTENCE.search(text))
    return next((_written(found) for found in map(_DAY.search, views) if found), "")


def date_in(text: str) -> str:
    """The date in a text that is one (`2025-09-17`, `2025年4月17日`, `2025（推定）`); else empty."""
    view = match_view(text)
    found = _DAY.search(view) or _DATE.search(view)
    return _written(found) if found else ""


def _written(found: re.Match[str]) -> str:
    told = found.groupdict()
    parts = (told["year"], told["month"] or told.get("m"), told["day"] or told.get("d"))
    return "-".join(f"{part:0>2}" for part in parts if part)
