"""Diseases that a study names in passing: a history, an event, an endpoint, the name of a scale."""

from __future__ import annotations

import re

from sctui.facts.trials.phrases import Phrase
from sctui.facts.trials.statement import Statement
from sctui.text.quantity import QuantityKind

_AS_EVENT = re.compile(
    r"\b(?:incidence|rates?|risk|occurrence|frequency|episodes|relapses?|recurrences?|onset"
    r"|development) of\s?(?:the\s|an?\s)?(?:new\s|primary\s)?$"
    r"|\b(?:along|together) with\s$"
    r"|(?:出现|发生|诱发|引起|导致|死于|新发|转化为|进展为)了?$"
)
_CAUSE = re.compile(  # `失败的主因为乾眼`: why something came about
    r"(?:主因|原因|起因|诱因|死因)[^,。;]{0,12}$"
    r"|\b(?:causes?|reasons?) (?:of [^,.;]{1,30} )?(?:was|were|is|are)\s(?:\w+\s)?$"
    r"|\b(?:mainly|mostly|usually|largely|chiefly) (?:due to|because of|caused by|from)\s(?:\w+\s)?$"
)
_HISTORY = re.compile(
    r"(?:原有|原患|原本有|既往有?|曾有|曾患有?|(?<!患)有|原发的?|已有[^,。;]{0,4})$"
    r"|\b(?:history of|known|prior|previous|underlying|pre-?existing)\s$"
)
_BESIDE = re.compile(r"(?:合并|伴有?|伴发|并发)$")  # `合并癫痫的脑瘫患儿`, and not `糖尿病合并足溃疡`
_EVENTS = re.compile(
    r"(?:不良反应|不良事件|副作用|并发症|终点|复合|事件|发生率|死亡|风险|排除|除外|禁忌|禁用)[^。;]{0,30}$"
    r"|\b(?:composite|end\s?-?points?|outcomes?|events?|incidence|risk|deaths?|exclu\w+"
    r"|free(?:dom)? (?:of|from)|complicat\w+|adverse|hospitali[sz]\w+"
    r"|odds ratio|hazard ratio|occurred|died|worsening)\b[^.;]{0,110}$"
)
_TREATED = re.compile(
    r"(?:治疗|改善|缓解|针对|用于)\s?$"
    r"|\b(?:treat(?:ed|ing|ment of)?|(?:patients|people|adults|children|infants"
    r"|subjects|participants|those) with)\s(?:\w+\s)?$"
)
_BEHIND = re.compile(
    r"的?(?:发作|发生率?|风险|事件|死亡|病?史|家族史|加重的?风险)"
    r"|(?:疾?病)?(?:活动|严重|影响|功能|生活质量|患者)*(?:度|性|程度)?(?:评分|量表|问卷|指数)"
    r"|(?:\sdisease)?(?:\s(?:activity|severity|impact|quality|rating|of life))*"
    r"\s(?:scores?|scales?|questionnaires?|index|inventory)\b"
)
_SHARE = re.compile(r"\(\d[\d.]*\s?%\)")  # `headache (58%)`: so many had it
_THESE = re.compile(r"\b(?:these|those|such|this|that)\s$|(?:这些|此类|上述|该)$")
_OF_ONE = re.compile(
    r"(?:^|[^\d十百])(?:1|一)\s?[名例位人](?!以)[^,。;]{0,12}$"
    r"|\bone (?:patient|child|infant|participant)\b[^,.;]{0,40}$"
)


def is_in_passing(statement: Statement, phrase: Phrase) -> bool:
    """Whether a disease is no disease of those who take part: none names the study by it."""
    before = statement.seen(statement.start, phrase.start)
    behind = statement.seen(phrase.end, statement.end)
    if _SHARE.search(statement.seen(phrase.start, phrase.end)) or _THESE.search(before):
        return True
    if _HISTORY.search(before) or _BEHIND.match(behind):
        return True
    if _AS_EVENT.search(before) or _CAUSE.search(before):
        return True
    beside = _BESIDE.search(before)
    if beside and not any(one.end == statement.start + beside.start() for one in statement.mentions):
        return True
    event = _EVENTS.search(before) and not _TREATED.search(before)
    return bool(event) and not _are_counted(statement, phrase)


def is_of_one(statement: Statement, column: int) -> bool:
    """Whether what stands at a column is told of one of those who take part (`1名…的兒童`)."""
    return bool(_OF_ONE.search(statement.seen(statement.start, column)))


def _are_counted(statement: Statement, phrase: Phrase) -> bool:
    """Whether the disease is that of people who are counted in its clause: they take part."""
    start = statement.clause_at(phrase.start).start
    people = statement.counted(QuantityKind.PEOPLE)
    return phrase.action > phrase.end and any(start <= one.start < phrase.start for one in people)
