"""Figures whose question would not say whose they are, and what an editor noted beside them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sctui.facts.trials.followups import of_one_time
from sctui.facts.trials.labelled import named
from sctui.facts.trials.phrases import cell_phrases
from sctui.facts.trials.setting import Found
from sctui.facts.trials.sides import of_arm
from sctui.facts.trials.statement import Statement
from sctui.facts.trials.ways_of_arms import without_ways_of_arms
from sctui.lexicon.lexicon import Lexicon
from sctui.text.match_view import match_view
from sctui.text.quantity import QuantityKind

_FIGURES = ("outcome", "change")
_OF_PEOPLE = ("arm", "arm_of", "count", "count_of", "share")
_VALUE = r"\d+(?:\.\d+)?\s?(?:%|[a-z一-鿿]{0,4})"
_SECOND = re.compile(rf"\s?(?:与|和|及|\band\b)\s?{_VALUE}\s?(?:[(,。;.]|$)")
_FIRST = re.compile(rf"[是为]\s?{_VALUE}\s?(?:与|和|及|\band\b)\s?$")
_THAN_BARE = re.compile(
    r"[^,。;]{0,3},(?:也|亦|同样|均|明显|显著|远|略)*[高低优长短多少大]于\s?\d[\d.]*\s?%?(?![\d的])"
)
_EACH = re.compile(r"分别|依次|各为|\brespectively\b")
_CONTROL = re.compile(r"(?:对照|安慰剂|盐水|假手术|假注射)组")
_WITHIN = re.compile(
    r"(?P<what>[^,。;:组]{2,24}?(?:\([^()]{1,14}\)|[率分平量度压力积径比值数]))(?P<arm>(?:细胞|治疗|对照|试验|观察|安慰剂|移植|常规|单次|两次"
    r"|[高中低]剂量)组)(?P<turn>(?:平均|均|约)*(?:升高|降低|增加|减少|上升|下降|提高|改善|延长|缩短)?(?:至|到|了)?)"
)
_DOSED = re.compile("[高中低]剂量组")
_GROUP = re.compile("(?:而|但|其中)?(?P<arm>[^,。;:、()和与及在的—\\d]{1,8}组)(?![织成合胺别蛋分间])")
_TOLD = re.compile("组(?![织成合胺别蛋分间])|者|(?:患儿|病人|儿童)")
_BOTH = re.compile("[两各三每几小多亚]组$|^(?:较|比)")
_GLUED = re.compile(r"组\s?\d+\s?[例名人位]")
_ARM_ALONE = re.compile(
    "[^的,]{0,10}组(?:患者)?(?:仅|只|平均|均|约)*(?:升|降|增加|减少|提高|下降|上升|改善)?[至到了为]?"
)
_SUBGROUP = re.compile(
    r"(?P<who>[^,。;]{2,24}?(?:高于|低于|大于|小于|超过|不足|以上|以下|[<>≥≤])[^,。;]{0,12}"
    r"(?:(?:亚组|者|患者|患儿|儿童|人群)(?:中|里|内)|%\s?的(?!患者|病人|人)[^,。;率]{1,8}(?=,)|%\s?者(?!的?比例))),?"
)
_ONLY_SOME = re.compile(
    "(?:依|按|依照|按照|根据)[^,。;]{1,10}(?:区分|划分|分层|分类|来看),|[单只仅]看|(?:亚组|次族群|亚群)(?:分析)?(?:中|里|显示|发现)?[,:]|其中[^,。;]{1,10}(?:级|期|型|者)的?(?:部分|患者|亚组)?[,:]"
)  # of a part alone
# what is told to have been given, or how something went, and no measure: `4×10^7个细胞,活率`, `增至的体积`
_NONE_OF_ONE = re.compile(r"(?:无|没有|未见)(?!.*(?:严重|不良|相关|副作用|并发症|事件))[^,。;]{1,8}")
_GROUP_COUNTED = re.compile(r"组(?:中|内)?(?:有|共|出现|发生)?\s?\d+\s?[例名人位](?!\s?[,。;]|\s?$)")
_NO_MEASURE = re.compile(
    r"^(?:其)?(?:总|平均)?(?:发生率|發生率|比例|比率|占比|均值|平均值)$|^[片个次针]?,|(?:^|组的?)(?:体积|浓度|剂量|总量|用量|容量)$|^者的|^(?:[两三各]组的?)?(?:hr|rr|or)$|^rate\sof\s(?:equal|same|similar|higher|lower)\b|血药|谷浓度|基线$|自然(?:增加|进步|改善|恢复|病程)|×\s?10|\d\s?岁,|(?:^|的)(?:[增升降减][至到]|(?:提高|上升|下降|增加|减少)[至到])的|^[高中低]剂量$|的[高中低]剂量$"
)
_OF_SOME = re.compile(r"\s?者")  # `体积大于30%者`: whom something is told of
_ONLY_SOME_EN = re.compile(
    r"^(?:in|among) (?:\d+|[a-z]+) (?:\([^()]*\) )?(?:out )?of (?:the |these )?(?:\d+|[a-z]+)\b"
    r"|^(?:in|among|for) (?:the )?(?:[\w-]+ )?(?:patients|participants|infants|children|adults|eyes|those"
    r"|people|women|men)\b"
    r"(?=[^,]*(?:above|below|over|under|than|at least|within|aged|older|younger|\(n\s?=|\d))[^,]*,"
)
_WHO_DID = re.compile("的$|(?<![患试与愿加])者$")  # `有反应的,细胞组21人`
_LEAST_ARM = 2  # people of a group
# `9 transplant patients had …, 4 people later developed …`: of the same group
_GROUP_COUNTED_EN = re.compile(
    r"\b\d+ (?:transplant(?:ed)?|treated|cell|control|placebo|drug|[a-z]*msc)[\w-]*"
    r" (?:patients|people|participants)\b"
)
# `improved by 0.8 with transplant and worsened by 0.4 with drugs`: whose each is stands behind it
_ARM_BEHIND = re.compile(
    r"\s(?:with|on|after|in)\s[\w -]{2,30}?,?\s(?:and|but|while|whereas|versus|vs\.?)\s[^.;]*\d"
)
_FOLLOWED = re.compile(r"\bcompleted (?:the )?follow-?up|完成了?(?:全部|所有)?的?随访")
# how a study was made, and nothing that its people did: `13人的单臂试验`, `81例三组比较`
_HOW_MADE = re.compile(
    "患者(?:(?!退出|完成|中止|终止|离开)[^,。]{0,10}(?:试验|研究)[里中]?|[两三四]组比较|(?:随机|双盲|单盲|开放|单臂|对照)+)"
)
_TIME_ALONE = re.compile(  # what befell them stands elsewhere
    r"(?:within|at|after|by|for|in|on)\s[\w\s-]{1,20}?(?:hours?|days?|weeks?|months?|years?)"
)
_ONCE = re.compile(r"^(?:1|一|单|單|single|one|once)\b|^(?:1|一|单)次")
_IN_GROUP = re.compile("组(?:中|内)?(?:有|共|各)?\\s?$")  # `甲组2例、乙组3例发热`: of that group
_GROUP_NAME = ("组", "組")
_TREATED = (
    r"(?:患者|病人)?(?:经|在|于)?[^,。;]{0,10}?(?:接受|给予|输注|注射|植入|服用|<:giving.zh>)(?!后)[^,。;]*$"
)
_SWALLOWED = re.compile(r"口服|oral(?:ly)?")
_NOTE = re.compile(r"\s?\((?:编者|编辑|译者|小编)?[注按][::][^()]*\)")


def without_doubts(told: Iterable[tuple[Statement, Found]]) -> Iterator[tuple[Statement, Found]]:
    """What a study's sentences tell, without what cannot be asked so that one answer alone is right."""
    every = list(_alike(list(of_one_time(told))))
    events = {id(item) for item in _events(every)}
    every = list(_once_each(one for one in without_ways_of_arms(every) if id(one[1]) not in events))
    controlled = {id(one) for one in _controlled([statement for statement, _ in every])}
    for statement, found in every:
        item = named(statement, found)
        if item is None or _is_doubtful(statement, item):
            continue
        sided = _of_its_arm(statement, item) if id(statement) in controlled else item
        sided = _arm_in_front(sided)
        noted = _before_note(statement, _with_verb(statement, sided)) if sided else None
        if noted:
            yield statement, noted


