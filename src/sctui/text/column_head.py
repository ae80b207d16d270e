"""Heads of columns that tell how something is done, or for whom it is: the parts of a question for it."""

from __future__ import annotations

import re

from sctui.text.match_view import match_view

_HOW = re.compile(
    r"(?P<deed>取材|取样|采样|取得|获取|获得|采集|提取|制备|分离|收集|保存|储存|运输)的?(?:方式|方法|途径|手段|过程|条件)?"
    r"|(?P<given>给药|用药|给予)(?:方案|方法)?"
)
_FOR = re.compile(r"(?P<deed>适合|适用|适宜)(?:于|的)?(?P<whom>对象|人群|患者|病人|疾病|病症|情况)")
_WITH_FOR = ("用", "宜")  # of `适用`, `适宜`, which take `于` before those whom they are for


def tells_how(head: str) -> bool:
    """Whether a column tells how something is done (`取得方式`)."""
    return bool(_HOW.fullmatch(match_view(head)))


def tells_for_whom(head: str) -> bool:
    """Whether a column tells for whom or what something is (`适合对象`)."""
    return bool(_FOR.fullmatch(match_view(head)))


def deed_of(head: str) -> str:
    """What is done, in a column that tells how or for whom: `取得方式` tells how one `取得`s."""
    view = match_view(head)
    found = _HOW.fullmatch(view) or _FOR.fullmatch(view)
    given = found and found.groupdict().get("given")
    deed = head[slice(*found.span("given" if given else "deed"))] if found else ""
    toward = "於" if deed.startswith("適") else "于"
    return f"{deed}{toward}" if deed.endswith(_WITH_FOR) else deed


def whom_of(head: str) -> str:
    """Whom or what something is for, in the word of the column (`适合对象`)."""
    found = _FOR.fullmatch(match_view(head))
    return head[slice(*found.span("whom"))] if found else ""
