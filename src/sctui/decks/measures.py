"""What kind of measure, sign or illness changed, as a question asks for it (`哪两项评分`, `哪些症状`)."""

from __future__ import annotations

import re

from sctui.decks.asked_kind import counted
from sctui.decks.split_list import is_many
from sctui.decks.templates import constant
from sctui.model.fact import Fact
from sctui.model.language import Language
from sctui.text.enumeration import members
from sctui.text.match_view import match_view

_BRACKET = re.compile(r"\s*[(（][^()（）]*[)）]")
_SIGN = re.compile(
    "症状|体征|溃疡|炎症|病变|结节|(?<!骨髓)水肿|积液|肿胀|皮疹|不适|疲劳|乏力|(?:疼|头)痛(?!评分|指数|积分)"
)
_ILL = re.compile("(?:症状?|征|[疼头]痛|癫痫|出血|[^因]炎|溃疡|水肿|积液|肿胀|皮疹|结节|不适|疲劳|乏力|病)$")
_SCORE = re.compile(
    "(?:(?:评分|得分|积分|量表|问卷)|(?:活动|功能|健康|残疾|严重程度|生活质量|症状)[^,]{0,2}指数)$"
)
_BLOOD = re.compile(  # what is told of blood, and is counted or measured in it alone
    "血(?:沉|红蛋白|小板|清|糖|脂|肌酐|压积)|(?<![a-z])(?:esr|crp|wbc|rf|alt|ast|afp)(?![a-z])|[cC]反应蛋白|白细胞|红细胞(?!膜)|补体"
    "|类风湿因子|(?:自身|抗[a-z0-9-]{2,8})抗体|转氨酶|胆红素|白蛋白"
)
_NOUNS = ((_SCORE, "评分"), (_BLOOD, "血液指标"))
_ONE = re.compile("比例|比值|比率|之间")  # `甲与乙的比例`: one measure of two things
_AND_OTHERS = re.compile("等(?:多?[项种])?[^等,，、]{0,8}$")  # `甲、乙等结构指标`
_MOST_COUNTED = 5


def things(fact: Fact, language: Language) -> str:
    """What kind of things changed, and how many: `哪项指标`, `哪两项评分`, `哪些症状`."""
    view = match_view(fact.value)
    parts = members(view)
    noun = _noun([_AND_OTHERS.sub("", _BRACKET.sub("", part)) for part in parts])
    kind = "种" if noun in {"症状", "病症"} else "项"
    if len(parts) == 1:
        return f"{constant('哪', language)}{constant(kind, language)}{constant(noun, language)}"
    more = is_many(fact) or _AND_OTHERS.search(view) or _ONE.search(view)
    exact = len(parts) <= _MOST_COUNTED and not more
    which = f"{constant('哪', language)}{counted(len(parts), language)}{constant(kind, language)}"
    return f"{which if exact else constant('哪些', language)}{constant(noun, language)}"


def _noun(parts: list[str]) -> str:
    """What all of several things are."""
    if parts[-1].endswith("症状"):
        return "症状"
    if all(map(_ILL.search, parts)):
        return "病症"
    if not parts[-1].endswith("指标") and any(map(_SIGN.search, parts)):
        return "指标或症状"
    return next((noun for pattern, noun in _NOUNS if all(map(pattern.search, parts))), "指标")
