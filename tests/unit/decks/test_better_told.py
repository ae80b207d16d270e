"""What makes a better question of a fact: whose result tells a study, which group it was, what was required."""

from pathlib import Path

import pytest

from sctui.pipeline import Knowledge
from tests.unit.decks.study_cards import cards


def test_cells_of_a_study_known_by_its_author_alone_are_asked_with_what_came_of_it(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    text = "有多项临床研究。例如,赵等人证明自体脂肪来源的MSC可改善克罗恩病患者的肠道功能,{}。"
    asked = cards(text.format("超过70%的患者瘘管闭合"), tmp_path, knowledge)
    (front,) = (front for front, back in asked.items() if "脂肪" in back)
    assert front.endswith("超过70%的患者瘘管闭合，使用的是哪种细胞？")
    dated = text.replace("例如,", "例如,2019年,").format("超过70%的患者瘘管闭合")
    asked = cards(dated, tmp_path, knowledge)
    assert not any("瘘管闭合，使用" in front for front in asked)


GROUPS = (
    "一项开放标签的Ⅰ期试验给20名克罗恩病患者输注自体骨髓间充质干细胞(BM-MSC):第1组9人走静脉,第2组11人走鞘内。"
)


def test_a_group_is_sized_by_what_it_was_given(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = cards(GROUPS, tmp_path, knowledge)
    ends = {back: front.rpartition("，")[2] for front, back in asked.items()}
    assert ends["9人"] == "走静脉的第1组有多少人？"
    assert ends["11人"] == "走鞘内的第2组有多少人？"


def test_what_was_required_is_no_result(tmp_path: Path, knowledge: Knowledge) -> None:
    trial = "一项开放标签的Ⅰ期试验给20名克罗恩病患者输注自体骨髓间充质干细胞。"
    asked = cards(f"{trial}入组要求CDAI评分≥220分,肺活量达到预计值的80%以上。", tmp_path, knowledge)
    (front,) = (front for front, back in asked.items() if back == "80%以上")
    assert front.endswith("入组要求肺活量达到预计值的多少？")
    asked = cards(f"{trial}12个月时肺活量达到预计值的80%以上。", tmp_path, knowledge)
    assert not any("要求" in front for front in asked)


@pytest.mark.parametrize(
    ("given", "front"),
    [
        ("自体骨髓间充质干细胞移植", "52岁的女性系统性硬化症患者接受了哪种移植？"),
        ("自体骨髓间充质干细胞治疗", "52岁的女性系统性硬化症患者接受了什么治疗？"),
    ],
)
def test_of_several_treatments_of_one_person_the_operation_is_asked_as_one(
    given: str, front: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    text = f"一项研究报告,一名52岁的女性系统性硬化症患者先接受了环磷酰胺,随后又接受了{given}。"
    assert cards(text, tmp_path, knowledge)[front] == given
