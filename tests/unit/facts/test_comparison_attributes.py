"""Prose that compares, and tables whose neighbours agree."""

from collections.abc import Callable

import pytest

from sctui.facts.comparisons import find_comparisons
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.model.fact import Fact
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


def test_what_something_acts_by_rather_than_by_another(compared: Callable[[str], list[Fact]]) -> None:
    (fact,) = compared("MSC並不是通過分化為肌細胞發揮作用,而是通過旁分泌保護心肌。")
    assert (fact.slot, fact.subject, fact.value, fact.context) == ("rather", "MSC", "旁分泌", "分化為肌細胞")


def test_english_degrees(compared: Callable[[str], list[Fact]]) -> None:
    text = "UC-MSCs have a higher proliferation rate than BM-MSCs. AD-MSCs show lower immunogenicity."
    found = said(compared(text))
    assert ("UC-MSCs", "proliferation rate", "higher", "BM-MSCs") in found
    assert ("AD-MSCs", "immunogenicity", "lower", "") in found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Adipose-derived MSCs are easier to obtain but differentiate less readily than bone marrow MSCs.",
         ("Adipose-derived MSCs", "ease of collection", "easier to obtain", "bone marrow MSCs")),
        ("Adipose-derived MSCs are easier to obtain but differentiate less readily than bone marrow MSCs.",
         ("Adipose-derived MSCs", "differentiation potential", "differentiate less readily", "bone marrow MSCs")),
        ("Umbilical cord MSCs proliferate faster than bone marrow MSCs and have lower immunogenicity.",
         ("Umbilical cord MSCs", "immunogenicity", "lower", "bone marrow MSCs")),
        ("Placental MSCs are less immunogenic than adipose-derived MSCs.",
         ("Placental MSCs", "immunogenicity", "less immunogenic", "adipose-derived MSCs")),
        ("Unlike bone marrow MSCs, umbilical cord MSCs can be collected without an invasive procedure.",
         ("umbilical cord MSCs", "ease of collection", "without an invasive procedure", "bone marrow MSCs")),
        ("Dental pulp stem cells keep well, but carry a higher risk of tumor formation.",
         ("Dental pulp stem cells", "risk of tumor formation", "higher", "")),
        ("臍帶間充質幹細胞採集無創、增殖能力強、免疫原性低。", ("臍帶間充質幹細胞", "獲取難度", "採集無創", "")),
        ("臍帶間充質幹細胞採集無創、增殖能力強、免疫原性低。", ("臍帶間充質幹細胞", "增殖能力", "強", "")),
        ("与骨髓MSC相比,脂肪MSC获取更方便。", ("脂肪MSC", "获取", "更方便", "骨髓MSC")),
    ],
)  # fmt: skip
def test_prose_in_several_shapes(
    compared: Callable[[str], list[Fact]], text: str, told: tuple[str, str, str, str]
) -> None:
    assert told in said(compared(text))


@pytest.mark.parametrize(
    "text",
    [
        "Bone marrow MSCs are less known than the heart.",
        "Cryopreserved MSCs have lower immunogenicity than cultured MSCs.",  # not all MSCs
        "MSCs are easier to obtain.",  # than which? cells in general are compared with nothing
        "Umbilical cord MSCs are more and more used.",
        "Umbilical cord MSCs improved faster walking.",
    ],
)
def test_what_compares_nothing_in_english(compared: Callable[[str], list[Fact]], text: str) -> None:
    assert compared(text) == []


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


def test_neighbours_that_say_the_same_keep_their_cells(compared: Callable[[str], list[Fact]]) -> None:
    table = """| Feature | BM-MSC | AD-MSC |
|---|---|---|
| Tissue collection | Invasive | Invasive |
"""
    assert {fact.subject for fact in compared(table)} == {"BM-MSC", "AD-MSC"}


def test_a_column_of_citations_compares_nothing(compared: Callable[[str], list[Fact]]) -> None:
    table = """| Cells | Yield | References |
|---|---|---|
| AD-MSC | high | 17,20,23 |
"""
    assert {fact.measure for fact in compared(table)} == {"Yield"}
