"""A study that is told once more, without what tells which it is, is asked once."""

from pathlib import Path

import pytest

from sctui.pipeline import Knowledge
from tests.unit.decks.study_cards import asked

TRIAL = (
    "2021年发表于《Cell Transplantation》的一项随机对照试验纳入48例克罗恩病患者,接受脂肪间充质干细胞静脉注射。"
    "治疗后,患者的CDAI评分下降3.46倍。"
)
AGAIN = (
    "脂肪间充质干细胞:取材方便。{year}年最新临床数据显示,单次静脉注射脂肪间充质干细胞,可使{ill}患者的CDAI评分下降3.46倍,"
    "疗效优于传统激素治疗,且效果维持8个月。"
)


def _page(ill: str, year: int) -> tuple[str, ...]:
    other = "骨髓间充质干细胞:最早被发现,需要穿刺取材。"
    return (TRIAL, "## 细胞的来源", other, AGAIN.format(ill=ill, year=year))


def test_another_telling_of_a_study_is_no_study_of_nobody(tmp_path: Path, knowledge: Knowledge) -> None:
    told = asked(tmp_path, knowledge, "克罗恩病", *_page("克罗恩病", 2021))
    assert sum(back.startswith("3.46倍") for back in told.values()) == 1
    assert not any(back.startswith("8个月") for back in told.values())


@pytest.mark.parametrize(("ill", "year"), [("克罗恩病", 2017), ("红斑狼疮", 2021)])
def test_but_another_year_or_disease_is_of_another_study(
    ill: str, year: int, tmp_path: Path, knowledge: Knowledge
) -> None:
    told = asked(tmp_path, knowledge, "克罗恩病", *_page(ill, year))
    assert any(back.startswith("8个月") for back in told.values())
