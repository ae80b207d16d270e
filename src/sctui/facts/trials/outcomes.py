"""Results told in numbers: a value for a measure, a share of the patients, a count of patients, a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sctui.facts.trials.counts import BOUND, TIME_CLAUSE, WORDS_ONLY, count, found_at, share
from sctui.facts.trials.durations import duration, lead_length
from sctui.facts.trials.english_groups import IN_ARM, as_rate
from sctui.facts.trials.people import NOUN, group_of, part_of
from sctui.facts.trials.respectively import share_of
from sctui.facts.trials.setting import Found
from sctui.facts.trials.sides import (
    VALUES,
    at_another,
    begun_at,
    in_full,
    in_its_arm,
    in_next_arm,
    is_pair,
    of_arm,
    on_its_side,
    segment_start,
    time_before,
)
from sctui.facts.trials.statement import Statement
from sctui.lexicon.words import Words
from sctui.text.match_view import match_view
from sctui.text.quantity import Quantity, QuantityKind
from sctui.text.sentence import Piece

VERB = r"(?:提高|提升|增加|升高|上升|增长|降低|下降|减少|减低|缩短|缩小|延长|改善|减轻|恢复|增大"
VERB += r"|升至|降至|升到|降到|[掉跌长增减][到至]|(?<!转)变[成为](?=\s?$))"
_SHOWN = re.compile(r"^.*?(?:显示|表明|发现|证实|观察到|提示|报告称?)(?!了?$)")
_COPULA = re.compile(
    r"\s?(?:分别|仅|只)?(?:为|是|达到了?|达|约|仅|:|可达|有|占|在|等于|\bwas|\bwere|\bis|\bof|\breached|=)?\s?$"
)
_DELTA = re.compile(
    rf"(?:平均)?(?:从原来的|从|由|自)?(?:均|也|可|能|已|又|平均|可以|分别|显著|明显|大幅|大约|约|将近"
    rf"|进一步|仅|只)*(?:{VERB}|{VERB}和{VERB}|(?<![毫微每])[升降]|[增减](?=[到至为])|[多高]出)(?:了|到|至|为|约|达)*\s?$"
)
_MEASURED = (
    r"率|水平|评分|总分|积分|得分|分数|数值|距离|功能|计数|数量|比例|百分比|浓度|流量|厚度|体积|指数|面积|密度|时间"
    r"|次数|效果|疗效|疼痛"
    r"|程度|含量|剂量(?!组)|直径|概率|风险|<:measured>|"
    r"\b(?:rate|survival|score|level|response|incidence|remission|recovery|relapse|mortality|prevalence"
    r"|volume|count)s?\b"
)
_TIMES_MORE = re.compile(r"\s?(?:times )?(?:higher|lower|greater|more|less|longer|shorter)\b")
_ARM_TOLD = re.compile(r"\sin the [\w\s-]+ (?:group|arm|cohort)$")
_FROM = re.compile(r"(?:从|由|(?<![来各])自)(?P<was>原来|治疗前|基线)?的?\s?$")
_TOLD = re.compile(r"[A-Z].*?\b(?:reported|showed|found)\s(?:that\s|an?\s)?(?=[a-z])")
_NO_ARM = re.compile("[升降增减涨]幅$|差值$")  # of what was told before, and of no arm
_SIZED = re.compile(r"\bn\s?=")
_VERB_FIRST = re.compile(
    rf"(?:可|能|能够|可以|将|使)?{VERB}(?:了)?[^,。;{{}}]{{2,20}}(?:率|水平|评分|数量|比例|浓度|体积)\s?$"
)
_DELTA_EN = re.compile(
    r"\s?(?:(?:significantly|markedly|had|was|were|has|been)\s)*(?:(?:increased|decreased|improved|fell"
    r"|rose|declined|dropped|reduced|increasing|falling)\s)?"
    r"(?:significantly\s|further\s)?(?:by|to|from)\s(?:a\s|a mean of\s|about\s)?$"
)
_ALSO = re.compile(rf"[也亦则則](?={VERB}|[\u4e00-\u9fff]{{2,3}}了?$)")
_VERSUS = re.compile(r"(?:优于|高于|低于|多于|少于|大于|小于|好于)(?P<who>[^,。;]{2,24}?)的?\s?$")
_COMPARED = re.compile(r"\b(?:vs\.?|versus)\s$")
_OF_INTERVAL = re.compile(r"(?:\bci|interval|置信区间|可信区间)(?:为|was|of|[\s:,=])*$")
_GROUP = r"^(?:[^,。的]{0,12}?组|(?:治疗|<:giving.zh>|注射|给药|术)后)(?:患者)?的?"
_CRITERION = re.compile(
    r"\s?(?:以[上下内])?\)?(?:的|者)(?:(?:患者|病人)?的?(?:比例|比率|百分比|人数|例数|占)|\s?[,:])"
)  # `0~2分的比例`, `改善3分以上者,甲组…`
_OF_SOMEBODY = re.compile(  # words for a group, behind which a figure stands (`皮肤反应率72%,安慰剂组55%`)
    rf"组|{NOUN}|者$|[男女]性?$|[人群童]$|人群|[眼侧肢膝]$|岁|[前后时]$|[年月周天级期型]|剂量|基线"
    r"|安慰剂|对照|假手术|假注射|盐水|常规|标准|单[用纯药]|治疗|疗法|[较比][前低高]|[升降增减改延缩提]"
    r"|(?:高|低|大|小|多|少|优|好)于"
)
_SORT = re.compile(
    "(?:比例|比率|百分比|人数|例数|幅度|变化|改变量?|差值|程度|水平)?"
)  # of measures, and none itself
_REQUIRED = re.compile(r"要求|须|需达|必须|应[不达高低大小]|标准为|合格")
_LIMIT = re.compile(r"[<>≥≤]|不[低高少多超大小][于过]|以[上下内]|(?:低|高|大|小|少|多|超)[于过]")
_HAPPENED = re.compile(r"[从由后达]|[升降增减]|改善|缓解|\b(?:after|from|was|were|reached|had)\b")
_ENTERS = re.compile(
    r"纳入|入组|入选|收案|招募|收治|排除|年龄\d"
    r"|\b(?:enrol\w+|eligib\w+|inclusion|recruited|aged|with (?:an? )?[\w-]+ score)\b"
)
# what is told with its figure to be none
_NO_CHANGE = re.compile(
    r"\s?[(（][^()（）]{0,24}(?:不显著|无(?:统计学|显著)|未达(?:到)?(?:统计学|显著)|n\.?s\.?|not significant)"
)
_BARE_TURN = re.compile(
    rf"(?:相对|绝对|平均|共|总共|分别|约|仅|只)*{VERB}?(?:了|到|至|为)*"
)  # of nothing: `(相对减少24%)`
_GAP = re.compile("(?:但|而|两组|组间|的)*差距")  # of what, nobody says
_LAST_WORDS = 2  # characters that end the name of a measure
_SEVERAL = re.compile(r"[两三四各][个]?组[^,。;]{0,16}$|[两三四各][个]?组[^。;]{0,40}[、,]\s?$")
_ROW = re.compile(r"\s?[、,和与]\s?")
_WHOSE = re.compile(rf"组|{NOUN}|接受|使用|后的|时的|^的?[^的]*(?:年|月|周|天)的")
_KEPT = re.compile(
    "(?:均|可|都)?(?:控制|维持|保持|稳定)$|(?:各家|文献|据)[说称报](?:道|告)?$"
)  # `the diameter is kept at …`: it is this much
_VERB_LAST = re.compile(rf"{VERB}(?:了|到|至|为)*$")
_VERB_TO = re.compile(rf"{VERB}(?:了|到|至|为)+$|(?:[升降掉跌增减][至到为])$")
_ENDS_IN_VERB = re.compile(rf"{VERB}$")


def numbers(statement: Statement, total: float | None) -> Iterator[Found]:
    """Every result of a sentence that is a number.

    Slots: `outcome` (the measure is this much), `change` (it rose or fell by or to this much), `share` (this
    part of the patients did so), `count` (so many patients did), `duration` (the effect lasted so long).
    """
    measured, source = "", statement.end
    for place, quantity in enumerate(statement.quantities):
        other = next(iter(statement.quantities[place + 1 : place + 2]), None)
        if statement.titled(quantity.start) or statement.seen(quantity.start - 1, quantity.start) == "/":
            continue
        before = statement.seen(statement.start, quantity.start)
        if _is_in_row(statement, statement.quantities, place):
            continue
        if place and is_pair(statement, statement.quantities[place - 1], quantity):
            continue
        begun = begun_at(statement, quantity, other)
        if begun:
            noun = _VERB_LAST.sub("", measured[_group_end(statement.words, measured) :])
            measured = in_next_arm(statement, begun, noun)
            continue
        if _COMPARED.search(before) or _OF_INTERVAL.search(before):
            continue  # the comparator's figure, or an interval, stands with the result before it
        found = _result(statement, quantity, total, measured)
        if found:
            found = _proved(statement, found, source)
            if found.slot in ("outcome", "change"):
                measured, source = found.measure, (found.evidence or (found.start, 0))[0]
            bracketed = before.rstrip().endswith("(") and other and is_pair(statement, quantity, other)
            if not bracketed:
                yield on_its_side(statement, quantity, other, in_its_arm(statement, found))


def _result(statement: Statement, quantity: Quantity, total: float | None, measured: str) -> Found | None:
    """What a quantity counts, is a share of, or measures; None for nothing that came of the study."""
    if quantity.kind is QuantityKind.PEOPLE and (total is None or quantity.low != total):
        found = count(statement, quantity)
        whole = (part_of(statement, quantity, total) or group_of(statement, quantity)) if found else ""
        return replace(found, slot="count_of", subject=whole) if found and whole else found
    if quantity.kind in VALUES:
        return share(statement, quantity) or _value(statement, quantity, measured)
    return duration(statement, quantity) if quantity.kind is QuantityKind.TIME else None


def _proved(statement: Statement, found: Found, source: int) -> Found:
    """A figure with the words that say what was measured, where those stand before its own clause."""
    start, end = found.evidence or (found.start, found.end)
    if found.slot not in ("outcome", "change") or source >= start:
        return found
    told = match_view(found.measure)[-_LAST_WORDS:]
    return found if told in statement.seen(start, end) else replace(found, evidence=(source, end))


def _is_in_row(statement: Statement, every: Sequence[Quantity], place: int) -> bool:
    """Whether a value is one of several groups', of which nobody says whose (`三组为11%、12%、10%`)."""
    one = every[place]
    clause = statement.clause_at(one.number)
    if one.kind not in VALUES or not _SEVERAL.search(statement.seen(clause.start, one.start)):
        return False
    beside = [q for q in every[max(0, place - 1) : place + 2] if q is not one and q.kind is one.kind]
    return any(_ROW.fullmatch(statement.seen(min(q.end, one.end), max(q.start, one.start))) for q in beside)