def _once_each(told: Iterable[tuple[Statement, Found]]) -> Iterator[tuple[Statement, Found]]:
    """What is told, without a second size of a group, and without that a drug beside cells was swallowed."""
    every, sized = list(told), set[str]()
    cells = not any(item.slot == "product" for _, item in every)
    for statement, item in every:
        if item.slot == "arm_size" and match_view(item.measure) in sized:
            continue
        if item.slot == "arm_size":
            sized.add(match_view(item.measure))
        if not (
            cells and item.slot == "route" and _SWALLOWED.fullmatch(statement.seen(item.start, item.end))
        ):
            yield statement, item


def _events(told: list[tuple[Statement, Found]]) -> Iterator[Found]:
    """Of `大截肢细胞组1例,常规组5例`, the numbers: of those to whom it happened, and no sizes of groups."""
    size = next((_people(s, item) for s, item in told if item.slot == "n"), None)
    by_sentence: dict[int, list[tuple[Statement, Found]]] = defaultdict(list)
    for statement, item in told:
        if item.slot == "arm_size":
            by_sentence[id(statement)].append((statement, item))
    for group in by_sentence.values():
        counts = [_people(*one) for one in group]
        first = group[0][0].clause_at(group[0][1].start)
        before = group[0][0].seen(group[0][0].start, first.start).rstrip(" ,")
        few = len(counts) > 1 and (min(counts) < _LEAST_ARM or (size is not None and 2 * sum(counts) < size))
        if few or _WHO_DID.search(before):
            yield from (item for _, item in group)


