"""How many took part: the size of the study, its arms, and the case that a report tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.trials.english_groups import named_group
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.text import literal
from sctui.text.quantity import Quantity, QuantityKind

NOUN = r"(?:患\s?者|孩子|病\s?人|参与者|参加者|受试者|志愿者|女性|男性|妇女|儿童|患儿|婴儿|病例|个体)"
# where it is counted in a country, and not in one of its hospitals (`国内某某医院的试验`)
WORLD = re.compile(
    r"全世界|全球|世界范围|(?:我国|国内)(?![^,。;:]{0,14}?(?:医院|医学中心|中心|大学|学院|研究所|研究|试验|团队|等))|每年|累计|worldwide|globally"
)
_DID_WELL = re.compile(f"(?:{NOUN})?(?:获得|取得)了?(?:良好|较好|显著|满意)?的?(?:疗效|效果)")
_NOT_DONE = re.compile(rf"{_DID_WELL.pattern}|系|皆|多为")
_ARM = (
    r"接受|使用|采用|选用|分配到|进入|随机|作为|输注|注射|给予|未接受|第一次|为对照|为安慰剂|安慰剂|对照|<:giving.zh>"
    r"|\b(?:received|were assigned|were randomi[sz]ed|in the\s(?:control|placebo|treatment))"
)
_GROUPED = re.compile(
    r"(?:其?中|(?:(?:患者|病人|者|人|例|名)?随机)?分(?:为|成|入|至|到))?(?<![)])(?P<name>(?!(?:[患病例名人]|随机|分为))(?:[^,。;:、()和与中]{2,16}\([^()]{1,12}\)[^,。;:、()和与中]{0,14}|[^,。;:、()和与中]{1,14})组)\s?[(为有]?\s?(?:n\s?=\s?)?$"
)
_HAPPENED = re.compile(rf"{NOUN}?(?:因|由于|出现|发生|死亡|退出|复发|失访|中断|达到|获得|报告|有|未|在)")
_BEFELL = re.compile(
    rf"(?!{NOUN}|接受|使用|采用|给予|输注(?![时后期])|输入|注射(?![时后期])|打|用|静脉|口服|植入|移植(?![时后期])|均|各|每|单|仅|只|为|参|\s?$)[一-鿿]"
)
_SHARE = re.compile(r"\s?[(,]\s?(?:占)?\d+(?:\.\d+)?\s?%")
_EVENT_OF = re.compile(
    "(?<!干)(?<!胞)[血栓塞热痛染吐瘤亡](?:细胞|治疗|对照|安慰剂|试验|观察|移植|[高低]剂量)组$"
)  # `血栓细胞组4例`
_EVENT_BEFORE = re.compile(
    "(?<!干)(?<!胞)[血栓塞热痛染吐瘤亡](?:细胞|治疗|对照|安慰剂|试验|观察|移植|[高低]剂量)组\\s?\\d"
)
_LEAST = 2  # people of an arm
_ANOTHER = re.compile(r"\d\s?[例名人位](?!/)")  # a second count, of which nobody can say whose deed it is
PART_OF_THEM = re.compile(
    r"亚组|次族群|亚群|分层分析|事后[^,。;]{0,8}分析|挑[出选]|筛出|\bsub-?groups?\b|\bsubset|\bpost[\s-]hoc\b"
)
_BRACKETED = re.compile(rf"^(?P<who>[^,、()]{{2,24}}?{NOUN}|[^,、()和与]{{2,16}})")
OUT_OF = re.compile(r"\d\s(?:out\s)?of\s(?:the\s|all\s)?$")
_OF_EACH = re.compile(r"\b(?:cohorts?|groups?|arms?|each|blocks?) of\s$")
_IN_EACH = re.compile(r"[各每]组?\s?$")  # `各30位,三组都接受复健`: as many in each
_EACH = re.compile(
    r"\s(?:each\b(?!\s(?:had|received|got|took|was|were|underwent)\b)|per (?:group|arm|cohort|dose))"
)
_DIVIDED = re.compile(r"分为|分成|分配|随机|divided|assigned|into|randomi[sz]ed")


def is_each(statement: Statement, quantity: Quantity) -> bool:
    """Whether so many are in each of several groups: `three cohorts of 3 patients each`."""
    of_each = _OF_EACH.search(statement.seen(statement.start, quantity.start))
    return bool(of_each or _EACH.match(statement.seen(quantity.end, statement.end)))


def everywhere(statement: Statement, quantity: Quantity) -> re.Match[str] | None:
    """Where a sentence says that it counts in a country, or a year: before the people, or in their clause."""
    end = statement.clause_at(quantity.start).end
    return WORLD.search(statement.view, 0, end - statement.start)


def arms(statement: Statement, total: float | None) -> Iterator[Found]:
    """Parts of the study: people who were treated alike, and into how many groups they were divided."""
    for quantity in statement.counted(QuantityKind.GROUPS):
        several = (quantity.low or 0) > 1  # `分…,一组用甲,一组用乙`
        if several and _DIVIDED.search(statement.seen(statement.start, quantity.start)):
            yield Found("groups", quantity.number, quantity.end)
    sized: set[str] = set()
    if PART_OF_THEM.search(statement.view):
        return
    for quantity in statement.counted(QuantityKind.PEOPLE):
        if everywhere(statement, quantity):
            return
        if quantity.low in (total, None) or statement.titled(quantity.start):
            continue
        if not is_each(statement, quantity):
            for found in _arm(statement, quantity, total):
                if found.slot != "arm_size" or found.measure not in sized:  # it has one size
                    yield found
                    sized.add(found.measure)


def _arm(statement: Statement, quantity: Quantity, total: float | None) -> Iterator[Found]:
    group_en = named_group(statement, quantity)
    if group_en is not None:
        if group_en:
            yield Found("arm_size", quantity.number, quantity.end, measure=group_en)
        return
    clause = statement.clause_at(quantity.start)
    before = statement.seen(clause.start, quantity.start)
    if OUT_OF.search(before) or _IN_EACH.search(before):  # `5 of 23 patients`: a result
        return
    opened = before.rfind("(")
    if opened >= 0 and ")" not in before[opened:] and literal.search("包括|其中|分别", before[opened:]):
        part = _BRACKETED.match(statement.seen(quantity.end, clause.end))
        if part:
            who = statement.raw(quantity.end, quantity.end + part.end("who"))
            yield Found("arm_size", quantity.start, quantity.end, measure=who)
        return
    group = _GROUPED.search(before)
    behind = statement.seen(quantity.end, clause.end)
    if group and (_befell(group, before, behind) or _tells_deeds(statement, clause.start)):
        return  # `甲组14名死亡,乙组为12名`: as many of the group did the same
    if group:
        name = statement.raw(clause.start + group.start("name"), clause.start + group.end("name"))
        name = name.removeprefix("分")  # `分低剂量组32人、高剂量组32人`
        yield Found("arm_size", quantity.start, quantity.end, measure=name)
        return
    if (quantity.low or 0) < _LEAST:
        return  # one of them, to whom something happened
    measure, end = people_predicate(statement, quantity, clause.end)
    done = literal.sub(rf"^[^,。;]{{0,10}}?{NOUN}", "", statement.seen(quantity.end, end))
    befell = statement.seen(quantity.end, end).lstrip().startswith(",") and done.lstrip(" ,").startswith("为")
    not_done = (
        befell or _NOT_DONE.match(done) or done.lstrip().startswith(("、", "("))
    )  # `发烧7例,为输注相关`
    treated = statement.words.pattern(_ARM).search(done[:28]) and not not_done
    if treated and len(done) > 5 and not _ANOTHER.search(done):
        whole = part_of(statement, quantity, total)
        slot = "arm_of" if whole else "arm"
        measure = literal.sub("(?:因|由[于於])[^,，]*[,，]", "", measure) if whole else measure
        yield Found(
            slot, quantity.start, quantity.end, measure=measure, subject=whole, evidence=(clause.start, end)
        )


def _befell(group: re.Match[str], before: str, behind: str) -> bool:
    """Whether a part of a group is counted, which something befell.

    `治疗组有1例患者死亡`, `治疗组3例(5.5%)`, `高剂量组5人眼压升高`, `血栓细胞组4例、安慰剂组2例`.
    """
    told = _HAPPENED.match(behind) or _SHARE.match(behind) or _BEFELL.match(behind)
    return bool(told or _EVENT_OF.search(group["name"]) or _EVENT_BEFORE.search(before[: group.start()]))


def _tells_deeds(statement: Statement, end: int) -> bool:
    """Whether a sentence told before a column what befell some of those that it counts."""
    before = [q for q in statement.counted(QuantityKind.PEOPLE) if q.end <= end]
    return any(_HAPPENED.match(statement.seen(q.end, end)) for q in before)


def treated_alike(statement: Statement, size: Found) -> Found:
    """In a review, people who are counted by their treatment are a part of all: an arm and not its size."""
    clause = statement.clause_at(size.start)
    by = literal.search("(?:接受|使用|采用)[^,。;]{2,24}(?=的$)", statement.seen(clause.start, size.start))
    if by is None:
        return size
    measure = f"患者{statement.raw(clause.start + by.start(), clause.start + by.end())}"
    return Found("arm", size.start, size.end, measure=measure)


def part_of(statement: Statement, quantity: Quantity, total: float | None) -> str:
    """The people, counted earlier in the sentence, among whom `of these, 5 …` counts.

    Empty for the whole study.
    `59人全部完成治疗,其中7例复发`: the 7 are a part of the 59, and so are the counts that follow them.
    """
    before = statement.counted(QuantityKind.PEOPLE)
    marks = [
        m.start()
        for m in literal.finditer("其中|of whom|of which", statement.seen(statement.start, quantity.start))
    ]
    if not marks:
        return ""
    wholes = [
        q for q in before if q.end <= statement.start + marks[-1] and (q.low or 0) > (quantity.low or 0)
    ]
    if literal.search("另有|另外|其它|其他", statement.seen(statement.start + marks[-1], quantity.start)):
        return ""
    if not wholes or wholes[-1].low == total:
        return ""
    noun = literal.match(NOUN, statement.seen(wholes[-1].end, statement.end))
    return statement.raw(wholes[-1].number, wholes[-1].end + (noun.end() if noun else 0))


def people_predicate(statement: Statement, quantity: Quantity, end: int) -> tuple[str, int]:
    """What the counted people did, and the column where that ends.

    `5名患者达到缓解` gives `患者达到缓解`; where no noun stands, `患者` is put in front. A reason or a time
    at the beginning brings the next clause along.
    """
    start = quantity.end
    lead = literal.match(r"(?:的|中(?![风度重位央枢性期晚毒耳症])的?)?[\s,]*", statement.seen(start, end))
    start += lead.end() if lead else 0
    following = [c for c in statement.clauses if c.start >= end]
    unfinished = rf"(?:{NOUN})?(?:(?:因|由于)[^,]*)?,?(?:在[^,]*(?:后|时|中|前))?"
    if following and _DID_WELL.fullmatch(statement.seen(start, end)) and following[0].text.startswith("达到"):
        start, end = following[0].start, following.pop(0).end  # the next clause says how well
    while following and literal.fullmatch(unfinished, statement.seen(start, end)):
        if start >= end:
            start = following[0].start
        end = following.pop(0).end
    text, seen = _named_treatment(statement, start, end), statement.seen(start, end)
    if literal.match(rf"^[^,]{{0,14}}?{NOUN}", seen) or not literal.search("[一-鿿]", seen):
        return text, end
    return f"患者{text}", end


def _named_treatment(statement: Statement, start: int, end: int) -> str:
    """The words of a stretch, with `that treatment` replaced by the one the sentence named before."""
    text, that = statement.raw(start, end), literal.search("该(?:治疗|疗法)", statement.seen(start, end))
    if that is None:
        return text
    before = literal.search(
        "的?([^,。的了0-9]{2,10}(?:治疗|疗法))[^治疗]*$", statement.seen(statement.start, start)
    )
    if before is None:
        return text
    first, last = before.span(1)
    return text[: that.start()] + statement.text[first:last] + text[that.end() :]


def group_of(statement: Statement, quantity: Quantity) -> str:
    """The arm in which people are counted: `治疗组` in `治疗组中有12名患者死亡`; empty when none is named."""
    clause = statement.clause_at(quantity.start)
    arm = literal.search(
        r"(?:^|[,;])(?:在|而|但|其中)?(?P<arm>[^,。;、的]{1,10}组)(?:(?:共|的)?\d*\s?[例名位人]?患者)?(?:中|内|里)?,?(?:共|仅|只)?有?$",
        statement.seen(clause.start, quantity.start),
    )
    return statement.raw(clause.start + arm.start("arm"), clause.start + arm.end("arm")) if arm else ""
