"""Figures that stand arm by arm behind what they measure: `90天死亡率:甲组7.5%,乙组9.3%`.

What is measured stands in front of the first arm, in the clause before it, or in the sentence before
(`主要终点是…的比例。结果甲组为…`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sctui.facts.trials.setting import Found
from sctui.facts.trials.sides import VALUES, is_traditional, of_arm
from sctui.facts.trials.statement import Statement
from sctui.text import literal
from sctui.text.match_view import match_view
from sctui.text.quantity import Quantity, QuantityKind

_CONTROL_NAME = (
    r"安慰剂|假手术|假治疗|假注射|生理盐水|盐水|对照|空白(?:对照)?|常规(?:治疗|护理)?"
    r"|标准(?:治疗|照护|护理)?|药物|单[纯用][^,。;:、]{0,6}"
)
_ARM = (
    rf"(?<![两各每三四亚个该本])(?P<arm>(?:(?P<control>{_CONTROL_NAME})|[高中低]剂量|治疗|试验|实验|观察|干预|<:giving.zh>|(?<![a-z0-9])(?:自体|异体|脐带|骨髓|脂肪)?"
    r"(?:<:agent.zh>|干细胞)(?:治疗|<:giving.zh>|片|膜|贴片|凝胶|制剂)?|注射|输注|联合(?:治疗)?|单次|多次|重复|早期|晚期|手术|\d\s?次|[甲乙丙丁]"
    r"|(?<![a-z0-9价型代])[a-z][a-z0-9+-]{0,11}(?:<:agent.zh>)?)组(?![织成合胺别蛋分间份装建件])"
    r"|[高中低]剂量(?=\s?[-+−]?\d|[为是])|(?:植入|治疗|移植|对侧|研究)眼|(?<=[,;:])[^,。;:、\d]{1,6}侧)(?:患者|病人)?"
)
_ARM_ENDS = "组侧眼量"  # no arm is named without one: quick, for most sentences name none
_ADVERBS = r"(?:平均|中位数?|中位|约|仅|只|则|也|亦|均|分别|显著|明显|反而)*"
_LINK = re.compile(
    rf"(?:\s?\([^()]*\))?的?[\s,:]*{_ADVERBS}(?:为|是|有|达到?|只有|仅有)?{_ADVERBS}\s?"
    r"(?:\d+\s?[例名人位个眼]\s?[(,]?\s?占?\s?)?"
)
_TURN = (
    r"(?P<turn>提高|提升|增加|升高|上升|增长|降低|下降|减少|减低|缩短|延长|改善|减轻|增多|[涨降升少多增减])"
)
_TURNED = re.compile(rf"(?:\s?\([^()]*\))?的?{_ADVERBS}{_TURN}(?:了|约|至|到|为)*\s?")
_WITHIN = re.compile(
    rf"(?:\s?\([^()]*\))?的?(?P<what>[^,。;:()]{{2,24}}?(?:\([^()]{{1,12}}\))?)(?:较(?:基线|治疗前|前))?{_ADVERBS}"
    rf"(?:{_TURN}(?:了|约|至|到|为)*|为|是|达到?|仅为)?\s?"
)
_FROM = re.compile(rf"(?:\s?\([^()]*\))?的?{_ADVERBS}[由从]\s?")
_TO = re.compile(rf"\s?[^,。;\d]{{0,4}}?{_ADVERBS}(?P<to>(?:{_TURN}|变|改)?(?:到|至|为)\s?)")
_DID = re.compile(r"\s?\)\s?(?:的?(?:患者|病人|受试者))?(?P<did>[^,。;:\d][^,。;:]{2,38}$)")
_SHARE = re.compile(r"\s?[例名人位个只眼]\s?[(,]\s?占?\s?")  # `14个(29.8%)`
_LEAD = re.compile(
    r"(?:(?:结果|数据|研究|随访)+(?:显示|表明|发现)|(?:主要|次要|关键|安全性?|疗效)(?:研究|疗效|安全性)?(?:终点|指标|结局)(?:方面|上|中)?"
    r"|(?:不良反应|不良事件|副作用|并发症)(?:主要|多|大多|最常见的)?(?:是|为|有|包括)"
    r"|(?:有效性|疗效|安全性)(?:方面|上)|结果|其中|此外|另外|同时|而|且|但|则|、|和)*[,:]?(?:是|为)?\s?"
)
_MEASURED = re.compile(
    r"(?:率|水平|评分|总分|积分|得分|分数|数值|距离|功能|计数|数量|比例|百分比|浓度|流量|厚度|体积|指数|面积|面积比|密度|时间|次数|程度|含量|直径"
    r"|幅度|变化|改变量?|差值|增幅|降幅|人数|例数|天数|时长|视力|肽|蛋白|酶|肌酐|胆红素|血糖|胰岛素|抗体|肌力|步速|听阈|阈值|眼压|血压|心率|用量|尿量|中位数|均值|平均值|[a-z][a-z0-9/-]{1,11})(?:变化)?(?:\s?\([^()]*\))?"
)
_OF_PEOPLE = re.compile(r".*(?:的|者)$")
_EXTENT = re.compile(
    "(?:下降|降低|减少|升高|上升|增加|提高|改善|缩短|延长|复发|恢复)(?:的)?(?:幅度|程度|率|比例|人数|时间)$"
)
_SAYS = re.compile(
    r"[升降增减提改缩延][高低加少善短长]|上升|下降|[由从]\s?$|[升降增减][到至为]|是否|显示|表明|出现"
)
_AWAITED = re.compile(r"(?:终点|指标|结局)(?:指标)?(?:是|为|定为|设为|设定为)(?P<what>[^,。;:]{4,40})$")
_RATE = ("发生率", "發生率")
_TIME = (
    r"在?(?:<:giving.zh>|治疗|给药|术|随访)?后?的?第?\s?[\d一二三四五六七八九十]{1,3}\s?"
    r"个?(?:年|月|周|天)(?:时|后|末)?,?\s?"
)
_TIME_ALONE = re.compile(  # `随访48周,甲组有9人(20.9%)…`: what befell them stands behind
    r"(?:在|于|随访|治疗|术|移植|给药|观察|至|到|第|满|中位|平均|后|的|约)*\s?[\d一二两三四五六七八九十半.]{1,5}\s?个?(?:年|月|周|天)(?:时|后|末|内|期间|随访)*"
)
_ENDS_TURNED = re.compile(rf"{_TURN}(?:了|约|至|到|为)*$|[变改](?:到|至|为)$")
_UNIT = re.compile(r"\s?(?:[一-鿿]|[a-zμ]{1,4})/(?:[a-z]{1,3}[²³23]?)|\s?个字母")
_MOST = re.compile("(?:最多|最常见|为主|居多|多见)$")  # `不良事件以感染最多`: which, and not how many
_LONGEST = 40  # characters of a measure


@dataclass(frozen=True, slots=True)
class _Value:
    """The figure of an arm: the verb it came with, whether it is the share of a count, and the arm.

    `own` are the columns of what it measures where that stands between arm and figure, or, for `did`, of what
    those who are counted did; `start` and `end` those of the arm's name.
    """

    quantity: Quantity
    turn: str = ""
    counted: bool = False
    own: tuple[int, int] | None = None
    did: bool = False
    start: int = 0
    end: int = 0
    control: bool = False


def awaited_in(statement: Statement) -> str:
    """What a sentence says was to be measured, without its figures: `主要终点是第90天的评分`; else empty."""
    told = _AWAITED.search(statement.view.rstrip(" 。."))
    return statement.text[slice(*told.span("what"))].strip() if told else ""


def by_arm(statement: Statement, awaited: str = "") -> Iterator[Found]:
    """The figures of a sentence that stand arm by arm, each with what it measures, its arm and its time.

    `awaited` is what the sentence before says was to be measured. A list of one arm tells nothing here.
    """
    values = list(_values(statement))
    groups: list[tuple[str, int, list[_Value]]] = []
    for value in values:
        measure, begin = _measured_between(statement, value) or _measure(statement, value, awaited)
        if measure:
            groups.append((measure, begin, [value]))
        elif groups and _goes_on(statement, groups[-1][2][-1], value):
            groups[-1][2].append(value)
    for measure, begin, members in groups:
        if len(members) > 1:
            yield from _told(statement, measure, begin, members)


def _measured_between(statement: Statement, value: _Value) -> tuple[str, int] | None:
    """What is measured between the first arm and its figure, behind the time in front of the arm."""
    if value.own is None:
        return None
    clause = statement.clause_at(value.start)
    before = [one for one in statement.clauses if one.end <= clause.start]
    begin = before[-1].start if before and value.start == clause.start else clause.start
    time = statement.words.pattern(_TIME).fullmatch(statement.seen(begin, value.start))
    told = f"{statement.raw(begin, value.start).strip(' ,，')}，" if time else ""
    return f"{told}{statement.raw(*value.own)}", begin if time else value.start


def _told(statement: Statement, measure: str, begin: int, members: list[_Value]) -> Iterator[Found]:
    controls = [one for one in members if one.control]
    alike = len({one.turn or members[0].turn for one in members}) == 1
    paired = alike and len(members) == 2 and len(controls) == 1
    for one in members:
        other = controls[0] if paired and not one.control else None
        arm = statement.raw(one.start, one.end)
        clause = statement.clause_at(one.quantity.number)
        what = f"{measure}{one.turn or members[0].turn}"
        if one.quantity.kind is QuantityKind.PERCENT:
            what = _as_share(what, measure, members[0], one, traditional=is_traditional(statement))
        unit = _UNIT.match(statement.view, one.quantity.end - statement.start)
        yield Found(
            "change" if _ENDS_TURNED.search(match_view(what)) else "outcome",
            one.quantity.start,
            one.quantity.end + (len(unit[0]) if unit else 0),
            measure=_of_arm(arm, what),
            evidence=(min(begin, clause.start), max(clause.end, one.quantity.end)),
            arm=arm,
            versus=statement.raw(other.quantity.start, other.quantity.end) if other else "",
        )


def _as_share(what: str, measure: str, first: _Value, one: _Value, *, traditional: bool) -> str:
    """What a share is of: those of whom something is true, or an event by its rate; else as it was told."""
    if first.did or _OF_PEOPLE.match(measure):
        return f"{measure}比例" if measure.endswith("的") else f"{measure}的比例"
    if one.counted and not _MEASURED.search(measure):
        return f"{measure}{_RATE[traditional]}"
    return what


def _of_arm(arm: str, measure: str) -> str:
    """What was measured in an arm, behind the time that it was told with."""
    time, comma, rest = measure.rpartition("，")
    return f"{time}{comma}{of_arm(arm, rest)}"


def _values(statement: Statement) -> Iterator[_Value]:
    if not any(end in statement.view for end in _ARM_ENDS):
        return
    arms = list(statement.words.pattern(_ARM).finditer(statement.view))
    for at, arm in enumerate(arms):
        end = statement.start + arm.end()
        stop = statement.start + arms[at + 1].start() if at + 1 < len(arms) else statement.end
        figures = [q for q in statement.quantities if end <= q.start < stop and q.kind in VALUES]
        value = _value(statement, end, figures)
        if value:
            start = statement.start + arm.start("arm")
            arm_end = statement.start + arm.end("arm")
            yield replace(value, start=start, end=arm_end, control=bool(arm["control"]))


def _value(statement: Statement, end: int, figures: list[Quantity]) -> _Value | None:
    """The figure behind an arm, with the words between the two that say what it is."""
    if not figures:
        return None
    first, second = figures[0], next(iter(figures[1:]), None)
    between = statement.seen(end, first.start)
    if (
        second
        and first.kind is QuantityKind.PLAIN
        and _SHARE.fullmatch(statement.seen(first.end, second.start))
    ):
        return _Value(second, counted=True) if _LINK.fullmatch(between) else None
    if second and _FROM.fullmatch(between):
        to = _TO.fullmatch(statement.seen(first.end, second.start))
        turned = statement.raw(first.end + to.start("to"), second.start).strip() if to else ""
        return _Value(second, turned) if to else None
    if first.kind is QuantityKind.PLAIN and "." not in statement.raw(first.number, first.end):
        return None
    verb = _TURNED.fullmatch(between)
    turn = statement.raw(end + verb.start("turn"), first.start).strip(" 约約") if verb else ""
    if verb or _LINK.fullmatch(between):
        counted = not turn and bool(literal.search(r"\d", between))
        did = _did(statement, first) if counted else None
        return _Value(first, turn, counted=counted, own=did, did=bool(did))
    return _with_measure(statement, end, between, first)


def _did(statement: Statement, share: Quantity) -> tuple[int, int] | None:
    """The columns of what those did who are counted with their share (`9人(20.9%)达到缓解`)."""
    clause = statement.clause_at(share.number)
    told = _DID.match(statement.seen(share.end, clause.end))
    return (share.end + told.start("did"), clause.end) if told else None


def _with_measure(statement: Statement, end: int, between: str, first: Quantity) -> _Value | None:
    """`治疗组血浆蛋白较基线下降38%`: what is measured stands between the arm and its figure."""
    within = _WITHIN.fullmatch(between)
    if within is None or not any(
        found.end() == len(within["what"]) for found in _MEASURED.finditer(within["what"])
    ):
        return None
    own = (end + within.start("what"), end + within.end("what"))
    start = end + within.start("turn")
    turn = statement.raw(start, first.start).strip(" 约約") if within["turn"] else ""
    return _Value(first, turn, own=own)


def _measure(statement: Statement, value: _Value, awaited: str) -> tuple[str, int]:
    """What an arm's figure measures, and where that begins; empty when another arm's words tell it."""
    clause = statement.clause_at(value.start)
    name, begin = _name(statement, clause.start, value.start)
    if name:
        return name, begin
    if _LEAD.sub("", statement.seen(clause.start, value.start), count=1).strip(" 而但则、和与"):
        return "", 0  # words that name no measure
    before = [one for one in statement.clauses if one.end <= clause.start]
    if before:
        return _name(statement, before[-1].start, before[-1].end)
    return awaited, statement.start


def _name(statement: Statement, start: int, end: int) -> tuple[str, int]:
    """The words of a stretch that is the name of a measure, or of an event, and nothing else."""
    seen = statement.seen(start, end)
    lead = _LEAD.match(seen)
    begin = start + (lead.end() if lead else 0)
    name = statement.seen(begin, end).strip(" ,:")
    if not 2 <= len(name) <= _LONGEST or "组" in name or _says(name) or _MOST.search(name):
        return "", 0
    if _TIME_ALONE.fullmatch(name):
        return "", 0
    numbers = [q for q in statement.quantities if begin <= q.start < end and q.kind in VALUES]
    ends = _OF_PEOPLE.match(name) or any(found.end() == len(name) for found in _MEASURED.finditer(name))
    if numbers and not ends:
        return "", 0
    return statement.raw(begin, end).strip(" ,，:：").removesuffix("在"), begin


def _says(name: str) -> bool:
    """Whether words say what happened, and are neither a measure nor those of whom it is true."""
    bare = _EXTENT.sub("", _ENDS_TURNED.sub("", name))
    return bool(_SAYS.search(bare)) and not _OF_PEOPLE.match(name)


def _goes_on(statement: Statement, before: _Value, value: _Value) -> bool:
    """Whether an arm's figure is of the same measure as that of the arm before it."""
    clause = statement.clause_at(value.start)
    alone = not statement.seen(max(clause.start, before.quantity.end), value.start).strip(" 而但则、和与,;(")
    alike = before.quantity.kind is value.quantity.kind
    return alone and alike and (bool(before.turn) == bool(value.turn) or not value.turn)
