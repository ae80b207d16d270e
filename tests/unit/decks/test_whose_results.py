"""Results are those of the people who had them, of what was given, and as sure as the text is of them."""

from pathlib import Path

import pytest

from sctui.pipeline import Knowledge
from tests.unit.decks.study_cards import TRIAL, cards

CASE = "一名71岁的男性患者在接受治疗前无法行走,治疗2年后下肢溃疡逐渐愈合。"


@pytest.mark.parametrize(
    "told",
    [
        "患者的CRP水平在治疗后1年显著下降(P<0.01)。",
        "患者的CRP水平在治疗后1年显著下降,差异具有统计学意义。",
    ],
)
def test_what_only_many_patients_can_show_is_no_result_of_the_one_told_of_before(
    told: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    asked = cards(f"{TRIAL}\n\n{CASE}{told}", tmp_path, knowledge)
    (front,) = (front for front, back in asked.items() if "CRP" in back or "CRP" in front)
    assert "71" not in front
    assert "2019年" in front


def test_a_case_that_stands_alone_has_no_statistics(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = cards(f"{CASE}患者的CRP水平在治疗后1年显著下降(P<0.01)。", tmp_path, knowledge)
    assert not any("CRP" in text for card in asked.items() for text in card)


def test_clinical_cases_are_called_so(tmp_path: Path, knowledge: Knowledge) -> None:
    text = "临床案例显示,间充质干细胞治疗卵巢早衰后,患者雌激素水平回升,卵巢体积增大。"
    asked = cards(text, tmp_path, knowledge)
    assert asked
    assert all("临床案例" in front and "研究" not in front for front in asked)


@pytest.mark.parametrize(
    ("text", "given"),
    [
        (
            "2023年,杭州某医院利用诱导多能干细胞制备的心肌细胞移植治疗9名心力衰竭患者。",
            "诱导多能干细胞制备的心肌细胞移植",
        ),
        (
            "2024年,日本一家医院的试验用诱导多能干细胞治疗3名帕金森病患者。医生将由iPS细胞分化培养的多巴胺祖细胞移植至脑内。",
            "iPS细胞分化培养的多巴胺祖细胞移植",
        ),
    ],
)
def test_what_was_made_of_cells_is_what_was_given(
    text: str, given: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    asked = cards(text, tmp_path, knowledge)
    assert any(back.partition("（")[0] == given for back in asked.values())


def test_a_drug_that_was_given_with_the_cells_belongs_to_the_treatment(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    text = f"{TRIAL}结果表明,脐带间充质干细胞(UC-MSC)联合免疫抑制剂(AZA)治疗可降低复发率。"
    asked = cards(text, tmp_path, knowledge)
    (back,) = (back for back in asked.values() if "AZA" in back)
    assert back.startswith("脐带间充质干细胞静脉注射治疗（联合免疫抑制剂(AZA)")


def test_what_was_proved_for_the_first_time_is_no_sure_verdict(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = cards(
        f"{TRIAL}该研究初步证明脐带间充质干细胞疗法安全有效,实现了克罗恩病的临床治愈。", tmp_path, knowledge
    )
    assert asked
    assert not any("安全" in back or "治愈" in back for back in asked.values())


def test_what_is_given_together_is_asked_by_what_it_does(tmp_path: Path, knowledge: Knowledge) -> None:
    text = "临床研究证明,脐带MSCs和HSC联合输注可增强心力衰竭患者的射血分数、减少瘢痕面积。"
    asked = cards(text, tmp_path, knowledge)
    (front,) = (front for front, back in asked.items() if back == "脐带MSCs和HSC联合输注")
    assert front == "临床研究中，哪种联合治疗可增强心力衰竭患者的射血分数、减少瘢痕面积？"


def test_a_figure_beside_a_group_with_a_wrong_name_is_not_asked(tmp_path: Path, knowledge: Knowledge) -> None:
    told = "结果显示,绳血干细胞组患者的缓解率为50%(而脂肪干细胞组患者约为34%)。"
    answers = cards(TRIAL + told, tmp_path, knowledge).values()
    assert not any("50%" in back or "34%" in back for back in answers)


def test_how_long_nothing_happened_is_told_with_it(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = cards(
        "临床研究(NCT01234567)显示鼻滴给药的脐带MSCs可治疗阿尔茨海默病,3年内无排斥反应。", tmp_path, knowledge
    )
    assert any("3年内无排斥反应" in back for back in asked.values())


def test_what_a_good_effect_was_is_told_with_it(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = cards(f"{TRIAL}7名患者获得良好疗效,达到半年不需要注射激素的效果。", tmp_path, knowledge)
    (front,) = (front for front, back in asked.items() if back.startswith("7名"))
    assert front.endswith("64名患者中有多少名达到半年不需要注射激素的效果？")


def test_what_some_patients_had_is_asked_of_some(tmp_path: Path, knowledge: Knowledge) -> None:
    text = "在临床研究中,一些接受间充质干细胞治疗的卵巢早衰患者,其孕酮水平明显上升。"
    asked = cards(text, tmp_path, knowledge)
    told = [front + back for front, back in asked.items() if "孕酮" in front + back]
    assert told
    assert all("一些患者的孕酮" in card for card in told)


@pytest.mark.parametrize(
    ("rate", "of_whom"),
    [("25%", "达到临床缓解的40例患者的3年总复发率是多少？"), ("8%", "治疗溃疡性结肠炎，3年总复发率是多少？")],
)
def test_a_rate_is_one_of_those_whose_numbers_make_it(
    rate: str, of_whom: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    text = (
        "2017年的一项研究用自体骨髓间充质干细胞治疗50名溃疡性结肠炎患者。"
        f"总共有40例患者达到临床缓解状态,随后有10例患者复发,3年总复发率为{rate}。"
    )
    assert any(front.endswith(of_whom) for front in cards(text, tmp_path, knowledge))
