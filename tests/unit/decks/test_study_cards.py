"""What is asked of a study, of which part of its patients, and what of it is no card."""

from pathlib import Path

import pytest

from sctui.pipeline import Knowledge
from tests.unit.decks.study_cards import TRIAL, cards


@pytest.mark.parametrize(
    "text",
    [
        "50例心力衰竭患者接受MSCs输注后,左心室射血分数改善维持9个月。",
        "50例心力衰竭患者接受MSCs輸注後,左心室射血分數改善維持9個月。",
        "最近一项对50名心力衰竭患者进行自体骨髓间充质干细胞移植的研究发现,27%的患者症状缓解。",
    ],
)
def test_how_many_took_part_is_not_asked_of_a_study_that_nobody_can_name(
    text: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    asked = cards(text, tmp_path, knowledge)
    assert asked
    assert not any(back.startswith("50") for back in asked.values())


def test_cells_of_nobody_in_particular_are_no_answer_where_the_study_has_no_name(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    text = "50例心力衰竭患者接受MSCs输注后,左心室射血分数改善维持9个月。"
    assert not any("MSCs" in back for back in cards(text, tmp_path, knowledge).values())
    named = cards(f"2018年,{text}", tmp_path, knowledge)
    assert any(back.startswith("MSCs输注") for back in named.values())


def test_a_control_group_that_is_only_called_one_is_no_answer(tmp_path: Path, knowledge: Knowledge) -> None:
    text = "2019年,王等人的研究用脐带间充质干细胞治疗卒中,结果优于一般治疗对照组,NIHSS评分下降4.2分。"
    asked = cards(text, tmp_path, knowledge)
    assert asked
    assert not any(front.endswith("以什么作为对照？") for front in asked)


def test_the_arm_that_a_treatment_was_given_to_is_asked_for_where_others_were_compared(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    text = f"{TRIAL}患者单次注射,以安慰剂作为对照。"
    asked = cards(text, tmp_path, knowledge)
    (front,) = (front for front, back in asked.items() if back.startswith("脐带间充质干细胞静脉注射"))
    assert front.endswith("，治疗组接受了怎样的治疗？")
    (front,) = (front for front, back in asked.items() if back == "安慰剂")
    assert front.endswith("以什么作为对照？")


def test_who_of_all_got_the_treatment_is_told_with_it(tmp_path: Path, knowledge: Knowledge) -> None:
    text = "2017年的一项3期研究中,150例克罗恩病患者中80例患者接受脂肪间充质干细胞输注治疗。"
    asked = cards(text, tmp_path, knowledge)
    assert "脂肪间充质干细胞输注治疗（150例患者中的80例）" in asked.values()
    assert not any(back.startswith("80例") for back in asked.values())


def test_who_got_what_besides_is_counted_where_they_are_many(tmp_path: Path, knowledge: Knowledge) -> None:
    text = TRIAL + "移植前,有{}名患者接受了4天的环磷酰胺治疗,其它{}名患者未接受该治疗。"
    asked = cards(text.format(30, 34), tmp_path, knowledge)
    (front,) = (front for front, back in asked.items() if back == "30名")
    assert "移植前" in front
    assert "环磷酰胺" in front
    assert not any(back.startswith("34名") for back in asked.values())  # the rest are not asked as well
    asked = cards(text.format(4, 60), tmp_path, knowledge)
    assert not any(back.startswith(("4名", "60名")) for back in asked.values())


def test_as_many_in_each_group_are_none_of_them_by_what_all_had(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = cards(f"{TRIAL}患者随机分为治疗组与对照组,各32名,两组都接受相同的康复训练。", tmp_path, knowledge)
    assert not any("康复" in front for front in asked)


@pytest.mark.parametrize(
    ("told", "counted"),
    [
        ("其中21名患者不用环磷酰胺。", False),
        ("其中21名患者的所有疗程都用骨髓间充质干细胞。", False),
        ("其中21名患者输注2次。", False),
        ("其中21名患者为复发缓解型患者。", False),
        ("其中21名患者停用激素。", True),
        ("其中21名患者达到临床缓解。", True),
    ],
)
def test_what_some_were_given_is_no_result(
    told: str, counted: bool, tmp_path: Path, knowledge: Knowledge
) -> None:
    asked = cards(f"{TRIAL}{told}", tmp_path, knowledge)
    assert asked
    assert any(back.startswith("21名") for back in asked.values()) is counted


def test_how_many_cells_a_fluid_has_is_no_dose(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = cards(f"{TRIAL}给药剂量为3×10^7个细胞/25ml。", tmp_path, knowledge)
    (front,) = (front for front, back in asked.items() if "25ml" in back)
    assert front.endswith("细胞悬液的浓度是多少？")


def test_a_volume_alone_is_no_dose(tmp_path: Path, knowledge: Knowledge) -> None:
    text = "2019年,一项试验纳入64名克罗恩病患者,接受25ml脐带间充质干细胞静脉输注,随访3年。"
    (front,) = (front for front, back in cards(text, tmp_path, knowledge).items() if back == "25ml")
    assert front.endswith("给予的细胞悬液体积是多少？")


def test_neither_registry_nor_journal_of_a_trial_is_told_beside_an_answer(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    asked = cards(f"{TRIAL}该研究在ClinicalTrials.gov注册(NCT01234567)。", tmp_path, knowledge)
    assert "64名（2019年）" in asked.values()
    assert not any("NCT" in back for back in asked.values())
    told = (
        "2019年,发表于《Cell Transplantation》的一项试验对64名克罗恩病患者进行脐带间充质干细胞静脉注射治疗。"
    )
    assert not any("Transplantation" in back for back in cards(told, tmp_path, knowledge).values())


def test_a_medicine_is_not_asked_for_what_its_name_tells_it_is_the_first_of(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    told = (
        "2025年3月,华康生物公司研发的“人羊膜间充质干细胞注射液”获得国家药品监督管理局的临床试验批件,成为{}。"
    )
    asked = cards(told.format("全球首款人羊膜来源干细胞药物"), tmp_path, knowledge)
    assert asked
    assert not any("首款" in front for front in asked)
    asked = cards(told.format("国内首款用于呼吸窘迫的细胞药物"), tmp_path, knowledge)
    assert any("首款" in front for front in asked)


def test_safety_of_those_who_got_one_of_the_treatments_is_asked_of_them(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    text = (
        "发表在《Stem Cell Reviews》上的一篇综述,通过荟萃分析评估了间充质干细胞和造血干细胞治疗1型糖尿病的疗效,纳入21项研究。"
        "接受间充质干细胞移植的40名患者中,8名患者脱离胰岛素,并且在这些患者中未观察到不良反应。"
    )
    asked = cards(text, tmp_path, knowledge)
    (front,) = (front for front, back in asked.items() if "不良反应" in back)
    assert front.endswith("接受间充质干细胞移植的患者的安全性方面有何发现？")
    assert asked[front] == "未观察到不良反应"


MANY = (
    f"{TRIAL}治疗后12个月,IL-17水平和CRP水平显著下降。第1个月调节性T细胞百分比显著增加。"
    "随访期间Mayo评分显著下降。血清白蛋白水平无显著差异。"
)


def test_all_that_fell_is_one_answer_and_no_part_of_it_is_asked(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = cards(MANY, tmp_path, knowledge)
    (fell,) = (front for front in asked if front.endswith("哪三项指标显著下降？"))
    assert asked[fell] == "IL-17水平、CRP水平和Mayo评分"
    (rose,) = (front for front, back in asked.items() if back == "调节性T细胞百分比")
    assert rose.endswith("第1个月的哪项指标显著增加？")
    assert not any(
        front.endswith(("结果如何？", "得到了什么结果？")) for front in asked
    )  # a part of what was found


def test_all_that_was_found_is_asked_where_it_is_little(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = cards(f"{TRIAL}结果显示CRP水平下降,Mayo评分下降,安全性良好,患者症状改善。", tmp_path, knowledge)
    (front,) = (front for front in asked if front.endswith(("结果如何？", "得到了什么结果？")))
    assert asked[front].startswith("CRP水平下降；Mayo评分下降（")


@pytest.mark.parametrize(
    ("told", "asks"),
    [
        ("口干和眼痛症状得到缓解", "哪两种症状得到缓解？"),
        ("关节肿胀和CRP水平得到改善", "哪两项指标或症状得到改善？"),
        ("晨僵症状得到缓解", "哪种症状得到缓解？"),
        ("疼痛評分顯著降低", "哪項評分顯著降低？"),
        ("血小板、白细胞和补体C3得到改善", "哪三项血液指标得到改善？"),
        ("间质性肺炎、口腔溃疡得到改善", "哪两种病症得到改善？"),
        ("骨密度、步速等功能指标得到改善", "哪些指标得到改善？"),
    ],
)
def test_what_changed_is_asked_by_what_it_is_and_whether_it_is_one(
    told: str, asks: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    trial = "2019年,一項試驗對64名克羅恩病患者進行臍帶間充質幹細胞靜脈注射治療。" if "顯" in told else TRIAL
    asked = cards(f"{trial}缓解率为62%。治疗后{told}。", tmp_path, knowledge)
    assert any(front.endswith(asks) for front in asked)


def test_what_changed_is_not_asked_where_a_number_tells_that_something_else_did_so(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    asked = cards(f"{TRIAL}疼痛评分下降4.2分。CRP水平显著下降。", tmp_path, knowledge)
    (front,) = (front for front, back in asked.items() if back == "显著下降")
    assert front.endswith("CRP水平有何变化？")


def test_the_one_thing_that_a_treatment_did_is_asked_by_its_verb(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    text = "临床研究证实,异体间充质干细胞输注治疗系统性红斑狼疮,可显著降低疾病活动指数(SLEDAI)。"
    asked = cards(text, tmp_path, knowledge)
    (front,) = (front for front, back in asked.items() if "SLEDAI" in back)
    assert front.endswith("治疗显著降低了哪项评分？")


def test_what_became_of_the_first_patient_is_asked_of_the_first_patient(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    text = (
        "2023年6月,北京某医院报道了利用自体胰岛祖细胞移植治疗1型糖尿病的临床研究。"
        "首位患者在移植后恢复了自主的血糖调控,疗效已持续8个月。"
    )
    asked = cards(text, tmp_path, knowledge)
    (front,) = (front for front, back in asked.items() if back == "自主的血糖调控")
    assert front.endswith("首位患者恢复了什么？")
