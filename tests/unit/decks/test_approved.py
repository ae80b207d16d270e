"""What was the first of its kind is asked for by that, and an approval for what kind it was."""

from pathlib import Path

import pytest

from sctui.pipeline import Knowledge
from tests.unit.decks.study_cards import cards

APPROVED = "2023年6月,{by}附条件批准了东湖生物公司研发的骨愈宁注射液上市,用于治疗膝骨关节炎。{first}"


@pytest.mark.parametrize(
    ("by", "first", "front"),
    [
        ("国家药品监督管理局", "这是我国首款获批的软骨细胞产品。", "中国首款获批的软骨细胞产品是什么？"),
        ("美国FDA", "这是美国首个软骨细胞疗法。", "美国首个软骨细胞疗法是什么？"),
    ],
)
def test_the_first_of_its_kind_is_asked_for_with_its_country(
    by: str, first: str, front: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    asked = cards(APPROVED.format(by=by, first=first), tmp_path, knowledge)
    assert asked[front] == "骨愈宁注射液"


@pytest.mark.parametrize("first", ["这是首款获批的软骨细胞产品。", "这是我国首款获批的软骨细胞产品。"])
def test_but_not_where_no_country_is_told(first: str, tmp_path: Path, knowledge: Knowledge) -> None:
    asked = cards(APPROVED.format(by="日本厚生劳动省", first=first), tmp_path, knowledge)
    assert asked
    assert not any("首款" in front for front in asked)


def test_an_approval_is_asked_with_who_gave_it_and_for_its_kind(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = cards(APPROVED.format(by="国家药品监督管理局", first=""), tmp_path, knowledge)
    assert asked["骨愈宁注射液是什么时候获国家药品监督管理局批准的？"] == "2023年6月"
    assert asked["骨愈宁注射液获得的是哪一类批准？"] == "附条件批准"


def test_how_an_application_was_reviewed_is_no_kind_of_approval(tmp_path: Path, knowledge: Knowledge) -> None:
    text = "2023年6月,国家药品监督管理局通过优先审评审批批准了骨愈宁注射液上市,用于治疗膝骨关节炎。"
    asked = cards(text, tmp_path, knowledge)
    assert not any("哪一类批准" in front for front in asked)
    assert asked["骨愈宁注射液经哪种审评程序获得批准？"].startswith("优先审评")


def test_any_product_of_the_field_is_known_by_what_it_is_for(tmp_path: Path, knowledge: Knowledge) -> None:
    text = "2023年6月,日本厚生劳动省批准了东湖公司的{}疗法上市,用于治疗膝骨关节炎,适用于18岁及以上患者。"
    asked = cards(text.format("干细胞"), tmp_path, knowledge)
    (front,) = (front for front in asked if "什么时候" in front)
    assert "膝骨关节炎" in front
    assert "2023年" not in front
    assert not any("哪个监管机构" in front for front in asked)  # which that question tells
    named = cards(text.format("脐带间充质干细胞"), tmp_path, knowledge)
    assert any("2023年" in front for front in named)


def test_who_gave_an_approval_is_said_once(tmp_path: Path, knowledge: Knowledge) -> None:
    text = "2023年6月,日本厚生劳动省批准了东湖公司的干细胞疗法上市,用于治疗膝骨关节炎。"
    (front,) = (front for front in cards(text, tmp_path, knowledge) if "什么时候" in front)
    assert front.count("厚生劳动省") == 1
