"""Studies that one paragraph announces and the next ones tell: their cells, their size, what was found."""

from __future__ import annotations

import pytest

from tests.unit.facts.mechanism_claims import Found, values

CHINESE = (
    "东江医院的课题组在《Journal of Cord Cells》上公布了结果,他们试的是脐带间充质干细胞。\n"
    "研究采用随机、安慰剂对照的办法,入组的是52名2型糖尿病患者。\n"
)
ENGLISH = (
    "A phase I/II study of zimislecel, an islet-cell therapy, was reported today.\n"
    "The trial's 14 participants each had a single infusion.\n"
)


def test_cells_of_the_paragraph_above_are_those_of_the_study(trials: Found) -> None:
    facts = trials(CHINESE)
    (size,) = [fact for fact in facts if fact.slot == "n"]
    assert size.subject == "脐带间充质干细胞"
    assert size.study is not None
    assert size.study.get("site") == "东江医院"


def test_no_general_sentence_announces_a_study(trials: Found) -> None:
    facts = trials("近年来,许多研究用脐带间充质干细胞治疗糖尿病。\n研究采用随机对照设计,入组的是52名患者。\n")
    assert not [fact for fact in facts if "脐带" in fact.subject]


def test_people_who_each_had_something_are_all_of_them(trials: Found) -> None:
    assert values(trials(ENGLISH), "n") == ["14 participants"]


def test_an_abstract_is_read_where_its_headings_are_glued_to_its_sentences(trials: Found) -> None:
    facts = trials(
        "It is unclear what comes later.MethodsA prospective, open-labeled, randomized controlled trial enrolled"
        " 90 patients with liver cirrhosis.ResultsAlbumin increased significantly after cord MSC infusions.\n"
    )
    assert values(facts, "design") == ["prospective, open-labeled, randomized controlled trial"]


@pytest.mark.parametrize(
    "told",
    [
        "By day 90, the median duration of response was 54 days.",
        "On placebo the mean score was 12 points (p=0.04).",
    ],
)
def test_what_was_found_at_a_time_or_in_an_arm_goes_on_with_the_study(trials: Found, told: str) -> None:
    start = "A randomised trial of cord MSC infusions enrolled 40 patients with stroke.\n"
    assert "outcome" in {fact.slot for fact in trials(f"{start}{told}\n")}


def test_others_work_does_not_go_on_with_the_study(trials: Found) -> None:
    start = "A randomised trial of cord MSC infusions enrolled 40 patients with stroke.\n"
    facts = trials(f"{start}By month 6 in another study, mortality was 12% (p=0.04).\n")
    assert not values(facts, "outcome")


def test_a_phase_of_one_part_is_not_that_of_the_study(trials: Found) -> None:
    facts = trials("一项研究入组18名膝骨关节炎患者接受脂肪间充质干细胞。第一阶段(I期)每个队列3名患者。\n")
    assert not values(facts, "phase")


def test_a_dose_of_no_group_is_not_asked_beside_those_of_groups(trials: Found) -> None:
    facts = trials(
        "一项研究入组18名膝骨关节炎患者接受脂肪间充质干细胞注射。低剂量组1.0×10^7个细胞,高剂量组1.0×10^8个细胞。"
        "向患膝注射1.0×10^8个细胞可以减轻疼痛。\n"
    )
    assert values(facts, "dose") == ["1.0×10^7个细胞", "1.0×10^8个细胞"]


def test_a_choice_of_controls_is_told_whole(trials: Found) -> None:
    facts = trials("一项荟萃分析汇总了17项研究、共999例卒中患者,比较干细胞治疗,对照为安慰剂或中医护理。\n")
    assert values(facts, "comparator") == ["安慰剂或中医护理"]


