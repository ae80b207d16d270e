"""Figures of a general sentence: how many, how often, how long, how old, with no measure beside them.

What a sentence says in general stands in the present; what was done and found in a study is that study's,
also where the study was not recognized: its figures would not stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.ranks import ranks
from sctui.facts.shares import NUMBER, PART, SHARE, TO
from sctui.facts.trials.statement import Statement
from sctui.text.patterns import HAN

_MANY = r"(?:\d[\d.,]*\s?|[一二三四五六七八九十百千两几]+)多?[万亿]多?"
_ONES = "[一二两三四五六七八九十]+"
_SPAN_ZH = rf"(?:\d[\d.]*(?:{TO}\d[\d.]*)?|半|{_ONES}(?:{TO}{_ONES})?)\s?个?(?:小时|天|周|月|年|岁)"
_HOW_LONG = (
    r"(?:只有|仅有?|约为?|大约|一般为?|通常为?|可达|长达|达到?|为|是|短|长|少|多|缩短|不超过|超过|不足"
    r"|[了近])*\s?"
)
_HAN = "[^,;。:\\d]"
_ABOUT_SO = "(?:就|约|大约|大概|至少|会|可能)*"
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
    # how long something lives, lasts or keeps; when it comes; from when on it counts as something
    rf"|(?:寿命|(?:平均|可以?|能|一般|通常|多|仅|只|最长)(?:可|能)?(?:存活|生存|存留|保存|维持|持续))"
    rf"(?:比[^,;。\d]{{2,10}}?)?{_HOW_LONG}(?P<g>{_SPAN_ZH}(?:以上|左右|以内|之内|内)?)"
    rf"|[^每]满(?P<h>{_SPAN_ZH})(?:以[后上])?(?:就|即|便|才|后)?(?:算|进入|属于|称为|视为|可诊断)"
    rf"|发[生病][在于][^,;。\d]{{0,10}}?后(?P<i>{_SPAN_ZH}(?:以?内|之内|以?后|之后))"
    rf"|后(?P<j>{_SPAN_ZH}(?:以?内|之内))(?:发生|出现|发病)"
    # one in so many, and every so often
    rf"|每(?:年)?每?(?:\d[\d,]*|[一二三四五六七八九十百千万])[万千百亿]?(?:名|个|位)?{_HAN}{{1,9}}?[中里],?{_ABOUT_SO}有"
    rf"(?P<k>(?!1[名人例个位])\d[\d.,]*(?:{TO}\d[\d.,]*)?\s?[名人例个位])"
    rf"|每\d+[名个位]?人,?{_ABOUT_SO}有(?P<r>(?!1人)\d+人)"
    rf"|每(?P<l>\d[\d,]*[万千百]?\s?[名个位人]{_HAN}{{0,8}}?)[中里],?{_ABOUT_SO}有1[名人例个位]"
    rf"|每(?P<m>\d+\s?(?:秒|分钟)){_ABOUT_SO}有"
    # how many genes, how much in a minute, and the place among others
    rf"|(?:基因|位点|突变|亚型)(?:已?超过|多达|达|约|大约|共|已?有)*\s?(?P<n>\d+\s?余?[个种])"
    rf"|每(?:小时|分钟|天|毫升|克|公斤|千克){_HAN}{{1,14}}?(?P<o>\d[\d.,]*[万亿]?\s?(?:升|毫升|个))"
    r"|(?:排在?|位居|位列|居|排名|名列)(?:全球|世界|我国|全国|国内|所有[^,;。\d]{2,8}的?)*"
    r"(?P<p>第[二三四五六七八九十\d]+[位名]?)"
    rf"|(?P<q>第[二三四五六七八九十\d]+)大{_HAN}{{0,8}}?(?:病|症|癌|杀手|死因|肿瘤)"
)
_ONLY = "(?:(?:for|only|about|around|roughly|approximately|on average|up to|less than|more than|over) ){0,3}"
_TIMES = "(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)"
_ENGLISH = re.compile(
    rf"(?P<a>{PART})(?! (?:ci\b|confidence|of (?:the|them|it)\b))"
    rf"|(?P<b>{NUMBER}(?: million| billion)? (?:new )?(?:people|patients|cases|adults|children|women|men))\b"
    r"(?=[^.;]{0,60}\b(?:each year|a year|every year|annually|world-?wide|globally|living with|live with))"
    r"|\b(?:median|mean|average) (?:age|survival|time|delay)\b[^,;.\d]{0,50}?"
    rf"(?P<c>{NUMBER} (?:hours|days|weeks|months|years))"
    rf"|(?P<d>{_TIMES}-?(?: ?(?:-|to) {_TIMES})?-?fold|{NUMBER}-fold"
    rf"|(?:{_TIMES} to )?(?:{_TIMES}|{NUMBER}) times(?= (?:more|as|higher|greater|less|the)\b))"
    rf"|(?P<e>{NUMBER} (?:million )?(?:babies|infants|newborns|children|Americans))\b(?=[^.;]{{0,20}}"
    r"\b(?:are born|live|have|suffer)\b)"
    rf"|\b(?:live|survive|last|persist)s? {_ONLY}(?P<f>{NUMBER} (?:hours|days|weeks|months|years))"
    rf"|\b(?:divide|double)s? (?:about |roughly )?every (?P<g>{NUMBER} (?:hours|days))"
    r"|\b(?:diagnos|appear|begin|develop|start|occur|strike|affect)[a-z]*\b[^.;,]{0,30}?"
    r"\bbetween (?:the )?ages (?:of )?(?P<h>\d+ and \d+)"
    rf"|\bha(?:s|ve) an? (?P<i>{PART}) (?:lifetime )?(?:chance|risk|probability)\b"
    rf"|\b(?:chance|probability|odds|risk)\b[^,;.\d]{{3,60}}? is {_ONLY}(?P<j>{PART})"
    r"|\bthe (?P<k>second|third|fourth|fifth)(?:-| )(?:most common|leading|most frequent)",
    re.IGNORECASE,
)
# told of a study, of what was done in it, of one house's own patients, or of what is sold
_STUDIED = re.compile(
    "试验|研究(?!者认为|人员认为)|随访|入组|纳入|受试|队列|荟萃|治疗后|术后|疗程|移植后|给药后|该组"
    "|(?:输注|注射)后(?![^,;。]{0,14}细胞)|组[^,;。]{0,4}\\d|改善了|提高了|降低了|下降了|有效率|缓解率"
    r"|\d\s?(?:个月|周|年|天)时|\d\s?[名位例人](?:患者|病人)?\s?\(\d"
    "|[我本他她你]们?的?(?:院|医院)|登记的|我们|[\\d万美欧]元|价格|费用|纯度|活率|存活率≥|阳性率|作为对照|短期:"
    r"|\b(?:trials?|study|enrol\w*|randomi[sz]ed|follow-?up|participants?|subjects|was|were|had|did|fell|rose"
    r"|reached|received|showed|reported|underwent|died|achieved|reduced|improved|increased|decreased|dropped"
    r"|caused|occ?urr?ed|grade \d|group|arm|placebo|controls?|viability|purity|price|cost)\b"
)
# when it comes after the transplant is what tells its kinds apart
_GVHD, _AFTER_TRANSPLANT = re.compile("移植物抗宿主病|gvhd"), {"i", "j"}
_CHANGED = re.compile(  # what it was before belongs to it
    r"(?:回?升|下?降|增加?|减少?|上升|缩短|延长)[至到为]|[从由][^,;。]{0,10}\d[^,;。]{0,6}到"
)
_WORD = re.compile(r"[一-鿿a-z]{2}")


def plain_figures(statement: Statement) -> Iterator[tuple[int, int]]:
    """Where the figures of a general sentence stand: the start and the end of each."""
    view = statement.view
    found_here = list((_CHINESE if HAN.search(view) else _ENGLISH).finditer(view))
    if not found_here:
        return
    studied = _STUDIED.search(view)
    for found in found_here:
        name = next(name for name, value in found.groupdict().items() if value)
        if name == "q" and any(ranks(statement)):
            continue
        if studied and not (name in _AFTER_TRANSPLANT and _GVHD.search(view)):
            continue
        before = view[: found.start(name)]
        if before.count("(") > before.count(")") or not _WORD.search(before + view[found.end(name) :]):
            continue  # in brackets it says of what else
        clause = statement.clause_at(statement.start + found.start(name))
        if not _CHANGED.search(statement.seen(clause.start, clause.end)):
            yield statement.start + found.start(name), statement.start + found.end(name)
