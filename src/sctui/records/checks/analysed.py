"""How many people may stand behind a result: all who took part, or those who had not left."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.model.knowledge import Record, Told
from sctui.records.checks.doubt import count
from sctui.text.match_view import match_view

_COUNTS = ("count", "count_of", "arm", "arm_of", "share")
_LEFT = re.compile(
    r"失访|脱落|退出|剔除|排除|中途|未完成|停止(?:治疗|试验)"
    r"|withdr[ae]w|dropped out|lost to follow|discontinued"
    r"|did not complete|excluded"
)
_STAYED = re.compile(r"(?<!未)完成|可评估|纳入(?:最终)?分析|\bcompleted\b|evaluable|analy[sz]ed|\bassessed\b")


def sizes_analysed(record: Record, people: int) -> Iterator[int]:
    """Every number that a result of `people` can be of, as is told of who left and who stayed."""
    yield people
    yield from range(people - 1, max(0, people - left(record)) - 1, -1)
    yield from (number for number in stayed(record) if number < people)


def left(record: Record) -> int:
    """How many are told to have left; 0 where nothing is said."""
    return sum(_counted(record, _LEFT))


def stayed(record: Record) -> list[int]:
    """The numbers of people who are told to have stayed, or to have been looked at in the end."""
    return list(_counted(record, _STAYED))


def _counted(record: Record, pattern: re.Pattern[str]) -> Iterator[int]:
    yield from (number for told in record.told if _tells(told, pattern) and (number := count(told)))


def _tells(told: Told, pattern: re.Pattern[str]) -> bool:
    return told.slot in _COUNTS and bool(pattern.search(match_view(told.measure)))
