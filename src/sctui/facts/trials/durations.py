"""How long an effect lasted, and what in front of a clause is none of it."""

from __future__ import annotations

import re

from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.text import literal
from sctui.text.quantity import Quantity

_LEAD = re.compile(
    r"^(?:(?:结果|数据|研究|分析|试验|临床)*(?:显示|表明|发现|提示|证实)|[a-z-]{2,6}(?:检查)?(?:显示|提示|发现)|但是?|不过|然而|并且|而且|并|且|同时|此外|另外"
    r"|其中|例如|如|像|具体表现为|而|使得?|可使|能使|能|可|还|将|令|让|也|其(?!余|中|他|它)|以及|有(?!效)|约|目前"
    r"|在这些患者中|对于|[^,。;]{1,16}?等(?:人|学者)?(?:报道|报告|指出)了?|"
    r"(?:results\s)?(?:showed|shows|demonstrated|revealed|that|and|while|the|with|whereas|a|an)\s)+"
)
_DURATION = re.compile(
    r"(?P<what>[^,。;:]{1,24}?)(?:已)?(?:稳定|持续|维持|保持|改善维持|稳定持续|长期)+(?:了|至少|约|超过"
    r"|达)*\s?$"
)
_TOOK = re.compile(  # `反应持续时间中位数172天`
    r"(?P<what>(?![^,。;:]*(?:随访|病程|观察|治疗(?!组)|给药|输注|间隔|培养|手术|时间窗|入组|收案))[^,。;:()]{2,20}?(?:时间|时长|天数|住院日|生存期|缓解期)"
    r"(?:的?(?:中位数?|平均值?|均值))?)(?:为|是|约|达|仅|长达|[:,])*\s?$"
)
_TURNED = re.compile(  # `住院时间缩短了2.9天`
    r"(?P<what>(?![^,。;:]*(?:随访|观察|间隔|培养|给药|输注))[^,。;:()]{2,24}?(?:时间|天数|生存期|缓解期|病程|住院日)(?:平均|中位)?"
    r"(?:较[^,。;]{2,8})?(?:显著|明显|平均|分别|约)*(?:缩短|延长|减少|增加|推迟|提前)(?:了|约|近)*)\s?$"
)
_OFF = re.compile(r"(?:停用|脱离|停药|停止使用)[^,。;:]{0,12}$")
_CRITERIA = re.compile("(?:入组|纳入|入选)标准")
SMALL_TAIL = re.compile(r"以上|以下|左右|余")


def lead_length(seen: str) -> int:
    """How much of a clause only leads up to what it tells (`结果显示`)."""
    length = 0
    while True:
        lead = _LEAD.match(seen[length:])
        if not lead or not lead.end():
            return length
        length += lead.end()


def duration(statement: Statement, quantity: Quantity) -> Found | None:
    """`the effect lasted a year`, `off the drug for two years`, `symptoms for six weeks` to be let in."""
    clause = statement.clause_at(quantity.number)
    seen = statement.seen(clause.start, quantity.start)
    took = _TOOK.search(seen)
    if took:
        measure = statement.raw(clause.start + took.start("what"), clause.start + took.end("what"))
        evidence = (clause.start, max(clause.end, quantity.end))
        return Found("outcome", quantity.start, quantity.end, measure=measure.strip(), evidence=evidence)
    turned = _TURNED.search(seen)
    if turned and not _OFF.search(seen):
        measure = statement.raw(clause.start + turned.start("what"), quantity.start)
        evidence = (clause.start, max(clause.end, quantity.end))
        return Found("change", quantity.start, quantity.end, measure=measure.strip(), evidence=evidence)
    if not (_DURATION.search(seen) or _OFF.search(seen)):
        return None
    start = clause.start + lead_length(seen)
    measure = literal.sub("^[他她](?!们)", "患者", statement.raw(start, quantity.start).strip())
    criteria = _CRITERIA.search(statement.seen(statement.start, clause.start))
    if criteria:
        measure = f"{statement.text[slice(*criteria.span())]}要求{measure}"
    elif literal.search(r"症状|腹泻|晨僵|手术", seen) and "改善" not in seen:
        return None
    tail = SMALL_TAIL.match(statement.view, quantity.end - statement.start)
    end = quantity.end + (len(tail[0]) if tail else 0)
    return Found(
        "duration", quantity.start, end, measure=measure, evidence=(clause.start, max(clause.end, end))
    )
