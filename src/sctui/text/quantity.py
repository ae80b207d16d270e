"""Numbers with their units, as one hand-made grammar that keeps offsets.

It reads powers of ten in all spellings (`1×10^6`, `1x10⁶`, `1E6`, the flattened `1×106`, the lost `1×10?`,
the word order of machine translation `1×per dose 10^7`), ranges (kept as ranges), `±`, percentages, counts of
people and studies, times, multiples, volumes, masses, p values and dates, each with its qualifier (`约`,
`at least`).
A number that only names something (`IL-10`, `图1`, `1型`, `60年代`, `CD4`) is no quantity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sctui.model.quick import quick
from sctui.text import literal
from sctui.text.match_view import match_view


class QuantityKind(StrEnum):
    """What a quantity measures, as told by its unit."""

    POWER = "power"  # a×10^b, with or without a unit; cells in our texts
    PERCENT = "percent"
    PEOPLE = "people"
    STUDIES = "studies"
    DATE = "date"
    AGE = "age"
    TIME = "time"
    FOLD = "fold"
    TIMES = "times"  # how often: 3次, 3 doses
    GROUPS = "groups"
    P_VALUE = "p-value"
    MEASURE = "measure"  # a number with a physical or laboratory unit
    PLAIN = "plain"


@quick
@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in a text: `start` inclusive (qualifier and all), `end` exclusive, `number` its digits.

    `low` and `high` are the ends of a range, equal for a single number, None where digits were lost.
    `damaged` is true when the exponent is lost or flattened.
    """

    kind: QuantityKind
    start: int
    number: int
    end: int
    low: float | None
    high: float | None
    damaged: bool = False


_HAN_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_SCALES = {"万": 1e4, "亿": 1e8, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"
_PLAIN_SUPERSCRIPT = str.maketrans(_SUPERSCRIPT, "0123456789+-")

# `1 012例`: thousands apart by a space, where people are counted
_SPACED = r"\d{1,3}(?: \d{3})+(?=[多余几]?\s?(?:名|例|位|人)|\s(?:patients|participants|people|subjects)\b)"
_NUM = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?!\d)|{_SPACED}|\d+(?:\.\d+)?)"
_TO = r"\s*(?:-|~|至|到|\bto\b)\s*"
_POWER = (
    rf"(?:{_NUM}(?:{_TO}{_NUM})?\s*(?:[×x*]\s*(?:[每单各]\w{{0,4}}?)?)\s*)?"
    rf"10\s?(?:\^\s?[({{]?\s?[-+]?\d{{1,2}}[)}}]?|\(\d{{1,2}}\)|[{_SUPERSCRIPT}]{{1,3}}|的\d{{1,2}}次方)"
)
_FLAT = rf"{_NUM}\s*[×x*]\s*10(?:\d{{1,2}}(?!\d)|(?:\?|□|�){{1,2}}|(?=\s*(?:个|cells|/kg|/ml)))"
_EXP = r"\d+(?:\.\d+)?e\+?\d{1,2}(?![a-z0-9.])"
_HAN = r"[一二两三四五六七八九十百]{1,5}"
_MANY = r"(?:多|余|几)?"

