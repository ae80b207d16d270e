"""Heads of columns that tell what is done, comes of it, or for whom it is: the parts of a question for it."""

from __future__ import annotations

import re

from sctui.text.match_view import match_view

_HOW = re.compile(
    r"(?P<deed>取材|取样|采样|取得|获取|获得|采集|提取|制备|分离|收集|保存|储存|运输)的?(?:方式|方法|途径"
    r"|手段|过程|条件)?"
    r"|(?P<given>给药|用药|给予)(?:方案|方法)?"
)
_FOR = re.compile(r"(?P<deed>适合|适用|适宜)(?:于|的)?(?P<what>对象|人群|患者|病人|疾病|病症|情况)")
# `适合缺损`: what it suits, but for a stage, a grade or a time, which are no things
_FIT = re.compile(
    r"(?P<deed>适合|适用|适宜)(?:于|的)?(?P<what>(?![\u3400-\u9fff]*(?:期|级|型|度|阶段|时机|时间|年龄|族群"
    r"|范围|条件|部位|途径|方式|剂量|症|证)$)"
    r"[\u3400-\u9fff]{2,4})"
)
# `长出来的组织`: what comes of it
_COMES = re.compile(
    r"(?:能|会|可)?(?P<deed>长出|分泌|释放|产生|生成|形成|分化成?)(?:出?来)?的(?P<what>[^的]{2,5})"
)
# `到达脑部细胞`: how many of the cells come to a place
_REACH = re.compile(
    r"(?:能|可)?(?P<deed>(?:到达|进入|抵达|滞留于|存留于|留在)[^的率]{1,4}?)的?(?P<what>干?细胞|药物"
    r"|外泌体)(?:数|数量|比例|量)?"
)
# what patients may do again after so long
_UNTIL = re.compile(
    r"(?:术后|治疗后)?(?P<deed>(?:完全|部分)?(?:负重|下地|下床|行走|走路|运动|上班|工作|出院|开车|洗澡"
    r"|恢复运动|重返运动|复工|同房))(?:时间)?"
    r"|(?:return to (?:sports?|work)|(?:full )?weight[- ]bearing|discharge|walking|driving)(?: time)?"
)
_SHAPES = (_HOW, _FOR, _FIT, _COMES, _REACH, _UNTIL)
_WITH_FOR = ("用", "宜")  # of `适用`, `适宜`, which take `于` before those whom they are for


def tells_how(head: str) -> bool:
    """Whether a column tells how something is done (`取得方式`)."""
    return bool(_HOW.fullmatch(match_view(head)))


def tells_for_whom(head: str) -> bool:
    """Whether a column tells for whom or what something is (`适合对象`)."""
    return bool(_FOR.fullmatch(match_view(head)))


def tells_what_suits(head: str) -> bool:
    """Whether a column tells what something suits that is no patient (`适合缺损`)."""
    return bool(_FIT.fullmatch(match_view(head))) and not tells_for_whom(head)


def tells_what_comes(head: str) -> bool:
    """Whether a column tells what comes of a treatment (`长出来的组织`)."""
    return bool(_COMES.fullmatch(match_view(head)))


def tells_how_many_come(head: str) -> bool:
    """Whether a column tells how many cells come to a place (`到达脑部细胞`)."""
    return bool(_REACH.fullmatch(match_view(head)))


def tells_until(head: str) -> bool:
    """Whether a column tells after how long patients may do something again (`负重`, `return to sport`)."""
    return bool(_UNTIL.fullmatch(match_view(head)))


def deed_of(head: str) -> str:
    """What is done, in a column that tells how or for whom: `取得方式` tells how one `取得`s."""
    deed = _part(head, "given") or _part(head, "deed")
    toward = "於" if deed.startswith("適") else "于"
    return f"{deed}{toward}" if deed.endswith(_WITH_FOR) else deed


def whom_of(head: str) -> str:
    """Whom or what something is for, or what comes of it, in the word of the column (`适合对象`)."""
    return _part(head, "what")


def _part(head: str, name: str) -> str:
    view = match_view(head)
    found = next(filter(None, (shape.fullmatch(view) for shape in _SHAPES)), None)
    told = found.groupdict().get(name) if found else None
    return head[slice(*found.span(name))] if found and told else ""
