"""How much was given: so many cells by their power or in words, or so much of a volume or drug."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from sctui.facts.trials.people import PART_OF_THEM
from sctui.facts.trials.phrases import cell_phrases
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.text import literal
from sctui.text.patterns import HAN
from sctui.text.quantity import Quantity, QuantityKind

_POWER_TAIL = (
    r"\s?(?:(?:个|颗|枚)?\s?(?:[^,。;()、\d/与和及]{0,24}?|[a-z -]{0,60}?)<:counted>"
    r"|[个颗枚](?=\s?(?:[/,。;()、:+]|$)))?"
    r"\s?(?:\((?=[^)]*/)[^)]*\))?\s?"
    r"(?:(?:/|每|per\s)\s?(?:kg(?:体重|\sbody weight)?|公斤(?:体重)?|千克(?:体重)?|\d*\s?ml|毫升|次|剂"
    r"|只|dose|kilogram|<:unit>))?"
)
_GIVEN_MUCH = r"输注|注射|接受|给予|滴注|<:giving.zh>|infus|inject|<:given>|received"
_COUNTED = r"\s?(?:个|枚|颗)[^,。;()、\d]{0,20}?<:counted>"
_MILLIONS = (
    r"(?<![\d.,-])\d+(?:\.\d+)?\s(?:million|billion)\s(?:(?!and\b|or\b|of\b)[a-z][\w-]*\s){0,5}?<:counted.en>s?\b"
    r"(?:\s?(?:/|per\s)(?:kg|kilogram|knee|eye|dose|infusion|injection)(?:\sbody\sweight)?)?"
)
_OR_SO_MANY = re.compile(r"(?<![\d.])(?:\d+(?:\.\d+)?\s?[万亿]个?(?:或者?|、|和)\s?)+$")  # `1.5亿或3亿个`
_LIMIT = re.compile(r"\s?\)?\s?(?:及|或)?以[上下]")
_OF_CONTENT = re.compile(
    r"(?:cfu(?:-f)?|集落)\s?(?:约|平均|为)?\s?$|(?:低于|高于|不足|超过|大于|小于)\s?$"
)  # how many of them form colonies
_IN_A_VIAL = re.compile(
    r"每[瓶支袋管][^。;]{0,14}(?:含|装)有?\s?$|\b(?:vial|bag)s?\b[^.;]{0,20}contain\w*\s$"
)
_BEHIND = 3  # characters between a drug and its dose
_BY_GROUP = re.compile(r"\bn\s?=\s?\d|\bgroup \d")  # `1 × 10(7) (n = 8) or 3 × 10(7) cells (n = 7)`
_LISTED = re.compile(r"(?:\d+(?:\.\d+)?,\s)*\d+(?:\.\d+)?,?\s(?:or|and)\s$")  # `2, 4 or 8 × 10^8`
_DOSED = re.compile("(?:[高中低]剂量|[甲乙丙丁a-d]|单次|两次|多次)组")
_SCATTERED = re.compile(r"([×xX*]\s?)[每单單各]\w{0,4}?(?=10)")  # machine translation of `1×10^7 per dose`
_SPREAD = re.compile(r"[(（]\d+(?:\.\d+)?\s?(?:±|\+/-)\s?\d+(?:\.\d+)?[)）]\s?[×x*]\s?$")  # `(6.2±1.8)×10^8`
_TO = re.compile(r"(?P<people>\d+) to (?P<dose>\d+(?:\.\d+)?)\s?[×x*]")
_TIMES = re.compile(r"[×x*)）±]\s?$")
_EACH_SIDE = re.compile(
    "(?:不低于|不少于|至少)?每(?:公斤|千克|kg|片|盘|瓶|袋|针|点|髋|个?(?:椎间盘|关节|部位))(?:体重)?(?:给予|注射|输注)?\\s?$|(?:每|双|单|两)(?:侧|眼|膝|只眼|肢)(?:各|卵巢|膝|眼)?(?:注射|给予)?\\s?$|(?:总量|总数|总剂量|总共|合计)(?:为|约|是)?\\s?$"
)  # half of what was given, or all of it


def doses(statement: Statement) -> Iterator[Found]:
    """How many cells, or how much volume; nothing that a part of the people had."""
    if PART_OF_THEM.search(statement.view):
        return
    powers = list(chain.from_iterable(_so_many(statement, q) for q in statement.counted(QuantityKind.POWER)))
    if len(powers) == 1 or HAN.search(statement.view) or _BY_GROUP.search(statement.view):
        yield from powers  # or some got one, others another
    for quantity in statement.counted(QuantityKind.MEASURE):
        text = statement.seen(quantity.number, quantity.end)
        around = statement.seen(max(statement.start, quantity.start - 12), quantity.start)
        given = statement.words.pattern(_GIVEN_MUCH).search(around) and not literal.search(
            r"盐水", statement.seen(quantity.end, quantity.end + 4)
        )
        drug = any(p.drug and 0 <= quantity.start - p.end <= _BEHIND for p in cell_phrases(statement))
        if (given or drug) and literal.search(r"(?:ml|毫升|μg|mg|ug|微克|毫克)$", text):
            yield Found("dose", quantity.number, quantity.end)
            if drug:
                break  # the first is the treatment's, the next the comparator's
    if not HAN.search(statement.view):
        yield from _in_words(statement)
    for quantity in statement.counted(QuantityKind.PLAIN):
        cells = statement.words.pattern(_COUNTED).match(statement.seen(quantity.end, statement.end))
        if cells and statement.seen(quantity.end - 1, quantity.end) in "万亿":
            before = statement.seen(statement.start, quantity.number)
            other = _OR_SO_MANY.search(before) or _EACH_SIDE.search(before)
            begin = statement.start + other.start() if other else quantity.number
            yield Found("dose", begin, quantity.end + cells.end())


def _in_words(statement: Statement) -> Iterator[Found]:
    """`100 million cells`, `2 million MSCs/kg` in an English sentence that says that they were given."""
    found = list(statement.words.pattern(_MILLIONS).finditer(statement.view))
    given = statement.words.pattern(_GIVEN_MUCH).search(statement.view)
    if len({match[0] for match in found}) != 1 or not given:
        return  # of several groups, each had its own
    if not (_IN_A_VIAL.search(statement.view[: found[0].start()]) or _BY_GROUP.search(statement.view)):
        yield Found("dose", statement.start + found[0].start(), statement.start + found[0].end())


def _so_many(statement: Statement, quantity: Quantity) -> Iterator[Found]:
    """A number of cells by its power, with what it is per; nothing for a limit, or what a product holds."""
    before = statement.seen(statement.start, quantity.number)
    spread = _SPREAD.search(before)
    if _OF_CONTENT.search(before) or _IN_A_VIAL.search(before) or (not spread and _TIMES.search(before)):
        return
    tail = statement.words.pattern(_POWER_TAIL).match(statement.view, quantity.end - statement.start)
    end = statement.start + tail.end() if tail else quantity.end
    if _LIMIT.match(statement.seen(end, statement.end)):
        return  # who got so many, or more
    while end > quantity.end and statement.seen(end - 1, end) in " (":
        end -= 1
    listed = _LISTED.search(before)
    begin = quantity.number - (len(spread[0]) if spread else len(listed[0]) if listed else 0)
    begin += _people_in_front(statement.seen(begin, end))
    written = statement.raw(begin, end)
    mended = _SCATTERED.sub(r"\1", written)
    if mended == written:
        each = _EACH_SIDE.search(statement.seen(statement.start, begin))
        begin -= len(each[0]) if each else 0
        yield Found("dose", begin, end, evidence=_with_group(statement, begin))
    else:
        yield Found("dose", quantity.number, end, value=mended, flags=("repaired:word-order",))


def _people_in_front(dose: str) -> int:
    """The length of what stands in front of a dose and counts people (`30 to 1 × 10^7 cells`)."""
    both = _TO.match(dose)
    return both.start("dose") if both and float(both["people"]) > float(both["dose"]) else 0


def _with_group(statement: Statement, column: int) -> tuple[int, int] | None:
    """The clauses from that of the group which got a dose to that of the dose; None for no group."""
    named = list(_DOSED.finditer(statement.seen(statement.start, column)))
    if not named:
        return None
    return statement.clause_at(statement.start + named[-1].start()).start, statement.clause_at(column).end


def without_doses_of_all(told: Iterable[tuple[Statement, Found]]) -> Iterator[tuple[Statement, Found]]:
    """What is told, without a dose of no group where several groups had each its own."""
    every = list(told)
    grouped = [item for _, item in every if item.slot == "dose" and item.evidence]
    yield from (one for one in every if len(grouped) < 2 or one[1].slot != "dose" or one[1].evidence)
