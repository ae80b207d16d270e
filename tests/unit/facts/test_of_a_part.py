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
        ("第28天部分缓解者可再每周输注一次，共四次。", "doses", "四次"),  # which few had besides
        ("皮肤反应率为72%，下消化道55%，肝脏36%。", "outcome", "36%"),  # of what, no rule can tell
        ("两年随访，大截肢细胞组1例，常规组5例。", "arm_size", "5例"),  # to whom it happened
        ("有反应的，细胞组21人，对照组10人。", "arm_size", "21人"),
        ("仅3项研究随访超过3年。", "followup", "超过3年"),  # of some of those that were pooled
        ("24个月时，在停药状态下：", "when", "24个月"),  # what was seen stands further down
        ("细胞组有9人HbA1c<7.0%。", "outcome", "7.0%"),  # whom one counted
        ("达到恢复（评分0-1且指数95分以上）的比例为14%对9%。", "outcome", "95分以上"),
        (
            "评分在单次组（7.6→6.3分）和两次组（7.8→6.8分）均下降。",
            "change_word",
            "均下降",
        ),  # the answer stands there
        ("发热见于细胞组2例、对照组3例出现一过性发热。", "count", "3例"),  # of that group
        ("细胞组中有15例静脉输注1×10^6/kg细胞。", "count_of", "15例"),  # the group is those who got it
        ("但事后分析发现第365天为26.6%比12.9%。", "when", "第365天"),  # of what, is told before
        ("第一期10位，无异常疤痕。", "count", "10位"),  # what nobody had
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
    assert [fact.value for fact in facts if fact.slot == "dose"] == ["每侧5×10^6个"]


def test_a_share_of_those_whom_a_limit_names_is_one_of_people(trials: Found) -> None:
    facts = trials(TRIAL + "4周时MELD评分改善3分以上者，细胞组64%（18/28），对照组53%（16/30），P=0.43。\n")
    told = {fact.value: (fact.slot, fact.measure) for fact in facts}
    assert told["64%"] == ("outcome", "4周时，细胞组的MELD评分改善3分以上者的比例")


def test_what_the_counted_did_stands_behind_their_share(trials: Found) -> None:
    facts = trials(TRIAL + "随访48周，细胞组有9人（20.9%）停用了利尿剂，对照组仅2人（4.7%），P=0.024。\n")
    told = {fact.value: fact.measure for fact in facts}
    assert told["20.9%"] == "随访48周，细胞组的停用了利尿剂的比例"


def test_the_doses_of_groups_are_told_with_them(trials: Found) -> None:
    facts = trials(TRIAL + "低剂量组6人，每侧注射2.5×10^6个细胞；高剂量组6人，每侧5.0×10^6个。\n")
    proofs = {fact.value: fact.evidence for fact in facts if fact.slot == "dose"}
    line = TRIAL + "低剂量组6人，每侧注射2.5×10^6个细胞；高剂量组6人，每侧5.0×10^6个。"
    told = {value: line[span.start : span.end] for value, span in proofs.items()}
    assert told == {
        "每侧注射2.5×10^6个细胞": "低剂量组6人，每侧注射2.5×10^6个细胞",
        "每侧5.0×10^6个": "高剂量组6人，每侧5.0×10^6个",
    }


def test_of_several_ways_none_is_the_studys(trials: Found) -> None:
    facts = trials(
        "A trial put 45 people with multiple sclerosis into groups given MSCs or placebo. Treatment failure"
        " occurred in 2 and 7 people (intrathecal vs placebo p = 0.035).\n"
    )
    assert not [fact for fact in facts if fact.slot == "route"]


def test_what_the_others_had_is_not_the_treatment(trials: Found) -> None:
    facts = trials(
        "104 people with multiple sclerosis were randomised to aHSCT (n = 52) or the best available drug"
        " (n = 52, mostly natalizumab).\n"
    )
    assert "natalizumab" not in {fact.value for fact in facts}


