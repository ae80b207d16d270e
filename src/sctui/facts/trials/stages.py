"""Phases of trials, told from stages of a disease: `III期试验`, and not `III期肝癌`, `ARCO II期患者`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.trials.statement import Statement
from sctui.lexicon.term import TermKind
from sctui.text.quantity import phases

_OF_TRIAL = re.compile(
    r"试验|研究|临床|随机|[双单三]盲|设盲|盲法|单臂|开放|对照|安慰剂|递增|入组|受试|注册|揭盲|申报|获批|管线|\btrial|\bstudy|phase"
)
_TRIAL_BEHIND = re.compile(r"的?(?:临床|试验|研究|数据|结果)|[^,。;:()的]{0,10}?(?:临床|试验|研究)")
# what is behind a stage of a disease: those who are in it, or how far it goes
_STAGE_BEHIND = re.compile(
    r"\s?(?:及|或|和|与)?(?:以[上下后前内]|之[后前])|\s?[)）]?的?(?:患[者儿]|病[人例变灶]|者|肿瘤|病情|的话)"
    r"|\s?(?:及|或|、)\s?(?:iv|i{1,3}|[1-4])\s?期"
)
# how a disease goes on, in front of its stage
_STAGE_BEFORE = re.compile(
    r"(?:未|不|已|就)?(?:进展|恶化|发展|分期|病期|塌陷)(?:[到至为在]|属|是)?\s?$|(?:属|处)于?\s?$|(?:估计|评估|诊断|判断)为\s?$"
)


def trial_phases(statement: Statement) -> Iterator[tuple[int, int]]:
    """Where the phases of trials stand that a sentence tells, as pairs of columns of the line."""
    found = phases(statement.text) if _OF_TRIAL.search(statement.view) else []
    for start, end in found:
        if not _is_stage(statement, statement.start + start, statement.start + end):
            yield statement.start + start, statement.start + end


def _is_stage(statement: Statement, start: int, end: int) -> bool:
    before, behind = statement.seen(statement.start, start), statement.seen(end, statement.end)
    if _STAGE_BEHIND.match(behind) or statement.words.pattern(r"<:staging>[^,。;:]{0,3}?[-~/]?\s?$").search(
        before
    ):
        return True
    if _TRIAL_BEHIND.match(behind):
        return False
    diseases = statement.terms(TermKind.DISEASE)
    beside = any(0 <= one.start - end <= 1 or 0 <= start - one.end <= 1 for one in diseases)
    return beside or bool(_STAGE_BEFORE.search(before))