def _value(statement: Statement, quantity: Quantity, measured: str) -> Found | None:
    clause = statement.clause_at(quantity.number)
    each = share_of(statement, clause, quantity)
    if each:
        slot = "change" if each.changed else "outcome"
        told = each.measure and statement.words.pattern(_MEASURED).search(match_view(each.measure))
        return found_at(statement, slot, quantity, each.measure, quantity.end) if told else None
    start = segment_start(statement, clause, quantity)
    start += lead_length(statement.seen(start, quantity.start))
    raw, seen = statement.raw(start, quantity.start), statement.seen(start, quantity.start)
    behind = statement.seen(quantity.end, clause.end)
    of_another = (
        _NO_CHANGE.match(behind)
        or seen.startswith(("的", ")"))
        or BOUND.search(seen)
        or _TIMES_MORE.match(behind)
        or _CRITERION.match(behind)
    )
    if of_another or _is_of_entry(statement, clause, quantity):
        return None  # `47%的患者评分改善至少40%`: what the 47% are; `2.5 times higher`: no value of its own
    versus = _VERSUS.search(seen)
    words = statement.words
    if versus and measured:
        measure, slot = (
            f"{raw[versus.start('who') : versus.end('who')]}{_of(measured[_group_end(words, measured) :])}",
            "outcome",
        )
        slot = "change" if _ENDS_IN_VERB.search(match_view(measure)) else slot
    else:
        measure, slot = _measure(words, raw, seen, measured)
    if _SIZED.search(match_view(measure)) or measure.endswith("者") or _GAP.match(match_view(measure)):
        return None  # `the trial (n = 40) cut the score by …`: who did what, and no measure
    if quantity.kind is QuantityKind.PLAIN:
        decimal = "." in statement.raw(quantity.number, quantity.end)
        if slot == "outcome" or not decimal:
            return None
    if len(WORDS_ONLY.findall(_BARE_TURN.sub("", match_view(measure)))) < 2 or not (
        words.pattern(_MEASURED).search(match_view(measure)) or slot == "change"
    ):
        return None
    return found_at(statement, slot, quantity, measure, quantity.end, begin=start)


