"""Of which side a figure is, and which way it went."""

import pytest

from tests.unit.facts.mechanism_claims import Found

TRIAL = "2021年,一项研究用脐带间充质干细胞治疗60名心力衰竭患者。"
HANT = "2021年,一項研究用臍帶間充質幹細胞治療60名心力衰竭患者。"


@pytest.mark.parametrize(
    ("told", "figures"),
    [
        ("1年有效率71.5%对48.2%(p=0.02)。", {("治疗组的1年有效率", "71.5%")}),
        ("1年有效率71.5% vs 48.2%。", {("治疗组的1年有效率", "71.5%")}),
        ("1年生存率80%,心衰发生率两组相近(7%比8%)。", {("1年生存率", "80%")}),
        ("1年有效率71.5%,对照组48.2%。", {("治疗组的1年有效率", "71.5%"), ("对照组的1年有效率", "48.2%")}),
        (
            "运动评分降6.5分,对照组仅降1.5分。",
            {("治疗组的运动评分下降", "6.5分"), ("对照组的运动评分下降", "1.5分")},
        ),
        (
            "运动评分降6.5分;对照组运动评分仅降1.5分。",
            {("治疗组的运动评分下降", "6.5分"), ("对照组运动评分下降", "1.5分")},
        ),
        ("12周时血红蛋白由98 g/L升至121 g/L。", {("12周时血红蛋白升至", "121 g/L")}),
        ("疼痛评分自7.1降到3.2。", {("疼痛评分降到", "3.2")}),
        (
            "9个月时，细胞组的评分下降6.5分,对照组下降1.5分。",
            {("9个月时，细胞组的评分下降", "6.5分"), ("9个月时，对照组的评分下降", "1.5分")},
        ),
        ("步行距离自210米升到260米(增幅24%)。", {("步行距离升到", "260米")}),
        ("细胞组有效率71.5%,对照组48.2%。", {("细胞组的有效率", "71.5%"), ("对照组的有效率", "48.2%")}),
    ],
)
def test_a_figure_is_told_with_its_side(trials: Found, told: str, figures: set[tuple[str, str]]) -> None:
    found = [fact for fact in trials(f"{TRIAL}{told}\n") if fact.slot in {"outcome", "change"}]
    assert {(fact.measure, fact.value) for fact in found} == figures


def test_what_patients_the_counted_were_is_told_of_them(trials: Found) -> None:
    assert [fact.value for fact in trials(f"{TRIAL}其中9名为糖尿病患者。\n") if fact.slot == "count"] == [
        "9名"
    ]


def test_our_words_are_in_the_script_of_the_sentence(trials: Found) -> None:
    found = [fact for fact in trials(f"{HANT}緩解率52%,對照組31%。\n") if fact.value == "52%"]
    assert [fact.measure for fact in found] == ["治療組的緩解率"]


@pytest.mark.parametrize(
    ("told", "how"), [("没有增加", "没有增加"), ("未增加", "未增加"), ("明显增加", "明显增加")]
)
def test_what_did_not_change_is_told_whole(trials: Found, told: str, how: str) -> None:
    (found,) = (fact for fact in trials(f"{TRIAL}感染率{told}。\n") if fact.slot == "change_word")
    assert (found.measure, found.value) == ("感染率", how)
    assert ("negated" in found.flags) is (how[0] in "没未")


def test_a_figure_of_an_english_sentence_has_the_time_behind_it(trials: Found) -> None:
    facts = trials(
        "OAKLEAF (n = 31, marrow MSCs) reported clinical remission in 40% at 6 months (p = 0.02).\n"
    )
    assert [fact.measure for fact in facts if fact.value == "40%"] == ["clinical remission rate at 6 months"]
