"""Names of what is measured in Chinese results, and what a share of people is called."""

from __future__ import annotations

import re

from sctui.facts.trials.sides import VALUES, of_arm
from sctui.facts.trials.statement import Statement
from sctui.text.match_view import match_view

TURN = (
    "(?P<turn>提高|提升|增加|升高|上升|增长|降低|下降|减少|减低|缩短|缩小|增大|延长|改善|减轻|增多|进步|获得"
    "|[涨降升少多增减掉])"
)
LEAD = re.compile(
    r"(?:(?:结果|数据|研究|随访)+(?:显示|表明|发现)"
    r"|(?:主要|次要|关键|安全性?|疗效)(?:研究|疗效|安全性)?(?:终点|指标|结局)(?:方面|上|中)?"
    r"|(?:不良反应|不良事件|副作用|并发症)(?:主要|多|大多|最常见的)?(?:是|为|有|包括|:)"
    r"|(?:有效性|疗效|安全性)(?:方面|上)|结果|…|其中|此外|另外|同时|而|且|但|则|、|和)*[,:]?(?:是|为)?\s?"
)
MEASURED = re.compile(
    r"(?:率|水平|评分|总分|积分|得分|分数|数值|距离|功能|计数|数量|比例|百分比|浓度|流量|厚度|体积|指数|面积|面积比|密度|时间|次数|程度|含量|直径"
    r"|幅度|变化|改变量?|差值|增幅|降幅|人数|例数|天数|时长|视力|肽|蛋白|酶|肌酐|胆红素|血糖|胰岛素|抗体|肌力|步速|听阈|阈值|眼压|血压|心率|用量|尿量|中位数|均值|平均值|[a-z][a-z0-9/-]{1,11})(?:变化)?(?:\s?\([^()]*\))?"
)
OF_PEOPLE = re.compile(r".*(?:的|者)$")
_SHARE_OF = re.compile("的(?:患者|病人|受试者)?(?:比例|比率|占比|百分比|人数|例数)$")
_EXTENT = re.compile(
    "(?:下降|降低|减少|升高|上升|增加|提高|改善|缩短|延长|复发|恢复)(?:的)?(?:幅度|程度|率|比例|人数|时间|速度|速率|斜率|值|量)$"
)
_SAYS = re.compile(
    r"[升降增减提改缩延][高低加少善短长]|上升|下降|[由从]\s?$|[升降增减][到至为]|是否|显示|表明|出现|反过来|相反|占优|更优|仍优"
)
_RATE = ("发生率", "發生率")
_RATED = re.compile(
    "(?:愈合|缓解|恢复|应答|反应|生存|存活|妊娠|怀孕|活产|复发|有效|治愈|死亡|截肢|感染|成功|显效|好转|完成|流产)$"
)
TIME_CLAUSE = re.compile(
    r"(?:在?[^,。\d]{0,4}?后)?(?:在|到|至|满|随访)?第?\s?(?:\d{1,3}|[一二两三四五六七八九十半]{1,3})\s?个?(?:年|月|周|天|d)(?:时|末|后|的时候|内)?"
)
_NUMBER_OF = (("人数", "人數"), ("例数", "例數"))
NO_COUNT = re.compile(  # who took part, and what befell nobody
    "完成|纳入|入组|收案|收治|招募|失访|退出|随机|分[为成]|患者$|病人$|共$|其中$|治疗$|接受"
)
TIME_ALONE = re.compile(  # `随访48周,甲组有9人(20.9%)…`: what befell them stands behind
    r"(?:在|于|随访|治疗|术|移植|给药|观察|至|到|第|满|中位|平均|后|的|约)*\s?[\d一二两三四五六七八九十半.]{1,5}\s?个?(?:年|月|周|天)(?:时|后|末|内|期间|随访)*"
)
ENDS_TURNED = re.compile(rf"{TURN}(?:了|约|至|到|为)*$|[变改](?:到|至|为)$")
_VERDICT = re.compile(  # `主要终点X没过(治疗组…`
    r"(?:并|均|都)?(?:没过|未过|[没未](?:有)?达(?:到|标)?|达标|达到|相[近似当]|接近|没有?差[别异]|无(?:显著|明显)?差异)?\s?\($"
)
_P = re.compile(r"\s?[,;(]\s?(?:[^,;()]{0,16}[,;(]\s?)?(?P<p>p\s?[<>=≤≥]\s?0?\.\d+)")
_SHARE_BEHIND = re.compile(r"\s?\([^()]*\)")
_BRACKETS = re.compile(r"\([^()]*\)")
_CRITERION = re.compile(r"(?<![a-z])[a-z]{2,8}[- ]?\d{2,3}$")  # `EASI-50`: a response, which some reach
_REACHED = ("达标率", "達標率")
_MOST = re.compile("(?:最多|最常见|为主|居多|多见)$")  # `不良事件以感染最多`: which, and not how many
_LONGEST = 40  # characters of a measure


