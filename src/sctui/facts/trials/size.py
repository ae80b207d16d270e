"""How many took part in a study: the first count that is of all of them, and no plan, arm or event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.trials.english_groups import named_group
from sctui.facts.trials.names import names
from sctui.facts.trials.people import NOUN, OUT_OF, PART_OF_THEM, everywhere, is_each
from sctui.facts.trials.setting import Found
from sctui.facts.trials.sexes import by_sex
from sctui.facts.trials.statement import Statement
from sctui.lexicon.term import TermKind
from sctui.text import literal
from sctui.text.quantity import Quantity, QuantityKind

_PART = re.compile(
    r"(?:其中|另有|另外|其余|剩余|剩下|还有|(?<![所共])有|随后有|其它|其他|包括|和|分别|各|仅|仅有|最后"
    r"|of whom|of which|including|and)\s?$"
)
_ENTERED = re.compile(
    r"共有?|纳入|收(?:治|案|了)?$|招募|入组|入选|治疗|对|[做完]到?了?$|完成了?$|实际|(?:受试者|研究对象|参与者|入选者)(?:共|是|为|有)+$"
    r"|\b(?:total of|enrol\w+|recruited|included?|comprising|involving|treated|randomi[sz]ed|of|in|all)\b"
)
_ILL = "(?:病|症|炎|瘤|癌|疮|障碍|衰竭|萎缩|粘连|硬化|损伤|缺损|梗死|<:ill>)"
_NAMED = rf"^[^,。;:]{{0,24}}?{NOUN}|^(?:重|轻|中)?[^,。;:\d]{{0,16}}?{_ILL}"
_ENROLLED = re.compile(
    r"(?:纳入|入组|收治|招募|入选)[^,。;]{0,30}(?:患者|病人|女性|男性|妇女|儿童|患儿|者)\s?$"
)
_IN_ALL = re.compile(r"共有?\s?$")
_RESULT = re.compile(
    "妊娠|怀孕|分娩|活产|治愈|痊愈|缓解(?!型)|复发(?!缓解|性|型)|达到|获得|出现|恢复|死亡|改善|进步|好转|发生|achieved|reached|relapsed|died|experienced|developed"
)
_ALONE = re.compile(r"[,、]\s?(?:没有?|无|未)设?对照")
_AGED = re.compile(r"\s?[,(]?\s?(?:年龄)?\s?\d{1,2}\s?[-~–至到]\s?\d{1,2}\s?(?:岁|个月龄)")  # `164位2~7岁`
_PARTED = re.compile(
    r"\s?[,(]?\s?(?:按|以)?[\d::∶比例]{0,9}(?:随机)?(?:分为|分成|分入|分[两三四2-4]\s?组)"
)  # `48人,随机分三组`
_TO_COME = re.compile(
    r"(?:计划|拟|预计|原定|原本|原计划|目标)[^,。;]{0,6}$|\b(?:planned|target) (?:[\w-]+ ){0,3}$"
    r"|\b(?:designed|meant|intended|supposed|planned|hoped) to (?:enrol|include|recruit)\w* (?:\w+ )?$"
)
_HARM = re.compile(r"不良反应|不良事件|副作用|并发症|安全性|\badverse|\bside effects?|\bcomplications?")
_OF_STUDY = re.compile(r"(?:研究|试验)(?:\([^()]*\))?,$")  # `…的研究,56例,…`
_OF_STUDY_OF = re.compile(r"的?[^,。;()、]{0,10}?(?:研究|试验)")  # `一项204人的随机研究`
_DEGREE = 8  # characters between a number of people and their disease: how ill they are
_OF_ALL = re.compile(r"(?:研究|试验)\s?\((?:[^()]{0,24}[,、;]\s?)?$")  # `Ⅲ期试验(n=482)`
# `138 of 150 planned participants were randomised`
_TAKEN_OF_PLANNED = re.compile(
    r"\b(?P<n>\d+) of (?:the |an? )?(?:\d+ planned|planned \d+) "
    r"(?P<who>patients|participants|people|subjects|children)"
)
_IN_GROUP = re.compile(r"组(?:中|内)?(?:各|共)?有?\s?$")
_IN_CONTROL = re.compile(r"(?:对照|安慰剂|假手术|假注射)组\s?[(有共]?\s?$")
_BEHIND_NAME = re.compile(r"(?:研究|试验)\s?\([^()]*$")  # `“…”试验(随机,60人)`
_GOES_ON = re.compile(
    r"\s?(?:\(|(?:按|以)[\d:]|随机|接受|分为|分成)"
)  # behind the disease of those who took part
_OF_GROUP = re.compile(r"\s(?:in|of)\s(?:the\s)?(?:[\w-]+\s){1,3}?(?:group|arm|cohort)\b")
_NOT_ALL = re.compile(  # `five people were given the low dose`: a part of them
    r"的?健康|\s?healthy\b"
    r"|\s(?:were|was)\s(?:given|assigned|put|treated)\s(?:\w+\s)?(?:the\s|a\s)?"
    r"(?:low|high|middle|medium|first|second)(?:est|er)?\b"
)
_SO_MANY_OF = re.compile(r"%\s?\([^()]*$")  # `3.3%(6人对7人)`
_PER_GROUP = re.compile(r"[每各]组(?:各|均)?(?:有|为)?\s?$")


def size(statement: Statement) -> Iterator[Found]:
    """The number of people a study counts as its own: the first count that is not a part of another."""
    if taken := _TAKEN_OF_PLANNED.search(statement.view):
        first, last = (statement.start + at for at in taken.span("n"))
        yield Found("n", first, last, value=f"{taken['n']} {taken['who']}")
        return
    yield from _first(statement)


def _first(statement: Statement) -> Iterator[Found]:
    """The first count of a sentence that is of all its people."""
    parts = _parts(statement)
    for quantity in statement.counted(QuantityKind.PEOPLE):
        if everywhere(statement, quantity):
            return
        if quantity in parts:
            continue
        before, behind = (
            statement.seen(statement.start, quantity.start),
            statement.seen(quantity.end, statement.end),
        )
        if is_each(statement, quantity) or _PER_GROUP.search(before):
            continue
        if _TO_COME.search(before) or _NOT_ALL.match(behind) or _IN_CONTROL.search(before):
            continue  # so many were to take part; nobody whom the study treated
        entered = bool(_ENTERED.search(before.rstrip()[-12:]) or _ENROLLED.search(before))
        if OUT_OF.search(before) and _OF_GROUP.match(behind):
            continue  # `12 of 24 patients in the treatment group`
        if (
            _SO_MANY_OF.search(before)
            or PART_OF_THEM.search(before)
            or (_HARM.search(before) and not entered)
        ):
            return  # a part that was looked at by itself, or to whom something happened
        if literal.search("其中|of whom|of which", before) or (_PART.search(before) and not entered):
            return  # parts of a whole that was told before
        after = statement.seen(quantity.end, statement.clause_at(quantity.start).end).split("(")[0]
        if _RESULT.search(after) and (not entered or _IN_ALL.search(before)):
            return  # people with a result are counted among those who took part
        if not (entered or _are_named(statement, quantity, alone=not after)):
            continue
        if quantity.low is not None and quantity.low >= 2 and not statement.titled(quantity.start):
            bare = quantity.number > quantity.start and named_group(statement, quantity) is not None
            start = quantity.number if bare else quantity.start
            written = statement.raw(start, quantity.end)
            yield Found("n", start, quantity.end, value=f"{written[:-1]}名" if written[-1] in "个個" else "")
            return


def _parts(statement: Statement) -> list[Quantity]:
    """The counts of a sentence that are of one sex, or of one group beside another that is counted too.

    `cells (n = 20) or saline (n = 21)`, `细胞组20人、对照组21人`; none of `Ⅲ期试验(n=41)`.
    """
    people = statement.counted(QuantityKind.PEOPLE)
    before = {id(q): statement.seen(statement.start, q.start) for q in people}
    named = [q for q in people if named_group(statement, q) is not None]
    grouped = [q for q in people if _IN_GROUP.search(before[id(q)])]
    arms = (*(named if len(named) > 1 else ()), *(grouped if len(grouped) > 1 else ()))
    return [*by_sex(statement), *(q for q in arms if not _OF_ALL.search(before[id(q)]))]


def _are_named(statement: Statement, quantity: Quantity, *, alone: bool) -> bool:
    """Whether a count, or its place, says that its people took part; `alone`: its clause ends there."""
    before, behind = (
        statement.seen(statement.start, quantity.start),
        statement.seen(quantity.end, statement.end),
    )
    return bool(
        statement.words.pattern(_NAMED).search(behind)
        or _is_english(quantity, statement)
        or _BEHIND_NAME.search(before)
        or (alone and (any(names(statement)) or _OF_STUDY.search(before)))
        or _with_disease(statement, quantity)
        or any(told.match(behind) for told in (_PARTED, _AGED, _ALONE, _OF_STUDY_OF))
    )


def _with_disease(statement: Statement, quantity: Quantity) -> bool:
    """Whether the disease that people have stands right behind their number (`12例轻中度IPF`)."""
    end = statement.clause_at(quantity.start).end
    behind = [one for one in statement.terms(TermKind.DISEASE) if quantity.end <= one.start < end]
    if not behind or behind[0].start - quantity.end > _DEGREE:
        return False
    return behind[0].end == end or bool(_GOES_ON.match(statement.seen(behind[0].end, end)))


def _is_english(quantity: Quantity, statement: Statement) -> bool:
    return statement.seen(quantity.number, quantity.end).isascii()
