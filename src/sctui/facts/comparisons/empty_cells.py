"""Cells of a table that tell nothing, point at another cell, or say less than their column asks."""

from __future__ import annotations

import re

from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

_EMPTY = re.compile(
    r"[-–—/\\.…\s]*|n/?a|(?:not )?(?:known|reported|stated|available|applicable)|no data|unclear|unknown"
    r"|not (?:yet )?(?:shown|studied|tested|measured|assessed)|[无無]|未知|不[详詳]|不明[确確]?|不[确確]定"
    r"|待定|同上"
    r"|(?:[证證][据據]|[结結]果|[报報][道導])不一(?:致)?|有[争爭][议議]"
    r"|[(（]?(?:[资資]料|[数數][据據]|[证證][据據])(?:少|不足|缺乏|有限|不多)[)）]?|(?:[尚暂暫][无無]"
    r"|缺)(?:[资資]料|[数數][据據])?"
    r"|未(?:标示|標示|注明|註明|公布|提供|报告|報告|测|測)"
    r"|(?:请|請)?(?:详询|詳詢|咨询|諮詢|联系|聯繫)[\u3400-\u9fff]{0,6}|[见見参參][上下附文].*|上面.*"
    r"|variable|varies|it depends|depends|mixed|various|不一定|不一|不等|不固定|因人而[异異]"
    r"|[视視][情况況病].{0,4}|看情[况況]"
    r"|(?:small|few|case) (?:series|studies|reports)|[个個]案|[个個]案[报報]告|不要做|不建[议議]做?"
    r"|不推[荐薦]",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"同[左右上下前](?![肢臂腿侧腹颌肺叶脑])|\b(?:as|see|same as) (?:above|below|left|right|text|before)\b"
)
# a bare comparative, of which nobody can say than what, and a sign
_BARE = re.compile(
    r"(?:更|最|稍|略)(?:高|低|强|弱|多|少|好|差|快|慢|大|小|长|短|贵|便宜|容易|难)"
    r"|[高低强弱多少好差快慢]于.{0,2}"
    r"|(?:(?:much|slightly|somewhat|a little) )?(?:higher|lower|better|worse|more|less|greater|fewer|faster"
    r"|slower|longer|shorter"
    r"|stronger|weaker|similar|highest|lowest|best|worst|most|least|modest)"
)
_AND_MORE = re.compile(rf"(?:{_BARE.pattern})[,;]\s?.+")  # `better, motion lost`
_SIGN = re.compile(r"(?:unclear|unknown|不明|未明)(?![一-鿿])|[=<>≈↑↓+-]{1,3}\s*[a-z\u3400-\u9fff]")
_LABEL = re.compile(r"(?:[a-z][a-z -]{2,24}|[\u3400-\u9fff]{2,6}):\s?\S")  # `tissue factor: low`
_PRAISE = re.compile(
    r"(?:操作|使用|相对|较为?|更|很|最)?(?:简单|简便|方便|便宜|便捷|安全|有效|经济|省钱|省事|无创|微创|有创"
    r"|快速|快捷|昂贵|贵|麻烦|痛苦|繁琐)"
    r"|(?:simple|cheap|easy|safe|effective|convenient|invasive|non-invasive|expensive|costly|fast|quick"
    r"|slow|painful)"
)
_NUMBER = re.compile(
    r"(?:[约近<>≥≤~±+-]|大约|大概|少于|低于|不足|不到|小于|高于|超过|多于|大于|至少|最多|about|around"
    r"|approx\.?|up to|over|under"
    r"|at least|nearly|more than|less than|below|above|\s)*\d"
)
_TIME = re.compile(r"[当隔次][天日]|当[天日]|终身|终生|永久|不限|lifelong|permanent|none|无|0")
_HARDLY = re.compile(r"(?:几乎|基本)(?:不|没有|无)|极少|微量|hardly|almost no|negligible")  # so little of it
_FEW = 2


def tells_nothing(text: str) -> bool:
    """Whether a cell is empty, or points at another one."""
    return bool(_EMPTY.fullmatch(text) or _POINTS.search(match_view(text)))


def says_too_little(value: str) -> bool:
    """Whether a cell compares with nobody knows what, is a sign, or brings a label of its own."""
    view = match_view(value).strip().rstrip(".。")
    return any(form.fullmatch(view) for form in (_BARE, _AND_MORE)) or any(
        form.match(view) for form in (_SIGN, _LABEL)
    )


def is_bare_praise(value: str) -> bool:
    """Whether all that is told of a treatment is an adjective that suits most (`简单`, `cheap`)."""
    return bool(_PRAISE.fullmatch(match_view(value).strip()))


def is_number(view: str) -> bool:
    """Whether a cell begins with a figure, or a word for about how much before it."""
    return bool(_NUMBER.match(view))


def is_odd(text: str, others: list[str]) -> bool:
    """Whether a cell has words where most `others` of its column have figures (`small series` of a rate)."""
    told = [view for view in map(match_view, others) if not _EMPTY.fullmatch(view)]
    view = match_view(text).strip()
    figures = sum(map(is_number, told))
    return (
        len(told) > _FEW
        and figures * 2 > len(told)
        and not is_number(view)
        and not _TIME.match(view)
        and not _HARDLY.match(view)
        and not (HAN.search(view) and any(char.isdigit() for char in view))
    )