def _people(statement: Statement, item: Found) -> float:
    """How many people a finding counts; none where that cannot be told."""
    found = (q.low for q in statement.quantities if item.start in (q.start, q.number))
    return next(found, None) or 0


def _alike(told: list[tuple[Statement, Found]]) -> Iterator[tuple[Statement, Found]]:
    """What is told, without how often it was given where groups had it once and more than once."""
    counts = {
        bool(_ONCE.search(match_view(item.value or s.raw(item.start, item.end))))
        for s, item in told
        if item.slot == "doses"
    }
    yield from (one for one in told if len(counts) < 2 or one[1].slot not in ("doses", "interval"))


def without_symptoms(
    told: list[tuple[Statement, Found]], titles: tuple[str, ...], diseases: Lexicon
) -> list[tuple[Statement, Found]]:
    """What is told, without a symptom for the disease that was treated where a title names the disease."""
    if not any(_names_disease(diseases, title) for title in titles):
        return told
    return [
        (statement, item)
        for statement, item in told
        if item.slot != "condition" or _names_disease(diseases, statement.raw(item.start, item.end))
    ]


def _names_disease(diseases: Lexicon, text: str) -> bool:
    """Whether a text names a disease and not only what those who have one feel."""
    return any(mention.term.attributes.get("area") != "symptom" for mention in diseases.mentions(text))


def _controlled(every: list[Statement]) -> Iterator[Statement]:
    """The sentences of the paragraphs that tell of a control group."""
    lines = {one.line for one in every if _CONTROL.search(one.view) or _DOSED.search(one.view)}
    yield from (one for one in every if one.line in lines)


def _is_doubtful(statement: Statement, item: Found) -> bool:
    measure = match_view(item.measure)
    if item.slot in _OF_PEOPLE and any(
        (
            _GLUED.search(measure),
            _FOLLOWED.search(measure),
            _HOW_MADE.fullmatch(measure),
            _TIME_ALONE.fullmatch(measure),
        )
    ):
        return True
    if item.slot == "safety":
        return _leaves_out_harm(statement, item)
    if item.slot not in (*_FIGURES, *_OF_PEOPLE):
        return False
    # a group is those who got what it is named by
    given = item.slot == "count_of" and item.subject.endswith(_GROUP_NAME) and _is_given(statement, measure)
    if given or (item.slot == "count" and _is_of_group_before(statement, item)):
        return True
    if item.slot in _FIGURES and _is_of_some(statement, item, measure):
        return True
    subgroup = _SUBGROUP.search(statement.view)
    behind = subgroup and statement.start + subgroup.start() <= item.start  # or it is the condition itself
    return bool(behind and "亚组" not in measure and not _SUBGROUP.search(measure + "中")) or (
        item.slot in _FIGURES and bool(_ARM_ALONE.fullmatch(measure) or _is_of_two(statement, item))
    )


def _is_given(statement: Statement, measure: str) -> bool:
    """Whether what counted people did is that they were treated, and nothing came of it."""
    return bool(statement.words.pattern(_TREATED).match(measure))


def _leaves_out_harm(statement: Statement, item: Found) -> bool:
    """Whether a sentence tells of one harm that nobody had beside those that some had: `血肿3例,无感染`."""
    one = _NONE_OF_ONE.fullmatch(statement.seen(item.start, item.end))
    return bool(one and statement.counted(QuantityKind.PEOPLE))


