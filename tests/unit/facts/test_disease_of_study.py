"""Which disease a study is of: that of its people, before that of its page."""

import pytest

from tests.unit.facts.mechanism_claims import Found


def diseases(found: Found, text: str) -> set[str]:
    """The diseases that studies are told to have treated, or are taken to be on."""
    return {
        value
        for fact in found(text)
        if fact.study
        for value in (fact.study.get("condition"), fact.study.get("topic"))
    } - {""}


def test_a_cause_is_no_disease_of_the_people(trials: Found) -> None:
    assert "干眼" not in diseases(
        trials,
        "2019年的前瞻性研究纳入68眼单侧化学灼伤，随机接受角膜缘干细胞移植。失败多在第一年，主因为睑球粘连及干眼。",
    )


def test_a_harm_with_its_share_is_no_disease_of_the_people(trials: Found) -> None:
    text = (
        "# Cells for Parkinson's disease\n\nThe trial gave MSCs to 36 patients. "
        "Fever hit 22 of 24 treated patients, along with stroke (8%)."
    )
    assert diseases(trials, text) == {"Parkinson's disease"}


def test_a_title_on_two_diseases_is_on_neither(trials: Found) -> None:
    text = (
        "# Edited cells for sickle cell disease and hereditary xanthopathy\n\n"
        "The trial treated 38 people with HXP with edited haematopoietic stem cells."
    )
    assert not diseases(trials, text)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("# Cells for stroke\n\nThe trial treated 38 people with XQF with MSCs.", set()),
        ("# 脑卒中的细胞治疗\n\n该试验给38例XQF患者输注间充质干细胞。", set()),
        ("# Cells for stroke\n\nThe trial treated 38 adults with NIHSS ≥8 with MSCs.", {"stroke"}),
    ],
)
def test_people_with_what_nobody_knows_have_not_the_disease_of_the_page(
    trials: Found, text: str, known: set[str]
) -> None:
    assert diseases(trials, text) == known


def test_an_answer_of_a_thread_is_on_what_it_says_it_is(trials: Found) -> None:
    told = diseases(
        trials,
        "牙周炎能用干细胞治吗\n\n# 提问\n\n## 回答一\n\n牙周炎是一种慢性病。牙周炎会让骨头吸收。牙周炎要先控制菌斑。\n\n"
        "## 回答二\n\n我补充门牙，那大概率是外伤后牙髓坏死。\n\n"
        "一项自体牙髓干细胞移植的对照试验，n=40，随访12个月，牙根长度增加4.9mm。",
    )
    assert told == {"牙髓坏死"}


def test_what_most_of_the_people_have_is_not_the_disease_of_the_page(trials: Found) -> None:
    text = "# 肩袖损伤的细胞治疗\n\n脂肪间充质干细胞：单臂 n=20，肱骨外上髁炎为主。取材处疼痛超过1个月者3例。"
    assert not diseases(trials, text)


def test_a_name_in_a_disease_keeps_its_capital(trials: Found) -> None:
    text = "# Alzheimer's disease and cells\n\nThe trial gave MSCs to 36 patients."
    assert diseases(trials, text) == {"Alzheimer's disease"}


def test_a_study_told_to_be_of_something_else_is_not_on_the_page(trials: Found) -> None:
    text = "# 膝骨关节炎的干细胞治疗\n\n踝关节软骨损伤的研究只有一个，15例，无对照，注射骨髓浓缩物，评分由58升至81分。"
    assert not diseases(trials, text)


@pytest.mark.parametrize("more", ["等免疫疾病", "等"])
def test_a_list_of_diseases_that_is_not_whole_says_so(trials: Found, more: str) -> None:
    text = f"2020年，某医院的临床研究用脐带间充质干细胞治疗了280例红斑狼疮、系统性硬化症{more}，有效率达60%。"
    assert diseases(trials, text) == {"红斑狼疮、系统性硬化症等"}
