"""How far apart arms are, told behind their figures: `细胞组下降3.9分,对照组2.0分,组间差1.9分`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.trials.measured import p_text
from sctui.facts.trials.setting import Found
from sctui.facts.trials.sides import VALUES
from sctui.facts.trials.statement import Statement

_DIFFER = re.compile(  # `,组间差1.9分`
    r"(?:\s?\([^()]*\))?[,;、]\s?(?P<what>(?:组间|两组)(?:之?间)?(?:的|平均|绝对|校正后?)*(?:差[异距值别]?|相差))(?:为|是|达|约|:|只有|仅)*\s?"
)


def apart(statement: Statement, what: str, begin: int, end: int) -> Iterator[Found]:
    """The difference of arms in `what` they were measured for; their figures stand from `begin` to `end`."""
    told = _DIFFER.match(statement.view, end - statement.start)
    for figure in statement.quantities if told else ():
        if told and figure.start == statement.start + told.end() and figure.kind in VALUES:
            yield Found(
                "outcome",
                figure.start,
                figure.end,
                measure=f"{what}的{statement.text[slice(*told.span('what'))]}",
                evidence=(begin, figure.end),
                p=p_text(statement, figure.end),
            )