def _is_of_entry(statement: Statement, clause: Piece, quantity: Quantity) -> bool:
    """Whether a value says who could take part, or what was required (`评分8~20分`, `活率不低于80%`)."""
    told = statement.seen(clause.start, quantity.end)
    limit = quantity.low != quantity.high or _LIMIT.search(told)
    ranged = quantity.low != quantity.high and bool(_ENTERS.search(told))
    entry = ranged or (limit and _ENTERS.search(statement.view) and not _HAPPENED.search(told))
    return bool(_REQUIRED.search(told) or entry)


def _measure(words: Words, raw: str, seen: str, measured: str) -> tuple[str, str]:
    """What a number measures and how it is asked for, from the words in front of it."""
    before = _FROM.search(seen)
    if before:  # `mortality from formerly 40%`: what it was
        return f"{raw[: before.start()].rstrip()}{raw[slice(*before.span('was'))] or '原来'}", "outcome"
    delta = _DELTA.search(seen)
    if delta:
        if not delta.start() and not measured:
            return "", "change"
        measure = _ALSO.sub("", raw.rstrip())
        if measured and words.pattern(_GROUP).fullmatch(seen[: delta.start()].rstrip("仅只则")):
            # `… by 1.5%, in the control group by 0.8%`
            noun = _VERB_LAST.sub("", measured[_group_end(words, measured) :])
            arm = raw[: delta.start()].rstrip("仅僅只则則")
            when = time_before(measured) if _group_end(words, measured) else ""
            measure = f"{when}{arm}{_of(noun)}{raw[delta.start() :].strip(' 仅僅只')}"
        if not delta.start() and measured:  # `… to 16%`: the measure stands before the first number
            measure = f"{re.sub('(?:原来|治疗前|基线)$', '', _VERB_TO.sub('', measured))}{measure}"
        return in_full(measure.lstrip(" ,，、:：")), "change"
    english = _DELTA_EN.search(seen)
    if english and (english.start() or measured):
        # `… by 10% in one group and by 47% in the other`
        again = _ARM_TOLD.sub("", measured) if measured and IN_ARM.match(seen) else ""
        return again or raw[: english.start()].rstrip() or measured, "change"
    if _VERB_FIRST.search(seen):
        return raw.strip(" ,，、:："), "change"
    copula = _COPULA.search(seen)
    measure, slot = (raw[: copula.start()] if copula else raw).strip(" ,，、(:：（"), "outcome"
    kept = _KEPT.search(match_view(measure))
    measure = measure[: kept.start()] if kept else measure
    named = words.pattern(_MEASURED).search(match_view(measure)) or _NO_ARM.search(match_view(measure))
    if measured and measure and not named:
        measure = _of_next(words, measure, measured, english=seen.isascii())
        if _ENDS_IN_VERB.search(match_view(measure)):
            slot = "change"
    elif measured:
        measure = _as_before(words, measure, measured)
    told = _TOLD.match(measure)  # `the study reported remission in 40%`
    return (as_rate(measure[told.end() :].removesuffix(" in")) if told else measure), slot