def name_in(statement: Statement, start: int, end: int) -> tuple[str, int]:
    """The words of a stretch that is the name of a measure, or of an event, and nothing else."""
    seen = statement.seen(start, end)
    lead = LEAD.match(seen)
    begin = start + (lead.end() if lead else 0)
    verdict = _VERDICT.search(statement.seen(begin, end))
    end -= len(verdict[0]) if verdict else 0
    name = statement.seen(begin, end).strip(" ,:")
    if not 2 <= len(name) <= _LONGEST or "组" in name or _says(name) or _MOST.search(name):
        return "", 0
    if TIME_ALONE.fullmatch(name):
        return "", 0
    bare = _BRACKETS.sub("", statement.seen(begin, end))
    numbers = [q for q in statement.quantities if begin <= q.start < end and q.kind in VALUES]
    numbers = [q for q in numbers if statement.seen(q.start, q.end) in bare]
    ends = OF_PEOPLE.match(name) or any(found.end() == len(name) for found in MEASURED.finditer(name))
    if numbers and not ends:
        return "", 0
    return statement.raw(begin, end).strip(" ,，:：").removesuffix("在"), begin


def _says(name: str) -> bool:
    """Whether words say what happened, and are neither a measure nor those of whom it is true."""
    bare = _EXTENT.sub("", ENDS_TURNED.sub("", name))
    return bool(_SAYS.search(bare)) and not (OF_PEOPLE.match(name) or _SHARE_OF.search(name))


def as_share(
    what: str, measure: str, *, of_people: bool, event: bool, traditional: bool, ill: bool = False
) -> str:
    """What a share is of: those of whom something is true, or an event by its rate; else as it was told.

    `of_people` says that the measure is what people did, `event` that it is what befell who are counted,
    `ill` that it is a disease, which some got.
    """
    if of_people or OF_PEOPLE.match(measure):
        return f"{measure}比例" if measure.endswith("的") else f"{measure}的比例"
    seen = match_view(measure)
    if _CRITERION.search(seen):
        return f"{measure}{_REACHED[traditional]}"
    if event and _RATED.search(seen):
        return f"{measure}率"
    if event and (ill or not MEASURED.search(seen)):
        return f"{measure}{_RATE[traditional]}"
    return what


def p_behind(statement: Statement, at: int) -> tuple[int, int] | None:
    """Where the p value stands behind figures that end at an offset of the sentence."""
    share = _SHARE_BEHIND.match(statement.view, at)
    told = _P.match(statement.view, at) or (_P.match(statement.view, share.end()) if share else None)
    return told.span("p") if told else None


def p_text(statement: Statement, column: int) -> str:
    """The p value behind figures that end at a column, as written; else empty."""
    p = p_behind(statement, column - statement.start)
    return statement.text[slice(*p)] if p else ""


def timed(statement: Statement, name: str, begin: int) -> tuple[str, int]:
    """A measure with the time that stands as a clause of its own in front of it, and where that begins."""
    clauses = [one for one in statement.clauses if one.end <= begin]
    time = clauses[-1] if clauses else None
    if time is None or not TIME_CLAUSE.fullmatch(time.text.strip(" ,")):
        return name, begin
    return f"{statement.raw(time.start, time.end).strip(' ,，')}，{name}", time.start


def is_criterion(measure: str) -> bool:
    """Whether a measure is a mark that some reach (`PASI-75`)."""
    return bool(_CRITERION.search(match_view(measure)))


def as_count(measure: str, unit: str, *, traditional: bool) -> str:
    """How many something befell, by what it is; `unit` is the measure word of those who are counted."""
    bare = measure.removesuffix("者") if not match_view(measure).endswith("患者") else measure
    return f"{bare.removesuffix('的')}{_NUMBER_OF[unit == '例'][traditional]}"


def arm_in_front(arm: str, measure: str) -> str:
    """What was measured in an arm, behind the time that it was told with."""
    time, comma, rest = measure.rpartition("，")
    return f"{time}{comma}{of_arm(arm, rest)}"
