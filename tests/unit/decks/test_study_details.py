"""What of a study is asked at a low rank: by whom it was done, what stayed the same, who had had what."""

from pathlib import Path

import pytest

from sctui.pipeline import Knowledge
from tests.unit.decks.study_cards import TRIAL, cards


def _asking(asked: dict[str, str], word: str) -> dict[str, str]:
    return {front: back for front, back in asked.items() if word in front}


def test_by_whom_a_study_was_done_is_asked_where_no_other_answer_tells_it(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    text = (
        "2023年5月8日,江城市中心医院李明、王芳研究组联合东湖大学在Cell Research发表研究论文,报道了利用脐带间充质干细胞"
        "治疗克罗恩病的临床研究。"
    )
    asked = _asking(cards(text, tmp_path, knowledge), "机构")
    (back,) = asked.values()
    assert back == "江城市中心医院李明、王芳研究组联合东湖大学"
    # one of many alike, which only its hospital tells apart
    plain = "江城市中心医院的对照研究用骨髓间充质干细胞治疗糖尿病患者38例,有效率为60%。"
    assert not _asking(cards(plain, tmp_path, knowledge), "机构")


def test_no_hospital_without_a_name_did_a_study(tmp_path: Path, knowledge: Knowledge) -> None:
    text = "2023年,华东某三甲医院的一项研究用脐带间充质干细胞治疗38例克罗恩病患者,有效率为60%。"
    asked = cards(text, tmp_path, knowledge)
    assert asked
    assert not any("某" in told for card in asked.items() for told in card)


@pytest.mark.parametrize(
    ("told", "front", "back"),
    [
        (
            "术后12个月,两组的血清CRP和白细胞计数均无显著差异,缓解率为60%。",
            "两组的哪两项血液指标",
            "血清CRP和白细胞计数",
        ),
        ("治疗后肝功能、肾功能无明显变化,缓解率为60%。", "哪两项指标无明显变化", "肝功能、肾功能"),
    ],
)
def test_what_stayed_the_same_is_asked_for_where_it_is_several(
    told: str, front: str, back: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    asked = _asking(cards(TRIAL + told, tmp_path, knowledge), front)
    assert list(asked.values()) == [back]


def test_all_of_a_list_are_told_where_three_are_asked_for(tmp_path: Path, knowledge: Knowledge) -> None:
    listed = "克罗恩病活动指数评分、血清白蛋白、补体C3水平、外周血白细胞、血小板数量以及粪便钙卫蛋白水平"
    asked = _asking(cards(f"{TRIAL}随访期间,{listed}持续改善,缓解率为60%。", tmp_path, knowledge), "举三例")
    assert list(asked.values()) == [listed]


def test_which_symptoms_got_better_is_asked_where_they_are_listed(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    text = f"{TRIAL}多名患者治疗前的症状得到改善,包括间质性肺炎、口腔溃疡、癫痫、头痛等。"
    asked = cards(text, tmp_path, knowledge)
    told = "间质性肺炎、口腔溃疡、癫痫、头痛等"
    (front,) = (front for front, back in asked.items() if back == told)
    assert "得到改善" in front
    assert not any("不良反应" in front for front in asked)


def test_what_failed_before_is_asked_of_a_case(tmp_path: Path, knowledge: Knowledge) -> None:
    text = (
        "一项研究报告,一名75岁的女性强直性脊柱炎患者,在使用英夫利昔单抗和甲氨蝶呤方案治疗失败后,接受了自体造血干细胞移植。"
        "移植两年后,患者的症状持续缓解。"
    )
    asked = cards(text, tmp_path, knowledge)
    assert [back for front, back in asked.items() if "无效" in front] == ["英夫利昔单抗和甲氨蝶呤"]


def test_the_diseases_in_which_a_makers_product_is_tried(tmp_path: Path, knowledge: Knowledge) -> None:
    text = "2025年,甲乙生物的脐带间充质干细胞注射液同时针对克罗恩病和银屑病两大适应症推进临床研究。"
    asked = cards(text, tmp_path, knowledge)
    assert asked["2025年，甲乙生物的脐带间充质干细胞注射液针对哪些疾病开展临床研究？"] == "克罗恩病和银屑病"
    anybodys = "脐带间充质干细胞同时针对克罗恩病和银屑病两大适应症推进临床研究。"
    assert not _asking(cards(anybodys, tmp_path, knowledge), "针对哪些疾病")


def test_a_change_that_the_control_group_had_as_well_is_not_asked(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    text = f"{TRIAL}缓解率为60%,静息痛评分及氧分压均有改善,{{}}。"
    assert "静息痛评分及氧分压" in cards(text.format("生活质量提高"), tmp_path, knowledge).values()
    also = cards(text.format("且安慰剂组亦有改善"), tmp_path, knowledge)
    assert also
    assert not any("静息痛" in back for back in also.values())


def test_the_other_way_of_the_control_group_stands_beside_a_figure(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    text = f"{TRIAL}治疗组的粪便钙卫蛋白下降24%,安慰剂组上升6%(P=0.04)。"
    asked = cards(text, tmp_path, knowledge)
    assert any(back.startswith("24%") and "安慰剂组上升6%" in back for back in asked.values())


def test_no_gap_stands_in_a_sentence_with_a_number_that_lost_its_exponent(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    text = f"{TRIAL}患者分为三组:低剂量1×107、中剂量5×10^7、高剂量1×10^8。"
    asked = cards(text, tmp_path, knowledge)
    assert asked
    assert not any("1×107" in front for front in asked)


def test_groups_by_their_way_did_not_have_both_ways(tmp_path: Path, knowledge: Knowledge) -> None:
    text = "2021年,一项双盲试验报道了鞘内注射和静脉注射脐带间充质干细胞治疗36例克罗恩病患者。{}缓解率为60%。"
    parted = cards(text.format("参与者根据注射方法分为三组,接受单次输注。"), tmp_path, knowledge)
    assert any("分组鞘内注射和静脉注射" in back for back in parted.values())
    whole = cards(text.format("参与者随机分为三组,接受单次输注。"), tmp_path, knowledge)
    assert any("鞘内注射和静脉注射" in back for back in whole.values())
    assert not any("分组鞘内" in back for back in whole.values())


def test_what_a_review_assessed_is_asked_with_how_many_studies_it_had(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    text = "2021年发表于《Hepatology Reviews》的一篇综述,通过荟萃分析评估了间充质干细胞移植治疗肝硬化的疗效,纳入21项研究。"
    told = [one for one in cards(text, tmp_path, knowledge).items() if "21项" in one[1]]
    ((front, back),) = told
    assert "评价了什么治疗，共纳入多少项研究？" in front
    assert back.startswith("间充质干细胞移植治疗；21项（")


@pytest.mark.parametrize(("of", "asked"), [("基于临床前研究的系统评价", False), ("临床试验的系统评价", True)])
def test_a_review_of_animals_tells_nothing_of_people(
    of: str, asked: bool, tmp_path: Path, knowledge: Knowledge
) -> None:
    text = (
        f"2021年,《Hepatology Reviews》发表了一篇“间充质干细胞治疗肝硬化:{of}”的文献综述。\n\n"
        "该综述表明间充质干细胞移植可促使肝功能恢复,约40%的参与者腹水消退。"
    )
    assert any("40%" in back for back in cards(text, tmp_path, knowledge).values()) is asked