def test_what_a_label_recommends_is_of_the_product_and_no_trial(trials: Found) -> None:
    facts = trials(
        "Remestemcel-L-rknd (Ryoncil) has gained approval from the FDA. It is meant for patients 2 months and"
        " older with steroid-refractory acute graft versus host disease.\n"
        "The FDA looked at MSB-GVHD001, a single-arm phase III trial. It treated 54 children with aGVHD.\n"
        "Patients should get 2×10^6 MSCs per kg by intravenous infusion, twice weekly.\n"
    )
    (dose,) = [fact for fact in facts if fact.slot == "dose_advised"]
    assert dose.study is not None
    assert dose.study.get("kind") == "approval"
    assert values(facts, "indication") == ["steroid-refractory acute graft versus host disease"]
    assert {fact.study.get("name") for fact in facts if fact.study and fact.slot == "n"} == {"MSB-GVHD001"}


def test_who_applied_and_for_whom_is_read_of_an_approval(trials: Found) -> None:
    facts = trials(
        "艾米迈托赛注射液获得国家药监局附条件批准上市,申报企业是北河生物科技有限公司。"
        "该药的适用对象为14岁以上急性移植物抗宿主病患者。\n"
    )
    assert values(facts, "maker") == ["北河生物科技有限公司"]
    assert values(facts, "indication") == ["14岁以上急性移植物抗宿主病患者"]


def test_an_event_is_no_disease_that_was_treated(trials: Found) -> None:
    facts = trials(
        "A total of 22 patients with perianal fistulas were treated with darvadstrocel. Two patients had events"
        " attributed to treatment, namely worsening of their condition with diarrhoea in one.\n"
    )
    assert "diarrhoea" not in values(facts, "condition")


def test_how_a_study_was_designed_is_told_above_who_took_part(trials: Found) -> None:
    facts = trials(
        "MSC-X asked if a patient's own cells can help a failing heart. The design was randomized, double-blind.\n"
        "Enrolled were sixty patients with heart failure. They received bone marrow MSCs or placebo.\n"
    )
    assert values(facts, "design") == ["randomized, double-blind"]


def test_people_of_one_dose_are_not_all(trials: Found) -> None:
    facts = trials(
        "The report, an open-label phase 1 trial in Parkinson's disease, is out. Five people were given the low dose"
        " of bemdaneprocel. All 12 participants took drugs against rejection.\n"
    )
    assert values(facts, "n") == ["12 participants"]


def test_what_a_product_is_made_of_is_not_what_was_given(trials: Found) -> None:
    facts = trials(
        "An open-label phase 1 trial enrolled 12 patients with Parkinson's disease."
        " The product, bemdaneprocel, is made of progenitor cells grown from human embryonic stem cells.\n"
    )
    assert {fact.subject for fact in facts} == {"bemdaneprocel"}


def test_so_many_of_the_people_go_on_with_the_study(trials: Found) -> None:
    facts = trials(
        "一项一期临床试验用脐带间充质干细胞治疗6名卒中患者。\n团队以核磁共振比对影像。有5名受试者在30天内梗塞消失。\n"
    )
    assert values(facts, "count") == ["5名受试者"]


def test_a_plan_that_was_approved_is_no_plan_to_apply(trials: Found) -> None:
    facts = trials("某医院用自体骨髓间质干细胞治疗脊髓损伤的计划获得卫福部核准。\n")
    assert values(facts, "regulator") == ["卫福部"]


def test_a_report_before_its_study_names_its_author(trials: Found) -> None:
    facts = trials(
        "最早的报道出自Sato-Mori等人,时间是2003年。那是一项前瞻性临床随机对照研究,用骨髓单个核细胞治疗严重肢体缺血。\n"
    )
    assert values(facts, "design") == ["前瞻性临床随机对照研究"]
    assert {fact.study.get("author") for fact in facts if fact.study} == {"Sato-Mori等人"}


def test_a_press_release_names_the_product_before_it_tells_the_study(trials: Found) -> None:
    facts = trials(
        "Northbridge today announced topline data from its Phase 2b trial of cord mesenchymal stem cell therapy in"
        " patients with knee osteoarthritis.\n"
        "The randomized, double-blind, placebo-controlled study enrolled 146 patients.\n"
    )
    (size,) = [fact for fact in facts if fact.slot == "n"]
    assert size.study is not None
    assert (size.study.get("condition"), size.study.get("phase")) == ("knee osteoarthritis", "Phase 2b")


