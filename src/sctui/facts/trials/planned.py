"""What is no study: one still to come, without size or result; and when a product came to be sold."""

from __future__ import annotations

import re

from sctui.facts.trials.approvals import tells_approval
from sctui.facts.trials.statement import Statement
from sctui.text.quantity import QuantityKind

_LATER = r"(?:入组|纳入|收案|招募|启动|开展|完成|[招收]\s?\d|\s?\d+\s?[例名位人](?!次))"
_PLANNED = re.compile(
    r"(?:须|需|必须|应)(?:于[^,。;]{0,10})?(?:完成|补齐|纳入|收案|招募)"
    rf"|(?<![原按])(?:计划|预计|规划|拟)[^,。;]{{0,8}}?{_LATER}|规划[^,。;]{{0,6}}(?:试验|研究),"
    r"|(?:将于|即将)[^,。;]{0,12}(?:启动|开展|招募)"
    r"|(?:要求|须|需|承诺)[^。;]{0,20}20\d\d\s?年[^,。;]{0,4}前[^,。;]{0,4}完成|尚未(?:启动|入组|招募|开始)"
    r"|\b(?:will|plans? to|is expected to|aims to) (?:\w+ )?"
    r"(?:enrol|recruit|start|begin|include|randomi[sz]e|compare)\w*"
    r"|\bwill (?:\w+ )?be (?:\w+ )?(?:enrolled|included|recruited|randomi[sz]ed|tested|studied)\b"
    r"|\b(?:trial|study) (?:[\w-]+ ){0,4}?(?:is|are) (?:now )?(?:being )?planned\b|\btarget n\b"
    r"|\bmust\b[^.;]*\bcomplete (?:an? |the )?(?:[\w-]+ ){0,3}(?:trial|study)\b"
    r"|\bmust (?:\w+ )?(?:enrol|recruit|run|conduct|complete|carry out)\b"
    r"|\b(?:reporting|due|expected|anticipated) (?:by|in|before) (?:the end of |early |late |mid-?)?20\d\d\b"
    r"|\b(?:trial|study)\b[^.;]{0,60}\bis (?:now |currently )?(?:enrol\w+|recruiting|ongoing|under ?way)\b"
)
# what came of the plan: `计划做80例,做到30例就停了`
_DONE = re.compile(
    r"[,。;].*(?:实际|最终|做到|已(?:经)?(?:入组|纳入|完成)|就停|提前(?:终止|结束))"
    r"|\bactually\b|\bstopped\b|\b(?:was|were) enrolled\b"
)
_RECOMMENDED = re.compile(
    r"(?:推荐|建议|标准)(?:的)?(?:给药)?(?:剂量|用量|用法|方案)|用法用量"
    r"|\b(?:patients|children|adults|people) should (?:get|receive|be given)\b"
    r"|\brecommended (?:dos\w+|regimen)\b"
)
_SOLD = re.compile(r"(?:19|20)\d\d\s?年[^,。;]{0,12}上市")


def is_launch(statement: Statement) -> bool:
    """Whether a sentence dates by when a product came to be sold, and counts nobody."""
    if not _SOLD.search(statement.view) or statement.counted(QuantityKind.PEOPLE):
        return False
    return not tells_approval(statement, dated=True)


def is_recommended(statement: Statement) -> bool:
    """Whether a sentence tells how a product is to be given: what its label says, and no study did."""
    return bool(_RECOMMENDED.search(statement.view))


def is_planned(statement: Statement) -> bool:
    """Whether a sentence tells of a study that is still to come."""
    return bool(_PLANNED.search(statement.view)) and not _DONE.search(statement.view)
