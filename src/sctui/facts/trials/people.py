"""How many took part: the size of the study, its arms, and the case that a report tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.text.quantity import Quantity, QuantityKind

NOUN = r"(?:患者|病人|参与者|参加者|受试者|志愿者|女性|男性|妇女|儿童|患儿|婴儿|病例|受试|参与|个体)"
_PART = re.compile(
    r"(?:其中|另有|另外|其余|剩余|剩下|还有|(?<![所共])有|随后有|其它|其他|包括|和|分别|各|仅|仅有|最后)\s?$"
)
_WORLD = re.compile(r"全世界|全球|世界范围|我国|国内|每年|累计")
_REST = re.compile(r"患者中的?其余|中的?其余")
_ARM = re.compile(
    r"^(?:[^,。;]{0,16}?)(?:接受|使用|采用|选用|分配到|进入|随机|作为|输注|注射|给予|未接受|第一次|为对照|为安慰剂|安慰剂|对照|移植)"
    r"|\b(?:received|were assigned|were randomi[sz]ed|in the\s(?:control|placebo|treatment))"
)
_GROUPED = re.compile(r"(?:[^,。;:]{1,10}组)\s?\(?(?:n\s?=\s?)?$")
_TOTAL_EN = re.compile(
    r"\b(?:a total of|in total|enrol(?:led|ling)|recruited|included?|comprising|involving|treated|of)\s$"
)


def size(statement: Statement) -> Iterator[Found]:
    """The number of people a study counts as its own: the first count that is not a part of another."""
    if _WORLD.search(statement.view):
        return
    for quantity in statement.counted(QuantityKind.PEOPLE):
        before = statement.seen(statement.start, quantity.start)
        if _part_of(before) and not re.search(r"(?:共有?|纳入|招募)\s?$", before):
            continue
        if quantity.low is not None and quantity.low < 2:
            continue
        yield Found("n", quantity.start, _with_many(statement, quantity))
        return


def studies(statement: Statement) -> Iterator[Found]:
    """The number of studies a review takes in."""
    for quantity in statement.counted(QuantityKind.STUDIES):
        before = statement.seen(statement.start, quantity.start)
        if (
            quantity.low
            and quantity.low > 1
            and re.search(r"纳入|包括|分析|共|检索|筛选|includ|identif|of\s$|total", before)
        ):
            yield Found("studies", quantity.start, quantity.end)
            return


def arms(statement: Statement, total: float | None) -> Iterator[Found]:
    """Parts of the study that were treated alike, and into how many groups it was divided."""
    for quantity in statement.counted(QuantityKind.GROUPS):
        if re.search(
            r"分为|分成|分配|随机|divided|assigned|into", statement.seen(statement.start, quantity.start)
        ):
            yield Found("groups", quantity.number, quantity.end)
    for quantity in statement.counted(QuantityKind.PEOPLE):
        if quantity.low == total or quantity.low is None or _WORLD.search(statement.view):
            continue
        clause = statement.clause_at(quantity.start)
        after = statement.seen(quantity.end, clause.end)
        rest = re.sub(rf"^(?:[^,。;]{{0,10}}?{NOUN})?\s?", "", after)
        if _ARM.search(after) and len(rest) > 3:
            yield Found(
                "arm", quantity.start, quantity.end, measure=_predicate(statement, quantity, clause.end)
            )
        elif _GROUPED.search(statement.seen(clause.start, quantity.start)):
            group = _GROUPED.search(statement.seen(clause.start, quantity.start))
            name = group[0].rstrip(" (n=") if group else ""
            yield Found(
                "arm_size", quantity.start, quantity.end, measure=_raw_before(statement, quantity, name)
            )


def _raw_before(statement: Statement, quantity: Quantity, name: str) -> str:
    at = statement.view.rfind(name, 0, quantity.start - statement.start)
    return statement.text[at : at + len(name)]


def _predicate(statement: Statement, quantity: Quantity, end: int) -> str:
    """What the counted people did, as written, with `患者` in front when no noun stands there."""
    return people_predicate(statement, quantity, end)


def people_predicate(statement: Statement, quantity: Quantity, end: int) -> str:
    """`5名患者达到缓解` gives `患者达到缓解`; a reason or a time in front brings the next clause along."""
    text = statement.raw(quantity.end, end)
    seen = statement.seen(quantity.end, end)
    lead = re.match(r"^(?:的|中的?)?\s?", seen)
    cut = lead.end() if lead else 0
    text, seen = text[cut:].strip(), seen[cut:].strip()
    if re.match(r"^(?:因|由于)", re.sub(rf"^{NOUN}", "", seen)) or re.fullmatch(
        rf"(?:{NOUN})?(?:在[^,]*(?:后|时|中|前))?", seen
    ):
        following = [c for c in statement.clauses if c.start >= end]
        if following:
            text = f"{text},{statement.raw(following[0].start, following[0].end)}"
            seen = f"{seen},{following[0].text}"
            if (
                re.fullmatch(rf"(?:{NOUN})?(?:因|由于)[^,]*,在[^,]*(?:后|时|中|前)", seen)
                and len(following) > 1
            ):
                text = f"{text},{statement.raw(following[1].start, following[1].end)}"
    if re.match(rf"^[^,]{{0,12}}?{NOUN}", seen):
        return text
    return f"患者{text}" if re.search("[一-鿿]", text) else text


def case(statement: Statement) -> Iterator[Found]:
    """Age and sex of the person a case report tells of."""
    match = re.search(
        rf"(?:一|1|首)\s?(?:名|例|位)(?P<who>[^,。]{{0,20}}?\d{{1,2}}\s?岁[^,。]{{0,20}}?(?:{NOUN}|男子|女子|男孩|女孩)(?:[^,。]{{0,12}}?患者)?)"
        r"|\b(?P<en>\d{1,2}[-\s]year[-\s]old\s(?:\w+\s)?(?:man|woman|boy|girl|patient|male|female))",
        statement.view,
    )
    if match:
        group = "who" if match["who"] else "en"
        yield Found(
            "case", statement.start + match.start(group), statement.start + match.end(group), label=True
        )


def ages(statement: Statement) -> Iterator[Found]:
    """The ages that could take part."""
    for quantity in statement.counted(QuantityKind.AGE):
        low, high = quantity.low, quantity.high
        around = statement.seen(
            max(statement.start, quantity.start - 8), min(statement.end, quantity.end + 4)
        )
        if low != high or re.search(r"以上|及以上|以下|年龄|平均", around):
            yield Found(
                "age",
                quantity.start,
                quantity.end
                + (2 if re.match("以上|以下", statement.seen(quantity.end, quantity.end + 2)) else 0),
            )


def _part_of(before: str) -> bool:
    return bool(_PART.search(before) or _REST.search(before) or before.endswith("另有"))


def _with_many(statement: Statement, quantity: Quantity) -> int:
    return quantity.end
