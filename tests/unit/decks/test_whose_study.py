"""What a text tells of one study is put on no other, and what it tells of none on nobody's."""

from pathlib import Path

import pytest

from sctui.pipeline import Knowledge
from tests.unit.decks.study_cards import TRIAL, cards


def test_more_people_than_took_part_are_those_of_another_study(tmp_path: Path, knowledge: Knowledge) -> None:
    other = "90例溃疡性结肠炎患者接受自体骨髓间充质干细胞移植后,结肠溃疡缩小维持6个月。"
    asked = cards(f"{TRIAL}治疗后缓解率为62%。\n\n{other}", tmp_path, knowledge)
    (front,) = (front for front, back in asked.items() if back == "6个月")
    assert "90例" in front
    assert "2019年" not in front


@pytest.mark.parametrize(
    "told",
    [
        "目前全球已有超过3000例克罗恩病患者接受间充质干细胞治疗,有效率达66%。",
        "全世界約有3000多例克羅恩病患者接受間充質幹細胞治療,有效率達66%。",
    ],
)
def test_how_many_were_treated_anywhere_is_no_result_of_the_study_before(
    told: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    asked = cards(f"{TRIAL}缓解率为62%。\n\n{told}", tmp_path, knowledge)
    assert "62%" in asked.values()
    assert not any("66%" in back for front, back in asked.items() if "2019年" in front)


def test_an_abstract_takes_cells_and_disease_from_its_aim(tmp_path: Path, knowledge: Knowledge) -> None:
    text = (
        "这项研究评估自体脂肪间充质干细胞关节内注射治疗膝骨关节炎是否安全。共有22名患者入组。"
        "注射后6个月,WOMAC评分下降31%。"
    )
    asked = cards(text, tmp_path, knowledge)
    (front,) = (front for front, back in asked.items() if back == "31%")
    assert "脂肪间充质干细胞" in front
    assert "膝骨关节炎" in front


def test_a_maker_is_no_part_of_the_authority_and_an_approval_enrolled_nobody(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    text = "2022年12月,国家药品监督管理局附条件批准了康瑞生物公司研发的脂愈宁注射液上市,用于治疗成人克罗恩病复杂肛瘘。"
    asked = cards(text, tmp_path, knowledge)
    assert asked["脂愈宁注射液是哪家公司的产品？"] == "康瑞生物公司"
    assert not any("哪一类患者" in front for front in asked)


def test_a_hospital_of_a_university_keeps_its_name(tmp_path: Path, knowledge: Knowledge) -> None:
    text = "2021年,奥斯陆大学医院开展的一项随机试验对64名克罗恩病患者进行脐带间充质干细胞移植。"
    assert any("奥斯陆大学医院" in back for back in cards(text, tmp_path, knowledge).values())


def test_a_week_in_front_of_a_figure_is_asked_with_it(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = cards(f"{TRIAL}第24周缓解率为51%;第52周,缓解率为59%。", tmp_path, knowledge)
    (front,) = (front for front, back in asked.items() if back == "59%")
    assert "第52周" in front


def test_the_sizes_of_groups_stand_with_the_design(tmp_path: Path, knowledge: Knowledge) -> None:
    text = "2020年的一项随机对照试验纳入91例克罗恩病患者,试验组45例接受脐带间充质干细胞输注,对照组46例接受常规治疗。"
    asked = cards(text, tmp_path, knowledge)
    assert "91例患者的随机对照试验（试验组45例，对照组46例，2020年）" in asked.values()
    assert not {"45例", "46例"} & set(asked.values())


def test_who_got_the_treatment_is_told_with_it_where_all_are_counted_elsewhere(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    text = (
        "2021年的一项随机试验纳入68名克罗恩病患者,46名患者接受异体脐带间充质干细胞静脉输注(单次),"
        "22名患者接受安慰剂。"
    )
    asked = cards(text, tmp_path, knowledge)
    assert "异体脐带间充质干细胞静脉输注（46名，单次）" in asked.values()


def test_a_length_of_nothing_is_no_card(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = cards(f"{TRIAL}其中20名患者停用激素,平均持续31个月。", tmp_path, knowledge)
    assert not any("31个月" in back for back in asked.values())


def test_two_things_that_a_treatment_did_are_one_answer(tmp_path: Path, knowledge: Knowledge) -> None:
    text = "临床研究证实,脐带间充质干细胞治疗糖尿病足,可显著缩短溃疡愈合时间,降低截肢率。"
    answers = cards(text, tmp_path, knowledge).values()
    assert "显著缩短溃疡愈合时间；降低截肢率" in answers
