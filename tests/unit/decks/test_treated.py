"""Whether a study's size counts all that took part, or those who were treated beside a control group."""

import pytest

from sctui.decks.treated import deed_beside_control
from sctui.model.document import Span
from sctui.model.fact import Fact, FactKind


def deed(line: str, value: str, slot: str = "n") -> str:
    return deed_beside_control(Fact(FactKind.TRIAL, slot, "", value, Span(1, 0, len(line))), line)


@pytest.mark.parametrize(
    ("line", "value", "told"),
    [
        ("李等对26例肝硬化患者进行干细胞移植,发现相比于对照组,移植组反应良好。", "26例", "干细胞移植"),
        ("李等對26例肝硬化患者進行臍帶MSC輸注,與對照組相比,肝功能改善。", "26例患者", "臍帶MSC輸注"),
        (
            "In all, 26 patients with cirrhosis received cell therapy, and did better than the control group.",
            "26 patients",
            "cell therapy",
        ),
    ],
)
def test_those_treated_beside_a_control_group_are_not_all(line: str, value: str, told: str) -> None:
    assert deed(line, value) == told
    assert deed(line, value, "made_size") == told


@pytest.mark.parametrize(
    "line",
    [
        "李等对26例肝硬化患者进行干细胞移植,肝功能改善。",  # nobody else took part
        "李等对26例肝硬化患者进行干细胞移植,肝功能改善。对照组见另一研究。",
        "李等对26例肝硬化患者进行干细胞移植,随机分为移植组和对照组。",
        "李等对26例肝硬化患者进行干细胞移植,对照组20例,移植组反应良好。",
        "该研究纳入26例肝硬化患者,移植组优于对照组。",
        "26 patients received cell therapy or were randomized to the control group.",
    ],
)
def test_the_size_of_a_study_is_told_where_all_are_counted(line: str) -> None:
    assert not deed(line, "26例")


def test_only_a_size_counts_people() -> None:
    line = "李等对26例肝硬化患者进行干细胞移植,相比于对照组反应良好。"
    assert not deed(line, "26例", "count")
    assert not deed(line, "肝硬化")
