"""Figures beside those of another arm: in brackets, with a ratio, with the p value that the next sentence tells."""

import pytest

from tests.unit.facts.mechanism_claims import Found

PAIR = "一项随机试验纳入126例膝骨关节炎患者,随机分为细胞组(84例)和安慰剂组(42例),细胞组接受骨髓间充质干细胞注射。"


def _told(trials: Found, text: str) -> set[tuple[str, str, str]]:
    facts = [f for f in trials(f"{PAIR}{text}\n") if f.slot in ("outcome", "change")]
    return {(f.measure, f.value, f.told.versus if f.told else "") for f in facts}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "细胞组最常见的不良反应是头痛(36.9%,安慰剂组33.3%)、腰腿痛(28.6%对14.3%)和发热(15.5%比4.8%)。",
            {
                ("细胞组的头痛发生率", "36.9%", "33.3%"),
                ("细胞组的腰腿痛发生率", "28.6%", "14.3%"),
                ("细胞组的发热发生率", "15.5%", "4.8%"),
            },
        ),
        (
            "步行距离:6个月时分别下降9.2和12.6个百分点。",
            {
                ("6个月时，细胞组的步行距离下降", "9.2个百分点", "12.6个百分点"),
                ("6个月时，安慰剂组的步行距离下降", "12.6个百分点", ""),
            },
        ),
        (
            "前13个月两组生存率相近(86.1% vs 83.8%),13~75个月细胞组显著高于安慰剂组(61.4% vs 47.2%)。",
            {
                ("前13个月，细胞组的生存率", "86.1%", "83.8%"),
                ("前13个月，安慰剂组的生存率", "83.8%", ""),
                ("13~75个月，细胞组的生存率", "61.4%", "47.2%"),
                ("13~75个月，安慰剂组的生存率", "47.2%", ""),
            },
        ),
        (
            "运动分数没有差别(4.1 vs 3.3)。",
            {("细胞组的运动分数", "4.1", "3.3"), ("安慰剂组的运动分数", "3.3", "")},
        ),
        (
            "再手术率为9.5%对12.2%(HR 0.60)。",
            {
                ("细胞组的再手术率", "9.5%", "12.2%"),
                ("安慰剂组的再手术率", "12.2%", ""),
                ("再手术率的HR", "0.60", ""),
            },
        ),
        ("主要终点(住院率)两组无差异(HR=0.94)。", set()),  # of what?
        (
            "第12周,细胞组血糖下降13%,安慰剂组上升4%。",
            {("第12周，细胞组的血糖下降", "13%", "上升4%"), ("第12周，安慰剂组的血糖上升", "4%", "")},
        ),
    ],
)  # fmt: skip
def test_a_figure_stands_beside_that_of_the_other_arm(
    trials: Found, text: str, told: set[tuple[str, str, str]]
) -> None:
    assert _told(trials, text) == told


def test_what_was_alike_is_told_of_no_arm_that_nobody_named(trials: Found) -> None:
    study = "一项研究纳入40例膝骨关节炎患者,注射脐带间充质干细胞。"
    facts = trials(f"{study}复发率相近(22.6%比21.4%),出血较多(17.9%比7.1%)。\n")
    assert not [f for f in facts if f.slot == "outcome" and f.measure.endswith(("相近", "较多发生率"))]


def test_the_next_sentence_tells_how_sure_a_difference_is(trials: Found) -> None:
    text = (
        "一项随机试验纳入90例膝骨关节炎患者,分为高剂量组、低剂量组和安慰剂组,各30例,注射脐带间充质干细胞。"
        "VAS评分下降:高剂量组3.1分、低剂量组2.6分、安慰剂组0.9分;高剂量对安慰剂p=0.03,低剂量对安慰剂p=0.08。\n"
    )
    told = {(f.value, f.told.p) for f in trials(text) if f.slot in ("outcome", "change") and f.told}
    assert told == {("3.1分", "p=0.03"), ("2.6分", "p=0.08"), ("0.9分", "")}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Physical function was 7.4 points higher with cells than placebo.",
            {("difference in physical function with cells versus placebo", "7.4 points higher")},
        ),
        (
            "Embolism occurred in 6 patients on cells and 4 on placebo.",
            {
                ("number of cases of embolism with cells", "6"),
                ("number of cases of embolism with placebo", "4"),
            },
        ),
        (
            "Walking distance was up by 58.7 m in the cell group, and unchanged in the others.",
            {("walking distance in the cell group", "was up by 58.7 m")},
        ),
        (
            "There was no difference in the ADAS score: 9.8 points in the cell group, 9.1 with saline.",
            {("ADAS score in the cell group", "9.8 points"), ("ADAS score with saline", "9.1")},
        ),
    ],
)
def test_english_arms_are_set_against_each_other(
    trials: Found, text: str, told: set[tuple[str, str]]
) -> None:
    study = "A randomised trial enrolled 36 adults with osteoarthritis who got adipose MSCs. "
    found = {(f.measure, f.value) for f in trials(f"{study}{text}\n") if f.slot in ("outcome", "change")}
    assert found == told


def test_arms_that_are_letters_are_told_with_what_they_got(trials: Found) -> None:
    text = (
        "一项随机试验入组60名膝骨关节炎患者,分三组:\n\nA组 清创+细胞1×10⁶个,\n\nB组 清创+细胞1×10⁷个,\n\nC组 清创+盐水。\n\n"
        "主要终点是VAS评分的改善。A组 1.5分,B组 2.1分,C组 1.2分;B比C多0.9分,P=0.004。"
        "不良反应以疼痛为主(B组 45.8%,3天内缓解)。\n"
    )
    a, b, c = "A组（清创+细胞1×10⁶）", "B组（清创+细胞1×10⁷）", "C组（清创+盐水）"
    told = {(f.measure, f.value) for f in trials(text) if f.slot in ("outcome", "change")}
    assert told == {
        (f"{a}的VAS评分的改善", "1.5分"),
        (f"{b}的VAS评分的改善", "2.1分"),
        (f"{c}的VAS评分的改善", "1.2分"),
        (f"{b}比{c}的VAS评分的改善多", "0.9分"),
        ("B组的疼痛发生率", "45.8%"),
    }
