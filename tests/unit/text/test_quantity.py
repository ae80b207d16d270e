"""Quantities in all the spellings that scraped and translated pages use."""

import pytest

from sctui.text.quantity import Quantity, QuantityKind, han_number, phases, quantities

K = QuantityKind


def _read(text: str) -> list[tuple[str, QuantityKind]]:
    return [(text[q.start : q.end], q.kind) for q in quantities(text)]


@pytest.mark.parametrize(
    ("text", "value", "damaged"),
    [
        ("3×10^6", 3e6, False),
        ("3 x 10^6", 3e6, False),
        ("3*10⁷", 3e7, False),
        ("10^8", 1e8, False),
        ("2E6", 2e6, False),
        ("4×10的7次方", 4e7, False),
        ("2×每次10^5", 2e5, False),
        ("7×10?", None, True),
        ("7×10□", None, True),
        ("3×106", None, True),
    ],
)
def test_powers_of_ten(text: str, value: float | None, damaged: bool) -> None:
    (quantity,) = quantities(f"注射{text}个细胞")
    assert quantity.kind is K.POWER
    assert (quantity.low, quantity.damaged) == (value, damaged)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("20-35%", 20, 35),
        ("20%~35%", 20, 35),
        ("约20%-35%", 20, 35),
        ("25万至50万人", 25e4, 50e4),
        ("25至50万人", 25e4, 50e4),
        ("1,250例", 1250, 1250),
    ],
)
def test_ranges_stay_ranges(text: str, low: float, high: float) -> None:
    (quantity,) = quantities(f"下降{text}")
    assert (quantity.low, quantity.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("纳入45名志愿者", [("45名", K.PEOPLE)]),
        ("納入兩例患者", [("兩例", K.PEOPLE)]),
        ("已有1200多例", [("1200多例", K.PEOPLE)]),
        ("共纳入18项研究", [("18项", K.STUDIES)]),
        ("高达70%的人", [("高达70%", K.PERCENT)]),
        ("降低12.5IU/L", [("12.5IU/L", K.MEASURE)]),
        ("由30.2g/L升高", [("30.2g/L", K.MEASURE)]),
        ("缩小2.5倍", [("2.5倍", K.FOLD)]),
        ("随访6个月", [("6个月", K.TIME)]),
        ("第24周", [("24周", K.TIME)]),
        ("2021年5月", [("2021年5月", K.DATE)]),
        ("差异显著(P<0.01)", [("P<0.01", K.P_VALUE)]),
        ("分为两组", [("两组", K.GROUPS)]),
        ("共4剂", [("4剂", K.TIMES)]),
        ("年龄20-60岁", [("20-60岁", K.AGE)]),
        ("n=45", [("n=45", K.PEOPLE)]),
        ("45 adult patients", [("45 adult patients", K.PEOPLE)]),
        ("at least 5 years", [("at least 5 years", K.TIME)]),
        ("before the age of 50 years", [("before the age of 50 years", K.AGE)]),
        ("2.5-fold", [("2.5-fold", K.FOLD)]),
    ],
)
def test_units_tell_the_kind(text: str, expected: list[tuple[str, QuantityKind]]) -> None:
    assert _read(text) == expected


@pytest.mark.parametrize(
    "text", ["IL-10", "CD34", "图2", "1型糖尿病", "20世纪80年代", "IGF-1", "Th17", "miR-21", "第3期"]
)
def test_numbers_that_only_name_are_no_quantities(text: str) -> None:
    assert quantities(text) == []


def test_offsets_hold_in_traditional_and_full_width_text() -> None:
    text = "術後３年，約４５％的患者緩解"
    assert [text[q.start : q.end] for q in quantities(text)] == ["３年", "約４５％"]


def test_the_number_begins_behind_its_qualifier() -> None:
    (quantity,) = quantities("超过40%")
    assert isinstance(quantity, Quantity)
    assert (quantity.start, quantity.number) == (0, 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一项I/II期试验", "I/II期"),
        ("3期临床研究", "3期"),
        ("完成了2期與3期臨床試驗", "2期與3期"),
        ("Ⅱ期臨床", "Ⅱ期"),
        ("a phase II trial", "phase II"),
        ("phase 1/2 study", "phase 1/2"),
    ],
)
def test_phases(text: str, expected: str) -> None:
    assert [text[start:end] for start, end in phases(text)] == [expected]


def test_a_period_is_no_phase() -> None:
    assert phases("随访期间和治疗期间") == []


@pytest.mark.parametrize(("text", "value"), [("十", 10), ("两", 2), ("二十三", 23), ("一百零五", 105)])
def test_han_numbers(text: str, value: int) -> None:
    assert han_number(text) == value


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("有效率为８５﹪", 85, 85),
        ("20％～30％", 20, 30),
        ("随访３〜６个月", 3, 6),
        ("随访3‒6个月", 3, 6),
        ("n＝２０", 20, 20),
    ],
)
def test_other_signs_of_width_and_dashes_are_read(text: str, low: float, high: float) -> None:
    (quantity,) = quantities(text)
    assert (quantity.low, quantity.high, quantity.damaged) == (low, high, False)
