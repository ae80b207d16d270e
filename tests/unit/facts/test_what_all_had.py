"""What is told of all who took part in a study, and not of some, of a product, or of several times."""

import pytest

from tests.unit.facts.mechanism_claims import Found


def test_so_many_of_those_who_were_planned_took_part(trials: Found) -> None:
    facts = trials(
        "MSCs were compared with placebo. 138 of 150 planned participants with stroke were randomised."
    )
    assert [fact.value for fact in facts if fact.slot == "n"] == ["138 participants"]


@pytest.mark.parametrize(
    "text",
    [
        "软芽是用脐带间充质干细胞做成的产品,2019年在韩国上市,临床试验还在做。",
        "我院2022年收治的186例卒中患者中,缺血性占81.3%。",
    ],
)
def test_a_launch_and_a_hospital_s_year_are_no_study(text: str, trials: Found) -> None:
    assert not trials(text)


def test_what_a_vial_holds_is_no_dose(trials: Found) -> None:
    facts = trials("2021年的研究给20例患者注射间充质干细胞。每瓶1.5 mL,含7.5×10^6个间充质干细胞。")
    assert not [fact for fact in facts if fact.slot == "dose"]


def test_of_several_times_none_is_that_of_the_results(trials: Found) -> None:
    facts = trials(
        "A trial gave MSCs to 54 children. Response at day 28 was 70%. Relapse at 2 years was 13%."
    )
    assert not [fact for fact in facts if fact.slot == "followup"]
    once = trials("A trial gave MSCs to 54 children. Relapse at 2 years was 13%.")
    assert [fact.value for fact in once if fact.slot == "followup"] == ["2 years"]


def test_a_phase_counts_no_doses(trials: Found) -> None:
    facts = trials("A phase 1 dose-escalation study gave MSCs to 18 infants. It was repeated at 6 months.")
    assert not [fact for fact in facts if fact.slot in {"doses", "followup"}]


def test_harm_is_told_with_what_it_came_of(trials: Found) -> None:
    facts = trials("A trial gave MSCs to 60 patients. No serious adverse event was linked to cells.")
    assert [fact.value for fact in facts if fact.slot == "safety"] == [
        "No serious adverse event was linked to cells"
    ]


def test_a_group_s_name_says_less_than_what_it_had(trials: Found) -> None:
    facts = trials("随机试验,96例糖尿病患者,干细胞组48例,安慰剂组48例。干细胞组静脉输注脐带间充质干细胞。")
    assert {fact.study.get("cell_source") for fact in facts if fact.study} == {"脐带间充质干细胞"}


def test_a_serum_of_rabbits_is_no_animal_work(trials: Found) -> None:
    facts = trials("112 patients with stroke were assigned to MSCs or to rabbit anti-thymocyte globulin.")
    assert [fact.value for fact in facts if fact.slot == "n"] == ["112 patients"]


def test_how_a_study_was_made_is_nothing_that_its_people_did(trials: Found) -> None:
    facts = trials("LANTERN试验用间充质干细胞治疗肝硬化,81例三组比较。当时依据是13人的单臂试验,缓解率为40%。")
    assert not [fact for fact in facts if fact.slot in {"count", "arm"}]


def test_what_groups_are_told_apart_by_is_not_what_all_had(trials: Found) -> None:
    facts = trials(
        "In 2020 a trial of intrathecal versus intravenous MSCs in 54 patients with stroke was double-blind. They"
        " were randomised to intrathecal MSCs, intravenous MSCs or sham.\n\n"
        "另一项研究用间充质干细胞治疗60例肝硬化患者,多次输注优于单次。\n"
    )
    assert not [fact for fact in facts if fact.slot in {"route", "doses"}]
