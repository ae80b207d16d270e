"""Cells of tables: which of them answer the same, and whose column tells things apart."""

from dataclasses import replace

import pytest

from sctui.decks.cells import attribute, cell_key, is_trait, table_subject, tells_an_effect, thing
from sctui.model.document import Span
from sctui.model.fact import Fact, FactKind

HERE = Span(1, 0, 9)


def cell(subject: str, measure: str, slot: str = "cell", context: str = "") -> Fact:
    return Fact(FactKind.COMPARISON, slot, subject, "", HERE, None, measure, context)


@pytest.mark.parametrize(
    ("one", "other"), [("MSC(间充质干细胞)", "間充質幹細胞 (MSC)"), ("造血干细胞", "造血幹細胞(HSC)")]
)
def test_a_row_is_known_by_its_chinese_name(one: str, other: str) -> None:
    assert thing(one) == thing(other)


def test_whence_cells_come_is_one_question_in_a_column_or_a_cell() -> None:
    assert attribute(cell("A", "主要来源")) == attribute(cell("A", "特点", "source"))
    assert attribute(cell("A", "来源")) != attribute(cell("A", "特点"))


def test_a_question_that_names_its_table_is_another() -> None:
    told = cell("A", "来源", context="表甲")
    assert cell_key(told, "A的来源是什么？") != cell_key(told, "表甲：A的来源是什么？")


@pytest.mark.parametrize(
    ("measure", "trait"),
    [
        ("主要特點", True),
        ("临床应用", True),
        ("优势适应症", False),
        ("来源", False),
        ("在修复中的作用", False),
    ],
)
def test_what_things_are_good_for_is_true_of_several(measure: str, trait: bool) -> None:
    assert is_trait(measure) is trait


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("甲细胞和乙细胞在皮肤再生中的比较", "皮肤再生"),
        ("甲細胞與乙細胞在皮膚再生中的比較", "皮膚再生"),
        ("四種來源MSC的特性", "四種來源MSC"),
        ("自体与异体干细胞的比较", "自体与异体干细胞"),
        ("不同来源干细胞的优劣对比", "不同来源干细胞"),
        ("皮膚修復中用到的不同幹細胞類型", "皮膚修復"),
        ("修復皮膚的各種幹細胞類型", "修復皮膚的各種幹細胞類型"),
        ("皮肤模型中的干细胞", ""),
        ("干细胞的特性", ""),
        ("", ""),
    ],
)
def test_a_title_says_what_its_table_is_on(title: str, told: str) -> None:
    assert table_subject(title) == told


def test_a_question_may_name_its_table_by_what_that_is_on() -> None:
    one = cell("甲", "应用", context="甲和乙在皮肤再生中的比较")
    assert cell_key(one, "在皮肤再生中，甲的应用是什么？") != cell_key(one, "甲的应用是什么？")


@pytest.mark.parametrize(
    ("measure", "value", "told"),
    [
        ("临床应用", "在皮肤受损时增强愈合", True),
        ("臨床應用", "對治療燒傷有重要價值", True),
        ("应用", "显著改善疼痛", True),
        ("临床应用", "烧伤、糖尿病足", False),
        ("特点", "增强愈合", False),
    ],
)
def test_a_cell_under_application_may_tell_an_effect(measure: str, value: str, told: bool) -> None:
    assert tells_an_effect(replace(cell("甲", measure), value=value)) is told
