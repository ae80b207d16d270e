"""Who developed a product, told outside approvals: `甲大学团队开发的雾化型乙外泌体`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.trials.phrases import cell_phrases
from sctui.facts.trials.statement import Statement
from sctui.model.fact import Fact, FactKind

_DEVELOPED = re.compile(
    r"(?:^|[,:;。由])(?P<who>(?![该此本我])(?:(?![的由,:;。])[一-鿿]){2,18}?"
    r"(?:大学|医院|研究所|研究院|学院|研究中心|公司|生物|制药|药业|医药)(?:的?(?:研究|科研)?团队|课题组)?)"
    r"(?:自主|联合|共同|合作)?(?:研发|开发|研制)(?:的|了|出了?)(?:一[种款类项])?\s?"
)
_SHORT = re.compile(r"\s?[(（][A-Za-z][A-Za-z0-9-]*[)）]")  # `雾化型外泌体(hX-EVs)`
_PAUSE = re.compile("[,。;:]")
_LEAST = 10  # characters of a name that stands for one product


def developers(statement: Statement) -> Iterator[Fact]:
    """The university or company that developed a product which its name tells from others like it."""
    for who, name in developed(statement):
        yield Fact(
            FactKind.TRIAL,
            "developer",
            subject=statement.raw(*name).strip(),
            value=statement.raw(*who),
            evidence=statement.span(who[0], name[1]),
            answer=statement.span(*who),
        )


def developed(statement: Statement) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where a sentence names who developed a product, and that product by its own name."""
    told = _DEVELOPED.search(statement.view)
    if told is None:
        return
    end = statement.start + told.end()
    cells = next((one for one in cell_phrases(statement) if end <= one.start <= end + _LEAST), None)
    if cells is None or _PAUSE.search(statement.seen(end, cells.start)):
        return
    short = _SHORT.match(statement.text, cells.action - statement.start)
    stop = statement.start + short.end() if short else cells.action
    if len(statement.raw(end, stop).strip()) >= _LEAST:
        first, last = told.span("who")
        yield (statement.start + first, statement.start + last), (end, stop)
