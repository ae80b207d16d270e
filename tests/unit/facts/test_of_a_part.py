"""What is true of a part of a study, of another study, or of one that is still to come."""

import pytest

from tests.unit.facts.mechanism_claims import Found

TRIAL = "2021年的一项随机试验纳入60名心力衰竭患者,细胞组接受干细胞移植。"


@pytest.mark.parametrize(
    ("told", "slot", "value"),
    [
        ("但是单看重度的那部分,有效率是17.2%对13.8%。", "outcome", "17.2%"),  # of a part of them
        ("妊娠分别为3例、2例、1例。", "count", "3例"),  # of one group each
        ("AMH由0.06升至0.11 ng/ml(P=0.21,差异不显著)。", "change", "0.11 ng/ml"),  # which is none
        ("运动功能一个都没恢复。", "change_word", "恢复"),  # of nobody
        ("治疗组无严重不良事件。", "safety", "无严重不良事件"),  # of one arm, as the question would not say
    ],
)
def test_what_is_true_of_a_part_is_not_told_of_all(trials: Found, told: str, slot: str, value: str) -> None:
    assert (slot, value) not in {(fact.slot, fact.value) for fact in trials(TRIAL + told + "\n")}


def test_a_trial_told_with_its_size_is_another_trial(trials: Found) -> None:
    facts = trials(
        "In a trial called LANTERN (n=61), children with graft-versus-host disease received mesenchymal"
        " stromal cells. In adults, the randomised trial of the same cells (n=248) missed its endpoint.\n"
    )
    sizes = {fact.study.key: fact.study.get("n") for fact in facts if fact.study}
    assert sorted(sizes.values()) == ["248", "61"]


def test_a_phase_that_is_to_come_is_not_the_trials(trials: Found) -> None:
    facts = trials(
        "In a trial, 60 patients with scleroderma received cord MSCs. The signal warrants phase III.\n"
    )
    assert not [fact for fact in facts if fact.slot == "phase"]


def test_a_dose_of_one_side_says_so(trials: Found) -> None:
    facts = trials(TRIAL + "脐带间充质干细胞注入双侧卵巢,每侧5×10^6个。\n")
    assert [fact.value for fact in facts if fact.slot == "dose"] == ["每侧5×10^6"]