_ROUGH = (
    r"约为|约有|大约|大概|平均|近|约|超过|大于|高于|多于|不少于|不低于|至少|高达|多达|长达|将近|接近"
    r"|小于|低于|不足|不到|至多|"
    r"(?:under|over|before|after|below|above) the age of|aged|about|approximately|around|nearly|almost"
    r"|over|more than|at least|up to|less than|fewer than|under|below"
)
_PEOPLE_EN = (
    r"(?:[a-z-]+\s){0,3}?"
    r"(?:patients?|participants?|subjects?|women|men|children|volunteers?|individuals|adults|cases"
    r"|people|infants)\b"
)
_OF_AGE = r"(?:\d{1,2}\s?[-~]\s?)?\d{1,2}岁的?"  # `180个2~7岁的孩子`
_UNITS: tuple[tuple[QuantityKind, str], ...] = (
    (QuantityKind.PERCENT, r"\s?[%‰]|\s?个百分点|\s?per\s?cent\b"),
    (QuantityKind.AGE, r"\s?(?:周岁|岁|个月大)|[\s-]years?[\s-](?:old|of age)\b"),
    (
        QuantityKind.TIME,
        (
            r"\s?(?:个月|个疗程|个星期|星期|小时|分钟|年(?!级|轻)|周(?!岁|期|围)|天|日(?!本)|月)"
            r"|[\s-]?(?:years?|months?|weeks?|days?|hours?|minutes?|h\b|min\b)\b|\s?d(?![a-z0-9])"
        ),
    ),
    (
        QuantityKind.STUDIES,
        (
            rf"{_MANY}\s?(?:项|篇|个(?=\w{{0,6}}(?:研究|试验)))"
            r"|\s(?:[a-z-]+\s){0,3}?(?:studies|trials|rcts|articles|papers)\b"
        ),
    ),
    (
        QuantityKind.PEOPLE,
        (
            rf"{_MANY}\s?(?:名|例|位|人(?!份|类|群|体)|个人(?=[,。;、()]|$|参|接受|完成|入组)"
            rf"|个(?=患者|病人|病例|参与者|受试者|孩子(?=[,、(。])|{_OF_AGE}(?:孩子|儿童|患儿)))|\s{_PEOPLE_EN}"
        ),
    ),
    (QuantityKind.FOLD, r"\s?倍|[\s-]?(?:fold|times\s(?=higher|lower|more|greater))\b"),
    (QuantityKind.TIMES, r"\s?(?:次|剂|针)|\s(?:doses?|injections?|infusions?|times)\b"),
    (QuantityKind.GROUPS, r"\s?(?:个)?组|\s(?:groups|arms)\b"),
    (
        QuantityKind.MEASURE,
        (
            r"\s?(?:[kmμµunp]?(?:iu|u|g|l|m|mol|ci)(?:/(?:24\s?h|[kmμµunpd]?(?:l|g|kg|m2|d|min|h))(?![a-z]))+"
            r"|[kmcμµun]?(?:g|l|m)(?:\b|(?=[一-鿿]))|cc\b|mmhg|kpa|毫升|微升|毫克|微克|公斤|克(?!罗|隆)|毫米"
            r"|厘米|纳米|微米|千米|公里|米(?!诺|氮|粒|非)|iu\b"
            r"|平方(?:毫米|厘米|公分|公厘|米)|公分|公厘|奈米|个字母|万元|美元|元|分(?!子|化|别|泌|为|析|布)|points?\b|℃)"
        ),
    ),
)
_ONES = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {word: n for n, word in enumerate(f"{_ONES} {_TEENS}".split(), start=1)}
_WORDS |= {word: n * 10 for n, word in enumerate(_TENS.split(), start=2)}
_WORD = (
    rf"(?:{'|'.join(_TENS.split())})(?:[-\s](?:{'|'.join(_ONES.split())}))?"
    rf"|{'|'.join(sorted(_WORDS, key=len, reverse=True))}"
)
_COUNTED_EN = (
    rf"{_PEOPLE_EN}|(?:[a-z-]+\s){{0,2}}?(?:studies|trials|rcts|weeks?|months?|years?|days?|groups|arms|doses"
    r"|injections?|infusions?|times)\b"
)
_UNIT = "|".join(f"(?P<u{i}>{pattern})" for i, (_, pattern) in enumerate(_UNITS))

_STARTS = "[-+(\\d约大平近超高多不至长将接小低一二两三四五六七八九十百abeflmnopstu]"  # of all that follows
_GRAMMAR = re.compile(
    rf"(?={_STARTS})(?:(?P<date>(?<!\d)(?:19|20)\d\d\s?年(?:\s?\d{{1,2}}\s?月(?:\s?\d{{1,2}}\s?[日号])?)?)"
    rf"|(?P<p>\bp\s?(?:值\s?)?[<>=≤≥]\s?0?\.\d+)"
    rf"|(?P<n>\bn\s?=\s?(?P<count>\d+))"
    rf"|(?P<rough>(?:{_ROUGH})\s?)?(?P<body>(?<![a-z0-9._^])(?<![a-z]-)(?:"
    rf"(?P<power>{_POWER}|{_FLAT}|{_EXP})(?:{_TO}{_POWER})?"
    rf"|(?!(?:19|20)\d\d\sto\s)(?P<par>\((?={_NUM}\s?(?:±|\+/-)\s?{_NUM}\)\s?(?:%|[a-z\u3400-\u9fff]{{1,3}})))?[-+]?(?P<low>{_NUM})(?P<lowpct>[%‰]?)(?P<lowwan>[万亿](?={_TO}\d))?(?:(?P<to>{_TO})(?P<high>{_NUM})|\s?(?:±"
    rf"|\+/-)\s?(?P<spread>{_NUM}))?(?(par)\))(?P<wan>\s?[万亿]|\s(?:million|billion|thousand)\b)?"
    rf"|(?P<word>\b(?:{_WORD})\b)(?=[\s-](?:{_COUNTED_EN})|\s(?:out\s)?of\s\d|\s\(\d)"
    rf"|(?P<han>{_HAN})(?=\s?(?:{_MANY})(?:名|例|位|个月|年|周|天|小时|组|个?组|倍|次|剂|项|篇|岁))"
    rf")(?:{_UNIT})?))"
)
_ANY = re.compile(  # no quantity is without
    rf"(?=[\d一二两三四五六七八九十百efnost])(?:[\d一二两三四五六七八九十百]|{'|'.join(_WORDS)})"
)
_UNIT_GROUPS = [(kind, _GRAMMAR.groupindex[f"u{i}"]) for i, (kind, _) in enumerate(_UNITS)]
_NAMING_BEFORE = re.compile(r"(?:图|表|第|\[|型|fig\.?\s?|table\s?|ref\.?\s?|step\s?|phase\s?)$")
_AGE = re.compile(r"\bage")
_NAMING_AFTER = re.compile(r"(?:型|世纪|\s?年代|号|级|\]|[a-z]|-[a-z]|\.\d)")