def test_injections_that_somebody_gave_to_people_are_a_study(trials: Found) -> None:
    facts = trials(
        "Researchers gave intrathecal injections of autologous mesenchymal stem cells to 20 people with ALS.\n"
    )
    assert values(facts, "n") == ["20 people"]


def test_ages_of_a_trial_are_not_those_of_an_approval(trials: Found) -> None:
    facts = trials(
        "2025年3月,日本厚生劳动省有条件批准了东川制药研发的多巴胺能前体细胞疗法,用于治疗帕金森病。"
        "批准基于一项试验,该试验入组7名50至69岁的帕金森病患者。\n"
    )
    assert not values(facts, "approved_age")
    assert values(facts, "maker") == ["东川制药"]


PARTED = (
    "东江医院用脐带间充质干细胞治疗了2019年收治的80例肝硬化患者。\n"
    "方法:患者按病程分成早治组和晚治组,比较一年的生存率。\n"
    "一年以后:"
)


def test_a_paragraph_on_a_group_of_the_study_goes_on_with_it(trials: Found) -> None:
    """Under whatever heading, as the study has told how it parted its people."""
    facts = trials(f"{PARTED}早治组的一年生存率为91.3%,晚治组为74.5%。\n")
    assert values(facts, "outcome") == ["91.3%", "74.5%"]
    assert {fact.study.get("n") for fact in facts if fact.study} == {"80例"}


def test_a_paragraph_on_a_group_that_nobody_parted_is_of_no_study(trials: Found) -> None:
    assert not values(trials(f"{PARTED}吸烟组的一年生存率为61.3%。\n"), "outcome")


def test_a_trial_is_announced_by_its_phase_and_who_did_it(trials: Found) -> None:
    told = "他们用骨髓间充质干细胞治疗。入选的都是重度溃疡性结肠炎患者。"
    found = "16周后,18人中有11人(61%)症状明显缓解。\n"
    for first in ("期刊近期的一项1期研究由南湖大学团队完成。", "其中一项出自南湖大学的团队。"):
        facts = trials(f"{first}{told}{found}")
        assert values(facts, "condition") == ["重度溃疡性结肠炎患者"]
        assert [fact.measure for fact in facts if fact.slot == "share"] == ["患者症状明显缓解"]


def test_a_trial_is_opened_by_its_phase_with_its_cells(trials: Found) -> None:
    facts = trials("南湖大学的团队做了一种间充质干细胞外泌体疗法,在I期试验里,受试者的肺功能明显好转。\n")
    assert values(facts, "phase") == ["I期"]


@pytest.mark.parametrize("first", ["期刊近期的一项研究很有意思。", "其中一项是费用。"])
def test_one_of_something_announces_no_trial(trials: Found, first: str) -> None:
    assert not trials(f"{first}有些人的症状明显缓解。\n")


def test_an_item_is_of_the_cells_that_it_begins_with(trials: Found) -> None:
    facts = trials("1.骨髓间充质干细胞(BM-MSC):收了20例硬皮病患者,3例失访。\n")
    assert {fact.study.get("cell_source") for fact in facts if fact.study} == {"骨髓间充质干细胞"}
    facts = trials("1.骨髓间充质干细胞的安全性:收了20例硬皮病患者,3例失访。\n")
    assert not values(facts, "cell_source")


@pytest.mark.parametrize(
    ("who", "disease"), [("让硬皮病的人活动自如", "硬皮病"), ("说明硬皮病的人口负担", "")]
)
def test_people_with_a_disease_are_whom_an_announced_study_is_on(
    trials: Found, who: str, disease: str
) -> None:
    facts = trials(
        f"东江医院在《Journal of Cord Cells》上报告,他们想弄清脐带间充质干细胞分泌的外泌体能否{who}。\n"
        "这项试验采用随机、双盲的办法,一共招了38位志愿者。\n"
    )
    assert {fact.study.get("condition") for fact in facts if fact.study} == {disease}
