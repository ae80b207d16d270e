"""The parts that a report of a study is told in: headings and labels such as `Methods`, `【安全性】`."""

from __future__ import annotations

import re
from functools import lru_cache

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


def is_part(title: str) -> bool:
    """Whether a heading is that of a part of an abstract (`Methods`, `结果`)."""
    return bool(_PART.fullmatch(match_view(title).strip(" :")))


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
