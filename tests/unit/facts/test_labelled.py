"""Figures that stand behind a label, or whose name the words in front of them tell only in part."""

import pytest

from tests.unit.facts.mechanism_claims import Found

TRIAL = "2021年,AURORA试验纳入54名糖尿病肾病患者,接受脐带间充质干细胞静脉输注。\n\n"


def figures(trials: Found, told: str) -> dict[str, str]:
    facts = trials(TRIAL + told)
    return {fact.value: fact.measure for fact in facts if fact.slot in {"outcome", "change"}}


@pytest.mark.parametrize(
    ("told", "value", "measure"),
    [
        (
            "● 尿蛋白:第6个月时高剂量组下降24%,安慰剂组上升6%(P=0.04)。",
            "24%",
            "第6个月时，高剂量组的尿蛋白下降",
        ),
        ("· FVC:6个月时治疗组下降9.2%,对照组下降12.6%。", "9.2%", "6个月时，治疗组的FVC下降"),
        (
            "治疗组肌酐在16周时下降13%,对照组上升4%;单核细胞趋化蛋白-1(MCP-1)下降22%。",
            "22%",
            "单核细胞趋化蛋白-1(MCP-1)下降",
        ),
    ],
)
def test_a_label_says_what_is_measured(told: str, value: str, measure: str, trials: Found) -> None:
    assert figures(trials, told)[value] == measure


@pytest.mark.parametrize(
    "told",
    [
        "·6个月:治疗组平均下降3.9分,对照组下降5.8分。",  # of what?
        "·6個月:治療組平均下降3.9分,對照組下降5.8分。",
        "·6个月时,组间差的平均下降1.9分。",
    ],
)
def test_a_figure_of_nothing_is_none(told: str, trials: Found) -> None:
    assert not {"3.9分", "5.8分", "1.9分"} & set(figures(trials, told))
