"""Paragraphs behind a study that go on with it, though none of their words says `the study`.

They tell what only a study can: figures of arms, p values, what was found at a time, so many of those who
took part, or what harm was seen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sctui.facts.trials.statement import Statement
from sctui.text.quantity import QuantityKind

_N = r"[\d一二三四五六七八九十半两]{1,3}"
_WORD = r"(?:\d{1,3}|one|two|three|four|five|six|nine|twelve|eighteen|twenty-four)"
_AT = re.compile(
    rf"(?:(?:大约|约|到了?|至|在|等到|满|移植|治疗|输注|术)?第?\s?{_N}\s?个?(?:天|周|月|年)(?:时|后|末|内|的时候|之后|以后|之内)"
    rf"|(?:到了?|在|至|截至)?第\s?{_N}\s?个?(?:天|周|月|年))"
    rf"|(?:(?:at|by|on|when|until|from|as early as)\s(?:the\s)?(?:day|week|month|year)s?\s\d{{1,3}}"
    rf"|(?:at|by|after|within|over|beyond)\s(?:the\s)?{_WORD}\s(?:days?|weeks?|months?|years?)"
    r"|(?:one|two|three|five|six|twelve)[\s-](?:year|month)s? (?:after|later|on)\b)"
)
_ARM = re.compile(
    r"(?:对照|安慰剂|观察|治疗|试验|实验|细胞|干细胞|移植|[高中低]剂量|常规|联合|单药)组(?![织成合胺蛋])|(?:与|跟|和)(?:安慰剂|对照)相?比"
    r"|\b(?:on|with|over|versus|against|than|the|given|receiving) (?:placebo|sham|saline)\b"
    r"|\bplacebo (?:group|arm|rate|recipients)\b"
    r"|\b(?:control|treatment|cell|treated|transplant|[\w-]*msc|placebo|sham|(?:high|low"
    r"|mid)[- ]dose) (?:group|arm|cohort)\b"
    r"|\b(?:low|high|middle|medium)(?:est|er)?[- ]dose\b|\bthe (?:trial|study)\b|[该本此](?:项)?(?:研究|试验)"
    r"|\b(?:between the|both|the two) (?:groups|arms)\b"
)
_NO_HARM = re.compile(
    r"(?:未|没有|无一例?|均无|并无)(?:再)?(?:出现|发生|观察到|发现|见到?|有)?[^,。;]{0,12}(?:不良反应|不良事件|副作用|并发症|严重反应)"
    r"|(?:不良反应|不良事件|副作用|并发症)[^,。;]{0,8}(?:未|没有|无)"
    r"|\bno(?:ne of the)? (?:[\w-]+ ){0,4}(?:adverse events?|side effects?|complications?"
    r"|saes?)\b[^.;]{0,40}\b(?:was|were|occurr?ed)\b"
    r"|^(?:nobody|no patient|no one) (?:died|had)\b"
)
_HARM = re.compile(
    r"最常见的?(?:治疗相关的?)?(?:不良反应|不良事件|副作用)(?:为|是|包括|有)|(?:不良反应|不良事件)(?:主要为|主要是|发生率)"
    r"|\bmost (?:common|frequent) (?:adverse|side) (?:events?|effects?|reactions?) (?:were|was|included)\b"
    r"|\b(?:occurr?ed|was seen|were seen|was reported|were reported"
    r"|developed) in (?:only )?(?:\d{1,3}|[a-z]{3,9}) (?:of the )?(?:patients|participants|people"
    r"|subjects)\b"
)
_POOLED = re.compile(
    r"^(?:合并|汇总|荟萃|敏感性|亚组)(?:后|分析)?(?:的)?(?:数据|结果|分析)|^[^,。;:]{0,16}[:,]?做?敏感性分析(?:时|中|后|显示)"
    r"|^(?:the )?(?:pooled|combined|sensitivity|subgroup) (?:data|results|analys[ei]s)\b"
)
_OUT_OF = re.compile(
    r"\b(?:out )?of (?:the |all |these |those )?(?P<m>\d{1,4})\b(?!\s?(?:%|percent|days|weeks|months"
    r"|years|studies|trials))"
    r"|(?P<n>\d{1,4})\s?[例名位人](?:患者|受试者|病人|参与者)?(?:之中|当中|中|里)"
)
_SOME = re.compile(  # so many of them, at the beginning
    r"(?:其中|共?有)?\s?\d{1,4}\s?[例名位人](?:患者|病人|受试者|参与者)"
    r"|(?:\d{1,4}|[a-z]{3,9}) (?:of the )?(?:patients"
    r"|participants|people|subjects)\b"
)
_INTERVAL = re.compile(r"\b9[05]% (?:ci|confidence interval)\b|9[05]%(?:置信|可信)区间|9[05]%ci")
_PARTED = re.compile("分(?:别|配)?(?:为|成|到|入|至|组)")
_GROUP = re.compile(r"(?P<name>[^,。;:、()\s]{2,8})组(?![织成合胺蛋])")
_OTHERS = re.compile(  # other work, or work in general
    r"(?:另|其他|以往|既往|先前|此前|多项|许多|近年|国外|国内|文献|目前|动物)[^,。;]{0,8}(?:研究|试验|报道|文献)|据统计|全球|每年"
    r"|\b(?:another|other|earlier|previous|prior|several|many|most) (?:[\w-]+ ){0,2}(?:stud|trial"
    r"|report|work)"
)


def goes_on(statement: Statement, study: Sequence[Statement]) -> bool:
    """Whether a sentence right behind a study tells what only a study can, and speaks of no other."""
    view = statement.view
    if _OTHERS.search(view):
        return False
    if statement.counted(QuantityKind.P_VALUE) or _INTERVAL.search(view):
        return True
    if (
        _AT.match(view)
        or _ARM.search(view)
        or _NO_HARM.search(view)
        or _HARM.search(view)
        or _POOLED.search(view)
    ):
        return True
    sizes = {q.low for one in study for q in one.counted(QuantityKind.PEOPLE)}
    if any(float(m["m"] or m["n"]) in sizes for m in _OUT_OF.finditer(view)):
        return True
    some = _SOME.match(view)
    counted = statement.counted(QuantityKind.PEOPLE)
    largest = max((size for size in sizes if size), default=0)
    return bool(some and counted and largest) and 0 < (counted[0].low or 0) <= largest


def names_its_group(statement: Statement, study: Sequence[Statement]) -> bool:
    """Whether a sentence names a group that a study was parted in (`分为早治组和晚治组`)."""
    parted = [one.view for one in study if _PARTED.search(one.view)]
    names = (m["name"] for m in _GROUP.finditer(statement.view) if parted)
    return any(name[at:] in one for name in names for at in range(len(name) - 1) for one in parted)
