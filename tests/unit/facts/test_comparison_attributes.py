"""Prose that compares, and the one matrix on which all comparisons stand."""

from collections.abc import Callable

import pytest

from sctui.facts.comparisons import find_comparisons
from sctui.facts.comparisons.matrix import places
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document, Span
from sctui.model.fact import Fact, FactKind
from sctui.outline.build import build_outline

DocumentOf = Callable[[str], Document]


@pytest.fixture
def compared(document_of: DocumentOf, lexicon: Lexicon) -> Callable[[str], list[Fact]]:
    def find(text: str) -> list[Fact]:
        document = document_of(text)
        facts = list(find_comparisons(document, build_outline(document), lexicon))
        for fact in facts:
            assert fact.answer is not None
            assert document.text(fact.answer) == fact.value
            assert fact.evidence.start <= fact.answer.start < fact.answer.end <= fact.evidence.end
        return facts

    return find


def said(facts: list[Fact]) -> set[tuple[str, str, str, str]]:
    return {(fact.subject, fact.measure, fact.value, fact.context) for fact in facts}


def placed(facts: list[Fact], lexicon: Lexicon) -> set[tuple[str, str, str]]:
    return {
        (place.row_key, place.column_key, place.value) for fact in facts for place in places(fact, lexicon)
    }


def a_fact(subject: str, value: str, *, slot: str = "cell", measure: str = "") -> Fact:
    return Fact(FactKind.COMPARISON, slot, subject, value, Span(1, 0, 1), measure=measure)


def test_a_sentence_tells_of_one_respect_after_another(compared: Callable[[str], list[Fact]]) -> None:
    found = said(compared("脂肪来源的间充质干细胞易获取，但分化能力较弱。骨髓间充质干细胞的产量有限。"))
    assert ("脂肪来源的间充质干细胞", "获取难度", "易获取", "") in found
    assert ("脂肪来源的间充质干细胞", "分化能力", "较弱", "") in found
    assert ("骨髓间充质干细胞", "产量", "有限", "") in found


def test_what_it_is_compared_with_is_kept(compared: Callable[[str], list[Fact]]) -> None:
    found = said(compared("与骨髓间充质干细胞相比，脐带间充质干细胞的增殖能力更强。"))
    assert ("脐带间充质干细胞", "增殖能力", "更强", "骨髓间充质干细胞") in found


def test_a_traditional_text_is_asked_in_its_script(compared: Callable[[str], list[Fact]]) -> None:
    assert ("脂肪間充質幹細胞", "獲取難度", "易獲取", "") in said(compared("脂肪間充質幹細胞易獲取。"))


def test_english_degrees(compared: Callable[[str], list[Fact]]) -> None:
    text = "UC-MSCs have a higher proliferation rate than BM-MSCs. AD-MSCs show lower immunogenicity."
    found = said(compared(text))
    assert ("UC-MSCs", "proliferation rate", "higher", "BM-MSCs") in found
    assert ("AD-MSCs", "immunogenicity", "lower", "") in found


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("三者的增殖能力依次为UC-MSC>AD-MSC>BM-MSC。", "UC-MSC>AD-MSC>BM-MSC"),
        ("The yield fell in the order AD-MSC > UC-MSC.", "AD-MSC > UC-MSC"),
    ],
)
def test_an_order(compared: Callable[[str], list[Fact]], text: str, order: str) -> None:
    (fact,) = [fact for fact in compared(text) if fact.slot == "order"]
    assert fact.value == order


@pytest.mark.parametrize(
    "text",
    [
        "间充质干细胞的免疫原性低。",  # cells in general: a property, and nothing is compared
        "巨噬细胞的增殖能力强。",
        "脂肪间充质干细胞移植后，患者的增殖能力强。",
        "UC-MSCs have a long history.",
    ],
)
def test_what_compares_nothing(compared: Callable[[str], list[Fact]], text: str) -> None:
    assert compared(text) == []


@pytest.mark.parametrize(
    ("subject", "row"),
    [
        ("臍帶來源（UC-MSCs）", "脐带间充质干细胞"),
        ("umbilical cord mesenchymal stem cells", "脐带间充质干细胞"),
        ("脂肪MSC", "脂肪间充质干细胞"),
        ("MSC（間充質幹細胞）", "间充质干细胞"),
        ("1型糖尿病", "1型糖尿病"),
        ("某种新东西", "某种新东西"),
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
        ("在卵巢的应用范围", "在卵巢的应用范围"),
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


def test_neighbours_that_say_the_same_keep_their_cells(compared: Callable[[str], list[Fact]]) -> None:
    table = """| Feature | BM-MSC | AD-MSC |
|---|---|---|
| Tissue collection | Invasive | Invasive |
"""
    assert {fact.subject for fact in compared(table)} == {"BM-MSC", "AD-MSC"}
