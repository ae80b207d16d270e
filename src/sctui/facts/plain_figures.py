"""Figures of a general sentence: how many, how often, how long, how old, with no measure beside them.

What a sentence says in general stands in the present; what was done and found in a study is that study's,
also where the study was not recognized: its figures would not stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.shares import NUMBER, PART, SHARE, TO
from sctui.facts.trials.statement import Statement
from sctui.text.patterns import HAN

_MANY = r"(?:\d[\d.,]*\s?|[一二三四五六七八九十百千两几]+)多?[万亿]多?"
_ONES = "[一二两三四五六七八九十]+"
_SPAN_ZH = rf"(?:\d[\d.]*(?:{TO}\d[\d.]*)?|半|{_ONES}(?:{TO}{_ONES})?)\s?个?(?:小时|天|周|月|年|岁)"
_OF_A_THING = "乙醇|酒精|氧|葡萄糖|盐水|生理|甲醛|血清|人血|白蛋白|置信|可信|ci\\b|dmso|pbs"
_CHINESE = re.compile(
    rf"(?P<a>{SHARE})(?!的?(?:{_OF_A_THING}))"
    r"|率[^,;。:\d]{0,6}?(?P<b>\d+(?:\.\d+)?\s?/\s?\d*[十百千万]万?)"
    r"|(?:患者|病人)(?:总数)?(?:就|约|大约|已|达到?|有|超过?|为|至少|将近|近|高达)*"
    rf"(?P<c>{_MANY})(?!\d)"
    r"|(?:时间窗|中位[^,;。:\d]{0,8}?(?:时间|期|年龄)|平均[^,;。:\d]{0,6}?(?:时间|期|年龄)"
    rf"|生存期|存活期|半衰期|预期寿命)[^,;。:\d]{{0,8}}?(?P<d>{_SPAN_ZH})"
    r"|(?:之比|男女比例?)[^,;。:\d]{0,4}?(?P<e>\d[\d.]*\s?:\s?\d[\d.]*)"
    rf"|的(?:约|大约|近|将近)*(?P<f>\d[\d.]*(?:{TO}\d[\d.]*)?\s?倍)"
)
_TIMES = "(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)"
_ENGLISH = re.compile(
    rf"(?P<a>{PART})(?! (?:ci\b|confidence|of (?:the|them|it)\b))"
    rf"|(?P<b>{NUMBER}(?: million| billion)?) (?:new )?(?:people|patients|cases|adults|children|women|men)\b"
    r"(?=[^.;]{0,60}\b(?:each year|a year|every year|annually|world-?wide|globally|living with|live with))"
    r"|\b(?:median|mean|average) (?:age|survival|time|delay)\b[^,;.\d]{0,50}?"
    rf"(?P<c>{NUMBER} (?:hours|days|weeks|months|years))"
    rf"|(?P<d>{_TIMES}-?(?: ?(?:-|to) {_TIMES})?-?fold|{NUMBER}-fold)",
    re.IGNORECASE,
)
# told of a study, of what was done in it, of one house's own patients, or of what is sold
_STUDIED = re.compile(
    "试验|研究(?!者认为|人员认为)|随访|入组|纳入|受试|队列|荟萃|治疗后|术后|疗程|移植后|给药后|该组"
    "|(?:输注|注射)后(?![^,;。]{0,14}细胞)|组[^,;。]{0,4}\\d|改善了|提高了|降低了|下降了|有效率|缓解率"
    "|[我本他她你]们?的?(?:院|医院)|登记的|我们|[\\d万美欧]元|价格|费用|纯度|活率|存活率≥|阳性率|作为对照|短期:"
    r"|\b(?:trials?|study|enrol\w*|randomi[sz]ed|follow-?up|participants?|subjects|was|were|had|did|fell|rose"
    r"|reached|received|showed|reported|underwent|died|achieved|reduced|improved|increased|decreased|dropped"
    r"|caused|occ?urr?ed|grade \d|group|arm|placebo|controls?|viability|purity|price|cost)\b"
)
_CHANGED = re.compile(  # what it was before belongs to it
    r"(?:回?升|下?降|增加?|减少?|上升|缩短|延长)[至到为]|[从由][^,;。]{0,10}\d[^,;。]{0,6}到"
)
_WORD = re.compile(r"[一-鿿a-z]{2}")


def plain_figures(statement: Statement) -> Iterator[tuple[int, int]]:
    """Where the figures of a general sentence stand: the start and the end of each."""
    view = statement.view
    found_here = list((_CHINESE if HAN.search(view) else _ENGLISH).finditer(view))
    if not found_here or _STUDIED.search(view):
        return
    for found in found_here:
        name = next(name for name, value in found.groupdict().items() if value)
        before = view[: found.start(name)]
        if before.count("(") > before.count(")") or not _WORD.search(before + view[found.end(name) :]):
            continue  # in brackets it says of what else
        clause = statement.clause_at(statement.start + found.start(name))
        if not _CHANGED.search(statement.seen(clause.start, clause.end)):
            yield statement.start + found.start(name), statement.start + found.end(name)
