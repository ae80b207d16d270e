"""What a treatment was compared with, to the end of the enumeration (`placebo or no treatment`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.trials.phrases import cell_phrases
from sctui.facts.trials.setting import Found, foreign_title
from sctui.facts.trials.speech import is_speech
from sctui.facts.trials.statement import Statement

_CONTROL = (
    r"(?:假注射|假手术|安慰剂|生理盐水|标准(?:医疗|内科)?(?:治疗|疗法|护理|照护)|常规(?:药物|内科|医疗)?(?:治疗|疗法|护理)|传统激素治疗|传统疗法|透明质酸"
    r"|空白(?:对照)?|不治疗|未治疗|无治疗)"
)
_CONTROL_EN = (
    r"(?:placebo|sham(?:\s(?!or\b|and\b)\w+)?|standard (?:of )?care|conventional (?:therapy|treatment)"
    r"|hyaluronic acid|saline|no (?:treatment|intervention)|usual care|best available therapy)"
)
_ALONE = re.compile(  # nothing that a treatment is compared with, by itself
    "空白|不治疗|未治疗|无治疗|no (?:treatment|intervention)|usual care"
)
_COMPARATOR = re.compile(
    r"(?:只|仅)(?:接受|予以?|给予)(?P<f>[^,。;]{2,20}?)的对照组"
    rf"|对照组\s?\((?![^()]*\d)(?P<a>[^()]{{2,20}})\)"
    rf"|对照组\s?(?:\([^()]*\)|\d+\s?[例名位人个])?(?:患者)?,?(?:仅|只|则|单纯|单独)*(?:予以?|给予|接受|采用|使用|服用|做|行)(?P<e>[^,。;与]{{2,20}})(?=[,。;]|$)|(?:与|较|相比于?|优于|高于|低于|对比"
    rf"|和)\s?(?P<b>[^,。;与和]{{2,16}}?对照组)(?:相比|而言|比较)?"
    rf"|(?P<c>{_CONTROL}(?:(?:、|/|或者?|和|与){_CONTROL})*)(?!的(?:副|不良)|效应|反应"
    r"|(?:(?:均|都)?(?:无效|失败|不起作用|抵抗|耐药|效果不佳|未能|不佳)))"
    rf"|\b(?P<d>{_CONTROL_EN}(?:(?:,\s|/|,?\s(?:or|and)\s)(?:with\s)?{_CONTROL_EN})*)\b"
    r"(?!\s(?:effects?|response)\b)"
)
_VEHICLE = re.compile(  # what cells are given in, or before them, is no comparator: `after 100 mL of saline`
    r"(?:\d\s?m[lL](?:/kg)?\s?(?:的|of\s)?(?:normal\s)?"
    r"|\b(?:plus|combined with|together with)\s|\b(?:infusion of|(?:re)?suspended in|diluted in"
    r"|flushed with)\s[^,.;]{0,12}"
    r"|(?:悬浮于|溶于|稀释于|加入|冲管用?)[^,。;]{0,6}|[+＋]\s?)$"
)
# `没有假手术组`: with what nothing was compared
_WANTING = re.compile(
    r"(?:没有?|未设?|无|不设|缺乏?|缺少)(?:有?任何|设置?)?\s?$"
    r"|\b(?:no|without(?: an?)?|lack(?:ed|ing|s)(?: an?)?)\s$"
)
# the rest of a choice that no rule knows by its words: without it a part would be told for the whole
_OR_ELSE = re.compile(r"(?:或者?|/)[^,。;()0-9]{2,10}(?=[,。;]|$)|\sor\s(?:[a-z-]+\s?){1,4}(?=[,.;]|$)")
_AGAINST = re.compile(r"(?:对照组(?:接受|使用|服用|给予)?|与|compared [^,.;]{3,40} with )$")


def comparators(statement: Statement) -> Iterator[Found]:
    """What the treatment was compared with: placebo and the like, or another drug."""
    if is_speech(statement):
        return
    for phrase in cell_phrases(statement):
        before = statement.seen(max(statement.start, phrase.start - 40), phrase.start)
        if phrase.drug and _AGAINST.search(before):
            yield Found("comparator", phrase.start, phrase.end)
            return
    for match in _COMPARATOR.finditer(statement.view):
        if _ALONE.fullmatch(match[0]) or foreign_title(statement, statement.start + match.start()):
            continue
        before = statement.view[: match.start()]
        if _VEHICLE.search(before) or _WANTING.search(before):
            continue
        group = next(name for name in "faebcd" if match[name])
        more = _OR_ELSE.match(statement.view, match.end(group)) if group in "cd" else None
        end = more.end() if more else match.end(group)
        yield Found("comparator", statement.start + match.start(group), statement.start + end)
        return