def _is_of_some(statement: Statement, item: Found, measure: str) -> bool:
    """Whether a figure is one of a part of the people, tells of whom something is told, or has no measure."""
    before = statement.seen(statement.start, item.start)
    bare = measure.replace(match_view(item.arm), "") if item.arm else measure  # an arm may be a dose
    if _ONLY_SOME.search(before) or _ONLY_SOME_EN.search(before) or _NO_MEASURE.search(bare):
        return True
    return bool(_OF_SOME.match(statement.seen(item.end, item.end + 2)))


def _is_of_group_before(statement: Statement, item: Found) -> bool:
    """Whether a count goes on with those of a group: `高剂量组5人眼压升高,3人发炎`."""
    before = statement.seen(statement.start, item.start)
    if not item.arm and (_GROUP_COUNTED_EN.search(before) or _IN_GROUP.search(before)):
        return True
    clause = statement.clause_at(item.start)
    counted = list(_GROUP_COUNTED.finditer(before))
    if counted and counted[-1].end() > clause.start - statement.start:  # `甲组发烧1例、疼痛2例`
        return not _TOLD.search(before[counted[-1].end() :])
    return bool(counted) and not _TOLD.search(statement.seen(clause.start, clause.end))


def _is_of_two(statement: Statement, item: Found) -> bool:
    """Whether a figure stands side by side with another, and nothing says which is whose."""
    if item.arm:
        return False
    before, behind = statement.seen(statement.start, item.start), statement.seen(item.end, statement.end)
    if _ARM_BEHIND.match(behind) and " in the " not in item.measure and " with " not in item.measure:
        return True
    beside = (_SECOND.match(behind) or _FIRST.search(before)) and not _EACH.search(before)
    of_which = _THAN_BARE.match(behind) and not _TOLD.search(match_view(item.measure))  # `也低于69.8%`
    return bool(beside or of_which)


def _of_its_arm(statement: Statement, item: Found) -> Found:
    """A figure that follows on one of an arm, in the same sentence, with that arm."""
    if item.slot not in _FIGURES or _TOLD.search(match_view(item.measure)):
        return item
    clause = statement.clause_at(item.start)
    named = list(_GROUP.finditer(statement.seen(statement.start, clause.start)))
    if len(named) != 1 or _BOTH.search(named[0]["arm"]) or _CONTROL.search(named[0]["arm"]):
        return item
    arm = statement.raw(statement.start + named[0].start("arm"), statement.start + named[0].end("arm"))
    arm = arm.lstrip("—–―-•· ")
    return replace(
        item, measure=of_arm(arm, item.measure), arm=arm, evidence=_from(statement, item, named[0])
    )


def _with_verb(statement: Statement, item: Found) -> Found:
    """`34例骨髓MSC` as `34例患者接受骨髓MSC`."""
    given = (statement.raw(one.start, one.end) for one in cell_phrases(statement))
    bare = item.slot in _OF_PEOPLE and item.measure.startswith("患者") and item.measure[2:] in given
    return replace(item, measure=f"患者接受{item.measure[2:]}") if bare else item


def _arm_in_front(item: Found) -> Found:
    """`氧分压细胞组升高` as `细胞组的氧分压升高`."""
    within = _WITHIN.fullmatch(match_view(item.measure)) if item.slot in _FIGURES and not item.arm else None
    if within is None:
        return item
    what, arm, turn = (item.measure[slice(*within.span(name))] for name in ("what", "arm", "turn"))
    return replace(item, measure=f"{of_arm(arm, what)}{turn}", arm=arm)


def _from(statement: Statement, item: Found, named: re.Match[str]) -> tuple[int, int]:
    """The clauses from the one that names an arm to that of a figure."""
    first, last = statement.clause_at(statement.start + named.start("arm")), statement.clause_at(item.start)
    return first.start, max(last.end, item.end)


def _before_note(statement: Statement, item: Found) -> Found | None:
    """What is proved by the words in front of an editor's note; nothing for what stands in the note."""
    for note in _NOTE.finditer(statement.view):
        start, end = statement.start + note.start(), statement.start + note.end()
        if start <= item.start < end:
            return None
        begin = item.evidence[0] if item.evidence else statement.clause_at(item.start).start
        if item.end <= start and statement.clause_at(item.start).start <= start <= (
            item.evidence[1] if item.evidence else statement.clause_at(item.start).end
        ):
            return replace(item, evidence=(begin, start))
    return item
