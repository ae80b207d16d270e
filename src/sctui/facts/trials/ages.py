"""How old the people of a study were: who could take part, and their mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.text import literal
from sctui.text.quantity import QuantityKind

_OF_DONORS = re.compile("的?(?:健康)?(?:捐赠者|捐献者|供者|供体)")
_MEAN_AGE = re.compile(
    r"(?:平均年龄|年龄中位数|中位年龄|(?:mean|median|average) age)(?:为|是|约|:|\s(?:was|of))?\s?"
    r"(?P<age>\d{1,2}(?:\.\d+)?(?:\s?(?:±|\+/-)\s?\d+(?:\.\d+)?)?\s?(?:岁|years?)?)"
)

_MEDIAN = re.compile("年龄中位|中位|median")


def ages(statement: Statement) -> Iterator[Found]:
    """The ages that could take part, and how old they were on average."""
    means = [
        (statement.start + m.start(), statement.start + m.end()) for m in _MEAN_AGE.finditer(statement.view)
    ]
    for mean in _MEAN_AGE.finditer(statement.view):
        slot = "median_age" if _MEDIAN.match(mean[0]) else "mean_age"
        yield Found(slot, statement.start + mean.start("age"), statement.start + mean.end("age"))
    for quantity in statement.counted(QuantityKind.AGE):
        if any(start <= quantity.number < end for start, end in means):
            continue
        if _OF_DONORS.match(statement.seen(quantity.end, statement.end)):
            continue
        tail = literal.match("及?以[上下]", statement.seen(quantity.end, quantity.end + 3))
        around = statement.seen(max(statement.start, quantity.start - 8), quantity.start)
        if quantity.low != quantity.high or tail or "年龄" in around or "aged" in around:
            yield Found("age", quantity.start, quantity.end + (tail.end() if tail else 0))
