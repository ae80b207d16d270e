"""Mechanisms that a sentence states over several clauses."""

import pytest

from tests.unit.facts.mechanism_claims import Found, claims


def test_deeds_that_are_ways_are_one_list(told: Found) -> None:
    found = told("间充质干细胞可通过抑制Th17细胞,减少炎性细胞因子,上调Treg细胞等不同机制改善银屑病。")
    ways = [fact for fact in found if fact.slot == "via"]
    assert [(one.subject, one.value, one.measure) for one in ways] == [
        ("间充质干细胞", "抑制Th17细胞,减少炎性细胞因子,上调Treg细胞", "改善银屑病")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "间充质干细胞可通过抑制Th17细胞,患者应当复查,上调Treg细胞等不同机制改善银屑病。",
        "间充质干细胞可通过抑制Th17细胞等不同机制改善银屑病。",
    ],
)
def test_what_is_no_list_of_deeds_is_read_clause_by_clause(text: str, told: Found) -> None:
    assert not any("," in fact.value for fact in told(text))


def test_what_a_deed_needs_is_asked_for_the_deed(told: Found) -> None:
    found = claims(told("IL-10进一步增强免疫耐受,这对于抑制那些可能损害肾小管的自身反应性T细胞极为关键。"))
    assert ("IL-10", "inhibits", "自身反应性T细胞") in found


def test_a_way_ends_where_what_it_does_begins(told: Found) -> None:
    found = claims(told("外泌体可通过调节树突状细胞降低心脏移植后的排斥反应。"))
    assert ("外泌体", "reduces", "心脏移植后的排斥反应") in found
    assert not any("降低" in value for _, _, value in found)


def test_what_a_cell_makes_is_one_object_of_a_way(told: Found) -> None:
    found = claims(told("外泌体可通过抑制巨噬细胞分泌的TNF-α缓解炎症。"))
    assert not any(value == "巨噬细胞" for _, _, value in found)


def test_vesicles_behind_a_molecule_that_they_hold_are_no_molecule(told: Found) -> None:
    found = claims(told("外泌体中的miR-21抑制足细胞凋亡。这些外泌体还能促进血管生成。"))
    assert ("外泌体", "promotes", "血管生成") in found
    assert not any("miR" in subject and value == "血管生成" for subject, _, value in found)


def test_what_cells_that_are_given_have_is_of_the_model(told: Found) -> None:
    text = "# 银屑病\n\n在小鼠模型中,注射外泌体上调IL-10的表达。注射外泌体具有抗炎作用。"
    assert {fact.flags for fact in told(text)} == {("preclinical",)}
