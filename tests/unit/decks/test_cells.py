"""Cells of tables: which of them answer the same, and whose column tells things apart."""

import pytest

from sctui.decks.cells import attribute, cell_key, is_trait, thing
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