def _of_next(words: Words, who: str, measured: str, *, english: bool) -> str:
    """What was measured before, of the group or at the time that the next figure stands behind."""
    if TIME_CLAUSE.fullmatch(match_view(who)):  # `第8周治愈率60%,第12周79%`
        return at_another(who, measured)
    if english:  # `72% in the treated group and 34% in the control group`: the arm stands behind its figure
        return measured
    if not _OF_SOMEBODY.search(match_view(who)):
        return ""  # `皮肤反应率72%,下消化道55%`: whose rate the second is, no rule can tell
    return _of_sex(who, measured) or of_arm(who, _of(measured[_group_end(words, measured) :]))


def _of_sex(who: str, measured: str) -> str:
    """The measure of one sex told of the other (`男性患病率8%,女性4%`); empty where neither is told."""
    other = {"女性": "男性", "男性": "女性"}.get(who, "")
    return measured.replace(other, who) if other and other in measured else ""


def _as_before(words: Words, measure: str, measured: str) -> str:
    """The measure of an arm with what it is of, where only the arm before was told with that."""
    own, before = _group_end(words, measure), _group_end(words, measured)
    rest, noun = measure[own:], measured[before:]
    shorter = own and before and rest != noun and match_view(noun).endswith(f"的{match_view(rest)}")
    return f"{measure[:own]}{noun}" if shorter and not _WHOSE.search(match_view(noun)) else measure


def _group_end(words: Words, measure: str) -> int:
    group = words.pattern(_GROUP).match(match_view(measure))
    return group.end() if group else 0


def _of(noun: str) -> str:
    """A measure behind `的`: without whose it is, and with what it is of (`卒中的年发生率`)."""
    whole = match_view(noun)
    tail = noun if not _WHOSE.search(whole) else noun.rsplit("的", 1)[-1]
    return tail if tail.startswith("的") else f"的{tail}"