def quantities(text: str) -> list[Quantity]:
    """Every quantity in `text` (as written), from the left, without overlaps; linear in the length."""
    view = match_view(text)
    return list(_scan(view)) if _ANY.search(view) else []


def _scan(view: str) -> Iterator[Quantity]:
    for match in _GRAMMAR.finditer(view):
        quantity = _quantity(match)
        if not _names(view, match, quantity):
            yield quantity


def _quantity(match: re.Match[str]) -> Quantity:
    start, end = match.span()
    if match["date"]:
        return Quantity(QuantityKind.DATE, start, start, end, float(match[0][:4]), float(match[0][:4]))
    if match["p"]:
        return Quantity(QuantityKind.P_VALUE, start, start, end, None, None)
    if match["n"]:
        count = float(match["count"])
        return Quantity(QuantityKind.PEOPLE, start, match.start("count"), end, count, count)
    number = match.start("body")
    if match["power"]:
        low, damaged = _power(match["power"])
        return Quantity(QuantityKind.POWER, start, number, end, low, low, damaged)
    rough = match["rough"]
    aged = rough is not None and bool(_AGE.search(rough))
    kind = next((kind for kind, group in _UNIT_GROUPS if match[group]), QuantityKind.PLAIN)
    if aged and kind in (QuantityKind.TIME, QuantityKind.PLAIN):
        kind = QuantityKind.AGE
    if match["lowpct"]:
        kind = QuantityKind.PERCENT
    if match["word"] or match["han"]:
        value = float(han_number(match["han"]) if match["han"] else _english_number(match["word"]))
        return Quantity(kind, start, number, end, value, value)
    scale = _SCALES.get((match["wan"] or "").strip(), 1.0)
    low = _plain(match["low"]) * (_SCALES[match["lowwan"]] if match["lowwan"] else scale)
    high = _plain(match["high"]) * scale if match["high"] else low
    return Quantity(kind, start, number, end, low, high)


def _plain(number: str) -> float:
    """The value of a number whose thousands may stand apart."""
    return float(number.replace(",", "").replace(" ", ""))


def _names(view: str, match: re.Match[str], quantity: Quantity) -> bool:
    """Whether the number is part of a name: a figure's, a type's, a decade's, a citation's."""
    if quantity.kind in (QuantityKind.DATE, QuantityKind.P_VALUE, QuantityKind.POWER) or match["n"]:
        return False
    before = _NAMING_BEFORE.search(view, max(0, quantity.number - 8), quantity.number)
    if before and not (before[0] == "第" and quantity.kind is QuantityKind.TIME):
        return True
    if quantity.kind is QuantityKind.TIME and view.startswith("代", quantity.end):
        return True
    return quantity.kind is QuantityKind.PLAIN and bool(_NAMING_AFTER.match(view, quantity.end))


def _power(text: str) -> tuple[float | None, bool]:
    """The value of a power of ten, and whether its exponent is lost or flattened."""
    plain = text.translate(_PLAIN_SUPERSCRIPT)
    exact = literal.search(r"10\s?(?:\^\s?[({]?\s?|\(|的)(?P<e>[-+]?\d{1,2})", plain)
    lost = not literal.search(f"[{_SUPERSCRIPT}]", text)
    factor = literal.match(_NUM, text)
    base = (
        float(factor[0].replace(",", ""))
        if factor and "×" in text.replace("x", "×").replace("*", "×")
        else 1.0
    )
    if exact:
        return base * 10.0 ** int(exact["e"]), False
    if literal.fullmatch(_EXP, text):
        return float(text), False
    if not lost:
        exponent = literal.search(r"10\s?([-+]?\d+)$", plain)
        return (base * 10.0 ** int(exponent[1]) if exponent else None), False
    return None, True


def han_number(text: str) -> int:
    """The value of a Chinese numeral below ten thousand (`两`, `十二`, `三百二十`)."""
    total, digit = 0, 0
    for char in text:
        if char in _HAN_DIGITS:
            digit = _HAN_DIGITS[char]
        else:
            total += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[char]
            digit = 0
    return total + digit


def _english_number(text: str) -> int:
    """The value of an English numeral below a hundred (`six`, `twenty-one`)."""
    return sum(_WORDS[word] for word in literal.split(r"[-\s]", text))


_ROMAN = r"(?:iv|i{1,3}[ab]?|[1-4][ab]?|[一二三四ⅰⅱⅲⅳ][ab]?)"
_PHASE = re.compile(
    rf"(?:(?<![a-z0-9第])|第(?=[一二三四](?:[/和与及]|期临床|期试验))|(?<=第)(?=[1-4i]))(?:{_ROMAN}(?:\s?期?\s?[/、和与及-]\s?{_ROMAN}){{0,2}}\s?期(?!间|望|刊|待|盼|内|后)"
    rf"|phase[\s-]?{_ROMAN}(?:\s?[/-]\s?{_ROMAN}){{0,2}}(?![a-z0-9]))"
)


def phases(text: str) -> list[tuple[int, int]]:
    """Where trial phases stand: `I/II期`, `3期`, `phase II`; as pairs of columns."""
    return [match.span() for match in _PHASE.finditer(match_view(text))]
