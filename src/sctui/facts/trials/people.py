"""How many took part: the size of the study, its arms, and the case that a report tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.trials.english_groups import named_group
from sctui.facts.trials.names import names
from sctui.facts.trials.setting import Found
from sctui.facts.trials.sexes import by_sex
from sctui.facts.trials.statement import Statement
from sctui.lexicon.term import TermKind
from sctui.text import literal
from sctui.text.quantity import Quantity, QuantityKind

NOUN = r"(?:患者|病人|参与者|参加者|受试者|志愿者|女性|男性|妇女|儿童|患儿|婴儿|病例|个体)"
WORLD = re.compile(r"全世界|全球|世界范围|我国|国内|每年|累计|worldwide|globally")
_PART = re.compile(
    r"(?:其中|另有|另外|其余|剩余|剩下|还有|(?<![所共])有|随后有|其它|其他|包括|和|分别|各|仅|仅有|最后"
    r"|of whom|of which|including|and)\s?$"
)
_ENTERED = re.compile(
    r"共有?|纳入|收治|收案|招募|入组|入选|治疗|对"
    r"|\b(?:total of|enrol\w+|recruited|included?|comprising|involving|treated|randomi[sz]ed|of|in)\b"
)
_NAMED = rf"^[^,。;:]{{0,24}}?{NOUN}|^(?:重|轻|中)?[^,。;:]{{0,16}}?(?:病|症|炎|瘤|癌|疮|障碍|衰竭|<:ill>)"
_DID_WELL = re.compile(f"(?:{NOUN})?(?:获得|取得)了?(?:良好|较好|显著|满意)?的?(?:疗效|效果)")
_RESULT = re.compile(
    "缓解(?!型)|复发(?!缓解|性|型)|达到|获得|出现|恢复|死亡|改善|achieved|reached|relapsed|died|experienced|developed"
)
_ARM = (
    r"接受|使用|采用|选用|分配到|进入|随机|作为|输注|注射|给予|未接受|第一次|为对照|为安慰剂|安慰剂|对照|<:giving.zh>"
    r"|\b(?:received|were assigned|were randomi[sz]ed|in the\s(?:control|placebo|treatment))"
)
_GROUPED = re.compile(
    r"(?:其?中)?(?<![)])(?P<name>(?:[^,。;:、()和与中]{2,10}\([^()]{1,12}\))?[^,。;:、()和与中]{1,14}组)\s?[(为有]?\s?(?:n\s?=\s?)?$"
)
_HAPPENED = re.compile(rf"{NOUN}?(?:因|由于|出现|发生|死亡|退出|复发|失访|中断|达到|获得|报告|有|未|在)")
_SHARE = re.compile(r"\s?[(,]\s?(?:占)?\d+(?:\.\d+)?\s?%")
_EVENT_OF = re.compile(
    "(?<!干)(?<!胞)[血栓塞热痛染吐瘤亡](?:细胞|治疗|对照|安慰剂|试验|观察|移植|[高低]剂量)组$"
)  # `血栓细胞组4例`
_ANOTHER = re.compile(r"\d\s?[例名人位](?!/)")  # a second count, of which nobody can say whose deed it is
_AGED = re.compile(r"\s?[,(]?\s?(?:年龄)?\d{1,2}\s?[-~–至到]\s?\d{1,2}\s?(?:岁|个月龄)")  # `164位2~7岁`
PART_OF_THEM = re.compile(r"亚组|次族群|亚群|分层分析|事后分析|\bsub-?groups?\b|\bsubset|\bpost[\s-]hoc\b")
_PARTED = re.compile(
    r"\s?[,(]?\s?(?:按|以)?[\d::∶比例]{0,9}(?:随机)?(?:分为|分成|分入|分[两三四2-4]\s?组)"
)  # `48人,随机分三组`
_DEGREE = 8  # characters between a number of people and their disease: how ill they are
_BEHIND_NAME = re.compile(r"(?:研究|试验)\s?\([^()]*$")  # `“…”试验(随机,60人)`
_HEALTHY = re.compile(r"的?健康|\s?healthy\b")
_BRACKETED = re.compile(rf"^(?P<who>[^,、()]{{2,24}}?{NOUN}|[^,、()和与]{{2,16}})")
_OUT_OF = re.compile(r"\d\s(?:out\s)?of\s(?:the\s|all\s)?$")
_OF_GROUP = re.compile(r"\s(?:in|of)\s(?:the\s)?(?:[\w-]+\s){1,3}?(?:group|arm|cohort)\b")
_OF_EACH = re.compile(r"\b(?:cohorts?|groups?|arms?|each|blocks?) of\s$")
_EACH = re.compile(r"\s(?:each\b|per (?:group|arm|cohort|dose))")
_DIVIDED = re.compile(r"分为|分成|分配|随机|divided|assigned|into|randomi[sz]ed")


def size(statement: Statement) -> Iterator[Found]:
    """The number of people a study counts as its own: the first count that is not a part of another."""
    people = statement.counted(QuantityKind.PEOPLE)
    sexed = by_sex(statement)
    by_arm = [q for q in people if named_group(statement, q) is not None]
    for quantity in people:
        if everywhere(statement, quantity):
            return
        if quantity in sexed or (len(by_arm) > 1 and quantity in by_arm):
            continue  # `cells (n = 20) or saline (n = 21)`: an arm each
        if _HEALTHY.match(statement.seen(quantity.end, statement.end)):
            continue  # nobody whom the study treated
        before = statement.seen(statement.start, quantity.start)
        if _is_each(statement, quantity):
            continue
        entered = bool(_ENTERED.search(before[-12:]))
        if _OUT_OF.search(before) and _OF_GROUP.match(statement.seen(quantity.end, statement.end)):
            continue  # `12 of 24 patients in the treatment group`
        if PART_OF_THEM.search(before):
            return  # a part that was looked at by itself
        if literal.search("其中|of whom|of which", before) or (_PART.search(before) and not entered):
            return  # parts of a whole that was told before
        after = statement.seen(quantity.end, statement.clause_at(quantity.start).end).split("(")[0]
        if not entered and _RESULT.search(after):
            return  # people with a result are counted among those who took part
        named = (
            statement.words.pattern(_NAMED).search(statement.seen(quantity.end, statement.end))
            or _is_english(quantity, statement)
            or _BEHIND_NAME.search(before)
            or (not after and any(names(statement)))
            or _with_disease(statement, quantity)
            or _PARTED.match(statement.seen(quantity.end, statement.end))
            or _AGED.match(statement.seen(quantity.end, statement.end))
        )
        if not (entered or named):
            continue
        if quantity.low is not None and quantity.low >= 2 and not statement.titled(quantity.start):
            start = (
                quantity.number if quantity.number > quantity.start and quantity in by_arm else quantity.start
            )
            yield Found("n", start, quantity.end)
            return


def _with_disease(statement: Statement, quantity: Quantity) -> bool:
    """Whether the disease that people have stands right behind their number (`12例轻中度IPF`)."""
    end = statement.clause_at(quantity.start).end
    behind = [one for one in statement.terms(TermKind.DISEASE) if quantity.end <= one.start < end]
    if not behind or behind[0].start - quantity.end > _DEGREE:
        return False
    return behind[0].end == end or statement.seen(behind[0].end, end).lstrip().startswith("(")


def _is_each(statement: Statement, quantity: Quantity) -> bool:
    """Whether so many are in each of several groups: `three cohorts of 3 patients each`."""
    of_each = _OF_EACH.search(statement.seen(statement.start, quantity.start))
    return bool(of_each or _EACH.match(statement.seen(quantity.end, statement.end)))


def everywhere(statement: Statement, quantity: Quantity) -> re.Match[str] | None:
    """Where a sentence says that it counts in a country, or a year: before the people, or in their clause."""
    end = statement.clause_at(quantity.start).end
    return WORLD.search(statement.view, 0, end - statement.start)


def _is_english(quantity: Quantity, statement: Statement) -> bool:
    return statement.seen(quantity.number, quantity.end).isascii()


def arms(statement: Statement, total: float | None) -> Iterator[Found]:
    """Parts of the study: people who were treated alike, and into how many groups they were divided."""
    for quantity in statement.counted(QuantityKind.GROUPS):
        if _DIVIDED.search(statement.seen(statement.start, quantity.start)):
            yield Found("groups", quantity.number, quantity.end)
    sized: set[str] = set()
    for quantity in statement.counted(QuantityKind.PEOPLE):
        if everywhere(statement, quantity):
            return
        if quantity.low in (total, None) or statement.titled(quantity.start):
            continue
        if not _is_each(statement, quantity):
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
    if _OUT_OF.search(before):  # `5 of 23 patients`: a result
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
    if group and (_HAPPENED.match(behind) or _SHARE.match(behind) or _EVENT_OF.search(group["name"])):
        return  # `治疗组有1例患者死亡`, `治疗组3例(5.5%)`: a part of the group, which something befell
    if group and _tells_deeds(statement, clause.start):
        return  # `甲组14名死亡,乙组为12名`: as many of the group did the same
    if group:
        name = statement.raw(clause.start + group.start("name"), clause.start + group.end("name"))
        yield Found("arm_size", quantity.start, quantity.end, measure=name)
        return
    measure, end = people_predicate(statement, quantity, clause.end)
    done = literal.sub(rf"^[^,。;]{{0,10}}?{NOUN}", "", statement.seen(quantity.end, end))
    treated = statement.words.pattern(_ARM).search(done[:28]) and not _DID_WELL.match(done)
    if treated and len(done) > 5 and not _ANOTHER.search(done):
        whole = part_of(statement, quantity, total)
        slot = "arm_of" if whole else "arm"
        measure = literal.sub("(?:因|由[于於])[^,，]*[,，]", "", measure) if whole else measure
        yield Found(
            slot, quantity.start, quantity.end, measure=measure, subject=whole, evidence=(clause.start, end)
        )


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
    lead = literal.match(r"(?:的|中的?)?[\s,]*", statement.seen(start, end))
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
