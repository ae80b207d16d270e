"""The parts that a report of a study is told in: headings and labels such as `Methods`, `【安全性】`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import takewhile

from sctui.facts.trials.statement import Statement
from sctui.text.match_view import match_view

# the parts of a structured abstract, as headings or as labels in front of a paragraph
_PART = re.compile(
    r"(?:background|objectives?|aims?|purpose|introduction|design|setting|participants|(?:patients|materials|subjects)"
    r"|methods?|results?|findings|conclusions?|interpretation|(?:研究|试验|实验|临床)?(?:目的|设计|方法|结果|结论|背景|对象|疗效|安全性)"
    r"|(?:主要|次要|关键|安全性?|疗效)?(?:终点|指标|研究终点|疗效指标|疗效|安全性|结局)(?:结果|数据|分析)?|不良反应|不良事件|副作用|随访结果?|亚组分析?)"
    r"(?:\s(?:and|&)\s\w+)?"
)
_LABEL = re.compile(r"[【\[(]?(?P<label>[^:【】\[\]]{2,12})(?::.*)?[】\])]?")  # `【主要终点:差一口气】`


# parts that come first, the one that tells how a study was made, and those that come last
_BEGINS = re.compile(
    r"background|objectives?|aims?|purpose|introduction|(?:研究|试验|实验|临床)?(?:目的|背景)"
)
_METHODS = re.compile(
    r"(?:design|setting|participants|(?:patients|materials|subjects)|methods?|(?:研究|试验|实验|临床)?(?:设计|方法|对象))"
    r"(?:\s(?:and|&)\s\w+)?"
)
_ENDS = re.compile(r"results?|findings|conclusions?|interpretation|(?:研究|试验|实验|临床)?(?:结果|结论)")


def is_part(title: str) -> bool:
    """Whether a heading is that of a part of an abstract (`Methods`, `结果`)."""
    return bool(_PART.fullmatch(match_view(title).strip(" :.")))


@lru_cache(maxsize=1024)  # every sentence below a heading asks
def heads_part(title: str) -> bool:
    """Whether a heading is that of a part of a report, with or without what was found there."""
    label = _LABEL.fullmatch(match_view(title).strip())
    return bool(label and _PART.fullmatch(label["label"])) or is_part(title)


def is_labelled(statement: Statement) -> bool:
    """Whether a sentence begins with the name of a part of an abstract (`Results: …`)."""
    return (
        bool(statement.clauses)
        and statement.labels(statement.clauses[0])
        and is_part(statement.clauses[0].text)
    )


def above_parts(section: Sequence[str]) -> tuple[str, ...]:
    """The headings of a report, without those of its parts."""
    return tuple(takewhile(lambda title: not heads_part(title), section))


def in_methods(statement: Statement) -> bool:
    """Whether a sentence stands where a report tells how the study was made."""
    return bool(_METHODS.fullmatch(_part_of(statement)))


def begins_report(statement: Statement, told: Iterable[Statement]) -> bool:
    """Whether a sentence stands in a part that comes before those a report was told in: it is another's."""
    part = _part_of(statement)
    if not (_BEGINS.fullmatch(part) or _METHODS.fullmatch(part)):
        return False
    return any(one.line < statement.line and _ENDS.fullmatch(_part_of(one)) for one in told)


def _part_of(statement: Statement) -> str:
    """The part of a report that a sentence stands in, by its label or heading; empty for none."""
    title = statement.clauses[0].text if is_labelled(statement) else "".join(statement.section[-1:])
    return match_view(title).strip(" :.") if is_part(title) else ""
