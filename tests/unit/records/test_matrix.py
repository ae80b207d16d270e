"""The one matrix on which the comparisons of all documents stand."""

import pytest

from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Span
from sctui.model.fact import Fact, FactKind
from sctui.records.matrix import places, row_kind


def placed(facts: list[Fact], lexicon: Lexicon) -> set[tuple[str, str, str]]:
    return {
        (place.row_key, place.column_key, place.value) for fact in facts for place in places(fact, lexicon)
    }


def a_fact(subject: str, value: str, *, slot: str = "cell", measure: str = "") -> Fact:
    return Fact(FactKind.COMPARISON, slot, subject, value, Span(1, 0, 1), measure=measure)


@pytest.mark.parametrize(
    ("subject", "row"),
    [
        ("臍帶來源（UC-MSCs）", "脐带间充质干细胞"),
        ("umbilical cord mesenchymal stem cells", "脐带间充质干细胞"),
        ("脂肪MSC", "脂肪间充质干细胞"),
        ("MSC（間充質幹細胞）", "间充质干细胞"),
        ("1型糖尿病", "1型糖尿病"),
        ("某种新东西", "某种新东西"),
        ("CD患者（CD-MtSC）", "cd患者cd-mtsc"),  # not one with those of other patients
        ("UC患者（UC-MtSC）", "uc患者uc-mtsc"),
    ],
)
def test_one_thing_is_one_row_in_every_document(lexicon: Lexicon, subject: str, row: str) -> None:
    (place,) = places(a_fact(subject, "高", measure="产量"), lexicon)
    assert place.row_key == row


@pytest.mark.parametrize(
    ("measure", "column"),
    [
        ("採集便利性", "获取难度"),
        ("Tissue collection", "获取难度"),
        ("免疫原性", "免疫原性"),
        ("Allogeneic cell rejection", "免疫原性"),
        ("Cell proliferative potential", "增殖能力"),
        ("伦理争议", "伦理"),
        ("在卵巢的应用范围", "在卵巢应用范围"),
    ],
)
def test_one_attribute_is_one_column_in_every_document(lexicon: Lexicon, measure: str, column: str) -> None:
    (place,) = places(a_fact("UC-MSC", "高", measure=measure), lexicon)
    assert (place.column_key, place.column) == (column, measure)


def test_a_profile_fills_several_cells(lexicon: Lexicon) -> None:
    fact = a_fact("UC-MSC", "采集无创、增殖能力强、免疫原性低，无伦理争议，名气大", slot="features")
    row = "脐带间充质干细胞"
    assert placed([fact], lexicon) == {
        (row, "获取难度", "无创"),
        (row, "增殖能力", "强"),
        (row, "免疫原性", "低"),
        (row, "伦理", "无伦理争议"),
        (row, "特点", "名气大"),
    }


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        ("臍帶來源（UC-MSCs）", ""),
        ("bone marrow", ""),
        ("阿达木单抗", ""),
        ("1型糖尿病", "disease"),
        ("IL-10缺陷", "factor"),
        ("某种新东西", "other"),
        ("CD患者（CD-MtSC）", "other"),
    ],
)
def test_what_is_no_source_of_cells_is_another_kind_of_row(lexicon: Lexicon, subject: str, kind: str) -> None:
    assert row_kind(a_fact(subject, "高", measure="产量"), lexicon) == kind