def test_thousands_may_stand_apart_and_a_median_is_no_mean(trials: Found) -> None:
    facts = trials("我们汇总了2010至2022年间14项对照研究共1 012例肝硬化患者的干细胞移植，中位年龄41岁。\n")
    assert {("n", "1 012例"), ("median_age", "41岁")} <= {(fact.slot, fact.value) for fact in facts}
    assert {fact.study.get("kind") for fact in facts if fact.study} == {"review"}


def test_a_title_in_capitals_is_told_in_small_letters(trials: Found) -> None:
    facts = trials(
        "UMBILICAL CORD MSCs IN SEVERE COVID-19: A RANDOMISED, DOUBLE-BLIND PHASE 2B TRIAL (MERIDIAN)\n\n"
        "Methods: 118 adults were randomised to infusions of UC-MSCs (n=59) or vehicle (n=59).\n"
    )
    study = facts[0].study
    assert study
    assert [study.get(slot) for slot in ("name", "condition", "design", "phase")] == [
        "MERIDIAN",
        "severe COVID-19",
        "randomised, double-blind",
        "phase 2b",
    ]


def test_a_phase_that_is_under_way_and_a_number_planned_are_not_the_trials(trials: Found) -> None:
    facts = trials(
        "The study gave 10 adults with spinal cord injury adipose MSCs. Phase 2 is under way. The larger ADIPO-2"
        " trial in osteoarthritis had been designed to enrol 153 patients but closed early.\n"
    )
    assert not {"Phase 2", "153 patients"} & {fact.value for fact in facts}


def test_who_died_of_something_did_not_take_part_for_that(trials: Found) -> None:
    facts = trials(
        "In the FORTUNA trial, 14 people with type 1 diabetes had stem-cell-derived islets infused. Two died, one of"
        " meningitis, one of dementia.\n"
    )
    assert {fact.study.get("condition") for fact in facts if fact.study} == {"type 1 diabetes"}


def test_a_measure_at_another_time_leaves_out_the_first(trials: Found) -> None:
    facts = trials(TRIAL + "3个月愈合率80%，12个月60%。\n")
    told = {fact.value: (fact.measure, fact.evidence) for fact in facts}
    measure, proof = told["60%"]
    assert measure == "12个月，愈合率"
    assert proof.start <= told["80%"][1].start  # what was measured is proved as well


def test_the_disease_stands_behind_the_number_and_the_cells_name_a_group(trials: Found) -> None:
    facts = trials(
        "三家中心的随机试验，n=92，中重度宫腔粘连，分为支架+脐带间充质干细胞组和单纯支架组。再粘连率21.7% vs 43.5%。\n"
    )
    told = {(fact.study.get("condition"), fact.study.get("cell_source")) for fact in facts if fact.study}
    assert told == {("中重度宫腔粘连", "脐带间充质干细胞")}


def test_a_drop_that_grows_less_is_told_as_it_is(trials: Found) -> None:
    facts = trials(
        TRIAL
        + "随访6个月，评分每月下降由1.2分减为0.9分。高剂量组评分由基线的48.2分降至33.5分，平均下降14.7分。\n"
    )
    measures = {fact.value: fact.measure for fact in facts}
    assert measures["0.9分"] == "评分每月下降减为"
    assert measures["14.7分"].endswith("评分平均下降")


def test_a_list_of_doses_is_one_dose_and_two_doses_are_none(trials: Found) -> None:
    facts = trials("Twenty patients with stroke received marrow MSCs, 2, 4 or 8 × 10^8 cells daily.\n")
    assert [fact.value for fact in facts if fact.slot == "dose"] == ["2, 4 or 8 × 10^8 cells"]
    facts = trials(
        "In a trial 14 patients with stroke received MSCs: two got 1 × 10^7 cells, twelve 3 × 10^7 cells.\n"
    )
    assert not [fact for fact in facts if fact.slot == "dose"]
